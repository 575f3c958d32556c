"""Dated work that names nobody (L12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task

RULE = "chua-co-nguoi"


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding that counts the dated tasks without owner."""
    yield from remarks(plan.tasks)


def remarks(tasks: Iterable[Task]) -> tuple[Finding, ...]:
    """Return the one finding about tasks that quote their plan, none when each dated one has an owner."""
    alone = [task for task in tasks if task.due.dated and not task.owners]
    if not alone:
        return ()
    quotes = tuple(task.mentions[0].quote for task in alone)
    places = tuple(task.mentions[0].place for task in alone)
    advice = "Giao người phụ trách trước khi công bố."
    return (Finding(RULE, Severity.CHOICE, counted(len(alone)), quotes, advice, places),)


def counted(number: int) -> str:
    """Return what the finding says of so many tasks."""
    return f"{number} việc chưa có người phụ trách."
