"""One work, two deadlines that cannot both be kept: both quotes shown, the earlier one used until someone chooses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task
from schedules.proofreading.agreement import overtaken, undecided

RULE = "hai-han"


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task whose mentions disagree, or where one of them was over when the plan was signed."""
    for task in plan.tasks:
        if undecided([mention.due for mention in task.mentions], plan.header.date):
            yield _finding(task, plan.header.date)


def _finding(task: Task, signed: date | None) -> Finding:
    told = " / ".join(f"“{mention.due.words}”" for mention in task.mentions if mention.due.day)
    over = overtaken([mention.due for mention in task.mentions], signed)
    used = f"hạn sau ngày ký kế hoạch ({signed:%d/%m/%Y})" if over else "hạn sớm hơn"
    message = f"“{task.title}” được nêu hai hạn khác nhau: {told}. Tạm dùng {used}."
    quotes = tuple(mention.quote for mention in task.mentions)
    places = tuple(mention.place for mention in task.mentions)
    return Finding(RULE, Severity.CHOICE, message, quotes, "Chọn một hạn rồi sửa chỗ còn lại trong kế hoạch.", places)
