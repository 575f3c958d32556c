"""From which edge of a term, a school year or a break days are counted: “5 ngày sau khi kết thúc học kỳ I”."""

from __future__ import annotations

import re

from schedules.wording.piece import SHARED, Count, Grain, Kind, Limit, Moment, Need, Part, Piece

FRAMES = {
    *(Grain.TERM, Grain.SCHOOL_YEAR, Grain.SUMMER, Grain.QUARTER, Grain.HALF, Grain.YEAR),
    *(Grain.MONTH, Grain.WEEK, Grain.SCHOOL_WEEK, Grain.EVENT, Grain.DAY),
}
GAP = re.compile(r"(?:,? (?:ngay|luc|thoi diem))? ?")
ENDED, ENDING = re.compile(r"(?:[a-z ]{1,16} )?(?:ket thuc|het)\b"), re.compile(r" ket thuc\b")
BEGINNING = re.compile(r" (?:bat dau|khai giang)\b")
BEHIND, AHEAD = re.compile(r"\bsau(?: khi)?$"), re.compile(r"\btruoc(?: khi)?$")
UNTIL = re.compile(r"\btruoc (?:khi|ngay) $")
REACH = 16
TAIL_GAP = re.compile(
    r" (?:duoc |khoang )?|,? (?:(?:cham|muon|tre) nhat|toi da|khong qua|khong (?:muon|cham|tre) hon|trong)"
    r"(?: (?:vong|thoi han|khoang|sau))? "
)
AND = re.compile(r"(?:,| va|,? va) (?:(?:sau )?(?:khi )?)?")


def edge_of(count: Piece, piece: Piece, text: str) -> bool | None:
    """Return whether a term is counted from the last day of a stretch; None when nothing tells from which edge."""
    first = piece.first
    if first is None or first.grain not in FRAMES or piece.last or piece.every or first.part == Part.MIDDLE:
        return None
    if piece.limit == Limit.SINCE or BEGINNING.match(text, piece.end):
        return False
    if ENDING.match(text, piece.end) or (piece.limit == Limit.BY and ENDED.match(text, piece.start)):
        return True
    if piece.limit != Limit.NONE:
        return None
    if first.part:
        return None if first.part == Part.START and first.grain != Grain.TERM else first.part == Part.END
    if BEHIND.search(text, count.start, count.end):
        return True
    return False if AHEAD.search(text, count.start, count.end) else None


def with_count(piece: Piece, count: Count, rule: str, start: int | None = None) -> Piece:
    """Return a time as the last day of a term counted from it."""
    begun, end, kind, _, first, last, _, _, every, hour, weekday, _, _, problem = piece
    begun = begun if start is None else start
    no_need = Need.NOTHING
    return Piece(begun, end, kind, rule, first, last, Limit.BY, no_need, every, hour, weekday, count, True, problem)


def tail_of(time: Piece, tail: Piece, text: str) -> Piece:
    """Return a bounded stretch with the days counted behind it; one whose edge is not told loses its day."""
    if time.first is None or time.first.grain not in FRAMES or time.limit == Limit.NONE or tail.term is None:
        return time
    if not TAIL_GAP.fullmatch(text, time.end, tail.start):
        return time
    count = _tail_count(time, tail.term, text)
    if count is None:
        lone = text[time.end : tail.start] == " " and time.first.grain != Grain.DAY
        return time._replace(end=tail.end, first=Moment(Grain.COUNTED), last=None) if lone else time
    return with_count(time, count, tail.rule)._replace(end=tail.end)


def _tail_count(time: Piece, count: Count, text: str) -> Count | None:
    """Return how the days behind a stretch are counted: on from its end, or back from the edge it is named by."""
    if time.last or time.every or (time.first and time.first.part):
        return None
    if time.limit == Limit.AFTER:
        return count._replace(back=False, of_end=True)
    if time.limit == Limit.BEFORE:
        return count._replace(back=True)
    until = UNTIL.search(text, max(0, time.start - REACH), time.start) and ENDED.match(text, time.start)
    return count._replace(back=True, of_end=True) if until or time.rule == "years.before_end" else None


def is_listed(left: Piece, right: Piece, text: str) -> bool:
    """Whether a second stretch shares the count before it: “5 ngày sau khi kết thúc học kỳ I và cuối năm học”.

    So does the day in another month: “trong 3 ngày kể từ ngày 20 các tháng 9, 12”.
    """
    if right.kind != Kind.TIME or left.first is None or right.first is None or right.last or right.every:
        return False
    frames = FRAMES if right.rule == SHARED else FRAMES - {Grain.DAY}
    if left.first.grain not in frames or right.first.grain not in frames:
        return False
    ends = right.first.part == Part.END or right.limit == Limit.BY or not right.first.part
    return ends and AND.fullmatch(text, left.end, right.start) is not None
