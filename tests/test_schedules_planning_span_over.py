"""A month or week over a table dates its rows; a heading that tells of it, or of several, does not."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"
TIMED = "\n\n|TT|Nội dung|Thời gian|Phụ trách|\n|---|---|---|---|\n"
UNTIMED = "\n\n|TT|Nội dung|Phụ trách|\n|---|---|---|\n|1|Kiểm tra hồ sơ|BGH|\n|2|Dự giờ|Tổ trưởng|\n"
OCTOBER = (date(2024, 10, 1), date(2024, 10, 31))
NEVER = (None, None)


def days(text):
    tasks = understand(read_text(HEAD + text, "dán.md"), load_calendar()).tasks
    return [(task.due.start, task.due.day) for task in tasks]


@pytest.mark.parametrize(
    "heading",
    [
        "1. Tháng 10/2024",
        "1. Kế hoạch tháng 10",
        "Tháng 10: Công tác trọng tâm",
        "* Công tác cụ thể tháng 10/2024:",
        "II. KẾ HOẠCH KIỂM TRA NỘI BỘ THÁNG 10/2024:",
        "1. Lịch dự giờ của tổ tháng 10",
    ],
)
def test_rows_under_a_month_are_of_that_month(heading):
    rows = "|1|Bầu cán sự lớp|Tuần 2|GVCN|\n|2|Soát sổ|Trước ngày 12|BGH|\n|3|Dự giờ||BGH|\n|4|Thi vẽ|5/11/2024|Đội|\n"
    assert days(heading + TIMED + rows) == [
        (date(2024, 10, 7), date(2024, 10, 13)),
        (None, date(2024, 10, 12)),
        OCTOBER,
        (date(2024, 11, 5), date(2024, 11, 5)),
    ]


def test_a_month_over_the_points_over_a_table_is_its_month():
    text = "1. Tháng 10/2024\na) Trọng tâm: nền nếp.\nb) Lịch cụ thể"
    assert days(text + UNTIMED)[-2:] == [OCTOBER, OCTOBER]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("1. Tuần 2 (từ 07/10 đến 12/10/2024)", (date(2024, 10, 7), date(2024, 10, 12))),
        ("1. Tuần 2 tháng 10", (date(2024, 10, 7), date(2024, 10, 13))),
        ("1. Danh sách kiểm tra tháng 10", NEVER),
        ("1. Tháng 10 và tháng 11", NEVER),
        ("1. Tuần 3", NEVER),
        ("1. Lớp 10", NEVER),
    ],
)
def test_rows_without_a_time_are_of_the_one_week_over_them(heading, day):
    assert days(heading + UNTIMED)[-2:] == [day, day]


def test_what_each_member_answers_for_is_of_no_month():
    rows = "\n\n|TT|Họ và tên|Nhiệm vụ|\n|---|---|---|\n|1|Lò Văn An|Theo dõi chung|\n|2|Hà Thị Na|Giữ sổ sách|\n"
    assert days(f"1. Tháng 10/2024{rows}") == []


def test_the_table_below_another_month_is_of_that_one():
    text = f"1. Tháng 10/2024{UNTIMED}\n2. Tháng 11/2024{UNTIMED}\n3. Theo dõi chung{UNTIMED}"
    assert days(text) == [OCTOBER] * 2 + [(date(2024, 11, 1), date(2024, 11, 30))] * 2 + [NEVER] * 2


def test_a_heading_swallowed_by_a_cell_leaves_open_which_month_a_row_is_of():
    rows = (
        "|1|Soát sổ|Trước ngày 12|BGH<br>2. Tháng 11/2024: Biết ơn|\n|1|Dự giờ|Ngày 17|BGH|\n|2|Thi vẽ|5/11/2024|Đội|\n"
    )
    assert days(f"1. Tháng 10/2024{TIMED}{rows}") == [NEVER, NEVER, (date(2024, 11, 5), date(2024, 11, 5))]
