"""A time that is moved: only where it is moved to is set, “lùi hạn nộp từ ngày 28/2 đến ngày 25/3”."""

from __future__ import annotations

import re
from itertools import pairwise

from schedules.wording.piece import Kind, Limit, Piece

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
HAN_WORDS = ("han", "thoi han")
"""How the day that was is called: “hạn cũ là ngày 28.2”, and what it begins with: a look that most times end at."""

TO_DAY = re.compile(
    r"\)?(?:(?: (?!(?:va|roi|de|thi|nop|gui|cac|moi|khoi|truoc|sau|tu)\b)[a-z]{1,8}){1,4}"
    r"(?= (?:doi|lui|gia han) (?:lich )?thanh ))?"
    r"(?:,? (?:duoc|phai|se|da|tam|xin|nay|hoan|thong nhat)){0,4}"
    r"(?:(?:,? (?:chuyen|doi|lui|gia han|hoan|dieu chinh|thay doi|keo lui)(?: lich| lai| lui| ngay){0,2})?"
    r" (?:thanh|sang|qua)|,? (?:chuyen|doi|lui|hoan)(?: lich| lai)? (?=den))"
    r" (?:den )?(?:het )?(?:(?:sang|trua|chieu|toi) )?"
    r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn),? \(?(?=ngay|\d))?"
    r"(?:(?:ngay|thang|tuan|thu) \d|\d{1,2} ?[/.] ?\d|\d{1,2} ?(?:h|g|gio)\b|\d{1,2}[hg]\d\d\b)"
)
"""Where a bounded time is moved to: “lùi hạn nộp từ ngày 28/2 sang ngày 25/3”."""

ON = r"(?:[^.;:\n]|\.(?=\d))*$"
DEADLINE = re.compile(
    rf"\b(?:lui|doi|gia han|keo dai|dieu chinh|thay doi|chuyen|hoan) (?:[a-z]{{1,8}} ){{0,2}}?(?:thoi )?han\b{ON}"
    rf"|\bgia han\b{ON}|(?:\A|[.;:,\n] ?)\W*(?:thoi )?han\b(?! (?:cu|che)){ON}"
)
"""A deadline that is moved: “dời hạn nộp đề từ 03/12”, “Hạn đăng ký chuyển từ 31/10”."""

TO = ("sang ", "len ", "xuong ", "thanh ")
MOVED_HAN = re.compile(
    r"\b(?:(?:thoi )?han|moc)\b[^.;:,\d\n]{0,50} (?:doi|lui|day|chuyen|dieu chinh|don)(?: lich| lui| som| lai)? $"
    r"|\b(?:doi|lui|day|chuyen|dieu chinh|don)(?: lui| som| lai)? (?:thoi )?(?:han|moc)\b[^.;:,\d\n]{0,50} $"
)

OLD = {Limit.NONE, Limit.SINCE}
TO_TIME = re.compile(r"(?:,? (?:chuyen|doi|lui|doi lich))? (?:thanh|sang) (?:den )?(?:ngay|thang|tuan|thu|chu nhat|\d)")
"""“Lùi họp ngày 20/11 sang tuần sau”: where to need not be a day; a bound may stand before “sang tuần” by chance."""

MADE_UP = re.compile(r"\b(?:day|hoc|lam|truc|nghi|kiem tra|thi|cham|sinh hoat) bu\b[^.;:\n]{0,50} $")
MADE_UP_ON = re.compile(
    r"\)?,? (?:duoc )?(?:(?:chuyen|day|xep|bo tri) )?(?:vao|sang) (?:(?:buoi )?(?:sang|trua|chieu|toi) )?"
    r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn),? )?(?:ngay )?\d{1,2} ?[/.-] ?\d"
)
"""A lesson missed, and the day it is given on instead: “Dạy bù ngày 02/01 vào thứ Bảy, 10/01”."""

NOT_THEN = re.compile(r"\b(?:khong|ko|k|hong|chang) phai (?:la |vao )?$")
BUT = re.compile(r",? ma (?:la |vao |chuyen )?")
"""“Không phải sáng 28/10 mà là sáng 30/10”."""

OLD_PLAN = re.compile(
    r"\b(?:ke hoach|lich|thong bao|thoi gian|ngay|moc) (?:cu|ban dau|truoc day)\b"
    r"(?:(?!,? (?:nay|moi|doi|chuyen|van|nhung)\b)[^.;\n]){0,50} $"
)
OLD_WORDS = (" cu", " ban dau", " truoc day")
NOW = re.compile(r"(?:(?! (?:nay|moi|doi|chuyen)\b)[^.;\n]){0,50},? (?:nay|doi|chuyen)\b")
"""“Kế hoạch cũ là thi thử ngày 14/3, nay chốt ngày 21/3”."""


def hold_moved(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with spans that only say from where to where a time is moved taken for its new end."""
    held = [_moved(piece, text) if piece.last is not None else piece for piece in pieces]
    for at, new in enumerate(pieces):
        if new.limit == Limit.NONE and new.kind == Kind.TIME and _is_moved_deadline(new, text):
            held[at] = new._replace(limit=Limit.BY)
    for at, (old, new) in enumerate(pairwise(pieces), 1):
        if new.limit == Limit.NONE and new.last is None and _is_new_end(old, new, text):
            held[at] = new._replace(limit=Limit.BY)
    return held


def _is_moved_deadline(piece: Piece, text: str) -> bool:
    """Whether a deadline whose old day is not told is moved to a time: “Mốc nộp minh chứng dời lên 14/11”."""
    if piece.last is not None or not text.startswith(TO, piece.start):
        return False
    return MOVED_HAN.search(text, max(0, piece.start - REACH), piece.start) is not None


def _is_new_end(old: Piece, new: Piece, text: str) -> bool:
    """Whether a deadline is moved from the time before it: “lùi hạn nộp từ 15/5 sang 22/5”."""
    if old.kind != Kind.TIME or new.kind != Kind.TIME or new.start - old.end > REACH:
        return False
    to = TO_DAY.match(text, old.end)
    if to is None or not new.start <= to.end() <= new.end:
        return False
    if old.limit == Limit.BY and HAN.match(text, old.start):
        return True
    return DEADLINE.search(text, max(0, old.start - REACH), old.end) is not None


def is_withdrawn(piece: Piece, text: str) -> bool:
    """Whether a time is the one that was: “hạn cũ là ngày 28.2”, “từ ngày 28/2 sang ngày 25/3”."""
    return is_former(piece, text) or (piece.end < len(text) and gives_way(piece, text))


def is_former(piece: Piece, text: str) -> bool:
    """Whether a time calls itself the one that was: “hạn cũ là ngày 28.2”."""
    return text.startswith(HAN_WORDS, piece.start) and WITHDRAWN.match(text, piece.start, piece.end) is not None


def gives_way(piece: Piece, text: str) -> bool:
    """Whether the words behind a time lead to the one that holds instead: “từ ngày 28/2 sang ngày 25/3”."""
    if TO_DAY.match(text, piece.end) or _is_made_up(piece, text) or _is_taken_back(piece, text):
        return True
    return piece.limit in OLD and TO_TIME.match(text, piece.end) is not None


def _is_made_up(piece: Piece, text: str) -> bool:
    """Whether what fell out at a time is made up for at the one behind it."""
    if MADE_UP_ON.match(text, piece.end) is None:
        return False
    return MADE_UP.search(text, max(0, piece.start - REACH), piece.start) is not None


def _is_taken_back(piece: Piece, text: str) -> bool:
    """Whether a time is named only to say that another one holds now."""
    start = max(0, piece.start - REACH)
    if BUT.match(text, piece.end) and NOT_THEN.search(text, start, piece.start):
        return True
    before = text[start : piece.start]
    if not any(map(before.__contains__, OLD_WORDS)) or OLD_PLAN.search(text, start, piece.start) is None:
        return False
    return NOW.match(text, piece.end) is not None


def _moved(piece: Piece, text: str) -> Piece:
    if piece.every or not FROM.match(text, piece.start):
        return piece
    own = HAN.match(text, piece.start)
    moving = MOVING.search(text, max(0, piece.start - REACH), own.end() if own else piece.start)
    if moving is None:
        return piece
    limit = Limit.BY if HAN.search(moving[0]) else Limit.NONE
    return piece._replace(first=piece.last, last=None, limit=limit if piece.limit == Limit.NONE else piece.limit)
