"""The two points people act on: the last working day to remind by, the first working day it is late from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from schedules.calendar.working_days import WorkingDays
from schedules.plan import Bound, Due, Precision

TABLED_YEARS = range(1902, 2099)
DAY = timedelta(days=1)
MIDNIGHT = time(0)


def with_points(due: Due, working_days: WorkingDays) -> Due:
    """Return the due with `remind_by` and `late_from` filled; a due without a day comes back unchanged.

    “Trước ngày X” is read strictly when reminding (the day before X) and leniently when calling it late.
    “Trước tháng m” already has the last allowed day in `day`, and “trước 16 giờ ngày X” leaves the day
    itself to act, but “trước 0 giờ ngày X” does not: X is late. Outside the years whose lunar days are
    tabled, nobody can say which days are worked: such a due comes back unchanged too.
    """
    if due.day is None or due.day.year not in TABLED_YEARS:
        return due
    remind_by, late_from = points(due.day, due.precision, due.bound, working_days, due.hour)
    return replace(due, remind_by=remind_by, late_from=late_from)


def points(
    day: date, precision: Precision, bound: Bound | None, working_days: WorkingDays, hour: time | None = None
) -> tuple[date | None, date | None]:
    """Return `remind_by` and `late_from` of a last day named, None for both outside the tabled years."""
    if day.year not in TABLED_YEARS:
        return None, None
    if ends_as_it_begins(precision, bound, hour):
        return working_days.on_or_before(day - DAY), working_days.on_or_after(day)
    strict = bound is Bound.BEFORE and precision is Precision.DAY and hour is None
    return working_days.on_or_before(day - DAY if strict else day), working_days.after(day)


def ends_as_it_begins(precision: Precision, bound: Bound | None, hour: time | None) -> bool:
    """Whether the day named is over for who acts as it begins: “trước 0 giờ ngày X”, “đến 00h00 ngày X”."""
    return hour == MIDNIGHT and precision is Precision.DAY and bound in {Bound.BEFORE, Bound.BY}


def last_in_time(due: Due) -> date | None:
    """Return the last day on which what is done is not late on the lenient reading; None for no day."""
    return due.day - DAY if due.day and ends_as_it_begins(due.precision, due.bound, due.hour) else due.day
