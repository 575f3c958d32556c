"""Days as Vietnamese people say them."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_words(day: date) -> str:
    """Return a day with its weekday: “thứ Sáu 22/9/2023”."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}/{day.year}"
