"""Which named days off moved the days people act on: “24/11 nghỉ Ngày Văn hóa Việt Nam”."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from schedules.calendar import WorkingDays
from schedules.plan import Bound, Due, Precision

DAY = timedelta(days=1)
OFF = "ngày nghỉ "
WEEKEND = frozenset({"thứ Bảy", "Chủ nhật"})
"""Days off everybody expects: they are not named."""


@dataclass(frozen=True, slots=True)
class MovedBy:
    """The days off between the last working day to finish and the last day that counts, and before it is late."""

    finish: str = ""
    late: str = ""


def moved_by(due: Due, working_days: WorkingDays) -> MovedBy:
    """Return the named days off for which the days to act upon a deadline are others; both empty where none are."""
    if due.day is None or due.remind_by is None or due.late_from is None:
        return MovedBy()
    strict = due.bound is Bound.BEFORE and due.precision is Precision.DAY and not due.hour
    last = due.day - DAY if strict else due.day
    return MovedBy(
        finish=_named(due.remind_by + DAY, last, working_days),
        late=_named(due.day + DAY, due.late_from - DAY, working_days),
    )


def _named(first: date, last: date, working_days: WorkingDays) -> str:
    """Return the named days off of some days, those in a row by one name together."""
    days = [first + DAY * number for number in range((last - first).days + 1)]
    named = [(day, why) for day in days if (why := working_days.why_off(day)) and why not in WEEKEND]
    runs = [list(run) for _, run in groupby(named, key=lambda one: one[1])]
    return "; ".join(f"{_span(run[0][0], run[-1][0])} nghỉ {run[0][1].removeprefix(OFF)}" for run in runs)


def _span(first: date, last: date) -> str:
    ends = dict.fromkeys(f"{day.day}/{day.month}" for day in (first, last))
    return " – ".join(ends)
