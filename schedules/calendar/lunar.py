"""Well-known days of the lunar calendar, from the tables the `holidays` package carries (1901–2099)."""

from __future__ import annotations

from datetime import date
from functools import cache


@cache
def lunar(name: str, year: int) -> date | None:
    """Return "tet" (its first day), "gio_to" or "trung_thu" of a calendar year; None when unknown."""
    from holidays.calendars.chinese import VIETNAMESE_CALENDAR, _ChineseLunisolar

    tables = _ChineseLunisolar(VIETNAMESE_CALENDAR)
    ask = {
        "tet": tables.lunar_new_year_date,
        "gio_to": tables.hung_kings_date,
        "trung_thu": tables.mid_autumn_date,
    }.get(name)
    if ask is None:
        raise ValueError(f"không biết ngày âm lịch “{name}”; có: tet, gio_to, trung_thu")
    day: date | None = ask(year)[0]
    return day
