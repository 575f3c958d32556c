"""A finding points at the cell its quote stands in, each quote at its own, in every format with tables."""

from __future__ import annotations

import io

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Finding, Place, SchoolYear, Severity
from schedules.planning import understand
from schedules.planning.doubts.seats import seated
from schedules.reading import read_bytes, read_text
from tests.test_schedules_planning_sheets import MADE

ROWS = (
    ("TT", "Nội dung", "Thời gian", "Người phụ trách"),
    ("1", "Họp phụ huynh", "31/11/2026", "GVCN"),
    ("2", "Thi vẽ", "20/12/2026", "Hoa"),
)


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("turned", [False, True])
def test_a_quote_and_its_place_are_one_cell(made, turned):
    rows = tuple(row[::-1] for row in ROWS) if turned else ROWS
    document = made(A=rows)
    plan = understand(document, load_calendar(), SchoolYear(2026))
    cells = {cell.place: cell.text for block in document.blocks for cell in block.cells}
    told = {finding.rule: finding for finding in plan.findings if len(finding.quotes) == len(finding.places) == 1}
    assert {"ngay-khong-co", "roi-ngay-nghi"} <= told.keys()
    for rule in ("ngay-khong-co", "roi-ngay-nghi"):
        assert told[rule].quotes[0].split("\t")[0] in cells[told[rule].places[0]]
    assert told["ngay-khong-co"].places[0].column == (2 if turned else 3)


def finding(quotes, *places):
    return Finding("x", Severity.INFO, "Xem lại.", quotes, places=places)


def columns(quotes, *places):
    (found,) = seated((finding(quotes, *places),), MADE[-1](A=ROWS))
    return [place.column for place in found.places]


PLACE = Place(table=1, row=2, column=2, line=2)


def test_several_quotes_of_one_place_stand_each_in_its_cell():
    assert columns(("Họp phụ huynh", "31/11/2026"), PLACE) == [2, 3]


def test_quotes_of_places_of_their_own_stay_in_their_order():
    other = Place(table=1, row=3, column=1, line=3)
    assert columns(("31/11/2026", "Thi vẽ"), PLACE, other) == [3, 2]


def test_one_quote_of_many_rows_is_looked_for_in_each():
    heads = MADE[-1](A=(*ROWS, ("3", "Thi vẽ", "31/11/2026", "Hoa")))
    places = [Place(table=1, row=row, column=2, line=row) for row in (2, 4)]
    (found,) = seated((finding(("31/11/2026",), *places),), heads)
    assert [place.column for place in found.places] == [3, 3]


@pytest.mark.parametrize("quotes", [("Dự giờ",), ("Họp phụ huynh", "Dự giờ")])
def test_what_is_quoted_nowhere_in_the_row_stays_where_it_is(quotes):
    assert columns(quotes, PLACE) == [2]


def test_a_merged_cell_is_the_one_of_the_row_told_of():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    out = io.BytesIO()
    book.save(out)
    plan = understand(read_bytes(out.getvalue(), "k.xlsx"), load_calendar(), SchoolYear(2026))
    found = [finding for finding in plan.findings if finding.rule == "ngay-khong-co"]
    assert [(place.row, place.column) for one in found for place in one.places] == [(2, 3), (3, 3)]


def test_a_name_spelled_two_ways_has_both_its_places():
    text = "TRƯỜNG THCS LÊ LỢI\nKẾ HOẠCH NĂM HỌC 2026-2027\n1. Họp tổ ngày 5/11/2026.\nNơi nhận: Trường THCS Lê Lai."
    plan = understand(read_text(text, "dán"), load_calendar())
    (found,) = (one for one in plan.findings if one.rule == "ten-truong-hai-cach-viet")
    assert [place.line for place in found.places] == [1, 4]
    assert len(found.quotes) == 2
