"""Sheets and pasted tables whose tables do not stand alone: text between them, rows merged across."""

from __future__ import annotations

from schedules.reading import read_text
from schedules.reading.grid import Box
from schedules.reading.sheet import sheet_blocks


def boxes(*rows: tuple[str, ...]) -> list[Box]:
    return [Box(text, at, column) for at, row in enumerate(rows) for column, text in enumerate(row)]


def shapes(*rows: tuple[str, ...]) -> list[bool]:
    return [block.is_row for block in sheet_blocks(boxes(*rows), "", 1)]


TABLE = (("TT", "Nội dung", "Thời gian"), ("1", "Họp tổ", "05/9/2025"))


def test_a_sheet_without_any_table_is_paragraphs():
    assert shapes(("KẾ HOẠCH",), ("1. Nộp báo cáo trước ngày 25/9/2025.",)) == [False, False]


def test_text_below_the_table_is_paragraphs():
    assert shapes(("KẾ HOẠCH",), *TABLE, ("III. TỔ CHỨC THỰC HIỆN",), ("- Báo cáo Phòng",)) == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_a_heading_between_two_tables_parts_them():
    found = sheet_blocks(boxes(*TABLE, ("II. KIỂM TRA",), *TABLE), "", 1)
    assert [block.place.table for block in found if block.is_row] == [1, 1, 2, 2]


def test_a_short_lone_row_inside_a_table_groups_its_rows():
    assert shapes(*TABLE, ("MỨC 4: Không có",), ("2", "Dự giờ", "10/9/2025")) == [True, True, True, True]


def test_a_line_without_tabs_inside_a_pasted_table_is_a_merged_row():
    text = "TT\tViệc\tHạn\nMỨC 1, 2, 3\n1\tHọp tổ\t05/9/2025\n2\tDự giờ\t10/9/2025"
    rows = read_text(text, "dán").blocks
    assert [block.is_row for block in rows] == [True] * 4
    assert rows[1].cells[2].merged_from == rows[1].cells[0].place


def test_a_section_heading_ends_a_table_of_one_cell_a_line():
    text = (
        "\tTT\n\tViệc\n\tHạn\n\n\t1\n\tHọp tổ\n\t05/9\n\n\nII. KIỂM TRA\n\n\tTT\n\tMôn\n\tNgày\n\n\t1\n\tToán\n\t06/9\n"
    )
    tables = [block.place.table for block in read_text(text, "dán").blocks if block.is_row]
    assert tables == [1, 1, 2, 2]
