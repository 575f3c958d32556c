"""The one day over a table without a column of times: of a round ("Đợt 1 (ngày 12/9)") every row is a work that day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from schedules.planning.outline import Item, Rank
from schedules.planning.tables.column_contents import read_columns
from schedules.planning.tables.columns import PEOPLE, TIMES, Role
from schedules.planning.tables.member_table import is_of_members
from schedules.planning.tables.programmes import LINES_ABOVE, on_one_day
from schedules.planning.tables.row import Row
from schedules.planning.text.deadlines import deadlines_in
from schedules.planning.text.occasions import is_occasion
from schedules.wording import Context, fold

SESSION = re.compile(
    r"^\W*(?:(?:dot|buoi|lan|vong|ca|phien)\b\s*(?:thu\s+)?(?:lao dong\s+)?"
    r"(?:\d{1,2}|[ivx]{1,4}|nhat|mot|hai|ba|tu|nam|sang|chieu|toi)\b|"
    r"(?:sang|chieu|toi|thu\s+\w+\s*,)?\s*ngay\b\W*(?:thu\b|\d)|thoi gian\b[^:]{0,20}:)"
)
"""A round, a session or a bare time; “Phân công chuẩn bị Hội nghị ngày 12/9” tells a day the rows come before."""


@dataclass(frozen=True, slots=True)
class DayOver:
    """The words of the day over a table, and the indexes of the lines that only tell that day."""

    words: str
    lines: frozenset[int]


def days_over(items: Sequence[Item], context: Context) -> Mapping[int, DayOver]:
    """Return the day over each table that hands out works by rows and tells no time itself, by the table's number."""
    found: dict[int, DayOver] = {}
    numbered = [(at, item) for at, item in enumerate(items) if item.block.is_row]
    for table, group in groupby(numbered, key=lambda pair: pair[1].block.place.table):
        rows = list(group)
        day = _day_above(items, rows[0][0], context) if table is not None else None
        if day and table is not None and _is_handed_out([item for _, item in rows], context):
            found[table] = day
    return found


def lines_of_days(items: Sequence[Item], context: Context) -> frozenset[int]:
    """Return the indexes of the lines that only tell the day of the table below them: no works of their own."""
    return frozenset(at for day in days_over(items, context).values() for at in day.lines)


def under_day(rows: Sequence[Row], day: DayOver | None) -> list[Row]:
    """Return the rows of a table under the day over it, as they are where none is."""
    return [replace(row, spans=(day.words, *row.spans)) for row in rows] if day else list(rows)


def _day_above(items: Sequence[Item], first: int, context: Context) -> DayOver | None:
    """Return the one day the lines right above a table tell, up to the round that heads them; None for others."""
    lines: list[int] = []
    for at in range(first - 1, max(0, first - LINES_ABOVE) - 1, -1):
        if items[at].block.is_row:
            break
        lines.append(at)
        if items[at].rank is not Rank.TEXT:
            break
    told = {at: [one for one in deadlines_in(items[at].body, context) if not is_occasion(one)] for at in lines}
    sessions = [at for at in lines if SESSION.match(fold(items[at].body)) and told[at]]
    days = {on_one_day(one.due).day for found in told.values() for one in found}
    if not sessions or len(days) != 1 or None in days:
        return None
    return DayOver(told[sessions[-1]][0].quote, frozenset(sessions))


def _is_handed_out(rows: Sequence[Item], context: Context) -> bool:
    """Whether the rows of a table are works with their people, and no column or header tells a time."""
    blocks = [item.block for item in rows]
    columns, header = read_columns(blocks, context, timed=True)
    people = any(role in columns for role in PEOPLE)
    timed = any(role in columns for role in TIMES)
    return Role.WORK in columns and people and not timed and not is_of_members(columns, blocks[:header])
