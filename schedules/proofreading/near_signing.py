"""Work due before the plan was signed, or within a few working days of it (L13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar
from schedules.plan import Bound, Due, Finding, Plan, Severity, Task

RULE_BEFORE, RULE_NEAR = "han-truoc-ngay-ky", "sat-ngay-ky"
FEW = 5
"""Working days, the signing day counted, under which a first reminder a week ahead comes too late."""

MANY = 12
"""Tasks due before signing beyond which they are told together: then the signing day or a year is wrong."""

ONE_DAY = timedelta(days=1)
LOOKED_AT = 3 * FEW


def check(plan: Plan, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield a finding per task due before the signing day (one for many), and one for all due within a few days."""
    signed = plan.header.date
    if signed is None:
        return
    near: list[tuple[Task, int]] = []
    over: list[Task] = []
    for task in plan.tasks:
        last = task.due.remind_by or task.due.day
        if last is None:
            continue
        if _is_over(task.due, last, signed):
            over.append(task)
        elif last - signed <= ONE_DAY * LOOKED_AT and not (last < signed and task.due.comes_again):
            days = _working_days(signed, last, calendar)
            near += [(task, days)] if days <= FEW else []
    yield from [_all_before(over, signed)] if len(over) > MANY else (_before(task, signed) for task in over)
    if near:
        yield _near(near, signed)


def _is_over(due: Due, last: date, signed: date) -> bool:
    """Whether a work was due before the signing day; one due on it is not, though it be a Sunday done on the Friday."""
    on_the_day = due.day is not None and due.day >= signed
    return last < signed and not (on_the_day and (due.comes_again or due.bound is not Bound.BEFORE))


def _working_days(first: date, last: date, calendar: SchoolCalendar) -> int:
    days = (first + ONE_DAY * offset for offset in range((last - first).days + 1))
    return sum(calendar.working_days.is_working(day) for day in days)


def _before(task: Task, signed: date) -> Finding:
    message = f"“{task.title}” có hạn “{task.due.words}” trước ngày ký kế hoạch ({signed:%d/%m/%Y})."
    quotes = tuple(mention.quote for mention in task.mentions)
    places = tuple(mention.place for mention in task.mentions)
    return Finding(RULE_BEFORE, Severity.CHOICE, message, quotes, "Xem lại hạn, hoặc đánh dấu việc đã xong.", places)


def _all_before(over: list[Task], signed: date) -> Finding:
    """Return one finding for many tasks: a page of the same remark again and again is read by nobody."""
    first, last = min(map(_last, over)), max(map(_last, over))
    message = (
        f"{len(over)} việc có hạn trước ngày ký kế hoạch ({signed:%d/%m/%Y}), từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}."
    )
    quotes = tuple(mention.quote for task in over for mention in task.mentions)
    places = tuple(mention.place for task in over for mention in task.mentions)
    advice = "Xem lại ngày ký và năm của các hạn, hoặc đánh dấu các việc đã xong."
    return Finding(RULE_BEFORE, Severity.CHOICE, message, quotes, advice, places)


def _last(task: Task) -> date:
    return task.due.remind_by or task.due.day or date.max


def _near(near: list[tuple[Task, int]], signed: date) -> Finding:
    fewest, most = min(days for _, days in near), max(days for _, days in near)
    told = f"chỉ {most}" if fewest == most else f"trong vòng {most}"
    soonest = f", việc sớm nhất chỉ {fewest} ngày" if fewest < most else ""
    message = f"{len(near)} việc đến hạn {told} ngày làm việc kể từ ngày ký ({signed:%d/%m/%Y}){soonest}."
    quotes = tuple(task.mentions[0].quote for task, _ in near)
    places = tuple(task.mentions[0].place for task, _ in near)
    return Finding(RULE_NEAR, Severity.INFO, message, quotes, "Nhắc ngay khi công bố kế hoạch.", places)
