"""A time cell of labelled lines: every line is a deadline of the work, under its label."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.planning.tables.labelled_times import labelled_times
from schedules.reading import read_text
from schedules.wording import Context

CONTEXT = Context(load_calendar(), SchoolYear(2024))
HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n\n"
TABLE = "|TT|Nội dung|Thời gian|Phụ trách|\n|---|---|---|---|\n|1|{work}|{time}|Kế toán|\n|2|Họp tổ|3/10/2024|Tổ 1|\n"


def told(*lines):
    return [(one.label, one.due.start, one.due.day) for one in labelled_times(lines, CONTEXT)]


def works(work, time):
    text = HEAD + TABLE.format(work=work, time=time)
    return [(task.title, task.due.day) for task in understand(read_text(text, "dán"), load_calendar()).tasks][:-1]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (("Đợt 1: trước 10/10/2024", "Đợt 2: trước 10/3/2025"), ["Đợt 1", "Đợt 2"]),
        (("Quý III/2024: trước 10/10/2024", "Quý I/2025: trước 10/3/2025"), ["Quý III/2024", "Quý I/2025"]),
        (("HKI: trước 10/10/2024; HKII: trước 10/3/2025",), ["HKI", "HKII"]),
        (("Lần 1 trước 10/10/2024, lần 2 trước 10/3/2025",), ["Lần 1", "lần 2"]),
        (("Cấp trường: trước 10/10/2024", "Cấp tỉnh: trước 10/3/2025"), ["Cấp trường", "Cấp tỉnh"]),
        (("Khối 4, 5:", "trước 10/10/2024", "Khối 1:", "trước 10/3/2025"), ["Khối 4, 5", "Khối 1"]),
        (("Vòng 1: trước 10/10/2024 Vòng 2: trước 10/3/2025",), ["Vòng 1", "Vòng 2"]),
        (("trước 10/10/2024 (đợt 1)", "trước 10/3/2025 (đợt 2)"), ["đợt 1", "đợt 2"]),
        (("Tháng 10: trước 10/10/2024", "Tháng 3: trước 10/3/2025"), ["", ""]),
    ],
)
def test_each_labelled_line_is_a_deadline(lines, labels):
    days = [(None, date(2024, 10, 10)), (None, date(2025, 3, 10))]
    assert told(*lines) == [(label, *day) for label, day in zip(labels, days, strict=True)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Bắt đầu: 5/9/2024", "Kết thúc: 10/9/2024"),
        ("Dự kiến: 5/9/2024", "Chính thức: 10/9/2024"),
        ("Sáng: 5/9/2024", "Chiều: 6/9/2024"),
        ("Thời gian: 5/9/2024", "Hạn đăng ký: 1/9/2024"),
        ("7h30: 5/9/2024", "9h30: 6/9/2024"),
        ("Lần 1: 5/9/2024",),
        ("Lần 1: 5/9/2024", "Lần 2: thông báo sau"),
        ("Lần 1: 5/9/2024", "Lần 2: 5/9/2024"),
        ("Tuần 1, 2 tháng 10",),
    ],
)
def test_what_is_one_time_or_not_all_told_is_left_whole(lines):
    assert told(*lines) == []


def test_a_work_comes_once_for_every_line_under_its_label():
    assert works("Công khai quỹ lớp", "Học kỳ I: trước 10/1/2025<br>Học kỳ II: trước 20/5/2025") == [
        ("Công khai quỹ lớp – Học kỳ I", date(2025, 1, 10)),
        ("Công khai quỹ lớp – Học kỳ II", date(2025, 5, 20)),
    ]


def test_two_works_come_each_on_every_round():
    assert works("- Thu phiếu.<br>- Trả sổ.", "Đợt 1: trước 10/1/2025<br>Đợt 2: trước 20/5/2025") == [
        ("Thu phiếu – Đợt 1", date(2025, 1, 10)),
        ("Thu phiếu – Đợt 2", date(2025, 5, 20)),
        ("Trả sổ – Đợt 1", date(2025, 1, 10)),
        ("Trả sổ – Đợt 2", date(2025, 5, 20)),
    ]


def test_works_that_name_their_rounds_keep_a_line_each():
    assert works("- Thu phiếu quý III.<br>- Thu phiếu quý IV.", "Quý III: trước 10/10<br>Quý IV: trước 10/1") == [
        ("Thu phiếu quý III", date(2024, 10, 10)),
        ("Thu phiếu quý IV", date(2025, 1, 10)),
    ]
