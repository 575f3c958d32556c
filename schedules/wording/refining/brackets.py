"""A finer time in brackets says what the coarse one before it means: “Cuối mỗi năm học (tháng 4/2025)”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Kind, Limit, Piece

FINENESS = (
    Grain.YEAR,
    Grain.SCHOOL_YEAR,
    Grain.PERIOD,
    Grain.HALF,
    Grain.TERM,
    Grain.SUMMER,
    Grain.QUARTER,
    Grain.MONTH,
    Grain.SCHOOL_WEEK,
    Grain.WEEK,
    Grain.EVENT,
    Grain.DAY,
)
OPENING = re.compile(r",? ?\((?:[a-z]{1,10} ){0,3}$|: ?$")
REACH = 40


def join_brackets(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with bracketed times taken for the coarser ones they explain."""
    if "(" not in text:
        return pieces
    done: list[Piece] = []
    for piece in pieces:
        if done and _explains(done[-1], piece, text):
            coarse = done[-1]
            done[-1] = piece._replace(
                start=coarse.start,
                end=piece.end + (text[piece.end : piece.end + 1] == ")"),
                every=piece.every or coarse.every,
                limit=coarse.limit if piece.limit == Limit.NONE and piece.last is None else piece.limit,
                opened=True,
            )
        else:
            done.append(piece)
    return done


def _explains(coarse: Piece, fine: Piece, text: str) -> bool:
    if not (coarse.kind == Kind.TIME == fine.kind and coarse.first and fine.first):
        return False
    between = text[coarse.end : fine.start]
    if len(between) > REACH or "(" not in between or not OPENING.match(between):
        return False
    return FINENESS.index(fine.first.grain) > FINENESS.index(coarse.first.grain)
