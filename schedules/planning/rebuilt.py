"""How a row put together from torn lines is known: its cells know the line they begin on, and no table."""

from __future__ import annotations

from schedules.plan import Block


def is_rebuilt(row: Block) -> bool:
    """Whether a row was put together from lines, so the words of one cell stand apart in its text."""
    return bool(row.cells) and row.place.table is not None and row.cells[0].place.table is None
