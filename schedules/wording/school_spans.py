"""Spans the school's own frame decides: terms, school years, school weeks, summer."""

from __future__ import annotations

from datetime import date, timedelta

from schedules.calendar import Frame
from schedules.plan import Precision, SchoolYear
from schedules.wording.context import Context
from schedules.wording.piece import Grain, Moment, Part
from schedules.wording.span import Doubt, Span, impossible, show, unknown

NO_SCHOOL_YEAR = "chưa biết năm học"
TWO_WEEKS = timedelta(days=13)
FIRST_TERM, SECOND_TERM = 1, 2
SUMMER = {Part.WHOLE: (6, 8, 31), Part.START: (6, 6, 30), Part.MIDDLE: (7, 7, 31), Part.END: (8, 8, 31)}


def term_span(moment: Moment, context: Context) -> Span | Doubt:
    """Return the days of a term or part of one, or of a school week, by the frame."""
    if moment.grain == Grain.SCHOOL_WEEK:
        return _school_week(moment, context)
    if moment.value not in {0, FIRST_TERM, SECOND_TERM}:
        return impossible(f"không có học kỳ {moment.value}: một năm học có hai học kỳ")
    if moment.value == 0:
        return unknown("chưa nêu học kỳ nào")
    if moment.year is None:
        return unknown(NO_SCHOOL_YEAR)
    year = SchoolYear(moment.year)
    frame = context.calendar.frame(year)
    term, half = _term(frame, moment.value), moment.name == "half"
    days = _half(*term, moment.part) if half else _part(*term, moment.part)
    name = f"{'nửa ' if half else ''}{moment.part} học kỳ" if moment.part else "học kỳ"
    numeral = "I" if moment.value == FIRST_TERM else "II"
    implied = ("frame", "part") if moment.part else ("frame",)
    why = f"{name} {numeral} năm học {year} = {show(*days)} (khung năm học: {frame.source})"
    return Span(*days, Precision.TERM, implied, why)


def _term(frame: Frame, number: int) -> tuple[date, date]:
    if number == FIRST_TERM:
        return frame.term1_start, frame.term1_end
    return frame.term2_start, frame.term2_end


def _part(start: date, end: date, part: str) -> tuple[date, date]:
    """Return the first two weeks, the middle third or the last two weeks of a term."""
    third = (end - start) / 3
    return {
        Part.WHOLE: (start, end),
        Part.START: (start, start + TWO_WEEKS),
        Part.MIDDLE: (start + third, end - third),
        Part.END: (end - TWO_WEEKS, end),
    }[part]


def _half(start: date, end: date, part: str) -> tuple[date, date]:
    """Return the first or second half of a term, in whole days."""
    middle = start + (end - start) // 2
    return (start, middle) if part == Part.START else (middle + timedelta(days=1), end)


def _school_week(moment: Moment, context: Context) -> Span | Doubt:
    if moment.year is None:
        return unknown(NO_SCHOOL_YEAR)
    year = SchoolYear(moment.year)
    found = context.calendar.school_week(year, moment.value)
    if found is None:
        return impossible(f"năm học {year} không có tuần {moment.value}: có 35 tuần thực học")
    row = context.table_month
    if row is not None and not context.time_column and row not in {found[0].month, found[1].month}:
        return unknown(f"tuần {moment.value} của năm học {year} là {show(*found)}, không chạm tháng {row} của dòng")
    why = f"tuần {moment.value} của năm học {year} = {show(*found)} (tính từ tuần đầu sau khai giảng)"
    return Span(*found, Precision.WEEK, ("week_rule",), why)


def school_year_span(moment: Moment, context: Context) -> Span | Doubt:
    """Return 1/9–31/5 of a school year, or September, the turn of the terms, or May for its parts."""
    del context
    if moment.year is None:
        return unknown(NO_SCHOOL_YEAR)
    year = SchoolYear(moment.year)
    days = {
        Part.WHOLE: (date(year.first, 9, 1), date(year.second, 5, 31)),
        Part.START: (date(year.first, 9, 1), date(year.first, 9, 30)),
        Part.MIDDLE: (date(year.second, 1, 1), date(year.second, 1, 31)),
        Part.END: (date(year.second, 5, 1), date(year.second, 5, 31)),
    }[moment.part]
    name = f"{moment.part} năm học" if moment.part else "năm học"
    precision = Precision.MONTH if moment.part else Precision.YEAR
    implied = ("part",) if moment.part else ()
    return Span(*days, precision, implied, f"{name} {year} = {show(*days)}")


def summer_span(moment: Moment, context: Context) -> Span | Doubt:
    """Return 1/6–31/8, or the month its part means."""
    del context
    if moment.year is None:
        return unknown("chưa biết hè năm nào")
    first, last, end = SUMMER[moment.part]
    days = date(moment.year, first, 1), date(moment.year, last, end)
    name = f"{moment.part} hè" if moment.part else "hè"
    return Span(*days, Precision.TERM, ("part",) if moment.part else (), f"{name} {moment.year} = {show(*days)}")
