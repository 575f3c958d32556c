"""Deadlines as people say them, the same on pages, in messages, in calendars and in the terminal."""

from __future__ import annotations

from datetime import date, datetime

from schedules.calendar.spoken import RECURRENCES, day_words
from schedules.plan import Bound, Due, Duty, Precision
from schedules.wording import fold

__all__ = ["day_words", "due_words", "instant_words", "late_words", "left_words", "often_words"]


def instant_words(instant: datetime) -> str:
    """Return an instant with its day: “07:05 thứ Sáu 22/9/2023”."""
    return f"{instant:%H:%M} {day_words(instant.date())}"


def due_words(due: Due) -> str:
    """Return a deadline in full: before, by or during which days, how often; the plan's words when it names none."""
    if due.day is None:
        return f"chưa có ngày (“{due.words}”)" if due.words else "chưa có ngày"
    days = _days_words(due, due.day)
    return f"{days}, {RECURRENCES[due.recurrence]}" if due.recurrence else days


def often_words(duty: Duty) -> str:
    """Return a duty with how often it comes again, said once: “Kiểm tra bếp, hằng tháng”."""
    often = RECURRENCES[duty.recurrence] if duty.recurrence else ""
    unsaid = often and fold(often).removeprefix("hang ") not in fold(duty.title)
    return f"{duty.title.rstrip('.')}, {often}" if unsaid else duty.title


def _days_words(due: Due, day: date) -> str:
    last = f"{due.hour:%H:%M} {day_words(day)}" if due.hour else day_words(day)
    if due.bound is Bound.BEFORE and due.precision is Precision.DAY:
        return f"trước {last}"
    if due.start and due.start < day:
        return f"từ {_start_words(due.start, day)} đến {last}"
    return f"chậm nhất {last}" if due.bound in (Bound.BY, Bound.BEFORE) else last


def _start_words(start: date, end: date) -> str:
    """Return the first day of a span, its year only when the last day's is another."""
    return f"{start.day}/{start.month}" + (f"/{start.year}" if start.year != end.year else "")


def late_words(days: int) -> str:
    """Return how late work is, in days since the last day named."""
    return f"quá hạn {days} ngày"


def left_words(days: int) -> str:
    """Return how many days are left; a day past that does not count as late yet is said so."""
    if days < 0:
        return f"đã qua {-days} ngày, ngày làm việc tới mới tính trễ"
    return {0: "hạn hôm nay", 1: "hạn ngày mai"}.get(days, f"còn {days} ngày")
