"""A deadline that falls on a day off: the last working day before it is what counts (L11)."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Due, Finding, Plan, Precision, Severity

RULE = "roi-ngay-nghi"


def _is_stretch(due: Due) -> bool:
    """Whether the plan names a stretch of days, whose last may well be a Saturday."""
    return due.start is not None and due.start != due.day


def check(plan: Plan, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task whose last day is named and is a day off."""
    for task in plan.tasks:
        day = task.due.day
        if day is None or task.due.precision is not Precision.DAY or _is_stretch(task.due):
            continue
        why = calendar.working_days.why_off(day)
        if why is None:
            continue
        last = task.due.remind_by
        advice = f"Xong trong ngày làm việc trước đó: {last:%d/%m/%Y}." if last else "Chọn một ngày làm việc."
        message = f"Hạn “{task.due.words}” của “{task.title}” rơi vào ngày nghỉ {day:%d/%m/%Y} ({why})."
        quotes = tuple(mention.quote for mention in task.mentions)
        places = tuple(mention.place for mention in task.mentions)
        yield Finding(RULE, Severity.INFO, message, quotes, advice, places)
