"""Strokes between people: who leads from who helps where the column says so, else one name from another."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.named import split_people
from schedules.planning.people.slashed import is_slashed
from schedules.reading import read_text


def people_of(header, *cells):
    rows = "".join(f"|{at}|Họp tổ lần {at}|{at + 2}/10/2024|{cell}|\n" for at, cell in enumerate(cells, 1))
    text = f"TRƯỜNG THCS ĐÈO GIÓ\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n\n|TT|Nội dung|Thời gian|{header}|\n|---|---|---|---|\n{rows}"
    tasks = understand(read_text(text, "dán.md"), load_calendar()).tasks
    return [(task.owners, task.helpers) for task in tasks]


HEADERS = [
    "Chủ trì/phối hợp",
    "Chủ trì / Phối hợp",
    "Người chủ trì/phối hợp",
    "Phụ trách/ phối hợp",
    "Thực hiện/Phối hợp",
]


@pytest.mark.parametrize("header", HEADERS)
def test_under_a_head_of_both_the_stroke_parts_who_leads_from_who_helps(header):
    assert people_of(header, "TPT/GVCN", "PHT, TTCM / Thư ký hội đồng", "BGH/Công đoàn, Bảo vệ") == [
        (("TPT",), ("GVCN",)),
        (("PHT", "TTCM"), ("Thư ký hội đồng",)),
        (("BGH",), ("Công đoàn", "Bảo vệ")),
    ]


def test_beside_cells_with_strokes_those_without_one_name_who_leads():
    assert people_of("Chủ trì/phối hợp", "TPT/GVCN", "PHT, TTCM", "Kế toán")[1:] == [
        (("PHT", "TTCM"), ()),
        (("Kế toán",), ()),
    ]


def test_without_any_stroke_the_first_leads_as_before():
    assert people_of("Chủ trì/phối hợp", "PHT, TTCM", "Kế toán, Văn thư") == [
        (("PHT",), ("TTCM",)),
        (("Kế toán",), ("Văn thư",)),
    ]


def test_under_another_head_a_stroke_parts_two_who_lead():
    assert people_of("Người phụ trách", "TPT/GVCN", "GVCN lớp 1/2, Đ/c Hà") == [
        (("TPT", "GVCN"), ()),
        (("GVCN lớp 1/2", "Đ/c Hà"), ()),
    ]


@pytest.mark.parametrize("name", ["GVCN lớp 6/1", "GV Toán/Lý", "Đ/c Hà", "Phòng 3/5", "Tổ 1/2"])
def test_a_stroke_inside_a_name_parts_nobody(name):
    assert (is_slashed(name), split_people(name)) == (False, ((name,), ()))
