"""“Thời gian: … Người kiểm tra: … Đối tượng: …” behind a work: who does it is kept, for whom is no part of its title."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS ĐỒI CHÈ\nĐồi Chè, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def works_of(lines: str):
    plan = understand(read_text(f"{HEAD}{lines}\n", "dán"), load_calendar())
    return [(task.title, task.owners, str(task.due.day)) for task in plan.tasks]


@pytest.mark.parametrize(
    "line",
    [
        "Kiểm tra bể bơi. Thời gian: ngày 05/3/2026. Người kiểm tra: Phó Hiệu trưởng. Đối tượng: tổ bơi.",
        "Kiểm tra bể bơi; Thời gian: ngày 05/3/2026; Cán bộ kiểm tra: Phó Hiệu trưởng; Đối tượng: tổ bơi, bảo vệ.",
        "Kiểm tra bể bơi – Thời gian: ngày 05/3/2026 – Người kiểm tra: Phó Hiệu trưởng – Đối tượng: tổ bơi",
        "Kiểm tra bể bơi. Đối tượng: tổ bơi. Thời gian: ngày 05/3/2026. Người thực hiện: Phó Hiệu trưởng.",
        "Kiểm tra bể bơi, thời gian: ngày 05/3/2026, người kiểm tra: Phó Hiệu trưởng, đối tượng: tổ bơi",
        "Kiểm tra bể bơi. Người kiểm tra: Phó Hiệu trưởng. Thời gian: ngày 05/3/2026.",
        "Kiểm tra bể bơi (Thời gian: ngày 05/3/2026; người kiểm tra: Phó Hiệu trưởng; đối tượng: tổ bơi)",
        "Kiểm tra bể bơi. Thời gian: ngày 05/3/2026. Phụ trách kiểm tra: Phó Hiệu trưởng. Thành phần: tổ bơi.",
    ],
)
def test_labels_behind_a_work_tell_who_does_it_and_lengthen_no_title(line):
    assert works_of(f"1. {line}") == [("Kiểm tra bể bơi", ("Phó Hiệu trưởng",), "2026-03-05")]


@pytest.mark.parametrize("after", ["", "\nTrên đây là kế hoạch của nhà trường.", "\nNơi nhận:\n- Lưu: VT."])
def test_the_lines_of_the_last_work_are_its_own_whatever_text_goes_on(after):
    lines = "1. Kiểm tra bể bơi\n- Người kiểm tra: Phó Hiệu trưởng\n- Đối tượng: tổ bơi\n- Thời gian: ngày 05/3/2026"
    assert works_of(lines + after) == [("Kiểm tra bể bơi", ("Phó Hiệu trưởng",), "2026-03-05")]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Nộp biên bản cho người kiểm tra: trước ngày 05/3/2026.", ()),
        ("Kiểm tra kho sách. Thời gian: ngày 05/3/2026. Người được kiểm tra: thủ thư.", ()),
        ("Đố vui. Thời gian: ngày 05/3/2026. Người phụ trách: Tổ Toán – Thành phần: học sinh khối 9", ("Tổ Toán",)),
    ],
)
def test_whoever_is_only_visited_or_present_is_no_owner(line, owners):
    assert [found for _, found, _ in works_of(f"1. {line}")] == [owners]
