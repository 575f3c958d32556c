"""Work that comes again, under a month: its first time is the first of that month, and not the first of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.plan import Due
from schedules.wording import Context, when


def first_in_month(due: Due, context: Context) -> Due:
    """Return a due that comes again with its first time in the month of its row or heading; others as they are."""
    month, known = context.table_month, context.school_year
    year = context.plan_year or (known.year_of(month) if month and known else None)
    if not due.recurrence or due.day is None or not month or not year:
        return due
    first = date(year, month, 1)
    if due.day >= first:
        return due
    told = when(due.words, replace(context, doc_date=first))
    return told if told.dated and told.recurrence == due.recurrence else due
