"""A date later than the law's for the same matter; the plan's own date stays in force."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.law import compare_with_law, load_law
from schedules.plan import Finding, Plan


def check(plan: Plan, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task that the law wants earlier."""
    year = plan.header.school_year
    if year and plan.tasks:
        yield from compare_with_law(plan.tasks, load_law().tasks(year, plan.header.level, calendar))
