"""A fixed day outside the plan's school year, most often last year's number left standing (L01)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.plan import FIRST_MONTH, Due, Finding, Plan, Precision, SchoolYear, Severity

RULE = "nam-lech"
FIXED = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})
SUMMER = 8
"""Work of August after the year ends (summer jobs, taking stock) still belongs to it."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per mention whose day lies outside the plan's year."""
    year = plan.header.school_year
    if year is None:
        return
    for task in plan.tasks:
        for mention in task.mentions:
            if _is_outside(mention.due, year) and not _is_later_this_year(mention.due, plan.header.date):
                message = f"“{mention.due.words}” nằm ngoài năm học {year} của kế hoạch."
                yield Finding(
                    RULE, Severity.CHOICE, message, (mention.quote,), _suggestion(mention.due, year), (mention.place,)
                )


def _is_outside(due: Due, year: SchoolYear) -> bool:
    if due.day is None or due.precision not in FIXED or due.recurrence or "year" in due.implied:
        return False
    belongs = SchoolYear.of(due.day)
    summer = due.day.year == year.second and due.day.month == SUMMER
    spans = due.start is not None and SchoolYear.of(due.start) != belongs
    return belongs != year and not summer and not spans


def _is_later_this_year(due: Due, signed: date | None) -> bool:
    """Whether a plan signed in spring looks ahead to the autumn of its calendar year, as plans of a year do."""
    if signed is None or due.day is None or signed.month >= FIRST_MONTH:
        return False
    return due.day.year == signed.year and due.day > signed


def _suggestion(due: Due, year: SchoolYear) -> str:
    day = due.day
    if day is None:
        return ""
    try:
        guess = date(year.year_of(day.month), day.month, day.day)
    except ValueError:
        return "Xem lại năm."
    shown = f"{guess:%-d/%-m/%Y}" if due.precision is Precision.DAY else f"tháng {guess:%-m/%Y}"
    return f"Có thể là {shown}?"
