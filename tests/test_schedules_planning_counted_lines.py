"""Lines under a work that only count ("+ Quý III: trước 15/10"): the work above with that label, on the line's own day."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"


def works(body):
    tasks = understand(read_text(HEAD + body, "dán"), load_calendar()).tasks
    return [(task.title, task.due.start, task.due.day) for task in tasks]


@pytest.mark.parametrize(
    ("above", "line", "title"),
    [
        (
            "- Niêm yết thu chi quỹ lớp:",
            "+ Quý III/2024: trước ngày 10/10/2024;",
            "Niêm yết thu chi quỹ lớp quý III/2024",
        ),
        ("1. Thống kê học sinh bỏ học", "- Học kỳ I: trước 10/10/2024", "Thống kê học sinh bỏ học học kỳ I"),
        ("- Quyết toán theo quý:", "+ Quý 3/2024 - trước ngày 10/10/2024", "Quyết toán quý 3/2024"),
        ("a) Báo cáo phổ cập (Kế toán):", "- Giữa năm: trước ngày 10/10/2024.", "Báo cáo phổ cập giữa năm"),
        ("- Kiểm tra vở sạch chữ đẹp:", "+ Khối 3: trước ngày 10/10/2024", "Kiểm tra vở sạch chữ đẹp khối 3"),
    ],
)
def test_a_counted_line_is_the_work_above_it_on_its_own_day(above, line, title):
    assert works(f"{above}\n{line}\n") == [(title, None, date(2024, 10, 10))]


def test_a_month_behind_the_colon_of_a_quarter_is_the_time_and_not_the_quarter():
    found = works("- Đối chiếu công nợ:\n+ Quý III/2024: trong tháng 10/2024.\n+ Quý IV/2024: trong tháng 01/2025.\n")
    assert found == [
        ("Đối chiếu công nợ quý III/2024", date(2024, 10, 1), date(2024, 10, 31)),
        ("Đối chiếu công nợ quý IV/2024", date(2025, 1, 1), date(2025, 1, 31)),
    ]


def test_a_round_keeps_its_place_behind_the_work_above_it():
    found = works("- Sinh hoạt cụm:\n+ Lần 1: tháng 10/2024, tại trường Lá Sen.\n")
    assert [title for title, _, _ in found] == ["Sinh hoạt cụm lần 1: tại trường Lá Sen"]


@pytest.mark.parametrize("above", ["2. THỜI GIAN NĂM HỌC", "2. Thời gian", "2. Kế toán"])
def test_a_heading_that_names_no_work_lends_none(above):
    assert works(f"{above}\n- Học kỳ I: từ ngày 05/9/2024 đến 11/01/2025\n")[0][0] == "Học kỳ I"
