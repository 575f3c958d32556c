"""Days told by the years since: what is celebrated, or a stretch of years told from its first day to its last."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Limit, Piece

WINDOW = 60
NAMED = {Grain.DAY, Grain.EVENT}
CELEBRATED = 10
"""From so many years on, two days of one name are an anniversary however they are told."""

FROM_DAY = re.compile(r"(?:ke )?tu\b")
CELEBRATING = re.compile(
    r"\b(?:ky niem|chao mung|mung|truyen thong|thanh lap|\d nam (?:ngay|xay dung)|tron \d+ nam)\b[^.;:\n]*$"
)
"""What makes an anniversary of fewer years: “Kỷ niệm 5 năm thành lập trường (từ 05/9/2020 đến 05/9/2025)”."""

COUNTED = re.compile(r"(?:\A|[:;\n-] ?|\d\d\d\d ?)[^\w\n]*\d{1,3} nam (?:ngay )?$")
COUNT_ROOM = 24
"""A list of feasts, each with its years: “20/11/1982 – 20/11/2025: 43 năm Ngày Nhà giáo Việt Nam”."""


def is_anniversary(piece: Piece, text: str, *, alone: bool = False) -> bool:
    """Whether days name an anniversary: “84 năm ngày thành lập Đội (15/5/1941 - 15/5/2025)”, “43 năm Ngày Nhà giáo”.

    Few years told from one day to the other, or that are all of a text (`alone`), are a stretch that began and ends,
    unless it is said what is celebrated.
    """
    first, last = piece.first, piece.last
    if first is not None and first.grain == Grain.EVENT and last is None and piece.limit == Limit.NONE:
        return COUNTED.search(text, max(0, piece.start - COUNT_ROOM), piece.start) is not None
    if first is None or last is None or first.year is None or last.year is None or first.grain not in NAMED:
        return False
    years = last.year - first.year
    if first[1:3] != last[1:3] or years <= 1:
        return False
    if years >= CELEBRATED or not (alone or FROM_DAY.match(text, piece.start)):
        return True
    return CELEBRATING.search(text, max(0, piece.start - WINDOW), piece.start) is not None
