"""Work that comes again, under a month: its first time is the first of that month, and not the first of the plan.

A plan of one month, by its title, says what comes again in that month; the next month has a plan of its own.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from schedules.plan import Due, Recurrence, Task
from schedules.planning.drafts import Draft
from schedules.wording import Context, is_stretch, when

WEEK = timedelta(days=7)
WITHIN_A_MONTH = frozenset({Recurrence.WEEKLY, Recurrence.MONTHLY})


def from_first_week(draft: Draft, monday: date, context: Context) -> Draft:
    """Return a weekly work with its first time in the plan's first week, which begins on `monday`; others as they are.

    A time before the signing is none.
    """
    from_day = max(monday, context.doc_date or monday)
    task = draft.task
    mentions = tuple(replace(one, due=_first_from(one.due, from_day, context)) for one in task.mentions)
    return replace(draft, task=replace(task, due=_first_from(task.due, from_day, context), mentions=mentions))


def _first_from(due: Due, first: date, context: Context) -> Due:
    if due.recurrence is not Recurrence.WEEKLY or due.day is None or not first <= due.day - WEEK < first + WEEK:
        return due
    told = when(due.words, replace(context, doc_date=first, table_month=None))
    return told if told.recurrence is due.recurrence and told.day == due.day - WEEK else due


def from_year_asked(task: Task, context: Context) -> Task:
    """Return a work that comes again with its first time in the context's school year, whenever the plan was signed."""
    unsigned = replace(context, doc_date=None)
    mentions = tuple(replace(one, due=_first_unsigned(one.due, unsigned)) for one in task.mentions)
    return replace(task, due=_first_unsigned(task.due, unsigned), mentions=mentions)


def _first_unsigned(due: Due, unsigned: Context) -> Due:
    if not due.comes_again or "first" not in due.implied:
        return due
    told = when(due.words, unsigned)
    return told if told.dated and told.recurrence is due.recurrence else due


def until_month_is_over(task: Task, month: int | None) -> Task:
    """Return a work of a plan titled by one month: what comes again every week or month comes until that month ends.

    Work that begins in another month, or names its own last day, stays as it is.
    """
    if month is None:
        return task
    mentions = tuple(replace(one, due=_until_end(one.due, month)) for one in task.mentions)
    return replace(task, due=_until_end(task.due, month), mentions=mentions)


def _until_end(due: Due, month: int) -> Due:
    day = due.day
    if day is None or day.month != month or due.recurrence not in WITHIN_A_MONTH or due.until or is_stretch(due):
        return due
    return replace(due, until=day.replace(day=monthrange(day.year, month)[1]))


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
