"""The walk through a Word body: which element is a paragraph, a row, a cell, and which text of it counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lxml import etree

from schedules.plan import Block, Cell, Place
from schedules.reading import limits
from schedules.reading.xml_part import parse_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LABEL = "label"
"""Attribute set on a paragraph that Word numbers by itself."""

PARAGRAPH, TABLE, ROW, CELL, BOX = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}txbxContent"
SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText", FALLBACK, BOX, PARAGRAPH, TABLE})
"""Deleted and moved-away text is gone; boxes and nested tables are blocks of their own; a fallback repeats."""

WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"})

HEADING_NAMES = ("heading", "title", "subtitle", "đầu đề", "tiêu đề")


def blocks_of(main: bytes, styles: bytes | None, source: str) -> tuple[Block, ...]:
    """Return the blocks of a document's main part; `styles` tells its heading styles."""
    body = parse_part(main, source).find(f"{W}body")
    headings = _heading_styles(parse_part(styles, source)) if styles else frozenset[str]()
    return Body(headings).blocks(body) if body is not None else ()


class Body:
    """Turns one body into blocks, counting paragraphs, tables and rows from 1."""

    def __init__(self, headings: frozenset[str]) -> None:
        self._headings = headings
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, parent: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a body, a box or a cell, in reading order."""
        return tuple(self._walk(parent))

    def _walk(self, parent: etree._Element) -> Iterator[Block]:
        for child in children_of(parent):
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == TABLE:
                yield from self._table(child)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        self._paragraphs += 1
        text = text_of(element)
        if text.strip():
            place = Place(paragraph=self._paragraphs)
            yield Block(text, place, heading=self._is_heading(element), label=element.get(LABEL, ""))
        for box in boxes_of(element):
            yield from self._walk(box)

    def _is_heading(self, element: etree._Element) -> bool:
        style = element.find(f"{W}pPr/{W}pStyle")
        return style is not None and style.get(f"{W}val", "") in self._headings

    def _table(self, element: etree._Element) -> Iterator[Block]:
        self._tables += 1
        table, above = self._tables, dict[int, Cell]()
        for row, line in enumerate(_rows(element), 1):
            cells, nested = self._row(line, Place(table=table, row=row), above)
            if any(cell.text.strip() for cell in cells):
                text = "\t".join(cell.text for cell in cells if cell.merged_from is None)
                yield Block(text, Place(table=table, row=row), cells)
            for inner in nested:
                yield from self._table(inner)

    def _row(
        self, line: etree._Element, place: Place, above: dict[int, Cell]
    ) -> tuple[tuple[Cell, ...], list[etree._Element]]:
        cells: list[Cell] = []
        nested: list[etree._Element] = []
        for _ in range(number_at(line, f"{W}trPr/{W}gridBefore")):
            cells.append(Cell("", Place(table=place.table, row=place.row, column=len(cells) + 1)))
        for element in cells_of(line):
            column = len(cells) + 1
            cell = _cell(element, Place(table=place.table, row=place.row, column=column), above.get(column))
            nested.extend(child for child in children_of(element) if child.tag == TABLE)
            cells.append(cell)
            above[column] = cell
            origin = cell.merged_from or cell.place
            last = min(column + max(number_at(element, f"{W}tcPr/{W}gridSpan"), 1), limits.MOST_COLUMNS + 1)
            for extra in range(column + 1, last):
                repeat = Cell(cell.text, Place(table=place.table, row=place.row, column=extra), origin)
                cells.append(repeat)
                above[extra] = repeat
        return tuple(cells), nested


def text_of(element: etree._Element) -> str:
    """Return the NFC text of one paragraph, tracked changes accepted, without boxes inside it."""
    return unicodedata.normalize("NFC", "".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in SPACES:
            yield SPACES[tag]
        elif tag not in SKIPPED:
            yield from _pieces(child)


def _cell(element: etree._Element, place: Place, above: Cell | None) -> Cell:
    merge = element.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(f"{W}val", "continue") == "continue" and above is not None:
        return Cell(above.text, place, above.merged_from or above.place)
    own = [child for child in children_of(element) if child.tag == PARAGRAPH]
    # A cell that shows nothing but its automatic number (the TT column) holds that number.
    paragraphs = [text_of(child) or child.get(LABEL, "").strip(".) ") for child in own]
    boxes = [text_of(inner) for box in boxes_of(element) for inner in box.iter(PARAGRAPH)]
    return Cell("\n".join(text for text in paragraphs + boxes).strip("\n"), place)


def children_of(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element, those of wrappers such as content controls and insertions in their stead."""
    for child in parent:
        if child.tag in WRAPPERS:
            yield from children_of(child)
        else:
            yield child


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    deleted = f"{W}trPr/{W}del"
    return (row for row in children_of(table) if row.tag == ROW and row.find(deleted) is None)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Return the cell elements of a row, in order."""
    return (cell for cell in children_of(row) if cell.tag == CELL)


def boxes_of(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of the text boxes in an element, each once."""
    for box in element.iter(BOX):
        if not any(parent.tag in {FALLBACK, BOX} for parent in box.iterancestors()):
            yield box


def number_at(element: etree._Element, path: str) -> int:
    """Return the number a property of an element holds, 0 when it has none."""
    found = element.find(path)
    value = found.get(f"{W}val", "0") if found is not None else "0"
    return min(int(value), 64) if value.isdigit() else 0


def _heading_styles(root: etree._Element) -> frozenset[str]:
    found = set()
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        value = name.get(f"{W}val", "") if name is not None else ""
        if value.lower().startswith(HEADING_NAMES):
            found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)
