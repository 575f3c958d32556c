"""The legal grounds of this year's plan in the draft of the next: word for word, wherever they stand."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.law import load_law
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.planning.next_year import NextPlan, Rules, next_plan
from schedules.reading import read_text

HEAD = (
    "TRƯỜNG THCS LÁ SEN\nSố: 7/KH-THCSLS\nĐồi Sim, ngày 12 tháng 10 năm 2026\nKẾ HOẠCH\nTự đánh giá năm học 2026-2027\n"
)
WORKS = "I. NỘI DUNG\n1. Họp tổ trước ngày 25/11/2026.\n"
OLD_LAW = "Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo về kiểm định chất lượng;"
PLAN = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/9/2026 của UBND xã Đồi Sim về nhiệm vụ năm học;"


def draft(text: str) -> NextPlan:
    calendar = load_calendar()
    return next_plan(understand(read_text(text, "dán"), calendar), (), SchoolYear(2027), Rules(calendar, load_law()))


def test_grounds_that_stand_in_the_head_come_along_with_what_the_law_changed() -> None:
    made = draft(f"{HEAD}{OLD_LAW}\n{PLAN}\n{WORKS}")
    assert [ground.text for ground in made.grounds] == [OLD_LAW, PLAN]
    assert "57/2026" in made.grounds[0].notes[0]


@pytest.mark.parametrize(
    "line",
    [
        "Trường THCS Lá Sen xây dựng kế hoạch như sau:",
        "Thực hiện nhiệm vụ năm học, trường xây dựng kế hoạch như sau:",
        "Căn cứ:",
        "Theo dõi: Phó Hiệu trưởng",
    ],
)
def test_what_only_leads_to_the_plan_is_no_ground(line: str) -> None:
    assert draft(f"{HEAD}{line}\n{WORKS}").grounds == ()
