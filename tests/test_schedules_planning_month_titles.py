"""A plan of one month: its title dates the weeks of its rows, whatever school weeks its works name."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = (
    "TRƯỜNG TIỂU HỌC HƯNG THỊNH\nHưng Thịnh, ngày 23 tháng 11 năm 2026\n"
    "KẾ HOẠCH\nCÔNG TÁC THÁNG 12 NĂM 2026\nI. TRỌNG TÂM\n"
)
ROWS = (
    "| TT | Nội dung công việc | Thời gian | Người phụ trách |\n"
    "| 1 | Nộp kế hoạch bài dạy tuần 14 cho tổ trưởng | Thứ Sáu hằng tuần | GVCN |\n"
    "| 2 | Chấm vở sạch chữ đẹp | {} | Phó Hiệu trưởng |\n"
)


def dues(body: str) -> list[tuple[date | None, date | None]]:
    return [(task.due.start, task.due.day) for task in understand(read_text(HEAD + body, "dán"), load_calendar()).tasks]


@pytest.mark.parametrize(
    ("week", "start", "last"),
    [
        ("Tuần 1", date(2026, 12, 1), date(2026, 12, 6)),
        ("Tuần 2, 3", date(2026, 12, 7), date(2026, 12, 20)),
    ],
)
def test_a_school_week_in_the_name_of_a_work_leaves_the_weeks_of_the_month(week, start, last):
    assert (start, last) in dues(ROWS.format(week))


def test_recurring_work_of_a_month_begins_in_it_beside_a_school_week_of_lessons():
    friday = dues("- Nộp kế hoạch bài dạy tuần 14: thứ Sáu hằng tuần (GVCN).\n")
    assert [due for _, due in friday] == [date(2026, 12, 4)]


def test_weeks_of_the_school_year_that_lead_their_rows_are_no_weeks_of_the_month():
    read = dues(ROWS.format("Tuần 14"))
    assert not [due for start, due in read if start == date(2026, 12, 1)]
