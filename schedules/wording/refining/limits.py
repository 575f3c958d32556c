"""Bounds join the time they bound: trước, chậm nhất, hạn cuối, đến hết, từ, kể từ, sau."""

from __future__ import annotations

from schedules.wording.piece import Kind, Limit, Piece
from schedules.wording.refining.near import near

STRENGTH = (Limit.BEFORE, Limit.AFTER, Limit.BY, Limit.SINCE, Limit.NONE)
"""Of several bounds the first here holds: “chậm nhất trước ngày …” is before."""


def attach_limits(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with every bound taken into the time behind it; bounds of nothing fall away."""
    done: list[Piece] = []
    for piece in pieces:
        done.append(_bounded(done, piece, text) if piece.kind in {Kind.TIME, Kind.WEEKDAY} else piece)
    return [piece for piece in done if piece.kind not in {Kind.BOUND, Kind.OPEN, Kind.HOUR}]


def _bounded(done: list[Piece], piece: Piece, text: str) -> Piece:
    while done and done[-1].kind in {Kind.BOUND, Kind.OPEN} and _reaches(done[-1], piece, text):
        left = done.pop()
        if left.kind == Kind.OPEN:
            piece = piece._replace(opened=True, start=piece.start if left.rule == "label" else left.start)
        else:
            piece = piece._replace(start=left.start, opened=True, limit=_stronger(piece, left.limit))
    return piece


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
