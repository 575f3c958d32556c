"""Many deadlines in one week: people will ask for some to move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Precision, Severity, Task

RULE = "don-viec"
MANY = 6
COUNTED = frozenset({Precision.DAY, Precision.WEEK})


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per week in which many tasks of a named day or week fall due."""
    weeks: dict[date, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        if task.due.day and task.due.precision in COUNTED:
            weeks[task.due.day - timedelta(days=task.due.day.weekday())].append(task)
    for monday, tasks in sorted(weeks.items()):
        if len(tasks) >= MANY:
            sunday = monday + timedelta(days=6)
            message = f"{len(tasks)} việc cùng đến hạn trong tuần {monday:%d/%m}–{sunday:%d/%m/%Y}."
            quotes = tuple(task.mentions[0].quote for task in tasks)
            places = tuple(task.mentions[0].place for task in tasks)
            yield Finding(RULE, Severity.INFO, message, quotes, "Xem có thể giãn bớt việc nào không.", places)
