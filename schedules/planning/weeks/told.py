"""Weeks a plan counts itself, each with its days ("Tuần 6 - 12 (25/9 - 11/11)"): they date the weeks told bare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from schedules.planning.outline import Item
from schedules.planning.tables.cell_lines import flat
from schedules.wording import Context, fold

TOLD = re.compile(
    r"^\W*tuan (?:thu )?(?P<count>\d{1,2})(?: ?(?:-|–|den|va|[+,&]) ?(?:tuan )?\d{1,2})*\W+(?:tu )?(?:ngay )?"
    r"(?P<day>\d{1,2}) ?[/.] ?(?P<month>\d{1,2})(?: ?[/.] ?(?P<year>20\d\d))? ?(?:-|–|den)(?: het)?(?: ngay)? ?"
    r"\d{1,2} ?[/.] ?\d{1,2}(?: ?[/.] ?20\d\d)?\W*$"
)
FEWEST, WEEKS_OF_A_MONTH, MONTHS = 3, 5, 12
Counted = tuple[int, date]


def counted_as_told(context: Context, items: Sequence[Item]) -> Context:
    """Return the context with a calendar that counts school weeks as the plan's own weeks with their days do."""
    if context.calendar.school_weeks:
        return context
    weeks = sorted(set(_told(items, context)))
    counts = [count for count, _ in weeks]
    if len(weeks) < FEWEST or counts[-1] <= WEEKS_OF_A_MONTH or len(set(counts)) < len(counts):
        return context  # weeks counted anew each month tell nothing of the others
    if not all(_go_on(first, then) for first, then in pairwise(weeks)):
        return context
    return replace(context, calendar=replace(context.calendar, school_weeks=tuple(weeks)))


def begins_before_month(context: Context, items: Sequence[Item]) -> date | None:
    """Return the Monday of a month's plan's first week where it lies in the month before: "Tuần 1 (30/10 - 04/11)"."""
    month = context.table_month
    year = context.plan_year or (context.school_year.year_of(month) if month and context.school_year else None)
    if not month or not year:
        return None
    first = date(year, month, 1)
    mondays = {monday for count, monday in _told(items, context) if count == 1}
    begins = min(mondays, default=first)
    return begins if len(mondays) == 1 and first - timedelta(days=7) < begins < first else None


def _told(items: Sequence[Item], context: Context) -> Iterator[Counted]:
    for item in items:
        texts = [cell.text for cell in item.block.cells] if item.block.is_row else [item.body]
        for match in filter(None, (TOLD.match(" ".join(fold(flat(text)).split())) for text in texts)):
            month = int(match["month"])
            known = context.school_year.year_of(month) if context.school_year and 1 <= month <= MONTHS else None
            year = int(match["year"]) if match["year"] else context.plan_year or known
            if year and (monday := _monday(year, month, int(match["day"]))):
                yield int(match["count"]), monday


def _monday(year: int, month: int, day: int) -> date | None:
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    return first - timedelta(days=first.weekday())


def _go_on(first: Counted, then: Counted) -> bool:
    """Whether one week is as many weeks behind another as their numbers say, or later: breaks are not counted."""
    return then[1] - first[1] >= timedelta(weeks=then[0] - first[0])
