"""Deadlines as people say them, the same on pages, in messages, in calendars and in the terminal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from schedules.calendar import last_in_time
from schedules.calendar.spoken import RECURRENCES, day_words
from schedules.plan import Bound, Due, Duty, Precision, Recurrence
from schedules.wording import fold

__all__ = [
    "day_words",
    "days_left",
    "due_words",
    "instant_words",
    "is_off",
    "late_words",
    "left_words",
    "often_words",
]

OFF = "đúng vào ngày nghỉ"
SHORTEST_STEPS = {Recurrence.WEEKLY: timedelta(days=7), Recurrence.MONTHLY: timedelta(days=28)}


def instant_words(instant: datetime) -> str:
    """Return an instant with its day: “07:05 thứ Sáu 22/9/2023”."""
    return f"{instant:%H:%M} {day_words(instant.date())}"


def due_words(due: Due) -> str:
    """Return a deadline in full: before, by or during which days, how often and until when; words that name no day.

    “thứ Bảy 26/11/2022, hằng tuần đến 24/12”.
    """
    if due.day is None:
        return f"chưa có ngày (“{due.words}”)" if due.words else "chưa có ngày"
    days = _days_words(due, due.day)
    if due.recurrence is None or _is_last_time(due):
        return days
    until = f" đến {_start_words(due.until, due.day)}" if due.until else ""
    return f"{days}, {RECURRENCES[due.recurrence]}{until}"


def _is_last_time(due: Due) -> bool:
    """Whether weekly or monthly work ends before it could come again."""
    step = SHORTEST_STEPS.get(due.recurrence) if due.recurrence else None
    return bool(step and due.day and due.until and due.day + step > due.until)


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
    """Return how late work is, in days since the last day in time."""
    return f"quá hạn {days} ngày"


def days_left(due: Due, today: date) -> int | None:
    """Return the days until the last day to act: the last working day of the strict reading; None for no day."""
    last = due.remind_by or due.day
    return (last - today).days if last else None


def left_words(due: Due, today: date) -> str:
    """Return how much time is left to act, or by how many days it is late; empty for no day.

    “Còn N ngày” counts to the last working day to finish, named where the deadline is another day; what takes place on
    a day off has no such day and is “N ngày nữa”.
    """
    left = days_left(due, today)
    if due.day is None or left is None:
        return ""
    if due.late_from and today >= due.late_from:
        return late_words((today - (last_in_time(due) or due.day)).days)
    if is_off(due):
        return _off_words(due, due.day, today)
    if left < 0:
        return "cần xong ngay"
    if due.remind_by in (due.day, None):
        return {0: "hạn cuối là hôm nay", 1: "còn 1 ngày để xong, hạn là ngày mai"}.get(
            left, f"còn {left} ngày để xong"
        )
    until = f"còn {left} ngày, nên xong trong {day_words(today + timedelta(days=left))}"
    return {0: "nên xong ngay hôm nay", 1: "nên xong trong ngày mai"}.get(left, until)


def is_off(due: Due) -> bool:
    """Whether what takes place on a day or some days does so on days off: nobody has to be done before them."""
    first = due.start or due.day
    return due.bound is Bound.DURING and bool(first and due.remind_by and due.remind_by < first)


def _off_words(due: Due, last: date, today: date) -> str:
    ahead = ((due.start or last) - today).days
    if today > last:
        return "vừa qua, chưa ghi đã xong"
    when = {1: "ngày mai"}.get(ahead, f"{ahead} ngày nữa") if ahead > 0 else "hôm nay"
    return f"{when}, {OFF}"
