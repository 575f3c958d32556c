"""The walk through an OpenDocument body: paragraphs, lists, frames and tables, in reading order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lxml import etree

from schedules.plan import Block, Place
from schedules.reading import limits
from schedules.reading.grid import Box, table_rows
from schedules.reading.open_numbers import LABEL, PARAGRAPHS, TEXT, URN

TABLE, OFFICE, DRAW = URN % "table", URN % "office", URN % "drawing"
SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
SKIPPED = frozenset(
    {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note", f"{DRAW}text-box", f"{TABLE}table"}
)
"""Deleted text and remarks are gone; notes, frames and tables are blocks of their own."""

BODIES = (f"{OFFICE}text", f"{OFFICE}spreadsheet")
MOST_BLANKS = 100


class OpenBody:
    """Turns one content part into blocks, counting paragraphs and tables from 1."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, root: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of the whole file."""
        return tuple(block for name in BODIES for body in root.iter(name) for block in self._walk(body))

    def _walk(self, parent: etree._Element) -> Iterator[Block]:
        for child in parent:
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child)
            elif child.tag not in SKIPPED or child.tag == f"{DRAW}text-box":
                yield from self._walk(child)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        self._paragraphs += 1
        text = text_of(element)
        if text.strip():
            place, heading = Place(paragraph=self._paragraphs), element.tag == f"{TEXT}h"
            yield Block(text, place, heading=heading, label=element.get(LABEL, ""))
        for inner in element.iter(f"{DRAW}text-box", f"{TEXT}note-body"):
            yield from self._walk(inner)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        boxes: list[Box] = []
        nested: list[etree._Element] = []
        at = 0
        for row in _rows(element):
            found = [(column, cell) for column, cell in _cells(row)]
            boxes += [_box(cell, at, column) for column, cell in found]
            nested += [inner for _, cell in found for inner in cell if inner.tag == f"{TABLE}table"]
            # A sheet ends with one empty row repeated a million times.
            filled = any(box.row == at and box.text for box in boxes[-len(found) :]) if found else False
            at += _count(row, f"{TABLE}number-rows-repeated") if not filled else 1
            if at > limits.MOST_ROWS:
                break
        yield from table_rows((box for box in boxes if box.text or box.rows * box.columns == 1), number)
        for inner in nested:
            yield from self._table(inner)


def text_of(element: etree._Element) -> str:
    """Return the NFC text of one paragraph without the frames and notes in it."""
    return unicodedata.normalize("NFC", "".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(_count(child, f"{TEXT}c"), MOST_BLANKS)
        elif child.tag in SPACES:
            yield SPACES[child.tag]
        elif isinstance(child.tag, str) and child.tag not in SKIPPED:
            yield from _pieces(child)
        yield child.tail or ""


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag != f"{TABLE}table":
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield cells with the column each begins at; cells covered by a merge only take up room."""
    column = 0
    for cell in row:
        if not isinstance(cell.tag, str) or not cell.tag.endswith("table-cell"):
            continue
        repeated = _count(cell, f"{TABLE}number-columns-repeated")
        if cell.tag == f"{TABLE}table-cell":
            for extra in range(min(repeated, limits.MOST_COLUMNS - column)):
                yield column + extra, cell
        column += repeated
        if column >= limits.MOST_COLUMNS:
            return


def _box(cell: etree._Element, row: int, column: int) -> Box:
    # A cell that shows nothing but its automatic number (the TT column) holds that number.
    paragraphs = [text_of(inner) or inner.get(LABEL, "").strip(".) ") for inner in _paragraphs(cell)]
    text = "\n".join(paragraphs).strip("\n")
    rows, columns = _count(cell, f"{TABLE}number-rows-spanned"), _count(cell, f"{TABLE}number-columns-spanned")
    return Box(text, row, column, rows, columns)


def _paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in PARAGRAPHS:
            yield child
        elif child.tag not in SKIPPED:
            yield from _paragraphs(child)


def _count(element: etree._Element, name: str) -> int:
    value = element.get(name, "1")
    return max(int(value), 1) if value.isdigit() and len(value) < 9 else 1  # noqa: PLR2004
