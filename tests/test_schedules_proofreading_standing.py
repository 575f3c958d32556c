"""A finding points where its quote stands: in the cell, in the heading over the work, never only where the work is."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Block, Cell, Document, Finding, Place, Plan, Severity
from schedules.planning import understand
from schedules.proofreading.standing import Standing
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"
TABLE = (
    "II. BẢNG\nTT\tTiêu chí\tCông việc\tChủ trì\tThời gian\n"
    "1\t3.2\tMua máy lọc nước cho các lớp\tHiệu trưởng\tTháng 10/2024\n"
    "2\t3.9\tSửa chữa phòng học bộ môn\tHiệu trưởng\tTháng 11/2024\n"
)


def plan_of(text: str) -> Plan:
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def missing(plan: Plan) -> Finding:
    (found,) = [one for one in plan.findings if one.rule == "tieu-chi-khong-co"]
    return found


def told(plan: Plan, finding: Finding) -> list[str]:
    """Return the text of every block a finding points at."""
    lines = [place.line for place in finding.places]
    return [block.text for block in plan.document.blocks if block.place.line in lines]


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "- Sửa chữa phòng học bộ môn: tháng 11/2024.\n" + TABLE,
        "1. Tiêu chí 3.9: Cơ sở\n- Sửa chữa phòng học bộ môn trước ngày 5/11/2024.\n",
        "- Tiêu chí 3.9: Sửa chữa phòng học bộ môn trước ngày 5/11/2024.\n",
    ],
)
def test_a_criterion_there_is_not_is_pointed_at_where_it_is_written(text: str) -> None:
    plan = plan_of(text)
    found = missing(plan)
    assert found.places
    assert all("3.9" in line for line in told(plan, found))


def row(number: int, *texts: str) -> Block:
    cells = tuple(Cell(text, Place(table=1, row=number, column=at)) for at, text in enumerate(texts, 1))
    return Block("\t".join(texts), Place(table=1, row=number), cells)


DOCUMENT = Document(
    "k.docx",
    "docx",
    (
        Block("Tiêu chí 1.5: Lớp học", Place(paragraph=1)),
        Block("Sửa phòng học ngày 11.5.2026", Place(paragraph=2)),
        row(1, "1", "Tiêu chí 1.5", "Sửa phòng học"),
        row(2, "2", "Tiêu chí 11.5", "Sửa sân"),
    ),
)


@pytest.mark.parametrize(
    ("place", "quotes", "there"),
    [
        (Place(table=1, row=1, column=3), ("1.5",), Place(table=1, row=1, column=3)),
        (Place(paragraph=2), ("1.5",), Place(paragraph=1)),
        (Place(table=1, row=2), ("1.5",), Place(table=1, row=1, column=2)),
        (Place(paragraph=1), ("11.5",), Place(table=1, row=2, column=2)),
        (Place(paragraph=2), ("9.9",), Place(paragraph=2)),
        (Place(paragraph=2), ("9.9", "sửa  phòng học"), Place(paragraph=2)),
        (Place(paragraph=7), ("1.5",), Place(paragraph=7)),
    ],
)
def test_the_nearest_line_above_that_holds_the_quote_is_its_place(
    place: Place, quotes: tuple[str, ...], there: Place
) -> None:
    found = Finding("x", Severity.INFO, "m", quotes, places=(place,))
    assert Standing(DOCUMENT).placed(found).places == (there,)


def test_of_several_places_those_that_hold_the_words_are_told() -> None:
    standing = Standing(DOCUMENT)
    cell, line = Place(table=1, row=1, column=3), Place(paragraph=2)
    assert standing.told_at((line, cell, cell), "1.5") == (cell,)
    assert standing.told_at((line, cell), "9.9") == (line, cell)
