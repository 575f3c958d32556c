"""One work, two deadlines that cannot both be kept: both quotes shown, the earlier used until someone chooses."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task
from schedules.proofreading.agreement import conflicts

RULE = "hai-han"


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task whose mentions disagree."""
    for task in plan.tasks:
        if conflicts([mention.due for mention in task.mentions]):
            yield _finding(task)


def _finding(task: Task) -> Finding:
    told = " / ".join(f"“{mention.due.words}”" for mention in task.mentions)
    message = f"“{task.title}” được nêu hai hạn khác nhau: {told}. Tạm dùng hạn sớm hơn."
    quotes = tuple(mention.quote for mention in task.mentions)
    places = tuple(mention.place for mention in task.mentions)
    return Finding(RULE, Severity.CHOICE, message, quotes, "Chọn một hạn rồi sửa chỗ còn lại trong kế hoạch.", places)
