"""Rows a scan tore: a time or an office that ran into the work stands apart again, the month in its own cell."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Block, Cell, Place
from schedules.planning import understand
from schedules.planning.tables.columns import Role
from schedules.planning.tables.lost_bars import parted_again
from schedules.reading import read_text

COLUMNS = {Role.MONTH: 0, Role.TIME: 1, Role.WORK: 2, Role.LEAD: 3}


def row_of(*texts, columns=COLUMNS):
    return [
        cell.text
        for cell in parted_again(Block("", Place(), tuple(Cell(text, Place()) for text in texts)), columns).cells
    ]


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        (("", "", "Tuần 3 Họp tổ", "TTCM"), ["", "Tuần 3", "Họp tổ", "TTCM"]),
        (("", "", "Truớc 30/11 Nộp sổ", "PHT"), ["", "Truớc 30/11", "Nộp sổ", "PHT"]),
        (("", "", "03/11 - 07/11 Kiểm tra sổ", "PHT"), ["", "03/11 - 07/11", "Kiểm tra sổ", "PHT"]),
        (("", "Tháng 4/2025", "Tuần 2 Khảo sát", "PHT"), ["Tháng 4/2025", "Tuần 2", "Khảo sát", "PHT"]),
        (("", "Tuần 2", "Khảo sát lớp 5 TTCM", ""), ["", "Tuần 2", "Khảo sát lớp 5", "TTCM"]),
    ],
)
def test_what_ran_together_stands_apart_again(torn, whole):
    assert row_of(*torn) == whole


@pytest.mark.parametrize(
    "row",
    [
        ("", "Tuần 3", "Tuần 4 Họp tổ", "TTCM"),
        ("", "", "Tuần lễ Giờ học tốt", "TTCM"),
        ("", "", "20/11 kỷ niệm ngày nhà giáo", "TTCM"),
        ("", "Tuần 2", "Nộp báo cáo cho PHT", ""),
        ("", "Tuần 2", "Họp tổ", ""),
        ("Tháng 3", "Tháng 4", "Tuần 2 Khảo sát", "PHT"),
    ],
)
def test_a_row_that_may_be_whole_stays_as_it_is(row):
    assert row_of(*row) == list(row)


SHIFTED = {Role.CRITERION: 0, Role.EXPECTED: 1, Role.WORK: 2, Role.LEAD: 3}
TIMETABLE = {Role.TIME: 0, Role.WORK: 1, Role.LEAD: 3}


@pytest.mark.parametrize(
    ("columns", "torn", "whole"),
    [
        (
            SHIFTED,
            ("1.3", "Đổi mới sinh hoạt chi đoàn", "Bí thư", "Chi đoàn"),
            ["1.3", "", "Đổi mới sinh hoạt chi đoàn", "Bí thư Chi đoàn"],
        ),
        (SHIFTED, ("1.3", "Hội thi tìm hiểu lịch sử", "Tổ Sử", ""), ["1.3", "", "Hội thi tìm hiểu lịch sử", "Tổ Sử"]),
        (
            TIMETABLE,
            ("28/11", "15 giờ 30", "Họp Ban đại diện cha mẹ trẻ", "PHT"),
            ["28/11", "Họp Ban đại diện cha mẹ trẻ", "", "PHT"],
        ),
        (SHIFTED, ("1.3", "Đủ sổ", "Tổ Sử", "Kế toán"), ["1.3", "Đủ sổ", "Tổ Sử", "Kế toán"]),
        (
            SHIFTED,
            ("1.3", "Đổi mới sinh hoạt chi đoàn", "Họp chi đoàn", "Kế toán"),
            ["1.3", "Đổi mới sinh hoạt chi đoàn", "Họp chi đoàn", "Kế toán"],
        ),
        (TIMETABLE, ("28/11", "15 giờ 30", "Hội trường", "PHT"), ["28/11", "15 giờ 30", "Hội trường", "PHT"]),
    ],
)
def test_neither_hours_nor_people_are_the_work_of_a_torn_row(columns, torn, whole):
    assert row_of(*torn, columns=columns) == whole


WEEKS = (
    "TRƯỜNG THCS ĐÈO GIÓ\nĐèo Gió, ngày 30 tháng 10 năm 2025\nKẾ HOẠCH THÁNG 11 NĂM 2025\nNăm học 2025-2026\nI. NỘI DUNG\n\n"
    "Tuần | Thời gian | Nội dung | Chủ trì/phối hợp\n"
    "Tuần 2 (10/11 - 15/11) | Thứ 3, 11/11 | Họp tổ | TTCM/GVCN\n"
    " | Cả tuần | Trang trí lớp | GVCN/TPT\n"
    " | Thứ 6, 14/11 | - 7h30: Dự giờ lớp 2B. - 14h00: Họp Ban đại diện. | - PHT/TTCM - HT/Kế toán\n"
    "Tuần 3 (17/11 - 22/11) | Thứ 5, 20/11 | Mít tinh | BGH/Công đoàn\n"
)


def test_a_whole_week_is_the_week_above_and_each_work_of_a_cell_has_its_own_people():
    tasks = {task.title: task for task in understand(read_text(WEEKS, "dán"), load_calendar()).tasks}
    week = next(task.due for title, task in tasks.items() if "Trang trí" in title)
    assert (str(week.start), str(week.day)) == ("2025-11-10", "2025-11-15")
    people = [(task.owners, task.helpers) for title, task in tasks.items() if "h" in title[:4] or "Họp Ban" in title]
    assert (("PHT",), ("TTCM",)) in people
    assert (("HT",), ("Kế toán",)) in people
