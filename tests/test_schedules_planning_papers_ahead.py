"""A month that begins after the last day behind it is the paper's; a time of the round before is told, not set."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning.text.deadlines import deadlines_in
from schedules.wording import Context

HERE = Context(load_calendar(), SchoolYear(2024), date(2025, 2, 3))


def days(line: str) -> list[tuple[date | None, date | None]]:
    return [(one.due.start, one.due.day) for one in deadlines_in(line, HERE, line=True)]


@pytest.mark.parametrize(
    "line",
    [
        "Nộp thực đơn mới tháng 4 cho Phó Hiệu trưởng trước ngày 25/3",
        "Các lớp gửi chủ đề vui chơi tháng 4 về tổ chậm nhất 25/3",
    ],
)
def test_a_month_that_begins_after_the_last_day_behind_it_names_the_paper(line):
    assert [day for _, day in days(line)] == [date(2025, 3, 25)]


def test_a_month_before_the_day_behind_it_stays_a_time_of_its_own():
    found = days("Tháng 3 dự giờ các lớp; nộp phiếu trước ngày 25/4")
    assert found == [(date(2025, 3, 1), date(2025, 3, 31)), (None, date(2025, 4, 25))]


def test_the_day_of_the_time_before_is_told():
    assert days("Lần tổng vệ sinh trước, ngày 30/12/2024, còn bỏ sót 3 phòng") == []
