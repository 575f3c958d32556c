"""A weekday its date does not fall on ("thứ Tư, ngày 26/11/2026" of a Thursday): the date is used, someone chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Mention, Plan, Severity
from schedules.wording import fold

RULE = "thu-lech-ngay"
CONFLICT = "weekday_conflict"
NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5} | {str(at + 2): at for at in range(6)}
SUNDAY, HALF, WEEK = 6, 3, 7
WEEKDAY = re.compile(r"\b(?:thu|t)\s*\.?(?P<day>hai|ba|tu|nam|sau|bay|[2-7])\b|\b(?:chu nhat|cn)\b")


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding for each time of the plan whose weekday and date disagree."""
    told = (mention for task in plan.tasks for mention in task.mentions if CONFLICT in mention.due.implied)
    for mention in {(one.due.words, one.place): one for one in told}.values():
        if mention.due.day is not None:
            yield _finding(mention, mention.due.day)


def _finding(mention: Mention, day: date) -> Finding:
    real = NAMES[day.weekday()]
    message = f"Kế hoạch ghi “{mention.due.words}”, nhưng {day:%d/%m/%Y} là {real}. Tạm dùng ngày {day:%d/%m/%Y}."
    quotes = tuple(dict.fromkeys((mention.quote, mention.due.words)))
    return Finding(RULE, Severity.CHOICE, message, quotes, _advice(mention.due.words, day), (mention.place,))


def nearest_named(words: str, day: date) -> date | None:
    """Return the day nearest to a date that has the weekday its words name; None when they name none, or two."""
    named = {NUMBERS.get(match["day"] or "", SUNDAY) for match in WEEKDAY.finditer(fold(words))}
    if len(named) != 1:
        return None
    return day + timedelta(days=(named.pop() - day.weekday() + HALF) % WEEK - HALF)


def _advice(words: str, day: date) -> str:
    """Return what to choose between: the date with its own weekday, or the weekday with its nearest date."""
    other = nearest_named(words, day)
    if other is None:
        return "Hỏi lại người soạn thứ hay ngày là đúng, rồi sửa trong kế hoạch."
    here, there = NAMES[day.weekday()], NAMES[other.weekday()]
    return f"Chọn {here} {day:%d/%m/%Y} hay {there} {other:%d/%m/%Y}, rồi sửa trong kế hoạch."
