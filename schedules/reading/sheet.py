"""The boxes of one sheet → blocks: its tables, and the paragraphs above, between and below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from schedules.plan import Block, Finding, Place
from schedules.reading import limits
from schedules.reading.grid import Box, table_rows
from schedules.reading.remark import warning
from schedules.reading.unreadable import Unreadable

HEADER_CELLS = 3
"""A table's header has at least this many different texts; titles and letterheads have one or two."""

FEWEST_ROWS = 4
"""So many rows of two texts make a table; fewer are a letterhead."""

LONGEST_GROUP = 90
OUTSIDE = re.compile(r"^\W*(?:[IVX]{1,5}|[A-H])\s*[.)]\s+\S|^(?:nơi nhận|phụ lục|ghi chú|hiệu trưởng)\b", re.IGNORECASE)
"""What ends a table in a sheet: a section, the recipients, an appendix, a note, the signature."""


def sheet_blocks(boxes: Sequence[Box], title: str, table: int) -> tuple[Block, ...]:
    """Return the blocks of a sheet; `title` is its name where there are several, `table` the table's number."""
    blocks = [Block(title, Place(table=table), heading=True)] if title else []
    filled = [box for box in boxes if box.text.strip()]
    for number, (rows, is_table) in enumerate(_stretches(filled)):
        inside = [box for box in filled if box.row in rows]
        blocks += table_rows(inside, table + number // 2) if is_table else [_paragraph(box, table) for box in inside]
    return tuple(blocks)


def _paragraph(box: Box, table: int) -> Block:
    return Block(box.text.strip(), Place(table=table, row=box.row + 1, column=box.column + 1))


def _stretches(boxes: Sequence[Box]) -> list[tuple[range, bool]]:
    """Return the rows of each table and of the paragraphs between, in order."""
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        rows.setdefault(box.row, []).append(box)
    if not rows:
        return []
    first, last = _header_row(rows), max(rows) + 1
    if first is None:
        return [(range(last), False)]
    found = [(range(first), False)]
    start, table = first, True
    for row in sorted(row for row in rows if row > first):
        outside = _is_paragraph(rows[row], in_table=table)
        if outside == table:
            found.append((range(start, row), table))
            start, table = row, not outside
    return [*found, (range(start, last), table)]


def _is_paragraph(row: Sequence[Box], *, in_table: bool) -> bool:
    """Whether a row is text outside the tables: long, a section heading, or on after such a row and alone."""
    if len(row) > 1 or row[0].column or row[0].columns > 1:
        return False
    text = row[0].text.strip()
    return not in_table or len(text) > LONGEST_GROUP or bool(OUTSIDE.match(text))


def hidden_sheet(title: str) -> Finding:
    """Return the finding that a sheet is hidden, so not read."""
    message = f"Trang tính “{title}” đang bị ẩn nên không được đọc."
    return warning("trang-an", message, "Nếu trang ấy có việc cần làm, hãy bỏ ẩn rồi nhập lại.")


def too_long(source: str, title: str) -> Unreadable:
    """Return the refusal of a sheet with more rows than a plan can have."""
    found = f"trang tính “{title}” có hơn {limits.MOST_ROWS:,} dòng".replace(",", ".")
    return Unreadable(source, found, "trang tính kế hoạch của một năm học", "Hãy tách riêng phần kế hoạch rồi nhập lại")


def _header_row(rows: Mapping[int, Sequence[Box]]) -> int | None:
    """Return where the first table begins: at a row of several texts; None where there is hardly one such row."""
    counts = {row: len({box.text.strip() for box in boxes}) for row, boxes in rows.items()}
    for least, fewest in ((HEADER_CELLS, 1), (HEADER_CELLS - 1, FEWEST_ROWS)):
        found = [row for row, count in counts.items() if count >= least]
        if len(found) >= fewest:
            return min(found)
    return None
