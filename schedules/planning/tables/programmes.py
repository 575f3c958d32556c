"""Programmes of one day, whose rows only tell hours ("7h30 – 7h45"): the day stands over the rows or their table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import NO_DUE, Bound, Due, Precision
from schedules.planning.outline import Item, Rank
from schedules.planning.tables.row import Row
from schedules.wording import Context, find, fold

HOUR = r"\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?\s*(?:phut|p)?"
HOURS = re.compile(rf"^\W*(?:(?:tu|luc|den|sau|sang|chieu)\s+)*{HOUR}(?:\W*(?:den)?\W*{HOUR})?\W*$")
SPAN_FIRST = re.compile(rf"^\W*{HOUR}\s*[-–—]\s*{HOUR}\s+[a-z]")
LINES_ABOVE = 3


def is_hours(time: str) -> bool:
    """Whether a time is only an hour, or a span of hours."""
    return HOURS.match(fold(time)) is not None


def begins_with_hours(text: str) -> bool:
    """Whether a text begins with a span of hours and goes on with words: its bar is lost ("7h00 - 7h30 Đón khách")."""
    return SPAN_FIRST.match(fold(text)) is not None


def on_one_day(day: Due) -> Due:
    """Return the day of a programme whose rows only tell hours; none where what stands over them is no single day."""
    single = day.precision is Precision.DAY and day.bound is Bound.DURING and day.start in {None, day.day}
    return day if single else NO_DUE


def lines_above(items: Sequence[Item], first: Item) -> tuple[str, ...]:
    """Return the lines right above the table a row opens, nearest first, then the headings over it."""
    at = next(at for at, item in enumerate(items) if item is first)
    lines: list[str] = []
    for item in reversed(items[max(0, at - LINES_ABOVE) : at]):
        if item.block.is_row:
            break
        lines.append(item.body)
        if item.rank is Rank.SECTION or item.block.heading:
            break  # what stands before it is of another section
    return (*lines, *(heading for heading in reversed(first.headings) if heading not in lines))


def with_day_above(rows: Sequence[Row], lines: Sequence[str], context: Context) -> list[Row]:
    """Return the rows of a programme that tells hours alone under the one day of the `lines` above; others as is."""
    times = [row.time for row in rows if row.time]
    if not times or not all(map(is_hours, times)):
        return list(rows)
    days = [(line, due.day) for line in lines if (due := _day_of(line, context)).dated]
    if len({day for _, day in days}) != 1:
        return list(rows)
    return [replace(row, spans=(days[0][0], *row.spans)) for row in rows]


def _day_of(line: str, context: Context) -> Due:
    """Return the one day a line names to hold something on; none where it names none, or more than one time."""
    found = [one.due for one in find(line, context) if one.due.dated]
    return on_one_day(found[0]) if len(found) == 1 else NO_DUE
