"""What a person should look at in a work moved to another year: days off, guesses, one-off works, law that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import LawBook
from schedules.plan import Bound, Due, Level, Precision, SchoolYear, Task
from schedules.wording import fold

REPLACED = "law.replaced"
ONE_OFF = re.compile(
    r"\b(hoi thi|cuoc thi|hoi giang|dai hoi|ky niem (?:lan thu )?\d+ nam|khoi cong|khanh thanh|lap dat|mua sam|"
    r"sua chua|xay moi|cai tao|bau cu|nhiem ky)\b"
)
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
            yield f"tính theo khung năm học chưa có quyết định ({frame.source})"


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
    """Whether a work may have been of that year only: a contest over some days, a purchase, an anniversary."""
    due = task.due
    stretch = due.start is not None and due.start != due.day and due.bound is Bound.DURING
    named = ONE_OFF.search(fold(task.title)) is not None
    return due.recurrence is None and (named or (stretch and due.precision is Precision.DAY))


def law_remarks(text: str, year: SchoolYear, level: Level | None, law: LawBook) -> Iterator[str]:
    """Yield what the law changed since: circulars replaced by the new year, recipients that are gone."""
    on = date(year.first, *SIGNING)
    for finding in law.check_citation(text, on):
        if finding.rule == REPLACED:
            yield f"{finding.message} {finding.suggestion}"
    if found := law.check_recipient(text, level or Level.LIEN_CAP, on):
        yield found.message
