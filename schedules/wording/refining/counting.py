"""Counted terms join the day they are counted from: “trong 05 ngày làm việc kể từ ngày 10/10/2023”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Kind, Limit, Moment, Piece
from schedules.wording.refining.near import is_day, near

STARTED = re.compile(r"(?:ke tu|tinh tu|sau khi|ke ca tu)(?: khi)?$")

TRIGGER, REACH = re.compile(r"(?: [a-z0-9]{1,10}){1,12} \((?:tuc |la |tuc la )?"), 80


def attach_counts(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with counted terms; one without a written start stays undated."""
    done: list[Piece] = []
    for piece in pieces:
        if piece.kind == Kind.TIME and done and _counts(done[-1], piece, text):
            done[-1] = _counted(done[-1], piece)
        elif piece.kind == Kind.COUNT and piece.rule == "counts.tail":
            if done and _is_before(done[-1]) and near(text, done[-1].end, piece.start):
                done[-1] = done[-1]._replace(end=piece.end, term=piece.term, limit=Limit.BY, rule=piece.rule)
        else:
            done.append(piece)
    return [_alone(piece) for piece in done if piece.kind != Kind.COUNT or _tells_start(piece, text)]


def _counts(count: Piece, day: Piece, text: str) -> bool:
    if count.kind != Kind.COUNT or not is_day(day):
        return False
    return near(text, count.end, day.start) or _is_trigger(count, day, text)


def _is_trigger(count: Piece, day: Piece, text: str) -> bool:
    """Whether brackets date what a term is counted from: “10 ngày kể từ ngày kết thúc lớp (ngày 22/11/2024)”."""
    if not _tells_start(count, text) or day.limit != Limit.NONE or text[day.end : day.end + 1] != ")":
        return False
    return day.start - count.end <= REACH and TRIGGER.fullmatch(text, count.end, day.start) is not None


def _counted(count: Piece, day: Piece) -> Piece:
    return day._replace(start=count.start, term=count.term, limit=Limit.BY, rule=count.rule, opened=True)


def _is_before(piece: Piece) -> bool:
    return is_day(piece) and piece.limit == Limit.BEFORE


def _tells_start(piece: Piece, text: str) -> bool:
    return piece.rule == "counts.forward" and STARTED.search(text[piece.start : piece.end]) is not None


def _alone(piece: Piece) -> Piece:
    if piece.kind != Kind.COUNT:
        return piece
    return piece._replace(kind=Kind.TIME, first=Moment(Grain.COUNTED), limit=Limit.BY)
