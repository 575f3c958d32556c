"""On the page of a published work the manager moves or drops it; for many at once the corrected plan is uploaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from httpx2 import Response
from lxml import html

from tests.conftest import make_plan, make_task
from tests.fakes.review_clerk import CONTEST, PAGE, PLAN, Clerk, clerk_with
from tests.test_tracker_deadline_words import facts
from tracker.law_year.paper import KIND

UPLOAD = "/ke-hoach/tai-len?sua=1"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    clerk = clerk_with(tmp_path / "data")
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    return clerk


def way(clerk: Clerk, title: str = CONTEST) -> str:
    page = html.fromstring(clerk.get(f"/viec/{clerk.id_of(title)}").text)
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


@pytest.mark.parametrize("asked", ["7", "x", "9" * 40, "9" * 5000, "²", ""], ids=len)
def test_an_upload_for_no_published_plan_is_the_usual_form(clerk: Clerk, asked: str) -> None:
    page = clerk.get(f"/ke-hoach/tai-len?sua={asked}")
    assert page.status_code == 200
    assert 'id="ban-sua"' not in page.text


def test_a_work_of_a_draft_is_changed_in_its_review(tmp_path: Path) -> None:
    assert way(clerk_with(tmp_path / "data")) == ""


def page_of(clerk: Clerk, task_id: str) -> str:
    return clerk.get(f"/viec/{task_id}").text


def press(clerk: Clerk, task_id: str, act: str, **fields: str) -> Response:
    return clerk.press(f"/viec/{task_id}/{act}", on=f"/viec/{task_id}", **fields)


def test_a_work_is_moved_on_its_page_and_the_plan_s_words_stay(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    answer = press(clerk, task, "doi-han", day="2023-11-15", moved_why="Phòng lùi lịch")
    assert answer.headers["location"] == f"/viec/{task}?xong=doi-han"
    told = facts(page_of(clerk, task))
    assert told["Kế hoạch viết"] == "“trước ngày 28/10/2023” (không theo chữ này nữa)"
    assert "Người quản lý dời sang thứ Tư 15/11/2023 vào thứ Hai 18/9/2023. Lý do: Phòng lùi lịch." in str(told)


def test_the_old_day_is_taken_back_on_the_page(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    press(clerk, task, "doi-han", day="2023-11-15", moved_why="Phòng lùi lịch")
    assert "Trước khi dời: trước thứ Bảy 28/10/2023" in page_of(clerk, task)
    press(clerk, task, "han-cu", back_why="giữ lịch cũ")
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 10, 28)
    page = page_of(clerk, task)
    assert "giữ lịch cũ" in page
    assert "Lấy lại hạn cũ" not in page


def test_the_page_of_the_plan_says_of_a_dropped_work_that_the_plan_still_has_it(clerk: Clerk) -> None:
    press(clerk, clerk.id_of(CONTEST), "bo", dropped_why="Không tổ chức năm nay")
    row = html.fromstring(clerk.get("/ke-hoach/1").text).xpath(f"//li[a[normalize-space()='{CONTEST}']]")[0]
    assert row.xpath("string(.//*[@class='tag plain'])") == "nhà trường bỏ việc này; kế hoạch vẫn ghi"
    for path in ("/ke-hoach/1", row.xpath("string(a/@href)")):
        assert "bỏ khỏi kế hoạch" not in clerk.get(path).text


def test_the_comparison_of_a_copy_names_the_dropped_work_it_still_has(clerk: Clerk) -> None:
    press(clerk, clerk.id_of(CONTEST), "bo", dropped_why="Không tổ chức năm nay")
    clerk.press(UPLOAD, text=PLAN + "9. Họp tổ trước ngày 30/11/2023.\n", school="Trường Mầm non Hoa Ban")
    told = html.fromstring(clerk.get("/ke-hoach/1").text).xpath("string(//*[@id='bo-tay'])")
    assert CONTEST in told
    assert "bỏ vì Không tổ chức năm nay" in told


def test_a_dropped_work_says_who_and_why_and_comes_back_by_a_button(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    press(clerk, task, "bo", dropped_why="Không tổ chức năm nay")
    words = html.fromstring(page_of(clerk, task)).xpath("string(//form[@id='da-bo'])")
    assert "Đã bỏ việc này: Người quản lý, " in words
    assert "Lý do: Không tổ chức năm nay." in words
    assert not {"Nên xong", "Tính trễ từ"} & facts(page_of(clerk, task)).keys()
    folded = html.fromstring(clerk.get("/").text).xpath("string(//details[@id='da-bo'])")
    assert CONTEST in folded
    assert "Đã bỏ: Không tổ chức năm nay (Người quản lý, 18/09/2023)" in folded
    press(clerk, task, "dua-lai")
    assert clerk.stored()[CONTEST].open


@pytest.mark.parametrize(
    ("day", "field", "why"),
    [
        ("2023-10-28", "day", "Hạn đang có đã là ngày 28/10/2023"),
        ("", "day", "Chưa chọn hạn mới"),
        ("mai", "day", "Ngày không đúng dạng"),
        ("2023-09-15", "sure", "đã qua nên việc sẽ tính là trễ ngay"),
    ],
)
def test_a_day_that_cannot_be_comes_back_with_the_reason_typed(day: str, field: str, why: str, clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    answer = press(clerk, task, "doi-han", day=day, moved_why="Phòng “lùi” lịch")
    assert answer.status_code == 422
    page = html.fromstring(answer.text)
    assert page.xpath("string(//details[@open]/summary)") == "Dời hạn"
    assert why in page.xpath(f"string(//*[@id='sai-{field}'])")
    assert page.xpath("string(//input[@id='moved_why']/@value)") == "Phòng “lùi” lịch"
    assert page.xpath("string(//input[@id='day']/@value)") == day


def test_a_day_that_is_over_is_taken_once_it_is_confirmed(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    fields = {"day": "2023-09-15", "moved_why": "đọc nhầm"}
    assert "Đúng ngày đó" in press(clerk, task, "doi-han", **fields).text
    assert press(clerk, task, "doi-han", **fields, sure="1").status_code == 303
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 9, 15)


@pytest.mark.parametrize(
    ("act", "field", "fields"), [("doi-han", "moved_why", {"day": "2023-11-15"}), ("bo", "dropped_why", {})]
)
def test_neither_is_done_without_a_reason(act: str, field: str, fields: dict[str, str], clerk: Clerk) -> None:
    answer = press(clerk, clerk.id_of(CONTEST), act, **fields)
    assert answer.status_code == 422
    assert "cần từ 1 đến 500 ký tự" in html.fromstring(answer.text).xpath(f"string(//*[@id='sai-{field}'])")
    assert clerk.stored()[CONTEST].sequence == 0


def test_the_review_of_a_copy_with_another_day_says_what_it_ends(clerk: Clerk) -> None:
    press(clerk, clerk.id_of(CONTEST), "doi-han", day="2023-11-15", moved_why="Phòng lùi lịch")
    clerk.press(UPLOAD, text=PLAN.replace("28/10/2023", "27/11/2023"), school="Trường Mầm non Hoa Ban")
    for path in (PAGE, "/ke-hoach/1"):
        assert "Lý do: Phòng lùi lịch. Bản mới: trước thứ Hai 27/11/2023." in clerk.get(path).text
    assert clerk.get("/api/plans/1/review").json()["lapsed"]


def test_the_review_of_such_a_copy_offers_to_keep_the_moved_day(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    press(clerk, task, "doi-han", day="2023-11-15", moved_why="Phòng lùi lịch")
    clerk.press(UPLOAD, text=PLAN.replace("28/10/2023", "27/11/2023"), school="Trường Mầm non Hoa Ban")
    page = html.fromstring(clerk.get(PAGE).text)
    (button,) = page.xpath("//form[contains(@action, '/giu-ngay')]/button")
    assert button.text_content() == "Giữ ngày đã dờichậm nhất thứ Tư 15/11/2023"
    assert clerk.press(f"{PAGE}/giu-ngay", on=PAGE, revision="2", task=task).status_code == 303
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="2")
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 11, 15)


def test_done_work_offers_neither(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    press(clerk, task, "xong")
    page = html.fromstring(page_of(clerk, task))
    assert not {"Dời hạn", "Bỏ việc này"} & set(page.xpath("//summary/text()"))
    assert press(clerk, task, "bo", dropped_why="thôi").status_code == 422


def test_works_of_the_law_keep_their_own_page_for_this(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    plan = make_plan(make_task("Công khai", date(2023, 10, 13)))
    clerk.keep(replace(plan, header=replace(plan.header, number=None, kind=KIND)))
    assert way(clerk, "Công khai").startswith("/quy-dinh")
    assert "/doi-han" not in page_of(clerk, clerk.id_of("Công khai"))
