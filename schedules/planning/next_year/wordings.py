"""A deadline of a plan → wordings that say it in full, without the table row or heading it once stood under."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.plan import Bound, Due, Precision, SchoolYear

MOST_WEEKS = 5
TERMS = (("I", "term1_start", "term1_end"), ("II", "term2_start", "term2_end"))


def full_wordings(due: Due, school_year: SchoolYear, calendar: SchoolCalendar) -> Iterator[str]:
    """Yield wordings of a dated due, the plan's own first, the bare days last; the reader decides which is right."""
    yield due.words
    if due.day is None:
        return
    month = f"tháng {due.day.month}"
    yield f"{due.words} {month}"
    yield f"Tuần {due.words} {month}"
    yield f"Tháng {due.words}"
    if due.bound is Bound.DURING and due.start is not None:
        yield from _of_precision(due.start, due.day, due.precision, calendar)
        yield f"Năm học {school_year}"
    yield bare_days(due)


def _of_precision(start: date, day: date, precision: Precision, calendar: SchoolCalendar) -> Iterator[str]:
    """Yield the month, week or term that covers exactly these days."""
    if precision is Precision.MONTH:
        yield f"Tháng {start.month}/{start.year}"
    if precision is Precision.WEEK and (number := week_number(start, calendar)):
        yield f"Tuần {number} tháng {start.month}/{start.year}"
    if precision is Precision.TERM:
        year = SchoolYear.of(start)
        frame = calendar.frame(year)
        found = (
            numeral for numeral, first, last in TERMS if (start, day) == (getattr(frame, first), getattr(frame, last))
        )
        yield from (f"Học kỳ {numeral} năm học {year}" for numeral in found)


def week_number(day: date, calendar: SchoolCalendar) -> int | None:
    """Return which “tuần k” of its month a day lies in, None when it lies in none."""
    weeks = ((number, calendar.week(day.year, day.month, number)) for number in range(1, MOST_WEEKS + 1))
    return next((number for number, week in weeks if week and week[0] <= day <= week[1]), None)


def bare_days(due: Due) -> str:
    """Return the days of a due as a plan words them; “trước tháng 5” is already its last day, so “chậm nhất”."""
    if due.day is None:
        return due.words
    strict = due.bound is not Bound.BEFORE or due.precision is Precision.DAY
    return days_in_words(due.start, due.day, due.bound if strict else Bound.BY)


def days_in_words(start: date | None, day: date, bound: Bound | None) -> str:
    """Return days as a plan words them: “Trước ngày …”, “Chậm nhất ngày …”, “Ngày …”, “Từ ngày … đến ngày …”."""
    if bound is Bound.BEFORE:
        return f"Trước ngày {_written(day)}"
    if start is None or bound is Bound.BY:
        return f"Chậm nhất ngày {_written(day)}"
    return f"Ngày {_written(day)}" if start == day else f"Từ ngày {_written(start)} đến ngày {_written(day)}"


def _written(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
