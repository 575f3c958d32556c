"""Quarters and half-years: Quý III/2024 · quý I, II năm 2024 · cuối quý 4 · 6 tháng đầu năm 2024."""

from __future__ import annotations

import re
from itertools import pairwise

from schedules.wording.families.months import OWNER_WINDOW, OWNERS
from schedules.wording.families.shapes import SPAN_SIGNS, YEAR, is_run, year_of
from schedules.wording.piece import PARTS, Grain, Kind, Moment, Need, Part, Piece, recogniser
from schedules.wording.words import number

ITEM = r"(?:\d(?!\d)|iv\b|i{1,3}\b|v\b|(?:mot|hai|ba|tu|bon)\b)"
QUARTERS = 4
SHORT = 80
OPENED = re.compile(r"(?:\b(?:trong|vao|cac|dip|truoc)|:) ?$")
SPANNED = re.compile(SPAN_SIGNS)
EACH = re.compile(rf"\b{ITEM}")


def _quarter(match: re.Match[str]) -> Piece | list[Piece] | None:
    """Quý III/2024 | quý I, II năm 2024 | cuối quý 4 | quý I - III: from the first to the last."""
    values = [number(item) or 0 for item in EACH.findall(match["quarters"])]
    if any(a >= b for a, b in pairwise(values)):
        return None
    year, part = year_of(match), PARTS.get(match["part"] or "", Part.WHOLE)
    owned = OWNERS.search(match.string, max(0, match.start() - OWNER_WINDOW), match.start())
    need = Need.NOTHING if (year or part) and not owned else Need.WHOLE
    if not is_run(values) and not SPANNED.search(match["quarters"]):
        return _apart(match, year, Need.NOTHING if _stands_alone(match) else need)
    first, last = (Moment(Grain.QUARTER, value, None, year, part) for value in (values[0], values[-1]))
    return Piece(*match.span(), Kind.TIME, "quarters.one", first, last if len(values) > 1 else None, need=need)


def _apart(match: re.Match[str], year: int | None, need: int) -> list[Piece]:
    """Quý I và III: quarters that do not follow each other, each a time of its own."""
    at = match.start("quarters")
    spots = list(EACH.finditer(match["quarters"]))
    starts = [match.start(), *(at + spot.start() for spot in spots[1:])]
    ends = [*(at + spot.end() for spot in spots[:-1]), match.end()]
    return [
        Piece(
            start, end, Kind.TIME, "quarters.apart", Moment(Grain.QUARTER, number(spot[0]) or 0, None, year), need=need
        )
        for start, end, spot in zip(starts, ends, spots, strict=True)
    ]


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the list is all there is, or follows a word that opens a time."""
    whole = len(match.string) <= SHORT and match.string.strip(" .;:-") == match[0]
    return whole or OPENED.search(match.string, max(0, match.start() - OWNER_WINDOW), match.start()) is not None


def _half(match: re.Match[str]) -> Piece | None:
    moment = Moment(Grain.HALF, 1 if match["part"] == "dau" else 2, None, year_of(match))
    need = Need.NOTHING if moment.year else Need.WHOLE
    return Piece(*match.span(), Kind.TIME, "quarters.half", moment, need=need)


QUARTERS_FAMILY = (
    recogniser(
        "quarters.one",
        "quy# quy@ dau@ giua@ cuoi@",
        rf"(?:(?P<part>dau|giua|cuoi) )?quy (?P<quarters>{ITEM}(?: ?(?:,|-|va|&|den) ?(?:quy )?{ITEM}){{0,3}})" + YEAR,
        _quarter,
    ),
    recogniser(
        "quarters.half",
        "0 sau@ sxu@ nua@",
        r"(?:(?:0?6|sau|sxu) thang|nua) (?P<part>dau|cuoi)(?: cua)? nam(?! hoc)"
        r"(?:,? ?(?P<year>20\d\d)(?!\d))?",
        _half,
    ),
)
