"""Days and deadlines as people say them: “thứ Sáu 22/9/2023”, “quá hạn 5 ngày”."""

from __future__ import annotations

from datetime import date, datetime

from schedules.plan import Bound, Due, Precision

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_words(day: date) -> str:
    """Return a day with its weekday: “thứ Sáu 22/9/2023”."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}/{day.year}"


def instant_words(instant: datetime) -> str:
    """Return an instant with its day: “07:05 thứ Sáu 22/9/2023”."""
    return f"{instant:%H:%M} {day_words(instant.date())}"


def due_words(due: Due) -> str:
    """Return a deadline in full: before, by or during which days; the plan's words when it names none."""
    if due.day is None:
        return due.words or "chưa có ngày"
    hour = f"{due.hour:%H:%M} " if due.hour else ""
    last = hour + day_words(due.day)
    if due.bound is Bound.BEFORE and due.precision is Precision.DAY:
        return f"trước {last}"
    if due.start and due.start != due.day:
        return f"{day_words(due.start)} – {last}"
    if due.bound in (Bound.BY, Bound.BEFORE):
        return f"chậm nhất {last}"
    return last


def late_words(days: int) -> str:
    """Return how late work is, in days since the last day named."""
    return f"quá hạn {days} ngày"


def left_words(days: int) -> str:
    """Return how many days are left; a day past that does not count as late yet is said so."""
    if days < 0:
        return f"đã qua {-days} ngày, ngày làm việc tới mới tính trễ"
    return {0: "hạn hôm nay", 1: "hạn ngày mai"}.get(days, f"còn {days} ngày")
