"""Days and rhythms as Vietnamese people say them."""

from __future__ import annotations

from datetime import date

from schedules.plan import Recurrence

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
RECURRENCES = {
    Recurrence.YEARLY: "hằng năm",
    Recurrence.TERMLY: "mỗi học kỳ",
    Recurrence.QUARTERLY: "hằng quý",
    Recurrence.MONTHLY: "hằng tháng",
    Recurrence.WEEKLY: "hằng tuần",
}


def day_words(day: date) -> str:
    """Return a day with its weekday: “thứ Sáu 22/9/2023”."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}/{day.year}"
