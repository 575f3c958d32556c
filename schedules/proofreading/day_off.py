"""A deadline that falls on a day off: the last working day before it is what counts (L11)."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Bound, Due, Finding, Plan, Precision, Severity

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
        message = f"Hạn “{task.due.words}” của “{task.title}” rơi vào ngày nghỉ {day:%d/%m/%Y} ({why})."
        quotes = tuple(mention.quote for mention in task.mentions)
        places = tuple(mention.place for mention in task.mentions)
        yield Finding(RULE, Severity.INFO, message, quotes, _advice(task.due), places)


def _advice(due: Due) -> str:
    """Return what to do; a meeting or a contest may well be meant for a Sunday, a deadline is not."""
    if due.remind_by is None:
        return "Chọn một ngày làm việc."
    last = f"xong trong ngày làm việc trước đó: {due.remind_by:%d/%m/%Y}."
    if due.bound is Bound.DURING:
        return f"Là ngày tổ chức thì giữ nguyên; là hạn nộp thì {last}"
    return last[0].upper() + last[1:]
