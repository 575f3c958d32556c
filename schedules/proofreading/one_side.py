"""Work that only the body or only the appendix names, in a plan that has both (L07)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task

RULE = "chi-o-mot-noi"
ENOUGH = 2
"""Works named on both sides before a body and a table are taken to tell the same plan twice."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding for the works only in the text, one for those only in the table."""
    sides = [(task, {mention.place.table is not None for mention in task.mentions}) for task in plan.tasks]
    if sum(len(side) > 1 for _, side in sides) < ENOUGH:
        return
    for in_table, where in ((False, "phần chữ"), (True, "bảng")):
        alone = [task for task, side in sides if side == {in_table}]
        if alone:
            yield _finding(alone, where)


def _finding(tasks: Sequence[Task], where: str) -> Finding:
    titles = "; ".join(f"“{task.title}”" for task in tasks)
    message = f"{len(tasks)} việc chỉ có ở {where}: {titles}."
    quotes = tuple(task.mentions[0].quote for task in tasks)
    places = tuple(task.mentions[0].place for task in tasks)
    return Finding(RULE, Severity.INFO, message, quotes, "Xem có cần ghi ở cả hai nơi không.", places)
