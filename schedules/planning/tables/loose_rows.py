"""Lines that stand under a table in a sheet, where every line is a row: they are read as lines again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from schedules.plan import Block

LINE = re.compile(r"^\s*(?:[-–—+•*·]\s+|\d{1,2}[.)]\s+\D|[IVX]{1,4}[.)]\s+|[a-zđ]\)\s+)|^.{60,}$")
"""A bullet, a number, or a text too long to head rows."""


def loosened(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with the last rows of each table that hold one text in their first cell made lines."""
    made: list[Block] = []
    for _, group in groupby(blocks, key=lambda block: block.place.table if block.is_row else None):
        rows = list(group)
        last = len(rows)
        while last > 1 and _is_line(rows[last - 1]):
            last -= 1
        made += [*rows[:last], *(Block(row.text, row.place) for row in rows[last:])]
    return tuple(made)


def _is_line(block: Block) -> bool:
    if not block.is_row or not block.cells[0].text.strip():
        return False
    others = any(cell.text.strip() and cell.merged_from != block.cells[0].place for cell in block.cells[1:])
    return not others and bool(LINE.match(block.cells[0].text))
