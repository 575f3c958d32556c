"""Between which days recurring work comes round: “thứ Bảy hằng tuần từ 24/3 đến 26/5”, “… đến hết 26/5”."""

from __future__ import annotations

import re

from schedules.plan import Recurrence
from schedules.wording.piece import BOUNDED, OPENING, Grain, Limit, Piece
from schedules.wording.refining.near import near

STRETCH_LEADS = re.compile(r",? (?:vao )?")
"""Between a stretch and the weekday of each week in it."""

STEPPED = {Recurrence.WEEKLY, Recurrence.MONTHLY}
UNTIL = re.compile(r"(?:cho |keo dai )?den\b")
"""How the day begins on which work stops coming round; “chậm nhất” sets a deadline."""


def within(done: list[Piece], piece: Piece, text: str) -> list[Piece] | None:
    """Return the pieces, this one taken as an end of the recurring time before it; None when it is none."""
    every = done[-1]
    if every.rule == "every.weekday" and _begins(every, piece, text):
        return [*done[:-1], _begun(every, piece)]
    if every.rule == "every.weekday" and _spans(every, piece, text):
        return _spanned(done, piece)
    if _spans_months(every, piece, text):
        return [*done[:-1], _monthly_within(every, piece)]
    if _ends(every, piece, text) and not _is_listed(done):
        return [*done[:-1], _ended(every, piece)]
    return None


def within_before(done: list[Piece], text: str) -> None:
    """Take the stretch said before a weekly time: “từ 24/3 đến 26/5, thứ Bảy hằng tuần”."""
    if len(done) > 1 and done[-1].rule == "every.weekday" and _is_stretch_before(done[-2], done[-1], text):
        every, span = done.pop(), done[-1]
        done[-1] = span._replace(end=every.end, every=every.every, opened=True)


def _is_stretch_before(span: Piece, every: Piece, text: str) -> bool:
    if span.first is None or span.last is None or not span.first.month or span.every or every.hour:
        return False
    return span.first.grain == Grain.DAY and STRETCH_LEADS.fullmatch(text, span.end, every.start) is not None


def _begins(every: Piece, since: Piece, text: str) -> bool:
    """Whether a day says when a weekly time begins: “thứ Hai hằng tuần, kể từ ngày 30/11”."""
    if since.limit != Limit.SINCE or since.last is not None or since.first is None or not since.first.month:
        return False
    return since.first.grain == Grain.DAY and near(text, every.end, since.start)


def _begun(every: Piece, since: Piece) -> Piece:
    if every.first is None or since.first is None:
        return every
    _, day, month, year, *_ = since.first
    return every._replace(end=since.end, first=every.first._replace(value=day, month=month, year=year))


def _spans(every: Piece, span: Piece, text: str) -> bool:
    """Whether days from and to say within which a weekly time comes: “thứ Hai hằng tuần, từ 1/10 đến 31/12”."""
    if span.first is None or span.last is None or not span.first.month or span.every:
        return False
    return span.first.grain == Grain.DAY and near(text, every.end, span.start)


def _spanned(done: list[Piece], span: Piece) -> list[Piece]:
    """Return the pieces with a stretch that comes weekly instead of the weekdays before it."""
    first = len(done) - 1
    while first > 0 and done[first - 1].rule == "every.weekday":
        first -= 1
    return [*done[:first], span._replace(start=done[first].start, every=done[first].every, opened=True)]


def _spans_months(day: Piece, span: Piece, text: str) -> bool:
    """Whether months say within which a day comes monthly: “ngày 20 hằng tháng, từ tháng 10 đến tháng 3”."""
    if day.every is not Recurrence.MONTHLY or day.limit in OPENING or day.last is not None or day.first is None:
        return False
    if day.first.grain != Grain.DAY or day.first.month or span.first is None or span.last is None or span.every:
        return False
    return span.first.grain == span.last.grain == Grain.MONTH and near(text, day.end, span.start)


def _monthly_within(day: Piece, span: Piece) -> Piece:
    """Return the stretch from that day of the first month to that of the last; a bound begins in the first month."""
    first, last = (
        month and day.first and day.first._replace(month=month.month, year=month.year)
        for month in (span.first, span.last)
    )
    if day.limit in BOUNDED:
        return day._replace(end=span.end, first=first)
    return span._replace(start=day.start, first=first, last=last, every=day.every, opened=True)


def _ends(every: Piece, end: Piece, text: str) -> bool:
    """Whether a day or month says when a weekly or monthly time stops: “thứ Bảy hằng tuần đến hết 26/5”."""
    if (
        every.every not in STEPPED
        or every.limit != Limit.NONE
        or every.first is None
        or every.last
        or every.first.month
    ):
        return False
    if every.rule != "every.weekday" and every.first.grain != Grain.DAY:
        return False
    if end.limit != Limit.BY or end.first is None or end.last or not end.first.month or end.every:
        return False
    closes = end.first.grain in {Grain.DAY, Grain.MONTH} and near(text, every.end, end.start)
    return closes and UNTIL.match(text, end.start) is not None


def _is_listed(done: list[Piece]) -> bool:
    """Whether a recurring time is the last of several, which nothing joins to one stretch."""
    return len(done) > 1 and done[-2].every is done[-1].every and done[-2].rule == done[-1].rule


def _ended(every: Piece, end: Piece) -> Piece:
    """Return a time that stops coming round; a day of the month stops on that day of its last one."""
    last = end.first
    if last and last.grain == Grain.MONTH and every.first and every.first.grain == Grain.DAY and every.first.value > 0:
        last = every.first._replace(month=last.month, year=last.year)
    return every._replace(end=end.end, last=last, opened=True)
