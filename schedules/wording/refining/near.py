"""Whether two pieces stand beside each other: only blanks and light signs between."""

from __future__ import annotations

from schedules.wording.piece import Grain, Kind, Piece

LIGHT = " :,-(*[“\"'"
REACH = 5
DAYS = {Grain.DAY, Grain.EVENT}


def near(text: str, left: int, right: int, light: str = LIGHT) -> bool:
    """Return whether only light signs stand between two places of a text."""
    return left == right or (right - left <= REACH and not text[left:right].strip(light))


def is_day(piece: Piece) -> bool:
    """Whether a piece is one single day."""
    return piece.kind == Kind.TIME and piece.first is not None and piece.first.grain in DAYS and piece.last is None
