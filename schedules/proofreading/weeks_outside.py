"""School weeks that, counted from the start of the year, leave the month the plan names beside them."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity

RULE = "tuan-ngoai-thang"
OUTSIDE = "month_of_row"
"""Named in `implied` of a due that is the month of its row, because the weeks counted lead out of it."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding for all works whose weeks do not lie in their month."""
    found = [mention for task in plan.tasks for mention in task.mentions if OUTSIDE in mention.due.implied]
    if not found:
        return
    words = ", ".join(dict.fromkeys(f"“{mention.due.words}”" for mention in found))
    message = (
        f"Tuần ghi ở {len(found)} việc ({words}) đếm từ đầu năm học không rơi vào tháng của dòng, "
        "có lẽ vì tuần nghỉ Tết không được đánh số; tạm lấy cả tháng."
    )
    advice = "Ghi thêm ngày của tuần, ví dụ: Tuần 28 (06/4 - 11/4)."
    quotes = tuple(dict.fromkeys(mention.quote for mention in found))
    yield Finding(RULE, Severity.CHOICE, message, quotes, advice, tuple(mention.place for mention in found))
