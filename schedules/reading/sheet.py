"""The boxes of one sheet → blocks: what stands above the table's header are paragraphs, the rest is one table."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Block, Finding, Place
from schedules.reading import limits
from schedules.reading.grid import Box, table_rows
from schedules.reading.remark import warning
from schedules.reading.unreadable import Unreadable

HEADER_CELLS = 3
"""A table's header has at least this many different texts; titles and letterheads have one or two."""


def sheet_blocks(boxes: Sequence[Box], title: str, table: int) -> tuple[Block, ...]:
    """Return the blocks of a sheet; `title` is its name where there are several, `table` the table's number."""
    start = _header_row(boxes)
    above = [box for box in boxes if box.row < start and box.text.strip()]
    heading = (Block(title, Place(table=table), heading=True),) if title else ()
    places = [Place(table=table, row=box.row + 1, column=box.column + 1) for box in above]
    paragraphs = tuple(Block(box.text.strip(), place) for box, place in zip(above, places, strict=True))
    inside = [box for box in boxes if box.row >= start]
    return (*heading, *paragraphs, *table_rows(inside, table))


def hidden_sheet(title: str) -> Finding:
    """Return the finding that a sheet is hidden, so not read."""
    message = f"Trang tính “{title}” đang bị ẩn nên không được đọc."
    return warning("trang-an", message, "Nếu trang ấy có việc cần làm, hãy bỏ ẩn rồi nhập lại.")


def too_long(source: str, title: str) -> Unreadable:
    """Return the refusal of a sheet with more rows than a plan can have."""
    found = f"trang tính “{title}” có hơn {limits.MOST_ROWS:,} dòng".replace(",", ".")
    return Unreadable(source, found, "trang tính kế hoạch của một năm học", "Hãy tách riêng phần kế hoạch rồi nhập lại")


def _header_row(boxes: Sequence[Box]) -> int:
    texts: dict[int, set[str]] = {}
    for box in boxes:
        if box.text.strip():
            texts.setdefault(box.row, set()).add(box.text.strip())
    return min((row for row, words in texts.items() if len(words) >= HEADER_CELLS), default=0)
