"""Programmes that only tell hours take the one day that stands over their table, and no other."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n"
HOURS = "Thời gian\tNội dung\tPhụ trách\n7h30 - 7h45\tĐón đại biểu\tĐoàn đội\n7h45\tDiễn văn khai mạc\tHiệu trưởng\n"


def day_of(text: str, title: str = "Đón đại biểu"):
    plan = understand(read_text(HEAD + text, "plan.txt"), load_calendar())
    return next(str(task.due.day) for task in plan.tasks if task.title == title)


@pytest.mark.parametrize(
    "above",
    [
        "II. CHƯƠNG TRÌNH (ngày 20/11/2024)",
        "II. CHƯƠNG TRÌNH\nNgày 20/11/2024, tại sân trường:",
        "II. CHƯƠNG TRÌNH\nThời gian: ngày 20/11/2024",
    ],
)
def test_the_day_over_a_table_of_hours_is_that_of_its_rows(above):
    assert day_of(f"{above}\n{HOURS}") == "2024-11-20"


@pytest.mark.parametrize(
    "above",
    [
        "II. CHƯƠNG TRÌNH",
        "II. CHƯƠNG TRÌNH\nĐăng ký tham dự trước ngày 15/11/2024.",
        "II. CHƯƠNG TRÌNH (ngày 20/11/2024)\nTổng duyệt ngày 18/11/2024",
    ],
)
def test_a_last_day_or_two_days_over_a_table_date_no_row(above):
    assert day_of(f"{above}\n{HOURS}") == "None"


def test_a_table_where_some_rows_have_days_of_their_own_dates_no_other():
    table = HOURS.replace("\n7h45\t", "\n7h45 ngày 21/11/2024\t")
    assert day_of(f"II. CHƯƠNG TRÌNH (ngày 20/11/2024)\n{table}") == "None"


def test_a_day_of_the_section_before_is_not_that_of_a_programme():
    before = "I. NỘI DUNG\n- Phát động phong trào đọc sách.\n- Họp rút kinh nghiệm vào chiều ngày 22/11/2024.\n"
    assert day_of(f"{before}II. LỊCH LÀM VIỆC\n{HOURS}") == "None"
