"""From a published work the manager finds the way to move or drop it: the corrected plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from tests.fakes.review_clerk import CONTEST, PAGE, PLAN, Clerk, clerk_with

UPLOAD = "/ke-hoach/tai-len?sua=1"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    clerk = clerk_with(tmp_path / "data")
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    return clerk


def way(clerk: Clerk) -> str:
    page = html.fromstring(clerk.get(f"/viec/{clerk.id_of(CONTEST)}").text)
    return page.xpath("string(//p[@id='doi-han']/a/@href)")


def test_a_published_work_leads_to_the_upload_for_its_plan(clerk: Clerk) -> None:
    assert way(clerk) == UPLOAD
    page = html.fromstring(clerk.get(UPLOAD).text)
    assert "số 12/KH-MNHB" in page.xpath("string(//p[@id='ban-sua'])")
    assert page.xpath("string(//input[@id='school']/@value)").casefold() == "trường mầm non hoa ban"


def test_the_way_shown_moves_the_work(clerk: Clerk) -> None:
    corrected = PLAN.replace("28/10/2023", "27/11/2023")
    school = html.fromstring(clerk.get(UPLOAD).text).xpath("string(//input[@id='school']/@value)")
    assert clerk.press(UPLOAD, text=corrected, school=school).headers["location"] == "/ke-hoach/1?xong=da-tai"
    assert way(clerk).startswith("/ke-hoach/1/duyet")
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 10, 28)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="2")
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 11, 27)


def test_the_review_of_a_published_plan_says_why_it_leads_back(clerk: Clerk) -> None:
    page = html.fromstring(clerk.get(clerk.get(PAGE).headers["location"]).text)
    assert "đã phát hành, không có bản nháp nào chờ duyệt" in page.xpath("string(//*[@role='status'])")
    assert page.xpath("string(//p[@id='ban-sua']/a/@href)") == UPLOAD


@pytest.mark.parametrize("asked", ["7", "x", "9" * 40, "²", ""])
def test_an_upload_for_no_published_plan_is_the_usual_form(clerk: Clerk, asked: str) -> None:
    page = clerk.get(f"/ke-hoach/tai-len?sua={asked}")
    assert page.status_code == 200
    assert 'id="ban-sua"' not in page.text


def test_a_work_of_a_draft_is_changed_in_its_review(tmp_path: Path) -> None:
    assert way(clerk_with(tmp_path / "data")) == ""
