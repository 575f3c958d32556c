"""Dated work that names nobody (L12)."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity

RULE = "chua-co-nguoi"


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding that counts the dated tasks without owner."""
    alone = [task for task in plan.tasks if task.due.dated and not task.owners]
    if not alone:
        return
    message = counted(len(alone))
    quotes = tuple(task.mentions[0].quote for task in alone)
    places = tuple(task.mentions[0].place for task in alone)
    yield Finding(RULE, Severity.CHOICE, message, quotes, "Giao người phụ trách trước khi công bố.", places)


def counted(number: int) -> str:
    """Return what the finding says of so many tasks."""
    return f"{number} việc chưa có người phụ trách."
