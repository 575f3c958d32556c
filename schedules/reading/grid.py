"""Boxes of a table → its rows: every place a merged box covers repeats its text and says where it comes from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from schedules.plan import Block, Cell, Place
from schedules.reading import limits

MOST_PLACES = limits.MOST_ROWS * limits.MOST_COLUMNS


@dataclass(frozen=True, slots=True)
class Box:
    """One cell as drawn: its text, where it begins (from 0), what it covers, its doubtful numbers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    confidence: float = 1.0
    doubtful: tuple[str, ...] = ()


def table_rows(boxes: Iterable[Box], table: int, pages: Sequence[int] = ()) -> tuple[Block, ...]:
    """Return the rows of one table, counted from 1; `pages` tells the page of each row where there are pages.

    Rows without any text are left out, their numbers kept.
    """
    kept = [clipped(box) for box in boxes if box.row < limits.MOST_ROWS and box.column < limits.MOST_COLUMNS]
    width = max((box.column + box.columns for box in kept), default=0)
    height = max((box.row + box.rows for box in kept), default=0)
    lines: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    room = MOST_PLACES
    for box in kept:
        # Merges that lie on one another by the thousand are a trap: past the limit a box covers its own place only.
        laid = box if box.rows * box.columns <= room else replace(box, rows=1, columns=1)
        room -= laid.rows * laid.columns
        _lay(laid, lines, table, pages)
    places = (Place(page=_page(pages, at), table=table, row=at + 1) for at in range(height))
    blocks = (_row(cells, place) for cells, place in zip(lines, places, strict=True))
    return tuple(block for block in blocks if block.text.strip())


def clipped(box: Box) -> Box:
    """Return the box within the limits of a table: a merge may claim a million rows."""
    rows = max(min(box.rows, limits.MOST_ROWS - box.row), 1)
    columns = max(min(box.columns, limits.MOST_COLUMNS - box.column), 1)
    return replace(box, rows=rows, columns=columns)


def row_text(cells: Sequence[Cell]) -> str:
    """Return the words of a row once each, parted by tabs."""
    return "\t".join(cell.text for cell in cells if cell.merged_from is None)


def _page(pages: Sequence[int], row: int) -> int | None:
    return pages[row] if row < len(pages) else None


def _lay(box: Box, lines: list[list[Cell | None]], table: int, pages: Sequence[int]) -> None:
    text = unicodedata.normalize("NFC", box.text).strip()
    origin = Place(page=_page(pages, box.row), table=table, row=box.row + 1, column=box.column + 1)
    for row in range(box.row, box.row + box.rows):
        for column in range(box.column, box.column + box.columns):
            # Where boxes overlap (a damaged file) the first one keeps its place.
            if lines[row][column] is None:
                place = Place(page=_page(pages, row), table=table, row=row + 1, column=column + 1)
                merged = None if place == origin else origin
                lines[row][column] = Cell(text, place, merged, box.confidence, box.doubtful)


def _row(cells: Sequence[Cell | None], place: Place) -> Block:
    filled = tuple(cell or Cell("", replace(place, column=column)) for column, cell in enumerate(cells, 1))
    # A row of merges alone has no words of its own, yet it is a row that people see.
    return Block(row_text(filled) or next((cell.text for cell in filled if cell.text), ""), place, filled)
