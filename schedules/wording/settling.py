"""From a piece of text to a due: days, bound, recurrence, the two points, and one sentence of why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from schedules.calendar import ends_as_it_begins, points
from schedules.calendar.spoken import RECURRENCES, WEEKDAYS
from schedules.plan import Bound, Due, Precision, Recurrence
from schedules.wording.context import Context
from schedules.wording.counted import counted_span
from schedules.wording.event_spans import days_off
from schedules.wording.filling import fill
from schedules.wording.periods import base_of, first_monthday, first_week, first_weekday
from schedules.wording.piece import BREAK, LISTED, OPENING, Grain, Kind, Limit, Moment, Part, Piece
from schedules.wording.span import Doubt, Span, impossible, show
from schedules.wording.spans import span_of

DAY, UNDATED = Precision.DAY, Precision.NONE
BEFORE, BY, DURING = Bound.BEFORE, Bound.BY, Bound.DURING
YEARLY, MONTHLY = Recurrence.YEARLY, Recurrence.MONTHLY
"""Named once: to ask an enumeration for a member costs a Python call."""

FINE = (DAY, Precision.WEEK, Precision.MONTH, Precision.TERM, Precision.YEAR)
BESIDE = frozenset({Limit.BEFORE, Limit.AFTER})
ONE_DAY = timedelta(days=1)
FULL = "ghi đủ ngày, tháng, năm"
"""Why a day that is written as we would write it is that day: repeating it would say nothing."""

PLACE = 2
"""How many of a piece's first fields say where it stands."""


class Settled(NamedTuple):
    """What a piece means whatever its words: the days, how fine, the two points, why; `problem` when impossible."""

    start: date | None
    day: date | None
    precision: Precision
    bound: Bound | None
    remind_by: date | None
    late_from: date | None
    implied: tuple[str, ...]
    why: str
    problem: str | None = None


def settle(piece: Piece, words: str, context: Context, *, put_right: bool = False) -> tuple[Due, str | None]:
    """Return the due of a piece and, when it names days that do not exist, why.

    The due says so when its words were `put_right` from what a scan made of letters and figures.
    """
    start, day, precision, bound, remind_by, late_from, implied, why, problem = _settled(piece[PLACE:], context)
    basis = f"“{words}”: {FULL if why in {words, f'ngày {words}'} else why}"
    if put_right:
        implied, basis = (*implied, "reading"), f"{basis}; đọc lại từ “{words}”"
    every, rule, hour = None if problem else piece.every, piece.rule, None if precision is UNDATED else piece.hour
    due = Due(words, start, day, precision, bound, every, remind_by, late_from, implied, basis, rule, hour)
    return due, problem


@lru_cache(maxsize=16384)
def _settled(parts: tuple[Any, ...], context: Context) -> Settled:
    """Return what a piece means wherever it stands and however it is spelt: a year names the same days again."""
    piece = Piece._make((0, 0, *parts))
    if piece.kind == Kind.EVERY:
        return _undated(f"lặp lại {_often(piece)}, không nêu ngày cụ thể")
    span, implied = _span(piece, context)
    if isinstance(span, Doubt):
        return _undated(span.why, span.why if span.impossible else None)
    return _dated(piece, span, implied, context)


def _undated(why: str, problem: str | None = None) -> Settled:
    return Settled(None, None, UNDATED, None, None, None, (), why, problem)


def _often(piece: Piece) -> str:
    return RECURRENCES[piece.every] if piece.every else ""


def _span(piece: Piece, context: Context) -> tuple[Span | Doubt, tuple[str, ...]]:
    """Return the whole span of a piece, from the first day of its first end to the last of its last."""
    if piece.problem:
        return impossible(piece.problem), ()
    if piece.every and (recurring := _recurring(piece, context)) is not None:
        if (until := _end_of(piece)) is not None:
            return _until(until, recurring, context)
        return (_counted_each(piece, recurring, context) if piece.term else recurring), ()
    first, last, implied = fill(piece, context)
    start = span_of(first, context)
    if isinstance(start, Span) and _is_over(piece, start, implied, context):
        first = first._replace(year=(first.year or 0) + 1)
        start = span_of(first, context)
    if last is None or isinstance(start, Doubt):
        if (piece.term or first.grain == Grain.EVENT) and isinstance(start, Span):
            start = _reckoned(piece, start, context)
        return start, implied
    end = span_of(last, context)
    return _joined(start, _cut_short(piece, end)), implied


def _cut_short(piece: Piece, end: Span | Doubt) -> Span | Doubt:
    """Return the far end of a span; “… đến trước tháng 4” ends on the day before April."""
    if piece.limit != Limit.BEFORE or isinstance(end, Doubt) or end.precision is DAY:
        return end
    before = end.start - ONE_DAY
    return end._replace(end=before, why=f"{end.why}; “trước” nên ngày cuối là {show(before)}")


def _reckoned(piece: Piece, span: Span, context: Context) -> Span | Doubt:
    """Return the days off for a break that bounds or is counted from, and the last day of a counted term."""
    if _is_break(piece) and (piece.term or piece.limit in BESIDE):
        span = days_off(span, context.calendar.working_days)
    if piece.term is None:
        return span
    edge = span.end if piece.term.of_end else span.start
    counted = counted_span(edge, piece.term, context.calendar.working_days)
    if isinstance(counted, Doubt) or (span.start == span.end and "first" not in span.implied):
        return counted
    return counted._replace(implied=(*span.implied, *counted.implied), why=f"{span.why}; {counted.why}")


def _counted_each(piece: Piece, first: Span | Doubt, context: Context) -> Span | Doubt:
    """Return the last day of a term counted every month, none over at the base: “5 ngày trước ngày 20 hằng tháng”."""
    if isinstance(first, Doubt):
        return first
    counted, base = _reckoned(piece, first, context), base_of(context)
    if isinstance(counted, Doubt) or base is None or counted.end >= base:
        return counted
    following = _recurring(piece, replace(context, doc_date=first.end + ONE_DAY))
    return _reckoned(piece, following, context) if isinstance(following, Span) else counted


def _is_over(piece: Piece, span: Span, implied: tuple[str, ...], context: Context) -> bool:
    """Whether the time of yearly work, its year not written, was over at the signing: the next one is meant."""
    return (
        piece.every is YEARLY
        and "year" in implied
        and context.doc_date is not None
        and piece.last is None
        and span.end < context.doc_date
    )


def _recurring(piece: Piece, context: Context) -> Span | Doubt | None:
    """Return the first occurrence of what recurs without a month or year of its own."""
    first = piece.first or Moment(Grain.COUNTED)
    if first.grain == Grain.PERIOD and first.weekday is not None:
        return first_weekday(first, context)
    monthly = piece.every is MONTHLY and context.table_month is None
    if monthly and first.grain == Grain.DAY and first.month is None:
        return first_monthday(first.value, context, piece.last.value if piece.last and not piece.last.month else None)
    if monthly and first.grain == Grain.WEEK and first.month is None:
        return first_week((first, piece.last) if piece.rule == LISTED and piece.last else (first,), context, span_of)
    if monthly and first.grain == Grain.MONTH and first.month is None:
        return span_of(Moment(Grain.PERIOD, part=first.part or Part.WHOLE, name="thang"), context)
    return None


def _end_of(piece: Piece) -> Piece | None:
    """Return the day or month in which work stops coming round; the end of “20 đến 25 hằng tháng” has no month."""
    last = piece.last
    return piece._replace(first=last, last=None) if last is not None and last.month else None


def _until(until: Piece, start: Span | Doubt, context: Context) -> tuple[Span | Doubt, tuple[str, ...]]:
    """Return the stretch from the first time to the last: “thứ Bảy hằng tuần đến hết 26/5”; over, its end alone."""
    last, _, implied = fill(until, context)
    end = span_of(last, context)
    if isinstance(start, Doubt) or isinstance(end, Doubt) or start.start > end.end:
        return end, implied
    stretch = Span(start.start, end.end, DAY, start.implied, f"{start.why}; lần cuối không sau {show(end.end)}")
    return stretch, implied


def _joined(start: Span, end: Span | Doubt) -> Span | Doubt:
    if isinstance(end, Doubt):
        return end
    if start.start > end.end:
        return impossible(f"ngày cuối ({show(end.end)}) đứng trước ngày đầu ({show(start.start)})")
    precision = start.precision
    if precision is not end.precision:
        precision = min(precision, end.precision, key=FINE.index)
    implied = (*start.implied, *end.implied)
    why = f"từ {start.why} đến {end.why}" if precision is not DAY else f"{show(start.start, end.end)}"
    return Span(start.start, end.end, precision, implied, why)


def _dated(piece: Piece, span: Span, implied: tuple[str, ...], context: Context) -> Settled:
    start, day, bound = _bounded(piece, span)
    rest = ""
    if bound is BEFORE and _is_break(piece) and day:
        # the day before the break is still time
        bound, rest = BY, f"; ngày làm việc cuối trước kỳ nghỉ là {show(day)}"
    if ends_as_it_begins(span.precision, bound, piece.hour):
        rest = "; 0 giờ là lúc ngày đó bắt đầu, nên hết ngày hôm trước là hết hạn"
    conflict = "" if piece.weekday is None else _conflict(piece.weekday, span)
    names = implied + span.implied
    if conflict:
        names = (*names, "weekday_conflict")
    if len(names) > 1:
        names = tuple(dict.fromkeys(names))
    days = context.calendar.working_days
    remind_by, late_from = points(day, span.precision, bound, days, piece.hour) if day else (None, None)
    why = _basis(piece, span, names, context) + rest + conflict
    return Settled(start, day, span.precision, bound, remind_by, late_from, names, why)


def _is_break(piece: Piece) -> bool:
    """Whether a time is the days off around Tết, and not the day of Tết itself."""
    first = piece.first
    return first is not None and first.grain == Grain.EVENT and first.month is None and first.value == BREAK


def _bounded(piece: Piece, span: Span) -> tuple[date | None, date | None, Bound | None]:
    """Return start, last day named and bound; a span of a week or more ends the day before it begins."""
    if piece.limit == Limit.NONE:
        return span.start, span.end, DURING
    if piece.limit == Limit.BEFORE:
        if piece.last is not None:
            return span.start, span.end, BEFORE
        strict = span.precision is DAY and not (piece.first and piece.first.name == "tet")
        return None, span.end if strict else span.start - ONE_DAY, BEFORE
    if piece.limit == Limit.BY:
        return None, span.end, BY
    if piece.limit == Limit.SINCE:
        return span.start, None, None
    return span.end + ONE_DAY, None, None


def _conflict(weekday: int, span: Span) -> str:
    if span.start != span.end or span.start.weekday() == weekday:
        return ""
    real = WEEKDAYS[span.start.weekday()]
    return f"; lưu ý: văn bản ghi {WEEKDAYS[weekday]} nhưng {show(span.start)} là {real}"


def _basis(piece: Piece, span: Span, implied: tuple[str, ...], context: Context) -> str:
    """Return the sentence of why: the days and every convention used."""
    why = span.why
    if "year" in implied:
        year = f"năm {context.plan_year} của kế hoạch" if context.plan_year else f"năm học {context.school_year}"
        source = year if context.plan_year or context.school_year else "ngày ký văn bản"
        why += f"; năm suy theo {source}"
    if "month" in implied and context.table_month:
        why += f"; tháng theo dòng tháng {context.table_month} của bảng"
    if piece.limit != Limit.NONE:
        why += _bound_note(piece, span)
    return f"{why}; lặp lại {_often(piece)}" if piece.every else why


def _bound_note(piece: Piece, span: Span) -> str:
    if piece.limit == Limit.BEFORE and piece.last is None:
        if span.precision is DAY:
            return f"; trước {piece.hour:%H:%M} của ngày đó" if piece.hour else "; “trước” không kể chính ngày đó"
        return f"; “trước” nên ngày cuối là {show(span.start - ONE_DAY)}"
    return "; chỉ nêu ngày bắt đầu, không nêu hạn cuối" if piece.limit in OPENING else ""
