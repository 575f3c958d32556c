"""Counted terms join the day they are counted from: “trong 05 ngày làm việc kể từ ngày 10/10/2023”."""

from __future__ import annotations

import re

from schedules.wording.piece import SIGNED, UNBOUND, Grain, Kind, Limit, Moment, Piece
from schedules.wording.refining.edges import GAP, edge_of, is_listed, tail_of, with_count
from schedules.wording.refining.near import is_day, near

STARTED = re.compile(r"(?:ke tu|tinh tu|sau khi|ke ca tu)(?: khi)?$")
SINCE = re.compile(r"(?:ke |tinh |ke ca )?tu$")
"""What opens a stretch behind its length, which only says how long it is: “3 năm từ 01/01/2026 đến 01/01/2029”."""

TRIGGER, REACH = re.compile(r"(?: [a-z0-9]{1,10}){1,12} \((?:tuc |la |tuc la )?"), 80
TOLD = re.compile(r"(?: [a-z0-9]{1,10}){1,12} ?")
"""What a term is counted from, told in words that name a time: “kể từ khi có kết quả thi cuối học kỳ I”."""

SIGNING = re.compile(
    r"(?: (?:ngay|khi))?(?: duoc)? (?:ky|(?:ky )?ban hanh|phat hanh)"
    r"(?: (?:ban hanh )?(?:ban )?(?:ke hoach|thong bao|cong van|van ban|huong dan|quyet dinh))? nay\b"
)
"""The plan's own signing: “kể từ ngày ký kế hoạch này”."""


def attach_counts(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with counted terms; one without a written start stays undated."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and piece.kind == Kind.TIME and last.kind == Kind.COUNT:
            done[-1:] = _started(last, piece, text)
        elif last and piece.kind == Kind.TIME and last.term and is_listed(last, piece, text):
            done.append(with_count(piece, last.term._replace(of_end=True), last.rule))
        elif piece.kind == Kind.COUNT and piece.rule == "counts.tail":
            if last and last.kind == Kind.TIME:
                done[-1] = _tailed(last, piece, text)
        else:
            done.append(piece)
    return [_alone(piece, text) for piece in done if piece.kind != Kind.COUNT or _tells_start(piece, text)]


def _started(count: Piece, piece: Piece, text: str) -> list[Piece]:
    """Return a count and the time behind it as one, or the count alone when the time only tells what it starts at."""
    if piece.last and near(text, count.end, piece.start) and (since := SINCE.search(text, count.start, count.end)):
        return [piece._replace(start=since.start(), opened=True)]
    if count.term is None or count.rule == "counts.tail" or piece.last:
        # nobody says from which of its days “5 ngày trước ngày 16-20/10” is counted back
        unsure = count.term and count.term.back and piece.limit == Limit.NONE and near(text, count.end, piece.start)
        return [count] if unsure else [count, piece]
    if is_day(piece):
        if near(text, count.end, piece.start) or _is_trigger(count, piece, text):
            is_event = piece.first is not None and piece.first.grain == Grain.EVENT
            return [_counted(count, piece, of_end=is_event and not count.term.back)]
        told = piece.limit == Limit.NONE and (count.term.back or _tells_start(count, text))
        return [count] if told and TOLD.fullmatch(text, count.end, piece.start) else [count, piece]
    if GAP.fullmatch(text, count.end, piece.start):
        of_end = edge_of(count, piece, text)
        return [count] if of_end is None else [_counted(count, piece, of_end=of_end)]
    told = TOLD.fullmatch(text, count.end, piece.start) is not None and piece.limit in UNBOUND
    return [count] if told and piece.every is None else [count, piece]


def _is_trigger(count: Piece, day: Piece, text: str) -> bool:
    """Whether brackets date what a term is counted from: “10 ngày kể từ ngày kết thúc lớp (ngày 22/11/2024)”."""
    if not _tells_start(count, text) or day.limit != Limit.NONE or text[day.end : day.end + 1] != ")":
        return False
    return day.start - count.end <= REACH and TRIGGER.fullmatch(text, count.end, day.start) is not None


def _counted(count: Piece, piece: Piece, *, of_end: bool) -> Piece:
    """Return the last day of a term; how long a paper is to hang at least only says when it is put up."""
    if count.term is None or count.rule == "counts.shown":
        return piece._replace(start=count.start, limit=Limit.SINCE, opened=True)
    term = count.term._replace(of_end=True) if of_end else count.term
    return with_count(piece, term, count.rule, count.start)


def _tailed(time: Piece, tail: Piece, text: str) -> Piece:
    """Return a time with the days counted behind it: “trước ngày 20/10 ít nhất 05 ngày”, “sau học kỳ I 10 ngày”."""
    if is_day(time) and time.limit == Limit.BEFORE and near(text, time.end, tail.start):
        return time._replace(end=tail.end, term=tail.term, limit=Limit.BY, rule=tail.rule)
    return tail_of(time, tail, text)


def _tells_start(piece: Piece, text: str) -> bool:
    return piece.rule == "counts.forward" and STARTED.search(text[piece.start : piece.end]) is not None


def _alone(piece: Piece, text: str) -> Piece:
    if piece.kind != Kind.COUNT:
        return piece
    signed = None if piece.term is None or piece.term.back else SIGNING.match(text, piece.end)
    if signed:
        return piece._replace(
            end=signed.end(), kind=Kind.TIME, first=Moment(Grain.COUNTED, name=SIGNED), limit=Limit.BY
        )
    return piece._replace(kind=Kind.TIME, first=Moment(Grain.COUNTED), term=None, limit=Limit.BY)
