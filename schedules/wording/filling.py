"""The parts of a time that were not written: from its other end, the table row, the school year, the signing day."""

from __future__ import annotations

from datetime import date, timedelta

from schedules.plan import SchoolYear
from schedules.wording.context import Context
from schedules.wording.far_ends import rest_of
from schedules.wording.piece import BOUNDED, Grain, Moment, Piece
from schedules.wording.span import Span
from schedules.wording.spans import span_of

WITH_MONTH = {Grain.DAY, Grain.WEEK, Grain.MONTH}
SAME_YEAR = {Grain.QUARTER, Grain.HALF, Grain.YEAR}
SAME_FIRST = {Grain.TERM, Grain.SCHOOL_YEAR, Grain.SCHOOL_WEEK}
NO_YEARS = {Grain.COUNTED, Grain.PERIOD}
OF_CALENDAR = WITH_MONTH | {Grain.QUARTER, Grain.HALF, Grain.SUMMER}
AROUND_SUMMER, LATEST, LONG = {7, 8, 9}, 28, timedelta(days=120)
FROM_MARCH, FROM_JUNE, FROM_JULY = (3, 1), (6, 1), (7, 1)
LATE_QUARTER, SECOND_HALF = 3, 2
JUNE, JULY = 6, 7


Filled = tuple[Moment, Moment | None, tuple[str, ...]]
"""Both ends of a time with what could be filled in, and the names of what was."""


def fill(piece: Piece, context: Context) -> Filled:
    """Return the ends of a time with months and years filled where the context knows them."""
    first, last = piece.first or Moment(Grain.COUNTED), piece.last
    if _is_whole(first) and (last is None or _is_whole(last)):
        return first, last, ()
    implied: list[str] = []
    first, last = _months(first, last, context, implied)
    if last is None:
        first = _year(first, context, implied)
        return _again(first, first, piece, context), None, tuple(dict.fromkeys(implied))
    if last.grain == Grain.REST:
        first = _year(first, context, implied)
        first = _again(first, first, piece, context)
        return first, rest_of(first, last.name, context), tuple(dict.fromkeys(implied))
    first, last = _shared_year(first, last)
    if context.school_year and first.year is None and last.year is None and first.month and last.month:
        first = _year(first, context, implied)
        first = _again(first, _shared_year(first, last)[1], piece, context)
    else:
        last = _year(last, context, implied)
    first, last = _shared_year(first, last)
    return _year(first, context, implied), last, tuple(dict.fromkeys(implied))


def _again(first: Moment, last: Moment, piece: Piece, context: Context) -> Moment:
    """Give a start whose year was not written the year of the round that the signing day leaves open."""
    if first.year is None or last.year is None or (piece.first is not None and piece.first.year is not None):
        return first
    bounded = piece.last is not None or piece.limit in BOUNDED
    return first._replace(year=first.year + round_of(last, context, bounded=bounded, spans=first.month != last.month))


def round_of(last: Moment, context: Context, *, bounded: bool, spans: bool = False) -> int:
    """Return how many years from the rule's year an end in July–September lies, seen from the signing: -1, 0 or 1.

    A summer's work may be that of the summer before the school year; from March on, what was long over is next year's,
    and once the school year is over, its whole autumn is.
    """
    signed, year, month = context.doc_date, context.school_year, last.month or 0
    if signed is None or year is None or last.year is None or _is_row(context):
        return 0
    if month not in AROUND_SUMMER and not (month > max(AROUND_SUMMER) and signed >= date(year.second, *FROM_JULY)):
        return 0
    if _is_of_summer_before(last, signed, year):
        return -1
    if spans and bounded and last.year == year.second and signed < date(year.first, month, LATEST):
        return -1
    open_from = date(year.second, *(FROM_MARCH if bounded else FROM_JUNE))
    over = last.year == year.first and signed - date(last.year, month, LATEST) > LONG
    return 1 if over and signed >= open_from else 0


def _is_of_summer_before(last: Moment, signed: date, year: SchoolYear) -> bool:
    """Whether a day of July follows a signing of that June or July, before the school year begins: it enrols for it."""
    if last.grain != Grain.DAY or last.month != JULY or last.year != year.second:
        return False
    return date(year.first, JUNE, 1) <= signed and (signed.year, signed.month, signed.day) <= (
        year.first,
        JULY,
        last.value,
    )


def _is_row(context: Context) -> bool:
    return context.time_column or context.table_month is not None or context.plan_year is not None


def _is_whole(moment: Moment) -> bool:
    """Whether nothing is left to fill in."""
    return moment.year is not None and (moment.month is not None or moment.grain not in WITH_MONTH)


def _months(first: Moment, last: Moment | None, context: Context, implied: list[str]) -> tuple[Moment, Moment | None]:
    """Give a day or week without a month that of the other end, else that of the table row."""
    if last is not None and first.grain in WITH_MONTH and last.grain in WITH_MONTH:
        if first.month is None and last.month is not None:
            first = first._replace(month=last.month, year=last.year)
        elif last.month is None and first.month is not None:
            last = last._replace(month=first.month, year=first.year)
    return _row_month(first, context, implied), last and _row_month(last, context, implied)


def _row_month(moment: Moment, context: Context, implied: list[str]) -> Moment:
    if moment.grain not in WITH_MONTH or moment.month is not None or context.table_month is None:
        return moment
    implied.append("month")
    return moment._replace(month=context.table_month)


def _shared_year(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Give the end without a year the year of the other, so that the span runs forward."""
    if (first.year is None) == (last.year is None):
        return first, last
    if first.grain in WITH_MONTH and last.grain in WITH_MONTH and first.month and last.month:
        over = (first.month, first.value) > (last.month, last.value) and first.month != last.month
        if first.year is None and last.year is not None:
            return first._replace(year=last.year - over), last
        return first, last._replace(year=(first.year or 0) + over)
    if {first.grain, last.grain} <= SAME_YEAR or {first.grain, last.grain} <= SAME_FIRST:
        year = first.year or last.year
        return first._replace(year=year), last._replace(year=year)
    return first, last


def _year(moment: Moment, context: Context, implied: list[str]) -> Moment:
    if moment.year is not None or moment.grain in NO_YEARS:
        return moment
    if moment.grain in WITH_MONTH and moment.month is None:
        return moment
    if context.plan_year and _is_of_calendar(moment):
        year: int | None = context.plan_year
    elif context.plan_year and (first := _in_plan_year(moment, context, context.plan_year)):
        year = first
    else:
        year = year_in(moment, context.school_year) if context.school_year else _of_signing(moment, context)
    if year is not None:
        implied.append("year")
    return moment._replace(year=year)


def _in_plan_year(moment: Moment, context: Context, plan_year: int) -> int | None:
    """Return the school year whose event or part lies in the calendar year of a plan ("đầu năm học"); None for others.

    The year of the other event would be over, or not begun.
    """
    if moment.grain not in {Grain.EVENT, Grain.SCHOOL_YEAR}:
        return None
    spans = ((first, span_of(moment._replace(year=first), context)) for first in (plan_year - 1, plan_year))
    inside = [
        first for first, span in spans if isinstance(span, Span) and {span.start.year, span.end.year} == {plan_year}
    ]
    return inside[0] if len(inside) == 1 else None


def _is_of_calendar(moment: Moment) -> bool:
    """Whether a moment belongs to a calendar year, and not to a school year as terms and school weeks do."""
    if moment.grain == Grain.EVENT:
        return bool(moment.month) or moment.name in {"tet", "gio_to"}
    return moment.grain in OF_CALENDAR


def year_in(moment: Moment, school_year: SchoolYear) -> int:
    """Return the year of a moment inside a school year: calendar year, or first year for school times."""
    if moment.grain in WITH_MONTH or (moment.grain == Grain.EVENT and moment.month):
        return school_year.year_of(moment.month or 1)
    if moment.grain == Grain.QUARTER:
        return school_year.first if moment.value >= LATE_QUARTER else school_year.second
    if moment.grain == Grain.HALF:
        return school_year.first if moment.value == SECOND_HALF else school_year.second
    if moment.grain == Grain.SUMMER or moment.name in {"tet", "gio_to"}:
        return school_year.second
    return school_year.first


def _of_signing(moment: Moment, context: Context) -> int | None:
    """Return the year in which the moment first ends on or after the signing day, within twelve months."""
    if context.doc_date is None:
        return None
    near = context.doc_date.year
    for year in (near - 1, near, near + 1):
        span = span_of(moment._replace(year=year), context)
        if isinstance(span, Span) and span.end >= context.doc_date:
            return year
    return near
