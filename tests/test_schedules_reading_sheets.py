"""Workbooks, old and new: merges, dates as shown, hidden sheets, limits."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import pytest

from schedules.reading import Unreadable, limits, read_bytes
from schedules.reading.shown import shown

openpyxl = pytest.importorskip("openpyxl")


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def rows_of(data, name="k.xlsx"):
    return [[cell.text for cell in block.cells] for block in read_bytes(data, name).blocks if block.is_row]


HEADER = ("TT", "Việc", "Thời gian", "Phụ trách")


def test_a_merge_repeats_its_text_and_says_where_from():
    book = sheet_of(HEADER, (1, "Họp", "9/2026", "BGH"), (2, "Thi", "10/2026", None))
    book.active.merge_cells("D2:D3")
    last = read_bytes(saved(book), "k.xlsx").blocks[-1].cells[3]
    assert last.text == "BGH"
    assert (last.merged_from.row, last.merged_from.column) == (2, 4)


def test_titles_above_the_header_are_paragraphs():
    book = sheet_of(("KẾ HOẠCH NĂM HỌC 2026-2027",), HEADER, (1, "Họp", "9/2026", "BGH"))
    book.active.merge_cells("A1:D1")
    first, header, *_ = read_bytes(saved(book), "k.xlsx").blocks
    assert (first.text, first.is_row) == ("KẾ HOẠCH NĂM HỌC 2026-2027", False)
    assert header.is_row


@pytest.mark.parametrize(
    ("value", "layout", "text"),
    [
        (datetime(2026, 9, 25), "dd/mm/yyyy", "25/09/2026"),
        (datetime(2026, 9, 25), "General", "25/09/2026"),
        (datetime(2026, 9, 1), "mm/yyyy", "09/2026"),
        (datetime(2026, 9, 1), '"Tháng "m', "09"),
        (datetime(2026, 9, 25), "d/m", "25/09"),
        (datetime(2026, 1, 1), "yyyy", "2026"),
        (datetime(2026, 9, 25, 7, 30), "dd/mm/yyyy hh:mm", "25/09/2026 07:30"),
        (date(2026, 9, 25), "[$-42A]dd/mm/yyyy", "25/09/2026"),
        (time(7, 30), "hh:mm", "07:30"),
        (3.0, "General", "3"),
        (1500000, "#,##0", "1.500.000"),
        (0.5, "0%", "50%"),
        (7, "00", "07"),
        (2.5, "General", "2,5"),
        (True, "General", "x"),
        ("Tuần 2", "General", "Tuần 2"),
    ],
)
def test_a_value_reads_as_it_is_shown(value, layout, text):
    assert shown(value, layout) == text


def test_a_month_typed_as_a_date_gives_no_day():
    book = sheet_of(HEADER, (1, "Họp", datetime(2026, 9, 1), "BGH"))
    book.active["C2"].number_format = "mm/yyyy"
    assert rows_of(saved(book))[1][2] == "09/2026"


def test_a_hidden_sheet_is_not_read_and_said_so():
    book = sheet_of(HEADER, (1, "Họp", "9/2026", "BGH"))
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = "bí mật"
    hidden.sheet_state = "hidden"
    document = read_bytes(saved(book), "k.xlsx")
    assert "bí mật" not in document.text
    assert "“Nháp” đang bị ẩn" in document.findings[0].message


def test_several_sheets_are_tables_with_their_names():
    book = sheet_of(HEADER, (1, "Họp", "9/2026", "BGH"))
    other = book.create_sheet("Học kỳ II")
    for row in (HEADER, (2, "Thi", "3/2027", "BGH")):
        other.append(row)
    document = read_bytes(saved(book), "k.xlsx")
    assert [block.text for block in document.blocks if block.heading] == ["Sheet", "Học kỳ II"]
    assert {block.place.table for block in document.blocks if block.is_row} == {1, 2}


def test_a_formula_without_its_value_is_said():
    book = sheet_of(HEADER, (1, "Họp", "=A2+1", "BGH"))
    assert "1 ô công thức" in read_bytes(saved(book), "k.xlsx").findings[0].message


def test_too_many_rows_are_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr(limits, "MOST_ROWS", 50)
    with pytest.raises(Unreadable, match="hơn 50 dòng"):
        read_bytes(saved(sheet_of(*[(number, "a", "b", "c") for number in range(60)])), "k.xlsx")


def test_a_merge_over_a_million_rows_takes_no_room():
    book = sheet_of(HEADER, (1, "Họp", "9/2026", "BGH"))
    book.active.merged_cells.add("A2:A1048576")
    assert len(rows_of(saved(book))) <= 3


def test_old_workbooks_have_the_same_merges_and_dates():
    xlwt = pytest.importorskip("xlwt")
    pytest.importorskip("xlrd")
    book = xlwt.Workbook()
    sheet = book.add_sheet("Kế hoạch")
    for column, text in enumerate(HEADER):
        sheet.write(0, column, text)
    sheet.write_merge(1, 2, 0, 0, "1")
    sheet.write(1, 1, "Họp")
    sheet.write(1, 2, datetime(2026, 9, 25), xlwt.easyxf(num_format_str="DD/MM/YYYY"))
    sheet.write(2, 1, "Thi")
    assert rows_of(saved(book), "k.xls")[1:] == [["1", "Họp", "25/09/2026", ""], ["1", "Thi", "", ""]]


def test_a_damaged_old_workbook_is_refused():
    pytest.importorskip("xlrd")
    with pytest.raises(Unreadable, match="hỏng"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 2000, "k.xls")
