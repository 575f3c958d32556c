"""Bare days of groups that take turns: “Nộp sản phẩm: Nhóm 1 - 24/11, nhóm 2 - 25/11”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Need, Piece

REACH, CLAUSE_REACH, MONTHS, DAYS = 24, 120, 12, 31
NUMBER = r"(?:\d{1,2}[a-z]?\d?|[a-h]|[ivx]{1,3})"
UNIT = (
    r"(?P<unit>nhom|to|dot|ca|cum|lop|khoi|doi|luot|phong|diem(?: truong)?)(?: so)? "
    rf"{NUMBER}(?: ?[-–:] ?| \()"
)
FIRST, NEXT = re.compile(rf"(?:\A|[^\w]){UNIT}$"), re.compile(rf"\)? ?[,;]? ?(?:va |con )?{UNIT}")
COUNTS = re.compile(
    r"\b(?:si so|so luong|so (?:hs|hoc sinh|em|cay|bai|diem|tien)|nam|nu|ket qua|ty (?:le|so)|ti (?:le|so)|diem thi dua"
    r"|xep|dat|thang|thua|vang)\b[^.;\n]*$"
)
"""What figures side by side may be besides: boys and girls, scores, marks."""


def opened_of_groups(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with bare days opened that two groups or more of one kind have one after the other."""
    opened: list[Piece] = []
    unit = ""
    for piece in pieces:
        unit = _unit(piece, opened, unit, text) if _is_bare(piece) else ""
        if unit and opened and opened[-1].need == Need.OPENER and _follows(opened[-1], piece, unit, text):
            opened[-1] = opened[-1]._replace(opened=True)
            opened.append(piece._replace(opened=True))
        else:
            opened.append(piece)
    return opened


def _is_bare(piece: Piece) -> bool:
    """Whether figures without an opener may be a day and no share: “24/11”, not “3/11”."""
    day = piece.first
    if day is None or piece.last is not None or piece.need != Need.OPENER or day.grain != Grain.DAY:
        return False
    return 1 <= (day.month or 0) <= MONTHS and (day.month or 0) < day.value <= DAYS


def _unit(piece: Piece, before: list[Piece], unit: str, text: str) -> str:
    """Return the kind of group a day stands behind, that of the list it goes on; "" when behind none."""
    if unit and (going_on := NEXT.fullmatch(text, before[-1].end, piece.start)):
        return going_on["unit"]
    first = FIRST.search(text, max(0, piece.start - REACH), piece.start)
    if first is None or COUNTS.search(text, max(0, first.start() - CLAUSE_REACH), first.start()):
        return ""
    return first["unit"]


def _follows(left: Piece, right: Piece, unit: str, text: str) -> bool:
    """Whether the day of one group comes after that of the group of its kind before it."""
    one, other = left.first, right.first
    going_on = NEXT.fullmatch(text, left.end, right.start)
    if going_on is None or going_on["unit"] != unit or one is None or other is None:
        return False
    months = (other.month or 0) - (one.month or 0)
    return (months == 0 and one.value < other.value) or months in {1, 1 - MONTHS}
