"""The time that follows a recurring one: the plan's own words read again from the day after it, else one step on."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from schedules.calendar import with_points
from schedules.calendar.spoken import RECURRENCES
from schedules.plan import Due, Recurrence
from schedules.wording.context import Context
from schedules.wording.finding import find
from schedules.wording.span import show

ONE_DAY = timedelta(days=1)
STEPS = {
    Recurrence.WEEKLY: relativedelta(weeks=1),
    Recurrence.MONTHLY: relativedelta(months=1),
    Recurrence.QUARTERLY: relativedelta(months=3),
}
LAST_TAUGHT, LAST_OF_YEAR, LAST_OF_PLAN_YEAR = (5, 31), (7, 31), (12, 31)


def next_time(due: Due, context: Context) -> Due | None:
    """Return the next time of a recurring due in the same school year, with its two points; None after the last.

    Weeks and months end with the teaching on 31/5, quarters and terms on 31/7. Without a school year the calendar
    year of the due is meant. Work with a last day it comes again by ends there.
    """
    if due.day is None or not due.comes_again:
        return None
    following = _read_again(due, due.day, context) or _stepped(due, due.day, context)
    end = min(_end(due.day, due, context), due.until or date.max)
    return replace(following, until=due.until) if following and following.day and following.day <= end else None


def _read_again(due: Due, day: date, context: Context) -> Due | None:
    """Return what the words mean when read on the day after: “lần đầu” of a signing day is the next of this one."""
    after = replace(context, doc_date=day + ONE_DAY, table_month=None, time_column=True)
    times = [found.due for found in find(due.words, after) if found.due.recurrence is due.recurrence]
    later = [(time.day, time) for time in times if time.day and (time.start or time.day) > day]
    if not later:
        return None
    _, following = min(later, key=lambda pair: pair[0])
    # All the words are kept: "thứ Tư, thứ Sáu hằng tuần" is read again from both days each time.
    return replace(following, words=due.words, basis=following.basis.replace("lần đầu", "lần kế tiếp", 1))


def _stepped(due: Due, day: date, context: Context) -> Due | None:
    """Return the due a week, a month or a quarter on; None where it is longer than that itself."""
    step = STEPS.get(due.recurrence) if due.recurrence else None
    if step is None or due.recurrence is None:
        return None
    start, last = due.start and _on(due.start, step), _on(day, step)
    if (start or last) <= day:
        return None
    why = f"“{due.words}”: {RECURRENCES[due.recurrence]}, sau lần {show(day)} là {show(start or last, last)}"
    return with_points(replace(due, start=start, day=last, basis=why), context.calendar.working_days)


def _on(day: date, step: relativedelta) -> date:
    """Return a day one step on; the last of a month stays the last."""
    later = day + step
    is_last = day.day == monthrange(day.year, day.month)[1] and not step.days
    return later.replace(day=monthrange(later.year, later.month)[1]) if is_last else later


def _end(day: date, due: Due, context: Context) -> date:
    if context.school_year is None:
        return date(day.year, *LAST_OF_PLAN_YEAR)
    short = due.recurrence in {Recurrence.WEEKLY, Recurrence.MONTHLY}
    return date(context.school_year.second, *(LAST_TAUGHT if short else LAST_OF_YEAR))
