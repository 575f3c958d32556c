"""Rows nothing was planned for lend their time to no other work; a number that counts a work is none by itself."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.works import split_sentences
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. LỊCH\n"


def plan_of(*rows):
    return understand(read_text(HEAD + "\n".join(rows) + "\n", "dán"), load_calendar())


def days(plan):
    return [(task.title, task.due.start, task.due.day) for task in plan.tasks]


def test_an_empty_month_is_not_of_the_work_above_it():
    plan = plan_of(
        "Thời gian\tCông việc\tNgười làm",
        "Tháng 12/2025\t7. Vẽ bản đồ trường.\tCô Na",
        "01/2026\t8. Đo sân chơi.\tCô Na",
        "\t9. Sơn hàng rào. Treo biển tên.\tCô Mận",
        "02/2026\t\t",
        "03/2026\t10. Khai trương vườn.\tCô Na",
    )
    assert [(title, day.month) for title, _, day in days(plan)] == [
        ("Vẽ bản đồ trường", 12),
        ("Đo sân chơi", 1),
        ("Sơn hàng rào. Treo biển tên", 1),
        ("Khai trương vườn", 3),
    ]


def test_a_numbered_row_without_a_work_keeps_its_day_and_is_told():
    plan = plan_of(
        "STT\tThời gian\tCông việc\tNgười làm",
        "1\t15/9/2025\tHọp phụ huynh. Bầu ban đại diện.\tCô Na",
        "2\t20/10/2025\t\t",
        "3\t05/11/2025\tHội giảng\tCô Mận",
    )
    assert [day for _, _, day in days(plan)] == [date(2025, 9, 15), date(2025, 11, 5)]
    assert "moc-khong-viec" in {finding.rule for finding in plan.findings}


def test_a_dash_in_the_cell_of_works_is_no_work():
    plan = plan_of("Tháng\tCông việc\tNgười làm", "10\t-\t-", "11\tHội giảng\tCô Mận")
    assert [title for title, _, _ in days(plan)] == ["Hội giảng"]


def test_a_number_that_counts_a_work_ends_no_sentence():
    assert split_sentences("10. Đo sân chơi. Treo biển.") == ("10. Đo sân chơi.", "Treo biển.")
