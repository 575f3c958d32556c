"""The days the calendar can reckon with; others are refused where people give them."""

from __future__ import annotations

from datetime import date

from schedules.plan import KNOWN_YEARS


def known_day(day: date) -> date:
    """Return a day given by somebody; raise ValueError for one no calendar of ours reckons with."""
    if day.year not in KNOWN_YEARS:
        raise ValueError(f"ngày {day:%d/%m/}{day.year:04d} quá xa, công cụ chỉ tính được từ năm 1945 đến năm 2199")
    return day
