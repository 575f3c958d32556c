"""The header of a scanned table whose one cell over a beginning and an end was counted as one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Block
from schedules.planning.tables.columns import Role, header_role

ENDS = [Role.START, Role.END]
HEAD_ROWS = 2
GUESSED = 0.5


def spread(rows: Sequence[Block]) -> tuple[Block, ...]:
    """Return the rows with "Thời gian" over both its columns where "Từ ngày", "Đến ngày" alone stand below it."""
    if len(rows) <= HEAD_ROWS:
        return tuple(rows)
    upper, lower = rows[:HEAD_ROWS]
    labels = [cell.text for cell in upper.cells if cell.text.strip() or cell.confidence > 0]
    ends = [cell.text for cell in lower.cells if cell.text.strip()]
    width = len(upper.cells)
    times = [at for at, label in enumerate(labels) if header_role(label) is Role.TIME]
    told = [header_role(text) for text in ends] == ENDS and len(times) == 1
    if not told or len(labels) != width - 1 or len(lower.cells) != width or not all(labels):
        return tuple(rows)
    at = times[0]
    over = [*labels[: at + 1], *labels[at:]]
    below = ["" for _ in range(width)]
    below[at : at + 2] = ends
    return (_with(upper, over), _with(lower, below), *rows[HEAD_ROWS:])


def _with(row: Block, texts: Sequence[str]) -> Block:
    cells = (replace(cell, text=text, confidence=GUESSED) for cell, text in zip(row.cells, texts, strict=True))
    return replace(row, cells=tuple(cells))
