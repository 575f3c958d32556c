"""Times and works listed by dashes in one flat cell: a leading dash says list, and a span keeps its own dash."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.flat_cells import led_works
from schedules.planning.tables.listed_times import listed_times
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"


@pytest.mark.parametrize(
    ("cell", "works", "times"),
    [
        ("- Tuần 1 - Tuần 3", 1, ["- Tuần 1", "- Tuần 3"]),
        (
            "- Trước 12/9/2025 - Giữa tháng 01/2026 - Cuối tháng 5/2026",
            3,
            ["- Trước 12/9/2025", "- Giữa tháng 01/2026", "- Cuối tháng 5/2026"],
        ),
        ("- Tháng 10, 11/2025 - 22/12/2025 - 27/12/2025", 2, ["- Tháng 10, 11/2025", "- 22/12/2025 - 27/12/2025"]),
        ("- 03/10/2025 - 09/10/2025", 1, []),
        ("Tuần 1 - Tuần 3", 1, []),
        ("Tháng 11/2024 - Ngày 11/01/2025", 2, ["- Tháng 11/2024", "- Ngày 11/01/2025"]),
        ("Tháng 11/2024 - Tháng 01/2025", 2, []),
        ("Tuần 2 - Tháng 11/2024", 2, []),
        ("- Từ 03/10/2025 - đến 09/10/2025", 1, []),
        ("- Họp tổ - Dự giờ", 2, []),
        ("- Tháng 9/2025 - Tháng 10 - tháng 12/2025", 2, ["- Tháng 9/2025", "- Tháng 10 - tháng 12/2025"]),
        ("- Từ 15/9 - đến 20/9 - Tháng 12", 2, ["- Từ 15/9 - đến 20/9", "- Tháng 12"]),
        ("- tháng 9/2025 - tháng 10 - tháng 12/2025", 3, ["- tháng 9/2025", "- tháng 10", "- tháng 12/2025"]),
        ("- Tháng 9/2025 - Tháng 10 - Tháng 12/2025", 3, ["- Tháng 9/2025", "- Tháng 10", "- Tháng 12/2025"]),
    ],
)
def test_a_dash_that_opens_a_cell_of_times_lists_them(cell, works, times):
    assert listed_times(cell, works) == times


@pytest.mark.parametrize(
    ("cell", "works"),
    [
        ("- 8g00: Đón đoàn. - 10g30: Họp tổ.", ["- 8g00: Đón đoàn.", "- 10g30: Họp tổ."]),
        ("Tuần 1: Kê bàn ghế Tuần 4: Khử khuẩn lớp", ["Tuần 1: Kê bàn ghế", "Tuần 4: Khử khuẩn lớp"]),
        ("Họp tổ - 9h00: Dự giờ", []),
        ("Tuần 2: Dự giờ tổ Toán", []),
        ("7h30: Họp - 9h00: Dự giờ", []),
    ],
)
def test_works_behind_hours_or_weeks_of_their_own_stand_apart(cell, works):
    assert led_works(cell) == works


def test_works_times_and_people_listed_in_cells_of_a_criterion_are_paired_in_order():
    table = (
        "STT | Tiêu chí | Công việc | Chủ trì và phối hợp thực hiện | Thời gian\n"
        "1 | Tiêu chí 1.7: Quản lý cán bộ | - Lập đề án việc làm. - Mở lớp tiếng Thái. | - Văn thư - Công đoàn | "
        "- Trước ngày 24/10/2025 - Nửa đầu tháng 12/2025\n"
        "2 | Tiêu chí 1.8: Quản lý dạy học | Thao giảng cấp trường | Phó Hiệu trưởng, Tổ Văn | Tháng 11/2025\n"
    )
    tasks = understand(read_text(HEAD + table.replace(" | ", "\t"), "dán"), load_calendar()).tasks
    assert [(f"{task.due.day:%d/%m}", task.owners, task.helpers) for task in tasks] == [
        ("24/10", ("Văn thư",), ()),
        ("15/12", ("Công đoàn",), ()),
        ("30/11", ("Phó Hiệu trưởng",), ("Tổ Văn",)),
    ]


def test_a_calendar_of_sessions_knows_short_weekdays_and_the_people_of_a_merged_row():
    table = (
        "Thứ, ngày | Buổi sáng | Buổi chiều | Phụ trách\n"
        "Hai 08/9 - Tư 10/9 | Khảo sát đầu năm khối 9 | PHT\n"
        "Sáu 12/9 | - 8g00: Đón đoàn của Sở. - 10g30: Họp tổ thư viện. |  | HT\n"
    )
    tasks = understand(read_text(HEAD + table.replace(" | ", "\t"), "dán"), load_calendar()).tasks
    assert [(task.due.start.day, task.due.day.day, task.owners) for task in tasks] == [
        (8, 10, ("PHT",)),
        (12, 12, ("HT",)),
        (12, 12, ("HT",)),
    ]
