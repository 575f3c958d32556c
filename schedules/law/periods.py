"""The budget periods a rule follows: quarters, or 03, 06 and 09 months; the budget year is the calendar year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from schedules.plan import SchoolYear

Period = tuple[str, date]
ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
QUARTERS = ("I", "II", "III", "IV")


def periods_around(kind: str, school_year: SchoolYear) -> Iterator[Period]:
    """Yield name and last day of the periods of the two calendar years a school year touches."""
    names = _quarter if kind == "quarter" else _cumulative
    for year in (school_year.first, school_year.second):
        for index, (month, day) in enumerate(ENDS):
            if name := names(index, year):
                yield name, date(year, month, day)


def _quarter(index: int, year: int) -> str:
    half = f" và 6 tháng đầu năm {year}" if QUARTERS[index] == "II" else ""
    return f"quý {QUARTERS[index]}/{year}{half}"


def _cumulative(index: int, year: int) -> str:
    return "" if QUARTERS[index] == "IV" else f"{ENDS[index][0]:02d} tháng đầu năm {year}"
