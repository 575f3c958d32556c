"""Listed works of one cell that say their own days: they are works apart, whatever the table is for."""

from __future__ import annotations

from schedules.planning.tables.works import BULLET, split_works
from schedules.planning.text.segments import segments
from schedules.planning.words.fineness import FINE
from schedules.wording import Context

FEWEST = 2


def dated_apart(cell: str, context: Context) -> tuple[str, ...]:
    """Return the listed works of a cell where two or more say their own day, () elsewhere; `context` is the row's."""
    works = split_works(cell)
    listed = all(BULLET.match(work) for work in works)
    return works if listed and sum(_says_day(work, context) for work in works) >= FEWEST else ()


def _says_day(work: str, context: Context) -> bool:
    parts = segments(work.replace("\n", " "), context, line=True)
    return any(part.due.dated and part.due.precision in FINE for part in parts)
