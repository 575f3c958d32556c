"""Two times with “đến” or a dash between become one span; a lone “đến” bounds what follows."""

from __future__ import annotations

import re
from datetime import time

from schedules.wording.piece import Grain, Kind, Limit, Moment, Need, Piece
from schedules.wording.refining.near import is_cell, is_day, near
from schedules.wording.refining.opened_closed import ENDS

DASH = " -*=>→"
MONTHS, DAYS = 12, 31
LIST, LIST_ENDS = {",", ";", "va", ", va"}, re.compile(r" ?(?:\Z|[.,;)\n]|(?:va|hang|moi) )")
OPENED_AND_CLOSED = 3
NAMED = {Grain.TERM, Grain.SCHOOL_YEAR, Grain.YEAR, Grain.QUARTER}
CLOSING = {"bounds.by", "bounds.closing"}
AND = re.compile(r"[,;]? ?(?:va |roi )?(?:se |du kien )?")
ASIDE = re.compile(r" ?\([^()\n]*\) ?")
ASIDE_REACH = 45
FROM = re.compile(r"\btu (?:ngay )?\d")
LASTS = re.compile(
    r",? ?(?:va )?(?:(?:chuong trinh|hoat dong|(?:hoi|cuoc|ky) thi|giai(?: dau)?|dot|viec)(?: nay)? )?"
    r"(?:(?:se|du kien|duoc) )*keo dai $"
)
"""How what began goes on to its last day: “bắt đầu từ ngày 22/10 và chương trình kéo dài tới ngày 31/10”."""

ENDS_CLAUSE = re.compile(r" ?(?:\Z|[.;)|\n])")
MIDNIGHT = time(0)
"""“Từ 0h ngày 01/12 đến 0h ngày 05/12”: the last day is over as it begins."""

TWO_DAYS = tuple(f"{lead}{two} ngay" for lead in ("", "trong ", "trong vong ") for two in ("hai", "2", "02"))


def join_ranges(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with ranges joined; what was no range keeps its own time."""
    done: list[Piece] = []
    for piece in pieces:
        if piece.kind != Kind.TIME:
            done.append(piece)
        elif _linked(done, piece, text):
            link, left = done.pop(), done.pop()
            done.append(_joined(left, piece, before=link.limit == Limit.BEFORE))
        elif done and _dashed(done[-1], piece, text):
            done[-1] = _joined(done[-1], piece)
        elif _closed(done, piece, text):
            done.pop()
            done[-1] = _joined(done[-1], piece)
        elif done and _is_pair(done[-1], piece, text):
            done[-1] = _joined(_with_year_of(piece, done[-1]), piece)
        elif piece.rule != "ends.rest":
            if done and _listed(done[-1], piece, text):
                done[-1] = _with_year_of(piece, done[-1])
            done.append(_opened(done[-1], piece, text) if done and piece.need == Need.OPENER else piece)
    return [_as_bound(piece) if piece.kind == Kind.LINK else piece for piece in done]


def _linked(done: list[Piece], piece: Piece, text: str) -> bool:
    return (
        len(done) > 1
        and (done[-1].kind == Kind.LINK or _runs_before(done, text))
        and near(text, done[-1].end, piece.start)
        and not _labels(done[-2], piece, text[done[-2].end : done[-1].start])
        and (_beside(text, done[-2].end, done[-1].start) or _over_lines(done, piece, text) or _lasts(done, text))
        and _open_ended(done[-2])
        and _open_ended(piece)
    )


def _labels(left: Piece, right: Piece, between: str) -> bool:
    """Whether a term before a colon only names the work: “hồ sơ chuyển đến học kỳ II: đến hết 16/01”."""
    if ":" not in between or left.first is None or right.first is None:
        return False
    return left.first.grain in NAMED and right.first.grain == Grain.DAY


def _over_lines(done: list[Piece], piece: Piece, text: str) -> bool:
    """Whether a span goes on behind the sign a scan sets where its line broke: "Từ ngày 6/10; đến ngày 10/10".

    It was opened or opens its text, and nothing follows that could be done by its last day alone.
    """
    left, link = done[-2:]
    if text[left.end : link.start].strip() != ";" or not ENDS_CLAUSE.match(text, piece.end):
        return False
    opened = len(done) >= OPENED_AND_CLOSED and done[-OPENED_AND_CLOSED].limit == Limit.SINCE
    return opened or is_cell(text, left.start, piece.end) or (left.start == 0 and piece.end == len(text))


def _lasts(done: list[Piece], text: str) -> bool:
    """Whether what was begun, “từ ngày 22/10”, is said to last up to the day behind."""
    left, link = done[-2:]
    if LASTS.fullmatch(text, left.end, link.start) is None:
        return False
    return FROM.search(text, max(0, left.start - len("tu ")), left.end) is not None


def _runs_before(done: list[Piece], text: str) -> bool:
    """Whether a dash and “trước” lead on from a day that opens a cell or its span: “06/8 - trước 10g00 ngày 10/8”."""
    left, bound = done[-2:]
    if (
        bound.limit != Limit.BEFORE
        or bound.kind != Kind.BOUND
        or not is_day(left)
        or text[left.end : bound.start].strip() != "-"
    ):
        return False
    if left.start == 0 or text[left.start - 2 : left.start] == "| ":
        return True
    return len(done) >= OPENED_AND_CLOSED and done[-OPENED_AND_CLOSED].limit == Limit.SINCE


def _closed(done: list[Piece], piece: Piece, text: str) -> bool:
    """Whether a time that was opened is closed by this one: “mở từ ngày 1/7 và đóng lúc 24h ngày 3/7”."""
    if len(done) < OPENED_AND_CLOSED or done[-1].rule not in CLOSING or not near(text, done[-1].end, piece.start):
        return False
    opening, left, close = done[-OPENED_AND_CLOSED:]
    if not (_open_ended(left) and _open_ended(piece)) or not AND.fullmatch(text, left.end, close.start):
        return False
    if not near(text, opening.end, left.start):
        return False
    parted, ends = ";" in text[left.end : close.start], ENDS.match(text, close.start)
    opened = opening.limit == Limit.SINCE or (opening.rule == "bounds.opening" and not parted and ends)
    return bool(opened) and left.first is not None and piece.first is not None and left.first.grain == piece.first.grain


def _beside(text: str, left: int, right: int) -> bool:
    """Whether nothing, or only an aside in brackets, stands between: “27/01/2025 (28 tháng Chạp) đến …”."""
    return near(text, left, right) or (right - left <= ASIDE_REACH and ASIDE.fullmatch(text, left, right) is not None)


def _dashed(left: Piece, piece: Piece, text: str) -> bool:
    """Whether a dash joins two times of one size, or a comma two months that follow each other."""
    if not (_open_ended(left) and _open_ended(piece) and left.first and piece.first):
        return False
    alike = left.first.grain == piece.first.grain or _is_anniversary(left.first, piece.first)
    if not alike or piece.start - left.end > len(" -> "):
        return False
    between = text[left.end : piece.start]
    if between.replace(" ", "") == "-;":
        return True  # the line broke behind the dash
    if "-" in between or "=>" in between:
        return near(text, left.end, piece.start, DASH)
    return between.strip() == "," and _next_month(left, piece)


def _is_anniversary(first: Moment, last: Moment) -> bool:
    """Whether a named day and a dated one are the same day of two years: “Ngày Nhà giáo (20/11/1982 - 20/11/2025)”."""
    named = first.grain == Grain.EVENT and last.grain == Grain.DAY and first.year is not None
    return named and first[1:3] == last[1:3] and last.year != first.year


def _next_month(left: Piece, right: Piece) -> bool:
    if not (left.first and right.first and left.first.grain == Grain.MONTH):
        return False
    months = left.first.month, right.first.month
    return None not in months and (months[1] or 0) % MONTHS == ((months[0] or 0) + 1) % MONTHS


def _listed(left: Piece, right: Piece, text: str) -> bool:
    """Whether a day and a dated one stand in a list: “12/10 và 13/10/2023”."""
    listed = left.kind == Kind.TIME and not left.every and (left.last is None or left.rule == "days.span")
    if not (listed and left.first and right.first) or left.first.grain != Grain.DAY:
        return False
    if right.first.grain != Grain.DAY or right.first.year is None or left.first.year or not left.first.month:
        return False
    return text[left.end : right.start].strip() in {"va", ",", ";", "&"}


def _opened(left: Piece, piece: Piece, text: str) -> Piece:
    """Open a bare d/m in a list of days: “ngày 20/9, 15/01, 31/5”; what is counted behind it keeps it a ratio."""
    if not _open_ended(left) or left.first is None or piece.first is None or left.first.grain != Grain.DAY:
        return piece
    if left.need == Need.OPENER and not left.opened:
        return piece
    real = 1 <= piece.first.value <= DAYS and 1 <= (piece.first.month or 0) <= MONTHS and piece.last is None
    listed = text[left.end : piece.start].strip() in LIST and LIST_ENDS.match(text, piece.end)
    return piece._replace(opened=True) if real and listed and left.first.month else piece


def _is_pair(left: Piece, right: Piece, text: str) -> bool:
    """Whether two days that follow each other were counted before: “trong hai ngày 12/4 và 13/4/2025”."""
    if not text.startswith(TWO_DAYS, left.start) or not (_open_ended(left) and _open_ended(right)):
        return False
    if text[left.end : right.start].strip() not in {"va", ",", "&"} or left.first is None or right.first is None:
        return False
    same = left.first.grain == right.first.grain == Grain.DAY and left.first.month == right.first.month
    return same and right.first.value == left.first.value + 1


def _with_year_of(right: Piece, left: Piece) -> Piece:
    if left.first is None or right.first is None or right.first.year is None:
        return left
    over = (left.first.month or 0) > (right.first.month or 0)
    year = right.first.year - over
    return left._replace(
        first=left.first._replace(year=year), last=left.last and left.last._replace(year=year), need=right.need
    )


def _open_ended(piece: Piece) -> bool:
    return piece.kind == Kind.TIME and piece.last is None and piece.every is None


def _joined(left: Piece, right: Piece, *, before: bool = False) -> Piece:
    need = min(left.need, right.need)
    return Piece(
        left.start,
        right.end,
        left.kind,
        f"{left.rule}+range",
        left.first,
        right.first,
        Limit.BEFORE if before or right.hour == MIDNIGHT else Limit.NONE,
        Need.WHOLE if need == Need.OPENER else need,
        left.every,
        left.hour or right.hour,
        term=left.term,
        opened=left.opened or right.opened,
        problem=left.problem or right.problem,
    )


def _as_bound(link: Piece) -> Piece:
    return link._replace(kind=Kind.BOUND, rule="bounds.by")
