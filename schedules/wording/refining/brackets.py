"""A finer time in brackets says what the coarse one before it means: “Cuối mỗi năm học (tháng 4/2025)”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Kind, Limit, Need, Piece

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
"""Times by their size; what is counted from a day, or runs to the end of a stretch, has none and explains nothing."""

WEEKS = {Grain.WEEK, Grain.SCHOOL_WEEK}
OPENING = re.compile(r"(?:(?: cua)? thang(?: nay)?)?,? ?\((?:[a-z]{1,10} ){0,3}$|: ?$")
CELEBRATES = re.compile(r"(?:chao mung|ky niem|mung(?! ?\d)|nhan (?:dip|ngay|ky niem)|huong toi)\b")
"""“Trong tháng 5 (chào mừng 19/5)”: what is celebrated says nothing of when."""

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


def drop_week_names(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces without the week that only numbers the day before it: “Từ ngày 20/02/2024 (Tuần 30)”."""
    if "(" not in text:
        return pieces
    named = {at for at in range(1, len(pieces)) if _numbers(pieces[at - 1], pieces[at], text)}
    return [piece for at, piece in enumerate(pieces) if at not in named] if named else pieces


def _numbers(day: Piece, week: Piece, text: str) -> bool:
    """Whether a week stands alone in brackets right behind a day with its month."""
    if week.first is None or week.first.grain not in WEEKS or day.first is None or day.first.grain != Grain.DAY:
        return False
    if day.first.month is None or text[week.end : week.end + 1] != ")":
        return False
    return text[day.end : week.start] in {" (", "("}


def _explains(coarse: Piece, fine: Piece, text: str) -> bool:
    if not (coarse.kind == Kind.TIME == fine.kind and coarse.first and fine.first) or coarse.need == Need.ALONE:
        return False
    if CELEBRATES.match(text, fine.start) or coarse.first.grain not in FINENESS or fine.first.grain not in FINENESS:
        return False
    between = text[coarse.end : fine.start]
    if len(between) > REACH or "(" not in between or not OPENING.match(between):
        return False
    return FINENESS.index(fine.first.grain) > FINENESS.index(coarse.first.grain)
