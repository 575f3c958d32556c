"""A term or a feast that only names the day written behind it: “Kết thúc học kỳ I: 11/01/2025”."""

from __future__ import annotations

import re
from itertools import pairwise

from schedules.wording.piece import OPENING, Grain, Piece
from schedules.wording.refining.near import near

TELLING = 120
NAMING = {Grain.TERM, Grain.SCHOOL_YEAR}
OCCASIONS = {Grain.EVENT, Grain.SUMMER}
"""“Nghỉ Tết từ ngày 10/2”: the day begins what the name before it says."""

BREAKS, WHOSE = re.compile(r"(?:dip |ky )?nghi\b"), re.compile(r"(?: [a-z0-9]{1,8}){1,8} ")
"""“Nghỉ hè sớm đối với khối 9 từ ngày 15/5”: so it does some words on, when the name is that of a break."""

ENDED, IS_ON = re.compile(r"(?:bat dau|ket thuc|het|hoan thanh)\b"), re.compile(r"(?:\bla| vao|:) ?$")
NAME_ENDS = re.compile(r" ?: ?")


def without_names(times: list[Piece], text: str) -> list[Piece]:
    """Leave out a term that only names the day written behind it: “Kết thúc học kỳ I: 11/01/2025”."""
    names = [_names(one, after, text) for one, after in pairwise(times)]
    return [one for one, is_name in zip(times, [*names, False], strict=False) if not is_name] if any(names) else times


def _names(term: Piece, day: Piece, text: str) -> bool:
    if day.first is None or term.first is None or term.first.grain not in NAMING | OCCASIONS:
        return False
    if day.first.grain != Grain.DAY:
        return False
    if term.first.grain in OCCASIONS:
        if day.limit not in OPENING:
            return False
        return near(text, term.end, day.start) or (
            BREAKS.match(text, term.start) is not None and WHOSE.fullmatch(text, term.end, day.start) is not None
        )
    if day.first.year is not None and NAME_ENDS.fullmatch(text, term.end, day.start):
        return True
    if day.start - term.end > TELLING or not ENDED.match(text, term.start):
        return False
    return text.startswith("vao", day.start) or IS_ON.search(text, term.end, day.start) is not None
