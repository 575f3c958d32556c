"""From a moment with its parts known to its first and last day, with the convention used."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from schedules.calendar import SchoolCalendar, WeekRule
from schedules.calendar.spoken import WEEKDAYS
from schedules.plan import Precision
from schedules.wording.context import Context
from schedules.wording.event_spans import event_span
from schedules.wording.periods import first_period
from schedules.wording.piece import NTH, SIGNED, Grain, Moment, Part
from schedules.wording.school_spans import school_year_span, summer_span, term_span
from schedules.wording.span import Doubt, Span, impossible, show, unknown

KEPT = 2048
MONTHS = 12
LEAP = 2000
QUARTERS = 4
THIRDS = {Part.START: (1, 10), Part.MIDDLE: (11, 20), Part.END: (21, 31)}
HALVES = {Part.START: (1, 15), Part.END: (16, 31)}
SEASONS = {Part.START: (1, 3), Part.MIDDLE: (5, 8), Part.END: (10, 12)}
WEEK_TRIES = (5, 4, 3)
BUT_LAST = -2
WHOLE_WEEKS = frozenset({WeekRule.THURSDAY, WeekRule.FIRST_MONDAY})
"""Rules that count from Monday to Sunday, so that a week cut by its month must say so."""

WEEK_NAMES = {-1: "tuần cuối", BUT_LAST: "tuần áp cuối"}

DAY = Precision.DAY
NO_YEAR = "chưa biết năm: cần năm học hoặc ngày ký của văn bản"
NO_MONTH = "chưa biết tháng: cần tháng ghi bên cạnh hoặc ở đầu dòng của bảng"


def span_of(moment: Moment, context: Context) -> Span | Doubt:
    """Return first and last day of a moment, or why it has none."""
    plain = PLAIN.get(moment.grain)
    return plain(moment) if plain else BY_CALENDAR[moment.grain](moment, context)


@cache
def last_of(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return monthrange(year, month)[1]


@lru_cache(maxsize=KEPT)
def _day(moment: Moment) -> Span | Doubt:
    month, year = moment.month, moment.year
    if month is None:
        return unknown(NO_MONTH)
    if not 1 <= month <= MONTHS:
        return impossible(f"không có tháng {month}")
    longest = last_of(year if year is not None else LEAP, month)
    value = longest if moment.value < 0 else moment.value
    if not 1 <= value <= longest:
        of = f"tháng {month}/{year}" if year is not None else f"tháng {month}"
        return impossible(f"không có ngày {value}/{month}: {of} chỉ đến ngày {longest}")
    if year is None:
        return unknown(NO_YEAR)
    day = date(year, month, value)
    return Span(day, day, DAY, (), f"ngày {show(day)}")


@lru_cache(maxsize=KEPT)
def _month(moment: Moment) -> Span | Doubt:
    month, year = moment.month, moment.year
    if month is None:
        return unknown(NO_MONTH)
    if not 1 <= month <= MONTHS:
        return impossible(f"không có tháng {month}")
    if year is None:
        return unknown(NO_YEAR)
    first, last = 1, last_of(year, month)
    if moment.part:
        first, last = (HALVES if moment.name == "half" else THIRDS)[moment.part]
    span = date(year, month, first), date(year, month, min(last, last_of(year, month)))
    implied = ("part",) if moment.part else ()
    part = f"{'nửa ' if moment.name == 'half' else ''}{moment.part} " if moment.part else ""
    return Span(*span, Precision.MONTH, implied, f"{part}tháng {month}/{year} = {show(*span)}")


def _week(moment: Moment, context: Context) -> Span | Doubt:
    month, year = moment.month, moment.year
    if month is None:
        return unknown(NO_MONTH)
    if not 1 <= month <= MONTHS:
        return impossible(f"không có tháng {month}")
    if year is None:
        return unknown(NO_YEAR)
    if moment.name == NTH and moment.weekday is not None:
        return _nth(moment.weekday, moment.value, year, month)
    numbers = (moment.value,) if moment.value > 0 else WEEK_TRIES
    weeks = [week for number in numbers if (week := context.calendar.week(year, month, number))]
    found = weeks[moment.value == BUT_LAST] if weeks else None
    rule = context.calendar.week_rule.label
    if found is None:
        return impossible(f"tháng {month}/{year} không có tuần {moment.value} theo quy ước {rule}")
    name = WEEK_NAMES.get(moment.value, f"tuần {moment.value}")
    why = f"{name} tháng {month}/{year} = {show(*found)} ({rule}{_cut(found, context.calendar)})"
    if moment.weekday is None:
        return Span(*found, Precision.WEEK, ("week_rule",), why)
    day = found[0] + timedelta(days=(moment.weekday - found[0].weekday()) % 7)
    if day > found[1]:
        return impossible(f"{why} không có {WEEKDAYS[moment.weekday]}")
    return Span(day, day, DAY, ("week_rule",), f"{why}, lấy ngày {show(day)}")


def _cut(week: tuple[date, date], calendar: SchoolCalendar) -> str:
    """Return what a week from Monday to Sunday is before its month cuts it; "" of a whole one, or by another rule."""
    first = week[0]
    fixed = any((year, month) == (first.year, first.month) for year, month, _ in calendar.month_weeks)
    monday = first - timedelta(days=first.weekday())
    sunday = monday + timedelta(days=6)
    if fixed or calendar.week_rule not in WHOLE_WEEKS or (monday, sunday) == week:
        return ""
    return f"; tuần ấy là {show(monday, sunday)}, chỉ lấy những ngày trong tháng {first.month}"


@cache
def _nth(weekday: int, number: int, year: int, month: int) -> Span:
    """Return the first to fourth, or last, such weekday of a month."""
    longest = last_of(year, month)
    edge = date(year, month, longest) if number < 0 else date(year, month, 1)
    day = (
        edge - timedelta((edge.weekday() - weekday) % 7)
        if number < 0
        else edge + timedelta((weekday - edge.weekday()) % 7 + 7 * (number - 1))
    )
    name = "cuối cùng" if number < 0 else f"thứ {number}"
    return Span(day, day, DAY, (), f"{WEEKDAYS[weekday]} {name} của tháng {month}/{year} là ngày {show(day)}")


@lru_cache(maxsize=KEPT)
def _quarter(moment: Moment) -> Span | Doubt:
    if not 1 <= moment.value <= QUARTERS:
        return impossible(f"không có quý {moment.value}: một năm có 4 quý")
    if moment.year is None:
        return unknown(NO_YEAR)
    first, last = moment.value * 3 - 2, moment.value * 3
    if moment.part:
        first = last = {Part.START: first, Part.MIDDLE: first + 1, Part.END: last}[moment.part]
    span = date(moment.year, first, 1), date(moment.year, last, last_of(moment.year, last))
    name = f"{moment.part} quý" if moment.part else "quý"
    precision = Precision.MONTH if moment.part else Precision.TERM
    implied = ("part",) if moment.part else ()
    return Span(*span, precision, implied, f"{name} {moment.value}/{moment.year} = {show(*span)} (quý dương lịch)")


@lru_cache(maxsize=KEPT)
def _half(moment: Moment) -> Span | Doubt:
    if moment.year is None:
        return unknown(NO_YEAR)
    months = (1, 6) if moment.value == 1 else (7, 12)
    span = date(moment.year, months[0], 1), date(moment.year, months[1], last_of(moment.year, months[1]))
    name = "sáu tháng đầu" if moment.value == 1 else "sáu tháng cuối"
    return Span(*span, Precision.TERM, (), f"{name} năm {moment.year} = {show(*span)}")


@lru_cache(maxsize=KEPT)
def _year(moment: Moment) -> Span | Doubt:
    if moment.year is None:
        return unknown(NO_YEAR)
    first, last = SEASONS[moment.part] if moment.part else (1, 12)
    span = date(moment.year, first, 1), date(moment.year, last, last_of(moment.year, last))
    name, precision = (f"{moment.part} năm", Precision.TERM) if moment.part else ("năm", Precision.YEAR)
    implied = ("part",) if moment.part else ()
    return Span(*span, precision, implied, f"{name} {moment.year} = {show(*span)} (năm dương lịch)")


def _counted(moment: Moment, context: Context) -> Span | Doubt:
    """Return the day of signing for what is counted from it; else nothing is known of the start."""
    if moment.name == SIGNED and context.doc_date:
        return Span(context.doc_date, context.doc_date, DAY, (), f"ngày ký {show(context.doc_date)}")
    return unknown("chưa biết ngày bắt đầu tính: văn bản không ghi ngày cụ thể")


def _period(moment: Moment, context: Context) -> Span | Doubt:
    """Return the first time a part of every month, quarter, term or year comes round."""
    return first_period(moment, context, span_of)


PLAIN: dict[str, Callable[[Moment], Span | Doubt]] = {
    Grain.DAY: _day,
    Grain.MONTH: _month,
    Grain.QUARTER: _quarter,
    Grain.HALF: _half,
    Grain.YEAR: _year,
}
"""Moments every calendar has; sentences differ, but the days they name come again, so their spans are kept."""

BY_CALENDAR: dict[str, Callable[[Moment, Context], Span | Doubt]] = {
    Grain.WEEK: _week,
    Grain.TERM: term_span,
    Grain.SCHOOL_YEAR: school_year_span,
    Grain.SCHOOL_WEEK: term_span,
    Grain.SUMMER: summer_span,
    Grain.EVENT: event_span,
    Grain.PERIOD: _period,
    Grain.COUNTED: _counted,
}
"""Moments the school's calendar, its year or the day of signing decides."""
