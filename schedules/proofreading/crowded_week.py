"""Many deadlines in one week: people will ask for some to move."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Precision, Severity, Task
from schedules.wording import fold

RULE = "don-viec"
MANY = 6
COUNTED = frozenset({Precision.DAY, Precision.WEEK})

WEEKLY = re.compile(r"^\W*(?:lich|ke hoach|chuong trinh)(?: cong tac| lam viec| hoat dong)*\W*tuan\b")
"""The title of a week's own calendar: it holds that week's work, and nothing in it can move."""

TITLE_LINES = 15


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per week in which many tasks of a named day or week fall due."""
    weeks: dict[date, list[Task]] = defaultdict(list)
    for task in plan.tasks:
        if task.due.day and task.due.precision in COUNTED:
            weeks[task.due.day - timedelta(days=task.due.day.weekday())].append(task)
    if _is_weekly(plan):
        return
    for monday, tasks in sorted(weeks.items()):
        if len(tasks) >= MANY:
            sunday = monday + timedelta(days=6)
            message = f"{len(tasks)} việc cùng đến hạn trong tuần {monday:%d/%m}–{sunday:%d/%m/%Y}."
            quotes = tuple(task.mentions[0].quote for task in tasks)
            places = tuple(task.mentions[0].place for task in tasks)
            yield Finding(RULE, Severity.INFO, message, quotes, "Xem có thể giãn bớt việc nào không.", places)


def _is_weekly(plan: Plan) -> bool:
    head = plan.document.blocks[:TITLE_LINES] if plan.document else ()
    return any(WEEKLY.match(fold(block.text)) for block in head)
