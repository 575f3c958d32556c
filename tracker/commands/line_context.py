"""What a line of a batch says around its text: {"school_year", "doc_date", "table_month"} → the context to read in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from schedules.calendar import known_day
from schedules.plan import SchoolYear
from schedules.wording import Context

ABSENT = None, ""
"""What says nothing: null, or an empty cell of the table the line was made from."""

MONTHS = range(1, 13)


def context_of(default: Context, given: Any) -> Context:
    """Return the context a line gives, else `default`; a wrong one raises what int, date or dict would."""
    if given is None:
        return default
    return _context(default, given.get("school_year"), given.get("doc_date"), given.get("table_month"))


def month_of(value: object) -> int:
    """Return a month, a number or its digits; raise ValueError for anything else (true is no January)."""
    number = int(value) if isinstance(value, str) and value.isdecimal() else value
    if type(number) is not int or number not in MONTHS:
        raise ValueError(value)
    return number


# typed: true and 1.0 are equal to 1, and must not be answered for it
@lru_cache(maxsize=256, typed=True)
def _context(default: Context, year: Any, day: Any, month: Any) -> Context:
    return replace(
        default,
        school_year=default.school_year if year in ABSENT else SchoolYear.parse(year),
        doc_date=default.doc_date if day in ABSENT else known_day(date.fromisoformat(day)),
        table_month=default.table_month if month in ABSENT else month_of(month),
    )
