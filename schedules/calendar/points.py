"""The two points people act on: the last working day to remind by, the first working day it is late from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from schedules.calendar.working_days import WorkingDays
from schedules.plan import Bound, Due, Precision

TABLED_YEARS = range(1902, 2099)


def with_points(due: Due, working_days: WorkingDays) -> Due:
    """Return the due with `remind_by` and `late_from` filled; a due without a day comes back unchanged.

    “Trước ngày X” is read strictly when reminding (the day before X) and leniently when calling it late.
    “Trước tháng m” already has the last allowed day in `day`. Outside the years whose lunar days are
    tabled, nobody can say which days are worked: such a due comes back unchanged too.
    """
    if due.day is None or due.day.year not in TABLED_YEARS:
        return due
    strict = due.bound is Bound.BEFORE and due.precision is Precision.DAY
    last = due.day - timedelta(days=1) if strict else due.day
    return replace(due, remind_by=working_days.on_or_before(last), late_from=working_days.after(due.day))
