"""Columns of beginning and end that hold months, weeks and quarters; months in short in a column of times."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.columns import header_role
from schedules.planning.tables.short_months import months_in_full
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. LỊCH\n"


def dues(head, *rows):
    plan = understand(read_text(HEAD + "\n".join([head, *rows]) + "\n", "dán"), load_calendar())
    return [(task.due.start, task.due.day) for task in plan.tasks]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("Tháng 10/2025", "Tháng 11/2025", date(2025, 10, 1), date(2025, 11, 30)),
        ("Tuần 2 tháng 3/2026", "Tuần 3 tháng 3/2026", date(2026, 3, 9), date(2026, 3, 22)),
        ("10/2025", "12/2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("T9", "T11", date(2025, 9, 1), date(2025, 11, 30)),
        ("Tháng 10/2025", "20/11/2025", date(2025, 10, 1), date(2025, 11, 20)),
        ("Quý I/2026", "Quý II/2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("05/10/2025", "20/11/2025", date(2025, 10, 5), date(2025, 11, 20)),
        ("", "Tháng 12/2025", None, date(2025, 12, 31)),
        ("", "Trước tháng 12/2025", None, date(2025, 11, 30)),
        ("", "Chậm nhất tháng 12/2025", None, date(2025, 12, 31)),
        ("", "Trước 18/10/2025", None, date(2025, 10, 18)),
    ],
)
def test_a_work_lasts_from_the_first_day_of_its_beginning_to_the_last_of_its_end(start, end, first, last):
    row = f"1\tĐo sân chơi\t{start}\t{end}\tCô Na"
    other = "2\tSơn hàng rào\t01/10/2025\t02/10/2025\tCô Na"
    assert dues("TT\tCông việc\tBắt đầu\tKết thúc\tĐầu mối", row, other)[0] == (first, last)


def test_an_end_before_its_beginning_is_no_deadline():
    row = "1\tĐo sân chơi\tTháng 3/2026\tTháng 2/2026\tCô Na"
    assert dues("TT\tCông việc\tBắt đầu\tKết thúc\tĐầu mối", row) == [(None, None)]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("T11 - T12", [(date(2025, 11, 1), date(2025, 12, 31))]),
        ("T9 - T5", [(date(2025, 9, 1), date(2026, 5, 31))]),
        ("T10", [(date(2025, 10, 1), date(2025, 10, 31))]),
        ("T9 và T12", [(date(2025, 9, 1), date(2025, 9, 30)), (date(2025, 12, 1), date(2025, 12, 31))]),
        ("Hết T11", [(None, date(2025, 11, 30))]),
        ("T2 - T6", [(None, None)]),
        ("T4", [(None, None)]),
    ],
)
def test_months_in_short_are_read_where_they_are_no_weekdays(cell, found):
    assert (
        dues("Công việc\tThời gian\tPhụ trách", f"Phun thuốc muỗi\t{cell}\tCô Na", "Họp tổ\t20/11/2025\tCô Na")[:-1]
        == found
    )


def test_a_column_of_months_holds_months_in_short():
    rows = ("T9\tĐo sân chơi\tCô Na", "T2\tSơn hàng rào\tCô Na")
    assert [day for _, day in dues("Tháng\tCông việc\tPhụ trách", *rows)] == [date(2025, 9, 30), date(2026, 2, 28)]


@pytest.mark.parametrize("text", ["Tháng 10", "Tuần 2 T10", "T2 - T6", "Lớp T10 - T12 học bù"])
def test_other_cells_are_left_as_they_are(text):
    assert months_in_full(text) == text


def test_the_hour_something_begins_is_no_column_of_days():
    assert header_role("GIỜ BẮT ĐẦU") is None


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("Tự học, thảo luận tại tổ", (date(2025, 11, 1), date(2025, 11, 30))),
        ("Tuần 2, học qua mạng", (date(2025, 11, 10), date(2025, 11, 16))),
        ("Khi có hướng dẫn", (None, None)),
    ],
)
def test_where_a_column_tells_when_and_how_a_cell_that_only_tells_how_leaves_the_month(cell, days):
    rows = (f"11/2025\tMô đun 2: Phong cách nhà giáo\t{cell}\tCô Na", "12/2025\tHọp tổ\tNgày 05/12\tCô Na")
    found = dues("Tháng\tNội dung\tThời gian, hình thức\tPhụ trách", *rows)
    assert found == [one for one in (days, (date(2025, 12, 5), date(2025, 12, 5))) if any(one)]
