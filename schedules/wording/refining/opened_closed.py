"""What begins on a day and ends on another is one span: “Bắt đầu học kỳ I vào ngày …, kết thúc học kỳ I vào ngày …”."""

from __future__ import annotations

import re

from schedules.wording.piece import BOUNDED, Grain, Kind, Limit, Piece
from schedules.wording.refining.near import is_day, near

OPENING, CLOSING = {"bounds.since", "bounds.opening"}, {"bounds.by", "bounds.closing"}
BEGINS = re.compile(r"(?:bat dau|mo|khai mac|khai giang|phat dong|khoi (?:dong|tranh|cong))\b")
ENDS = re.compile(r"(?:ket thuc|dong|be mac|be giang|khoa)\b")
OBJECT = re.compile(
    r"(?: (?!(?:va|roi|nop|gui|truoc|sau|khi|lam|hop)\b)[“\"]?[a-z0-9]{1,9}[”\"]?){0,6}(?: (?:vao|tu|la)| ?:)? ?"
)
"""What begins, between the word for it and its day: “khai mạc giải bóng đá ngày 5/11”."""

AND = re.compile(r"(?:,? (?:va|roi)|,)(?: se| du kien)? ")
STEP = re.compile(r" ?[\-;] ?(?:se |du kien )?")
PLAIN_BEGIN, PLAIN_END = re.compile(r"(?:bat dau|mo)\b"), re.compile(r"(?:ket thuc|dong)\b")
"""What begins and ends itself, its two days on lines of their own: “- Bắt đầu từ ngày … - Kết thúc ngày …”."""

NAMES = {Grain.TERM, Grain.SCHOOL_YEAR, Grain.SUMMER}


def join_opened(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with two days joined that a beginning and an end are told of side by side."""
    done: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        ends = _ends(pieces, at, text) if piece.rule in OPENING and BEGINS.match(text, piece.start) else None
        done.append(_joined(piece, pieces[ends[0]], pieces[ends[1]], text) if ends else piece)
        at = ends[1] + 1 if ends else at + 1
    return done


def _ends(pieces: list[Piece], at: int, text: str) -> tuple[int, int] | None:
    """Return where the first day and the last stand behind a beginning; None when no end is told beside it."""
    first = _day_behind(pieces, at, text)
    if first is None or first + 1 >= len(pieces):
        return None
    close = pieces[first + 1]
    if close.rule not in CLOSING or not ENDS.match(text, close.start):
        return None
    if not _goes_on(pieces[at], pieces[first], close, text):
        return None
    last = _day_behind(pieces, first + 1, text)
    return None if last is None else (first, last)


def _goes_on(begins: Piece, day: Piece, ends: Piece, text: str) -> bool:
    """Whether the end is told in the same breath; khai mạc and bế mạc parted by a sign are two works."""
    if AND.fullmatch(text, day.end, ends.start):
        return True
    if not PLAIN_BEGIN.match(text, begins.start) or not PLAIN_END.match(text, ends.start):
        return False
    return STEP.fullmatch(text, day.end, ends.start) is not None


def _day_behind(pieces: list[Piece], at: int, text: str) -> int | None:
    """Return where the day of a beginning or an end stands, only what begins or ends between."""
    for here in range(at + 1, min(at + 4, len(pieces))):
        piece = pieces[here]
        if is_day(piece) and piece.limit == Limit.NONE and not piece.every:
            return here if OBJECT.fullmatch(text, pieces[at].end, piece.start) else None
        if piece.kind not in {Kind.OPEN, Kind.BOUND} and (piece.first is None or piece.first.grain not in NAMES):
            return None
        if piece.kind == Kind.BOUND and (piece.limit in BOUNDED or piece.rule in CLOSING):
            return None
    return None


def _joined(begins: Piece, left: Piece, right: Piece, text: str) -> Piece:
    return left._replace(
        start=begins.start if near(text, begins.end, left.start) else left.start,
        end=right.end,
        last=right.first,
        need=min(left.need, right.need),
        opened=True,
        hour=left.hour or right.hour,
        weekday=None,
        problem=left.problem or right.problem,
        rule=f"{left.rule}+range",
    )
