"""The day a plan names with a letter and counts its steps from: "Ngày bắt đầu (T): 15/9/2025", then "T + 7 ngày"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schedules.plan import NO_DUE, Due
from schedules.planning.drafts import in_column
from schedules.planning.outline import Item
from schedules.planning.tables.columns import Role
from schedules.planning.tables.row import Row
from schedules.wording import Context, find, when

LETTER = r"(?P<letter>[TNDX])"
NAMES = re.compile(
    rf"^\W*(?:(?i:ngày|mốc|thời điểm)\s[^.;:()\d]{{0,60}}\(\s*(?:(?i:ngày)\s+)?{LETTER}\s*\)|"
    rf"(?:(?i:ghi chú|quy ước|trong đó|với)\W+)?(?:(?i:ngày|mốc)\s+)?\(?{LETTER.replace('letter', 'alone')}\)?)"
    r"\s*(?::|=|là)\s*(?=\D{0,20}\d{1,2}\s*[/.-])"
)
"""“T là ngày 15/9/2025”, “Ngày ban hành kế hoạch (T): 15/9/2025”."""

COUNTED = re.compile(
    r"^\W*(?P<how>(?i:trước|chậm nhất|muộn nhất|đến hết|đến|hết)\s+)?(?:(?i:ngày)\s+)?(?P<letter>[TNDX])"
    r"(?:\s*(?P<sign>[+–−-])\s*(?P<count>\d{1,3})(?:\s*(?P<unit>(?i:ngày|tuần)))?)?\W*$"
)
DAYS = {"tuần": 7}


@dataclass(frozen=True, slots=True)
class StartDay:
    """A day under its letter."""

    letter: str
    day: date


def names_start(text: str) -> bool:
    """Whether a line only tells which day a letter stands for."""
    return NAMES.match(text) is not None


def start_day(items: Iterable[Item], context: Context) -> StartDay | None:
    """Return the one day a plan counts from under a letter; None where it names none, or several."""
    found = {one for item in items if not item.block.is_row and (one := _named(item.body, context))}
    return found.pop() if len(found) == 1 else None


def counted_from(rows: Sequence[Row], start: StartDay | None, context: Context) -> list[Row]:
    """Return the rows of a table, those whose time counts from the `start` due on that day: "T + 15 ngày"."""
    if not start:
        return list(rows)
    dues = [_due(row, start, context) for row in rows]
    return [replace(row, told=due) if due.dated else row for row, due in zip(rows, dues, strict=True)]


def _named(text: str, context: Context) -> StartDay | None:
    match = NAMES.match(text)
    if not match:
        return None
    days = [one.due for one in find(text[match.end() :], in_column(context)) if one.due.dated]
    letter = match["letter"] or match["alone"]
    single = len(days) == 1 and days[0].start in {None, days[0].day}
    return StartDay(letter, days[0].day) if single and days[0].day else None


def _due(row: Row, start: StartDay, context: Context) -> Due:
    words = " ".join(row.text(Role.TIME).split())
    match = COUNTED.match(words)
    if row.told.dated or not match or match["letter"] != start.letter:
        return NO_DUE
    count = int(match["count"] or 0) * DAYS.get((match["unit"] or "").lower(), 1)
    day = start.day + timedelta(days=count if match["sign"] == "+" else -count)
    due = when(f"{match['how'] or ''}ngày {day:%d/%m/%Y}", in_column(context))
    basis = f"“{words}” tính từ ngày {start.letter} là {start.day:%d/%m/%Y}: ngày {day:%d/%m/%Y}."
    return replace(due, words=words, basis=basis, implied=(*due.implied, "start"))
