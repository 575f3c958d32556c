"""Days and hours whose figures a scan read as letters: 2O/11 · l5/4/2026 · ngày I5 tháng 10 · 1O giờ."""

from __future__ import annotations

import re
from datetime import time

from schedules.wording.families.shapes import YEAR, owned, year_of
from schedules.wording.piece import Grain, Kind, Moment, Need, Piece, recogniser

RIGHT = str.maketrans("oli", "011")
LETTER, DIGIT = re.compile("[oli]"), re.compile(r"\d")
DAY, MONTH = r"[0-3oli]?[\doli]", r"[01oli]?[\doli]"
BEHIND = r"(?![a-z0-9]| ?/ ?[a-z0-9])"
HEADS = "0 ngay# ngay@ l# i# o#"
DAY_HOURS = 24


def _figures(*words: str | None) -> list[int] | None:
    """Return the numbers meant; None when no letter stands among the figures, or nothing but letters in one."""
    written = [word for word in words if word]
    if not any(LETTER.search(word) for word in written) or not all(DIGIT.search(word) for word in written):
        return None
    return [int(word.translate(RIGHT)) for word in written]


def _numeric(match: re.Match[str]) -> Piece | None:
    """2O/11 | ngày l5/4/2026: read as figures; without “ngày” or a year it needs an opener, as figures do."""
    values = _figures(match["day"], match["month"], match["year"])
    if values is None or (not match["prefix"] and owned(match)):
        return None
    moment = Moment(Grain.DAY, values[0], values[1], values[2] if match["year"] else None)
    need = Need.NOTHING if match["prefix"] or match["year"] else Need.OPENER
    return Piece(*match.span(), Kind.TIME, "days.misread", moment, need=need)


def _worded(match: re.Match[str]) -> Piece | None:
    """Ngày I5 tháng 1O năm 2025 | ngày 2O tháng 12 | ngày l5 hằng tháng."""
    values = _figures(match["day"], match["month"])
    if values is None:
        return None
    moment = Moment(Grain.DAY, values[0])
    if match["month"]:
        moment = moment._replace(month=values[1], year=year_of(match))
    return Piece(*match.span(), Kind.TIME, "days.misread_worded", moment)


def _span(match: re.Match[str]) -> Piece | None:
    """1O-15/11/2025 | ngày l0-l2/12: days that share a month."""
    values = _figures(match["first"], match["last"], match["month"], match["year"])
    if values is None or values[0] >= values[1] or (not match["prefix"] and owned(match)):
        return None
    month, year = values[2], values[3] if match["year"] else None
    moments = Moment(Grain.DAY, values[0], month, year), Moment(Grain.DAY, values[1], month, year)
    need = Need.NOTHING if match["prefix"] or year else Need.OPENER
    return Piece(*match.span(), Kind.TIME, "days.misread_span", *moments, need=need)


def _hour(match: re.Match[str]) -> Piece | None:
    """1O giờ | l4 giờ 3O."""
    values = _figures(match["hour"], match["minute"])
    if values is None or values[0] >= DAY_HOURS:
        return None
    at = time(values[0], values[1] if match["minute"] else 0)
    return Piece(*match.span(), Kind.HOUR, "hours.misread", hour=at)


MISREAD = (
    recogniser(
        "days.misread",
        HEADS,
        rf"(?P<prefix>ngay )?(?=[\d/ ]{{0,9}}[oli])(?P<day>{DAY}) ?/ ?(?P<month>{MONTH})"
        rf"(?: ?/ ?(?P<year>2[0o][\do][\doli]))?{BEHIND}",
        _numeric,
    ),
    recogniser(
        "days.misread_worded",
        "ngay# ngay@",
        rf"ngay (?P<day>{DAY})(?: thang (?P<month>{MONTH}){BEHIND}{YEAR}|{BEHIND}(?! thang| ?[.\-]\d))",
        _worded,
    ),
    recogniser(
        "days.misread_span",
        HEADS,
        rf"(?P<prefix>ngay )?(?=[\d/ \-]{{0,12}}[oli])(?P<first>{DAY}) ?- ?(?P<last>{DAY}) ?/ ?(?P<month>{MONTH})"
        rf"(?: ?/ ?(?P<year>2[0o][\do][\doli]))?{BEHIND}",
        _span,
    ),
    recogniser(
        "hours.misread",
        "0 l# i# o#",
        r"(?=\d?[oli]|\d\d? ?gio [\doli])(?P<hour>[0-2oli]?[\doli]) ?gio\b"
        r"(?: (?P<minute>[0-5oli][\doli])(?![\w/])(?: phut)?)?",
        _hour,
    ),
)
