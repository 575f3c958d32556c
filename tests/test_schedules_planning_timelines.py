"""Where weeks or months count on without a gap, a row that leaves its time empty is of the one above it."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. LỊCH\n"


def days(*rows):
    tasks = understand(read_text(HEAD + "\n".join(rows) + "\n", "dán"), load_calendar()).tasks
    return {task.title: f"{task.due.day:%d/%m}" if task.due.day else "" for task in tasks}


def timeline(*times):
    works = ("Họp Hội đồng", "Phổ biến kế hoạch", "Tập huấn nghiệp vụ", "Mã hóa minh chứng", "Viết phiếu", "Dự thảo")
    rows = (f"{time}\t{work}\tCô Na" for time, work in zip(times, works, strict=False))
    return days("Thời gian\tCác hoạt động\tNgười chịu trách nhiệm", *rows)


def test_a_row_between_counted_weeks_is_of_the_week_above():
    found = timeline(
        "Tuần 1 (từ 8/9 đến 13/9)", "", "Tuần 2 (từ 15/9 đến 20/9)", "Tuần 3 - 4 (từ 22/9 đến 04/10)", "Tuần 5 (06/10)"
    )
    assert found["Phổ biến kế hoạch"] == "13/09"


def test_a_stretch_that_names_its_unit_twice_counts_on_too():
    weeks = ("Tuần 1 (từ 8/9 đến 13/9)", "", "Tuần 2 - Tuần 3 (từ 15/9 đến 27/9)", "Tuần 4 đến tuần 5 (29/9 - 11/10)")
    assert timeline(*weeks, "Tuần 6 (13/10)")["Phổ biến kế hoạch"] == "13/09"


WEEKS = ("Tuần 1 (từ 8/9 đến 13/9)", "Tuần 2 (từ 15/9 đến 20/9)", "Tuần 3 (từ 22/9 đến 27/9)", "Tuần 4 (29/9 - 04/10)")


def test_other_times_behind_counted_weeks_leave_the_rows_between_those_weeks_to_them():
    assert timeline(WEEKS[0], "", *WEEKS[1:], "Trước 15/3/2026")["Phổ biến kế hoạch"] == "13/09"


def test_an_empty_time_behind_the_last_counted_week_is_told_by_nothing():
    assert not timeline(*WEEKS, "", "Trước 15/3/2026")["Viết phiếu"]
    assert not timeline("Trước 15/8/2025", "", *WEEKS)["Phổ biến kế hoạch"]


def test_months_count_on_over_the_turn_of_the_year():
    found = timeline("Tháng 11/2025", "Tháng 12/2025", "", "Tháng 1/2026", "Tháng 2/2026")
    assert found["Tập huấn nghiệp vụ"] == "31/12"


def test_a_month_of_its_own_is_not_given_the_two_above_it():
    found = timeline("Tháng 12/2025", "Tháng 01/2026", "Tháng 02 + 3/2026", "Tháng 4/2026", "Tháng 5/2026")
    assert (found["Tập huấn nghiệp vụ"], found["Mã hóa minh chứng"]) == ("31/03", "30/04")


@pytest.mark.parametrize(
    "times",
    [
        ("Tuần 1 (từ 8/9 đến 13/9)", "", "Tuần 3 (từ 22/9 đến 27/9)", "Tuần 4 (từ 29/9 đến 04/10)", "Tuần 5 (06/10)"),
        ("Ngày 8/9/2025", "", "Ngày 15/9/2025", "Ngày 22/9/2025", "Ngày 29/9/2025"),
        ("Tuần 1 (từ 8/9 đến 13/9)", "", "Tuần 2 (từ 15/9 đến 20/9)"),
    ],
)
def test_where_a_time_may_be_missing_the_row_gets_none(times):
    assert timeline(*times).get("Phổ biến kế hoạch", "") == ""
