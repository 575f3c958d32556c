"""Rows nothing was planned for lend their time to no other work; a number that counts a work is none by itself."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    "rows",
    [
        ("Nội dung\tChỉ tiêu\tNăm trước", "Tốt nghiệp THCS\t48/48\t45/46", "Giáo viên dạy giỏi\t12/29\t10/28"),
        ("Nội dung\tThực hiện 2024-2025\tChỉ tiêu 2025-2026", "Số sách bổ sung\t310\t450", "Bạn đọc là trẻ\t86%\t92%"),
        ("Nội dung\tKết quả đạt được\tTồn tại", "Sĩ số lớp\tDuy trì 99%\tKhông", "Đại hội\tĐã tổ chức\tBa em vắng"),
    ],
)
def test_a_table_of_what_is_or_was_reached_sets_no_work(rows):
    plan = plan_of(*rows)
    assert not plan.tasks
    assert not [finding for finding in plan.findings if finding.rule.startswith("bang-")]


def test_a_target_beside_a_time_is_of_a_work():
    plan = plan_of(
        "Nội dung\tChỉ tiêu\tThời gian\tNgười làm",
        "Vẽ bản đồ trường\t2 bản\tTháng 12/2025\tCô Na",
        "Đo sân chơi\t1 lần\tTháng 01/2026\tCô Na",
    )
    assert [title for title, *_ in days(plan)] == ["Vẽ bản đồ trường", "Đo sân chơi"]


def test_who_gets_the_paper_is_no_row_of_the_table_above():
    plan = plan_of(
        "Thời gian\tCông việc\tNgười làm",
        "Tháng 12/2025\tVẽ bản đồ trường\tCô Na",
        "01/2026\tĐo sân chơi\tCô Na",
        "Nơi nhận: các tổ; lưu VT\tHIỆU TRƯỞNG Huỳnh Thị Tâm\t",
    )
    assert [title for title, *_ in days(plan)] == ["Vẽ bản đồ trường", "Đo sân chơi"]
