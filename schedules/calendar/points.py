"""The two points people act on: the last working day to remind by, the first working day it is late from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from schedules.calendar.working_days import WorkingDays
from schedules.plan import Bound, Due, Precision

TABLED_YEARS = range(1902, 2099)


def with_points(due: Due, working_days: WorkingDays) -> Due:
    """Return the due with `remind_by` and `late_from` filled; a due without a day comes back unchanged.

    “Trước ngày X” is read strictly when reminding (the day before X) and leniently when calling it late.
    “Trước tháng m” already has the last allowed day in `day`, and “trước 16 giờ ngày X” leaves the day
    itself to act. Outside the years whose lunar days are
    tabled, nobody can say which days are worked: such a due comes back unchanged too.
    """
    if due.day is None or due.day.year not in TABLED_YEARS:
        return due
    bound = Bound.BY if due.hour and due.bound is Bound.BEFORE else due.bound
    remind_by, late_from = points(due.day, due.precision, bound, working_days)
    return replace(due, remind_by=remind_by, late_from=late_from)


def points(
    day: date, precision: Precision, bound: Bound | None, working_days: WorkingDays
) -> tuple[date | None, date | None]:
    """Return `remind_by` and `late_from` of a last day named, None for both outside the tabled years."""
    if day.year not in TABLED_YEARS:
        return None, None
    strict = bound is Bound.BEFORE and precision is Precision.DAY
    last = day - timedelta(days=1) if strict else day
    return working_days.on_or_before(last), working_days.after(day)
