"""Whether two pieces stand beside each other: only blanks and light signs between."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Kind, Piece

LIGHT = " :,-(*[“\"'"
REACH = 5
SIGNS = r"[ .;:,()*\[\]\-…•+·\"'“”]"
CELL_OPENS, CELL_CLOSES = re.compile(rf"(?:\A|\|){SIGNS}*$"), re.compile(rf"{SIGNS}*(?:\||\Z)")
"""Where a cell of a row written in one line begins and ends: “12 | 03/11/25 đến 08/11/25 | Thao giảng”."""

DAYS = {Grain.DAY, Grain.EVENT}


def near(text: str, left: int, right: int, light: str = LIGHT) -> bool:
    """Return whether only light signs stand between two places of a text."""
    return left == right or (right - left <= REACH and not text[left:right].strip(light))


def opens_bracket(text: str, at: int) -> bool:
    """Return whether a bracket opens right before a place of a text."""
    return text[max(0, at - 2) : at].rstrip().endswith("(")


def is_cell(text: str, start: int, end: int) -> bool:
    """Return whether a span is a whole cell of a row written in one line with bars."""
    opens = CELL_OPENS.search(text, max(0, start - REACH), start)
    closes = CELL_CLOSES.match(text, end) if opens else None
    return opens is not None and closes is not None and (opens[0].startswith("|") or closes[0].endswith("|"))


def is_day(piece: Piece) -> bool:
    """Whether a piece is one single day."""
    return piece.kind == Kind.TIME and piece.first is not None and piece.first.grain in DAYS and piece.last is None
