"""One work, two deadlines that cannot both be kept: both quotes are shown, the earlier is used until someone chooses."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task
from schedules.proofreading.agreement import agree

RULE = "hai-han"


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task whose mentions disagree."""
    for task in plan.tasks:
        if _disagree(task):
            yield _finding(task)


def _disagree(task: Task) -> bool:
    dues = [mention.due for mention in task.mentions if mention.due.dated]
    return any(not agree(one, two) for at, one in enumerate(dues) for two in dues[at + 1 :])


def _finding(task: Task) -> Finding:
    told = " / ".join(f"“{mention.due.words}”" for mention in task.mentions)
    message = f"“{task.title}” được nêu hai hạn khác nhau: {told}. Tạm dùng hạn sớm hơn."
    quotes = tuple(mention.quote for mention in task.mentions)
    places = tuple(mention.place for mention in task.mentions)
    return Finding(RULE, Severity.CHOICE, message, quotes, "Chọn một hạn rồi sửa chỗ còn lại trong kế hoạch.", places)
