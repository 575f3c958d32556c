"""The times of work with a first and a last day: “thứ Bảy hằng tuần từ 24/3 đến 26/5” → nine Saturdays.

The plan says one stretch; each time in it is a deadline of its own. Which days they are is read from the words before
the stretch; words that name none (“hằng tuần từ 2/10 đến 30/11”) mean each week or month of it, clipped to it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from schedules.calendar import with_points
from schedules.calendar.spoken import day_words
from schedules.plan import Bound, Due, Precision, Recurrence
from schedules.wording.context import Context
from schedules.wording.finding import find
from schedules.wording.folding import fold
from schedules.wording.span import show

ONE_DAY = timedelta(days=1)
STEPS = {Recurrence.WEEKLY: relativedelta(weeks=1), Recurrence.MONTHLY: relativedelta(months=1)}
FROM = re.compile(r"\b(?:tu|(?:cho )?den)\b(?=\D{0,12}\d)")
"""“từ ngày 24/3”, “đến hết tháng 10/2023”: where the words of the stretch begin; “từ thứ Hai” begins none."""

BARE = frozenset({"vao", "dinh", "ky", "moi", "mot", "1", "01", "lan", "tuan", "thang", "hang"})
"""Words before a stretch that name no day: whatever else stands there may, and then nothing is told."""


def is_stretch(due: Due) -> bool:
    """Whether a due comes every week or month from a first to a last day and holds more than one time."""
    step = STEPS.get(due.recurrence) if due.recurrence else None
    return step is not None and due.start is not None and due.day is not None and due.start + step <= due.day


def first_time(due: Due, context: Context) -> Due:
    """Return the first time of a stretch; any other due, and a stretch whose times cannot be told, as it is."""
    return next(times_within(due, context), due) if is_stretch(due) else due


def times_within(stretch: Due, context: Context) -> Iterator[Due]:
    """Yield each time of a stretch with its two points, earliest first; nothing for a due that is no stretch."""
    if not is_stretch(stretch) or stretch.start is None or stretch.day is None:
        return
    head = _head(stretch.words)
    named = _next_named(head, stretch, stretch.start, context)
    if named is None:
        yield from _periods(stretch, context) if set(fold(head).split()) <= BARE else ()
    while named is not None and named <= stretch.day:
        yield _time(stretch, named, named, context)
        named = _next_named(head, stretch, named + ONE_DAY, context)


def _head(words: str) -> str:
    """Return the words that stand before the first and last day, else those behind them."""
    found = FROM.search(fold(words))
    if found is None:
        return words
    return words[: found.start()].rstrip(" ,(;:") or words.partition(", ")[2]


def _next_named(head: str, stretch: Due, since: date, context: Context) -> date | None:
    """Return the first day the words before the stretch name from a day on."""
    after = replace(context, doc_date=since, table_month=None, time_column=True)
    times = [one.due for one in find(head, after) if one.due.recurrence is stretch.recurrence] if head else []
    days = [one.day for one in times if one.day and one.day >= since and one.start in (None, one.day)]
    return min(days, default=None)


def _periods(stretch: Due, context: Context) -> Iterator[Due]:
    """Yield the weeks (Monday to Sunday) or months of a stretch in which a day is worked."""
    start, last = stretch.start, stretch.day
    while start is not None and last is not None and start <= last:
        end = min(_end_of_period(start, stretch.recurrence), last)
        due = _time(stretch, start, end, context)
        if due.remind_by and due.remind_by >= start:
            yield due
        start = end + ONE_DAY


def _end_of_period(day: date, recurrence: Recurrence | None) -> date:
    if recurrence is Recurrence.MONTHLY:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day + timedelta(days=6 - day.weekday())


def _time(stretch: Due, start: date, day: date, context: Context) -> Due:
    fine = {Recurrence.WEEKLY: Precision.WEEK, Recurrence.MONTHLY: Precision.MONTH}
    precision = Precision.DAY if start == day else fine.get(stretch.recurrence or Recurrence.YEARLY, Precision.DAY)
    this = day_words(day) if start == day else show(start, day)
    basis = f"{stretch.basis.rstrip('.')}; lần này: {this}"
    due = replace(stretch, start=start, day=day, precision=precision, bound=Bound.DURING, basis=basis)
    return with_points(replace(due, until=stretch.day), context.calendar.working_days)
