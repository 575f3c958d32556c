"""Bounds join the time they bound: trước, chậm nhất, hạn cuối, đến hết, từ, kể từ, sau."""

from __future__ import annotations

import re

from schedules.wording.piece import BOUNDED, OPENING, SHARED, Kind, Limit, Piece, bounded
from schedules.wording.refining.near import is_day, near

STRENGTH = (Limit.BEFORE, Limit.AFTER, Limit.BY, Limit.SINCE, Limit.NONE)
"""Of several bounds the first here holds: “chậm nhất trước ngày …” is before."""

BOUNDING, BOUNDABLE = Kind.BOUND | Kind.OPEN, Kind.TIME | Kind.WEEKDAY
TAKEN = BOUNDING | Kind.HOUR

JOINING = {"bounds.opening", "bounds.closing"}
"""Words that only part the two ends of a span: “mở từ …, đóng …”."""

CALLED_REACH = 16
CALLED = re.compile(
    r"(?:(?: nay| toi(?: day)?| sap toi)?,? (?:chinh )?la|(?: ?:| -| ?\()) ?(?:thoi )?"
    r"(?:(?:(?:het )?han|ngay) (?:cuoi|chot|nop|nhan|gui|dang k[yi]|dong|thu)|deadline)\b"
    r"|,? (?:la |thi )?(?:form|link|he thong|bieu mau|cong|phieu)\b"
)
"""How a time is called the deadline by the words behind it."""

LAST_WORDS = (
    r"(?:(?:la |day la |do la )?(?:thoi )?(?:han (?:chot|cuoi(?: cung)?)|deadline|ngay cuoi(?: cung)?)"
    r"|(?:cham|muon|tre) nhat|han(?= ?[)\]]))"
)
REMARKED = re.compile(
    rf"[^.;\n()\[\]]{{0,120}}(?:[(\[] ?(?P<bracketed>{LAST_WORDS})"
    r"(?: (?:cua|do|theo|de|day|roi|nhe|a|nha|khong)\b[^()\[\]|\n]{0,40}| ?[,;:\-–][^()\[\]|\n\d]{1,40})? ?[!.]*[)\]]"
    rf"|(?:,| -| –| \|) ?(?P<closing>{LAST_WORDS})(?: (?:nhe|nha|a|roi|day))* ?[!.]*(?=\s*(?:[|;\n]|\Z)))"
)
"""A remark behind the work that calls its day the last: “30/9 – báo cáo số liệu (hạn chót, đ/c Hà)”."""

LIST = {", ", "; ", ","}
TWO = re.compile(r",? (?:va|hoac) ")
ENDS = re.compile(r" ?(?:\Z|[.;,)\n]|(?:hang|moi) )")


def attach_limits(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with every bound taken into the time behind it; bounds of nothing fall away."""
    done: list[Piece] = []
    for piece in pieces:
        if piece.kind & BOUNDABLE:
            bound = _bounded(done, piece, text)
            done.append(_shared(done[-1], bound, text) if done else bound)
        else:
            done.append(piece)
    for at in range(len(done) - 1, 0, -1):
        if done[at].limit == Limit.BY and done[at].kind == Kind.BOUND and _is_called(done[at - 1], done[at], text):
            done[at - 1] = bounded(done[at - 1], done[at - 1].start, Limit.BY)
    return [piece for piece in done if not piece.kind & TAKEN]


def _is_called(day: Piece, name: Piece, text: str) -> bool:
    """Whether the words behind a time call it the deadline: “Ngày 29/6 là hạn cuối nộp hồ sơ”."""
    if day.kind != Kind.TIME or day.limit != Limit.NONE or day.last is not None or day.every:
        return False
    if name.start - day.end <= CALLED_REACH and CALLED.match(text, day.end) is not None:
        return True
    remark = REMARKED.match(text, day.end) if is_day(day) else None
    return remark is not None and remark.start(remark.lastgroup or 0) <= name.start < remark.end()


def _bounded(done: list[Piece], piece: Piece, text: str) -> Piece:
    start, limit, opened = piece.start, piece.limit, False
    while done and done[-1].kind & BOUNDING and _reaches(done[-1], start, text):
        left, opened = done.pop(), True
        if left.rule != "label":
            start = left.start
        # a span that names both ends is opened by “từ”, and closed by itself
        if left.kind == Kind.BOUND and (piece.last is None or left.limit == Limit.BEFORE):
            limit = _stronger(limit, left.limit)
    return bounded(piece, start, limit) if opened else piece


def _shared(left: Piece, right: Piece, text: str) -> Piece:
    """Give the second of two days the bound of both: “trước ngày 30/6 và 31/12 hằng năm”."""
    if right.rule == SHARED == left.rule and right.limit == Limit.NONE:
        return right._replace(limit=left.limit, hour=right.hour or left.hour)
    if left.limit not in BOUNDED or right.limit != Limit.NONE or not (is_day(left) and is_day(right)):
        return right
    listed = text[left.end : right.start] in LIST and text[right.start].isdigit()
    if not (listed or TWO.fullmatch(text, left.end, right.start)) or not ENDS.match(text, right.end):
        return right
    return right._replace(limit=left.limit, opened=True)


def _reaches(left: Piece, start: int, text: str) -> bool:
    """Whether a bound stands right before a time; “hai năm sau, ngày …” only tells when."""
    if left.rule in JOINING or (left.limit in OPENING and "," in text[left.end : start]):
        return False
    return near(text, left.end, start)


def _stronger(one: str, other: str) -> str:
    return other if one == Limit.NONE else min(one, other, key=STRENGTH.index)
