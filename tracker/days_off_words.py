"""Which named days off moved the days people act on: “24/11 nghỉ Ngày Văn hóa Việt Nam”."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from schedules.calendar import WorkingDays, last_in_time
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
    return MovedBy(
        finish=_named(due.remind_by + DAY, _last(due, due.day), working_days),
        late=_named((last_in_time(due) or due.day) + DAY, due.late_from - DAY, working_days),
    )


def why_earlier(due: Due, working_days: WorkingDays) -> str:
    """Return the days off, weekends too, between the last working day to finish and the last that counts; or none.

    “24/11 nghỉ Ngày Văn hóa Việt Nam”, “28/11 – 29/11 cuối tuần”
    """
    if due.day is None or due.remind_by is None:
        return ""
    return _named(due.remind_by + DAY, _last(due, due.day), working_days, weekends=True)


def _last(due: Due, day: date) -> date:
    strict = due.bound is Bound.BEFORE and due.precision is Precision.DAY and due.hour is None
    return day - DAY if strict else last_in_time(due) or day


def _named(first: date, last: date, working_days: WorkingDays, *, weekends: bool = False) -> str:
    """Return the named days off of some days, and weekends if asked for, those in a row by one name together."""
    days = [first + DAY * number for number in range((last - first).days + 1)]
    off = [(day, why) for day in days if (why := working_days.why_off(day)) and (weekends or why not in WEEKEND)]
    named = [(day, "cuối tuần" if why in WEEKEND else f"nghỉ {why.removeprefix(OFF)}") for day, why in off]
    runs = [list(run) for _, run in groupby(named, key=lambda one: one[1])]
    return "; ".join(f"{_span(run[0][0], run[-1][0])} {run[0][1]}" for run in runs)


def _span(first: date, last: date) -> str:
    ends = dict.fromkeys(f"{day.day}/{day.month}" for day in (first, last))
    return " – ".join(ends)
