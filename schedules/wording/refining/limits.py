"""Bounds join the time they bound: trước, chậm nhất, hạn cuối, đến hết, từ, kể từ, sau."""

from __future__ import annotations

import re

from schedules.wording.piece import Kind, Limit, Piece
from schedules.wording.refining.near import is_day, near

STRENGTH = (Limit.BEFORE, Limit.AFTER, Limit.BY, Limit.SINCE, Limit.NONE)
"""Of several bounds the first here holds: “chậm nhất trước ngày …” is before."""

SHARED = re.compile(r",? (?:va|hoac) ")
ENDS = re.compile(r" ?(?:\Z|[.;,)\n]|(?:hang|moi) )")


def attach_limits(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with every bound taken into the time behind it; bounds of nothing fall away."""
    done: list[Piece] = []
    for piece in pieces:
        if piece.kind in {Kind.TIME, Kind.WEEKDAY}:
            bound = _bounded(done, piece, text)
            done.append(_shared(done[-1], bound, text) if done else bound)
        else:
            done.append(piece)
    return [piece for piece in done if piece.kind not in {Kind.BOUND, Kind.OPEN, Kind.HOUR}]


def _bounded(done: list[Piece], piece: Piece, text: str) -> Piece:
    while done and done[-1].kind in {Kind.BOUND, Kind.OPEN} and _reaches(done[-1], piece, text):
        left = done.pop()
        if left.kind == Kind.OPEN:
            piece = piece._replace(opened=True, start=piece.start if left.rule == "label" else left.start)
        else:
            piece = piece._replace(start=left.start, opened=True, limit=_stronger(piece, left.limit))
    return piece


def _shared(left: Piece, right: Piece, text: str) -> Piece:
    """Give the second of two days the bound of both: “trước ngày 30/6 và 31/12 hằng năm”."""
    if left.limit not in {Limit.BEFORE, Limit.BY} or right.limit != Limit.NONE or not (is_day(left) and is_day(right)):
        return right
    if not SHARED.fullmatch(text, left.end, right.start) or not ENDS.match(text, right.end):
        return right
    return right._replace(limit=left.limit, opened=True)


def _reaches(left: Piece, piece: Piece, text: str) -> bool:
    """Whether a bound stands right before a time; “hai năm sau, ngày …” only tells when."""
    if left.limit in {Limit.AFTER, Limit.SINCE} and "," in text[left.end : piece.start]:
        return False
    return near(text, left.end, piece.start)


def _stronger(piece: Piece, limit: str) -> str:
    """A span that names both ends is opened by “từ”, and closed by itself."""
    if piece.last is not None and limit != Limit.BEFORE:
        return piece.limit
    return min(piece.limit, limit, key=STRENGTH.index)
