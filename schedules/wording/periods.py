"""The first time a recurring part comes round: cuối mỗi học kỳ, thứ Hai hằng tuần, ngày 20 hằng tháng."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from schedules.plan import Precision, SchoolYear
from schedules.wording.context import Context
from schedules.wording.piece import Grain, Moment, Part
from schedules.wording.span import Doubt, Span, show, unknown

Resolve = Callable[[Moment, Context], Span | Doubt]
MONTHS = 12
QUARTERS = 4
NO_BASE = "chưa biết lần đầu: cần năm học hoặc ngày ký của văn bản"


def base_of(context: Context) -> date | None:
    """Return the day from which a recurrence first counts: the signing, else 1/9 of the school year."""
    if context.doc_date:
        return context.doc_date
    return date(context.school_year.first, 9, 1) if context.school_year else None


def first_period(moment: Moment, context: Context, resolve: Resolve) -> Span | Doubt:
    """Return the first span of a recurring part that ends on or after the base day."""
    base = base_of(context)
    if base is None:
        return unknown(NO_BASE)
    for candidate in _candidates(moment, base, context):
        span = resolve(candidate, context)
        if isinstance(span, Span) and span.end >= base:
            return span._replace(implied=(*span.implied, "first"), why=f"lần đầu: {span.why}")
    return unknown(NO_BASE)


def _candidates(moment: Moment, base: date, context: Context) -> Iterator[Moment]:
    year = context.school_year or SchoolYear.of(base)
    if moment.name == "nam hoc":
        yield from (Moment(Grain.SCHOOL_YEAR, year=year.first + more, part=moment.part) for more in (0, 1))
    elif moment.name == "nam":
        yield from (Moment(Grain.YEAR, year=base.year + more, part=moment.part) for more in (0, 1))
    elif moment.name == "quy":
        quarter = (base.month - 1) // 3
        for at in range(quarter, quarter + 2):
            yield _of_quarter(moment, at % QUARTERS + 1, base.year + at // QUARTERS)
    elif moment.name == "thang":
        for at in range(base.month - 1, base.month + 1):
            month, over = at % MONTHS + 1, at // MONTHS
            yield Moment(Grain.MONTH, 0, month, base.year + over, moment.part)
    elif moment.name != "tuan":
        yield from (Moment(Grain.TERM, term, year=year.first, part=moment.part) for term in (1, 2))


def _of_quarter(moment: Moment, quarter: int, year: int) -> Moment:
    """Return the part of a quarter, or the day of its first or last month: “ngày 20 của tháng cuối quý”."""
    if not moment.value:
        return Moment(Grain.QUARTER, quarter, year=year, part=moment.part)
    return Moment(Grain.DAY, moment.value, quarter * 3 - (2 if moment.part == Part.START else 0), year)


def first_week(moments: Sequence[Moment], context: Context, resolve: Resolve) -> Span | Doubt:
    """Return the first of such weeks of a month, or their weekday, on or after the base day."""
    base = base_of(context)
    if base is None:
        return unknown(NO_BASE)
    for at in range(base.month - 1, base.month + MONTHS):
        for moment in moments:
            span = resolve(moment._replace(month=at % MONTHS + 1, year=base.year + at // MONTHS), context)
            if isinstance(span, Span) and span.end >= base:
                return span._replace(implied=(*span.implied, "month", "first"), why=f"lần đầu: {span.why}")
    return unknown(NO_BASE)


def first_weekday(moment: Moment, context: Context) -> Span | Doubt:
    """Return the first such weekday on or after the day it begins with, where written, else the base day."""
    base = _begun(moment, context) if moment.month else base_of(context)
    if base is None:
        return unknown(NO_BASE)
    day = base + timedelta(days=((moment.weekday or 0) - base.weekday()) % 7)
    return Span(day, day, Precision.DAY, ("first",), f"lần đầu từ {show(base)}: ngày {show(day)}")


def _begun(moment: Moment, context: Context) -> date | None:
    """Return the day “thứ Hai hằng tuần, kể từ ngày 30/11” begins with; None when there is none or no year is known."""
    month, school_year = moment.month or 0, context.school_year
    year = moment.year or (school_year.year_of(month) if school_year and 1 <= month <= MONTHS else None)
    if year is None or not 1 <= month <= MONTHS or not 1 <= moment.value <= monthrange(year, month)[1]:
        return None
    return date(year, month, moment.value)


def first_monthday(number: int, context: Context, until: int | None = None) -> Span | Doubt:
    """Return the first day of that number (to `until`) on or after the base day; -1 is the last of the month."""
    base = base_of(context)
    if base is None:
        return unknown(NO_BASE)
    for at in range(base.month - 1, base.month + MONTHS):
        year, month = base.year + at // MONTHS, at % MONTHS + 1
        last = monthrange(year, month)[1]
        value = last if number < 0 else number
        if value <= last and date(year, month, value) >= base:
            day = date(year, month, value)
            end = day if until is None else date(year, month, min(until, last))
            why = f"lần đầu từ {show(base)}: ngày {show(day, end)}"
            return Span(day, end, Precision.DAY, ("month", "first"), why)
    return unknown(NO_BASE)
