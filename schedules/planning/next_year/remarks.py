"""What a person should look at in a work moved to another year: days off, guesses, one-off works, law that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import LawBook
from schedules.plan import Bound, Due, Level, Precision, SchoolYear, Task
from schedules.wording import fold

REPLACED = "van-ban-da-thay"
OF_ITS_YEAR = re.compile(
    r"\b(dai hoi|ky niem (?:lan thu )?\d+ nam|khoi cong|khanh thanh|lap dat|mua sam|sua chua|xay moi|cai tao|bau cu)\b"
)
CONTEST = re.compile(r"\b(thi(?! đua)|hội thi|cuộc thi|hội giảng|hội diễn|hội chợ|giao lưu|giải)\b", re.IGNORECASE)
SIGNING = (9, 1)
"""A plan is signed as the year begins: the law of this day is the law it should cite."""


def day_remarks(due: Due, calendar: SchoolCalendar) -> Iterator[str]:
    """Yield what is to be known of the days of a due: days off, days not announced yet, frames not decided."""
    if due.precision is Precision.DAY:
        for day in dict.fromkeys(day for day in (due.start, due.day) if day):
            yield from _day_off(day, due, calendar)
    if "frame" in due.implied and due.day:
        frame = calendar.frame(SchoolYear.of(due.day))
        if not frame.verified:
            yield f"tính theo khung năm học: {frame.source}"


def _day_off(day: date, due: Due, calendar: SchoolCalendar) -> Iterator[str]:
    why = calendar.working_days.why_off(day)
    if why is None:
        return
    advice = ""
    if day == due.day and due.remind_by:
        advice = f"; ngày làm việc cuối trước đó: {_shown(due.remind_by)}"
    doubt = calendar.working_days.doubt(day)
    yield f"{_shown(day)} rơi vào ngày nghỉ ({why}{f'; {doubt}' if doubt else ''}){advice}"


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def is_one_off(task: Task) -> bool:
    """Whether a work may have been of that year only: a purchase, an anniversary, a contest over some days."""
    due = task.due
    if due.recurrence is not None:
        return False
    stretch = due.start is not None and due.start != due.day and due.bound is Bound.DURING
    contest = stretch and due.precision is Precision.DAY and CONTEST.search(task.title) is not None
    return contest or OF_ITS_YEAR.search(fold(task.title)) is not None


def law_remarks(text: str, year: SchoolYear, level: Level | None, law: LawBook) -> Iterator[str]:
    """Yield what the law changed since: circulars replaced by the new year, recipients that are gone."""
    on = date(year.first, *SIGNING)
    for finding in law.check_citation(text, on):
        if finding.rule == REPLACED:
            yield f"{finding.message} {finding.suggestion}"
    if found := law.check_recipient(text, level or Level.LIEN_CAP, on):
        yield found.message
