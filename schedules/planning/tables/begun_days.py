"""Rows whose first day slipped into the cell of their people: "GVCN | 20/10/2025 | 15/5/2026" under a lost header."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.row import Row
from schedules.wording import fold

DAY = r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(20\d\d)"
ALONE = re.compile(rf"^\W*{DAY}\W*$")
AT_END = re.compile(rf"(?<!ngay)(?:^|(?<=[^\W\d]))\W*{DAY}\W*$")
SPANS = frozenset({Role.START, Role.END})


def with_begun_day(row: Row, columns: Columns) -> Row:
    """Return the row with the day its people end in as the beginning of its time, which is a later day beside it."""
    time = columns.get(Role.TIME)
    beside = next((role for role in (Role.HELP, Role.LEAD) if time and columns.get(role) == time - 1), None)
    if beside is None or SPANS & columns.keys():
        return row
    people, last = row.text(beside), ALONE.match(row.text(Role.TIME))
    first = AT_END.search(fold(people)) if last else None
    begun, ended = (_day(one) for one in (first, last))
    if first is None or begun is None or ended is None or begun > ended:
        return row
    texts = {**row.texts, beside: people[: first.start()].strip()}
    if begun < ended:
        texts[Role.TIME] = f"{people[first.start() :].strip()} - {row.text(Role.TIME).strip()}"
    return replace(row, texts=texts)


def _day(found: re.Match[str] | None) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
