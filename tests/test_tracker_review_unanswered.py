"""Before publishing one line says how many questions are open and what that means; only what blocks refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.fakes.review_clerk import PAGE, Clerk, clerk_with
from tests.test_tracker_web_review_weeks import WEEKS

PLAN = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 5 tháng 9 năm 2023
KẾ HOẠCH
Tự đánh giá năm học 2023-2024
1. Viết báo cáo tự đánh giá cấp trường trước ngày 15/4/2024. Phụ trách: cô Lan.
2. Kiểm kê thiết bị các phòng trước ngày 31/5/2024.
3. Họp phụ huynh trước ngày 31/11/2023. Phụ trách: cô Hoa.

| TT | Nội dung công việc | Thời gian | Người phụ trách |
| 1 | Viết báo cáo tự đánh giá cấp trường | 25/4/2024 | Cô Lan |
"""


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_with(tmp_path / "data", PLAN)


def line(clerk: Clerk) -> str:
    return html.fromstring(clerk.get(PAGE).text).xpath("normalize-space(//*[@id='con-cau'])")


def test_the_line_counts_what_publishing_leaves_open_on_both_pages(clerk: Clerk) -> None:
    clerk.presses("bo-qua", question=clerk.asked()["ngay-khong-co"], reason="sẽ hỏi lại")
    told = line(clerk)
    assert told == (
        "Còn 2 câu chưa trả lời: phát hành bây giờ thì 1 việc chưa có ngày, 1 việc chưa có người phụ trách, "
        "1 việc theo ngày đang tạm dùng."
    )
    form = html.fromstring(clerk.get("/ke-hoach/1").text).xpath("//form[@action='/ke-hoach/1/phat-hanh']")[0]
    assert told in form.text_content()
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    assert all(one.published for one in clerk.tasks())


def test_what_blocks_says_so_instead(clerk: Clerk) -> None:
    assert line(clerk) == ""


def test_nothing_is_said_when_all_is_answered(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", PLAN.partition("2. Kiểm kê")[0])
    assert (clerk.asked(), line(clerk)) == ({}, "")


def test_weeks_nobody_chose_are_told_by_the_rule_that_will_count(tmp_path: Path) -> None:
    told = line(clerk_with(tmp_path / "data", WEEKS))
    assert "“tuần 1, 2, 3, 4” tính theo " in told


def test_a_work_dated_in_review_is_counted_when_nobody_leads_it(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", PLAN.replace("31/11/2023. Phụ trách: cô Hoa.", "31/11/2023."))
    assert "1 việc chưa có người phụ trách" in page_text(clerk)
    meeting = clerk.id_of("Họp phụ huynh")
    clerk.presses("han", task=meeting, day="2023-11-30")
    assert "2 việc chưa có người phụ trách" in page_text(clerk)
    assert "2 việc chưa có người phụ trách" in line(clerk)
    clerk.presses("nguoi", task=meeting, owners="Cô Hoa")
    assert "1 việc chưa có người phụ trách" in line(clerk)


def test_a_work_dated_in_review_asks_who_does_it_where_nothing_else_did(tmp_path: Path) -> None:
    text = PLAN.partition("1. Viết")[0] + "3. Họp phụ huynh trước ngày 31/11/2023."
    clerk = clerk_with(tmp_path / "data", text)
    assert "chua-co-nguoi" not in clerk.asked()
    clerk.presses("han", task=clerk.id_of("Họp phụ huynh"), day="2023-11-30")
    assert "chua-co-nguoi" in clerk.asked()


def page_text(clerk: Clerk) -> str:
    return " ".join(html.fromstring(clerk.get(PAGE).text).text_content().split())
