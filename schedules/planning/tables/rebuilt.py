"""How a row put together from torn lines is known: its cells know the line they begin on, and no table."""

from __future__ import annotations

from schedules.plan import Block


def is_rebuilt(row: Block) -> bool:
    """Whether a row was put together from lines, so the words of one cell stand apart in its text."""
    return bool(row.cells) and row.place.table is not None and row.cells[0].place.table is None


def sure_of(row: Block) -> float:
    """Return how sure the least sure filled cell of a rebuilt row is, 0 to 1; 1 for rows nobody had to rebuild."""
    return min((cell.confidence for cell in row.cells if cell.text.strip()), default=1.0) if is_rebuilt(row) else 1.0
