"""A time that is moved: only where it is moved to is set, “lùi hạn nộp từ ngày 28/2 đến ngày 25/3”."""

from __future__ import annotations

import re

from schedules.wording.piece import Limit, Piece

REACH = 70
SET = r"(?:thoi (?:han|gian|diem)|han|lich|moc|ngay|viec|buoi|cuoc|ky|hop)"
HAN = re.compile(r"(?:thoi )?han")
MOVING = re.compile(
    rf"\b(?:lui|doi (?={SET}\b|lai )|gia han(?! (?:them )?thoi gian)|(?:keo dai|dieu chinh|thay doi|chuyen|hoan)"
    r" (?:thoi (?:han|diem)|han|lich|moc|ngay))\b[^.;:,\n]{0,60},? ?$"
)
"""Words that move what they name; “gia hạn thời gian nhận bài từ … đến …” opens a time of its own."""

FROM = re.compile(r"(?:(?:thoi )?han\b[^.;:,\n]{0,40} )?tu\b")
WITHDRAWN = re.compile(r"(?:thoi )?han(?: [a-z]{1,8}){0,4}? (?:(?<!chung )(?<!can )cu|truoc day|truoc do|ban dau)\b")
"""How the day that was is called: “hạn cũ là ngày 28.2”."""

TO_DAY = re.compile(
    r"\)?(?:,? (?:duoc|phai|se|da|tam|xin|nay|hoan|thong nhat)){0,4}"
    r"(?:(?:,? (?:chuyen|doi|lui|gia han|hoan|dieu chinh|thay doi|keo lui)(?: lich| lai| lui| ngay){0,2})?"
    r" (?:thanh|sang|qua)|,? (?:chuyen|doi|lui|hoan)(?: lich| lai)? (?=den))"
    r" (?:den )?(?:het )?(?:(?:sang|trua|chieu|toi) )?"
    r"(?:(?:ngay|thang|tuan|thu) \d|\d{1,2} ?[/.] ?\d|\d{1,2} ?(?:h|g|gio)\b|\d{1,2}[hg]\d\d\b)"
)
"""Where a bounded time is moved to: “lùi hạn nộp từ ngày 28/2 sang ngày 25/3”."""

OLD = {Limit.NONE, Limit.SINCE}
TO_TIME = re.compile(r"(?:,? (?:chuyen|doi|lui|doi lich))? (?:thanh|sang) (?:den )?(?:ngay|thang|tuan|thu|\d)")
"""“Lùi họp ngày 20/11 sang tuần sau”: where to need not be a day; a bound may stand before “sang tuần” by chance."""


def hold_moved(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with spans that only say from where to where a time is moved taken for its new end."""
    return [_moved(piece, text) if piece.last is not None else piece for piece in pieces]


def is_withdrawn(piece: Piece, text: str) -> bool:
    """Whether a time is the one that was: “hạn cũ là ngày 28.2”, “từ ngày 28/2 sang ngày 25/3”."""
    if WITHDRAWN.match(text, piece.start, piece.end) or TO_DAY.match(text, piece.end):
        return True
    return piece.limit in OLD and TO_TIME.match(text, piece.end) is not None


def _moved(piece: Piece, text: str) -> Piece:
    if piece.every or not FROM.match(text, piece.start):
        return piece
    own = HAN.match(text, piece.start)
    moving = MOVING.search(text, max(0, piece.start - REACH), own.end() if own else piece.start)
    if moving is None:
        return piece
    limit = Limit.BY if HAN.search(moving[0]) else Limit.NONE
    return piece._replace(first=piece.last, last=None, limit=limit if piece.limit == Limit.NONE else piece.limit)
