"""Well-known days of the lunar calendar: a short table as data, others by `moon`; before 1976 from `holidays`."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from schedules.calendar.moon import RECKONED, solar_day

DATA = Path(__file__).with_name("data") / "lunar.toml"
NAMES = {"tet": (1, 1), "gio_to": (3, 10), "trung_thu": (8, 15)}
"""The days known by name, each with its lunar month and day."""


def lunar(name: str, year: int) -> date | None:
    """Return "tet" (its first day), "gio_to" or "trung_thu" of a calendar year; None when unknown."""
    if name not in NAMES:
        raise ValueError(f"không biết ngày âm lịch “{name}”; có: {', '.join(NAMES)}")
    if known := _table().get(year):
        return known[name]
    return solar_day(year, *NAMES[name]) if year in RECKONED else from_package(name, year)


@cache
def from_package(name: str, year: int) -> date | None:
    """Return the same from the tables of `holidays`, which are slow to import."""
    from holidays.calendars.chinese import VIETNAMESE_CALENDAR, _ChineseLunisolar

    tables = _ChineseLunisolar(VIETNAMESE_CALENDAR)
    ask = {"tet": tables.lunar_new_year_date, "gio_to": tables.hung_kings_date, "trung_thu": tables.mid_autumn_date}
    day: date | None = ask[name](year)[0]
    return day


@cache
def _table() -> dict[int, dict[str, date]]:
    return {int(year): days for year, days in tomllib.loads(DATA.read_text(encoding="utf-8")).items()}
