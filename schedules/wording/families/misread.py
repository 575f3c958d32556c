"""Days and hours whose figures a scan read as letters: 2O/11 · l5/4/2026 · ngày I5 tháng 10 · 1O giờ."""

from __future__ import annotations

import re
from datetime import time

from schedules.wording.families.shapes import YEAR, owned, year_of
from schedules.wording.piece import Grain, Kind, Moment, Need, Piece, recogniser
from schedules.wording.repair import FIGURES

LETTER, DIGIT = re.compile("[oli]"), re.compile(r"\d")
DAY, MONTH = r"[0-3oli]?[\doli]", r"[01oli]?[\doli]"
BEHIND = r"(?![a-z0-9]| ?/ ?[a-z0-9])"
DAY_HOURS, MONTHS = 24, 12


def _figures(*words: str | None) -> list[int] | None:
    """Return the numbers meant; None when no letter stands among the figures, or nothing but letters in one."""
    written = [word for word in words if word]
    if not any(LETTER.search(word) for word in written) or not all(DIGIT.search(word) for word in written):
        return None
    return [int(word.translate(FIGURES)) for word in written]


def _day(match: re.Match[str]) -> Piece | None:
    """2O/11 | ngày l5/4/2026 | 1O-15/11 | ngày I5 tháng 1O năm 2025 | ngày l5: read as the figures that were meant.

    Without “ngày” or a year it needs an opener, as figures do.
    """
    values = _figures(match["from"], match["day"], match["said"] or match["month"], match["written"])
    if values is None or (not match["prefix"] and owned(match)):
        return None
    year = values.pop() if match["written"] else year_of(match)
    month = values.pop() if match["said"] or match["month"] else None
    first, last = (Moment(Grain.DAY, value, month, year) for value in (values[0], values[-1]))
    if len(values) > 1 and first.value >= last.value:
        return None
    need = Need.NOTHING if match["prefix"] or year else Need.OPENER
    return Piece(*match.span(), Kind.TIME, "days.misread", first, last if len(values) > 1 else None, need=need)


def _hour(match: re.Match[str]) -> Piece | None:
    """1O giờ | l4 giờ 3O."""
    values = _figures(match["hour"], match["minute"])
    if values is None or values[0] >= DAY_HOURS:
        return None
    at = time(values[0], values[1] if match["minute"] else 0)
    return Piece(*match.span(), Kind.HOUR, "hours.misread", hour=at)


def _month(match: re.Match[str]) -> Piece | None:
    """L1/2025 | 1O/2025 | T1O/2025: a month with its year."""
    values = _figures(match["month"], match["written"])
    if values is None or not 1 <= values[0] <= MONTHS:
        return None
    need = Need.NOTHING if match["prefix"] else Need.WHOLE
    return Piece(*match.span(), Kind.TIME, "months.misread", Moment(Grain.MONTH, 0, values[0], values[1]), need=need)


MISREAD = (
    recogniser(
        "months.misread",
        "0 l# i# o# t to~ tl~",
        r"(?P<prefix>t\.? ?)?(?P<month>[01oli]?[\doli]) ?[/\-] ?(?P<written>2[0o][\do][\doli])(?![a-z0-9]| ?/ ?\d)",
        _month,
    ),
    recogniser(
        "days.misread",
        "0 ngay# ngay@ l# i# o#",
        rf"(?P<prefix>ngay )?(?=[\d/ \-]{{0,12}}[oli]|\d\d? thang \d?[oli])(?:(?P<from>{DAY}) ?- ?)?(?P<day>{DAY})"
        rf"(?: ?/ ?(?P<month>{MONTH})(?: ?/ ?(?P<written>2[0o][\do][\doli]))?{BEHIND}"
        rf"|(?(prefix)(?: thang (?P<said>{MONTH}){BEHIND}{YEAR}|{BEHIND}(?! thang| ?[.\-]\d))|(?!)))",
        _day,
    ),
    recogniser(
        "hours.misread",
        "0 l# i# o#",
        r"(?=\d?[oli]|\d\d? ?gio [\doli])(?P<hour>[0-2oli]?[\doli]) ?gio\b"
        r"(?: (?P<minute>[0-5oli][\doli])(?![\w/])(?: phut)?)?",
        _hour,
    ),
)
