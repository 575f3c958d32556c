"""Weeks: Tuần 3 tháng 10 · Tuần 3, 4 · tuần cuối tháng 5/2024 · tuần thứ hai của tháng 9 · tuần học thứ 12."""

from __future__ import annotations

import re
from itertools import pairwise

from schedules.wording.families.shapes import COUNTED, SAID_MONTH, YEAR, is_run, members, year_of
from schedules.wording.piece import LISTED, Grain, Kind, Moment, Piece, recogniser
from schedules.wording.words import number

WEEKS_OF_A_MONTH, MONTHS = 5, 12
FIRST_TERM, BOTH = 18, 2
"""School weeks of the first term, and how many terms there are."""

ITEM = r"(?:\d{1,2}(?!\d)|i{1,3}\b|iv\b|v\b|thu (?:nhat|hai|ba|tu|nam)\b|cuoi(?: cung)?\b|dau(?: tien)?\b)"
NO_WEEK = r"(?! ?(?:cuoi|dau|giua) (?:hoc )?(?:k[yi]|nam|tuan|thang|dot|buoi|cap)\b)"
"""“Tuần 9, cuối kỳ I vào tuần 17”: what ends behind the sign is the term."""

SIGN = rf" ?(?:-|,|;|va|&|\+|den|toi){NO_WEEK} ?(?:tuan )?(?:thu )?"
MONTH = (
    r"(?: ?[,(\-/|]? ?(?:cua |trong )?(?:thang ?|t\.?(?=\d))|/)"
    rf"(?P<month>\d{{1,2}}(?![\d/]\d?(?!\d{{3}}))|(?:{SAID_MONTH})\b)"
)
BEHIND_NUMBER = re.compile(
    r"(?<!thu )(?<!\bt)(?<!thang )(?<!thang [01])(?<!\blan )(?<!\bdot )(?<!\bvong )(?<!\bluot )\d $"
)
EACH = re.compile(ITEM)
SPANNED, AGAIN = re.compile(r"-|\b(?:den|toi)\b"), re.compile(r"[ ,]*(?:(?:cua )?(?:hang|moi|cac) thang)\b")
EACH_MONTH = re.compile(r"[ ,]*(?:cua )?(?:hang|moi) thang\b")
NEXT_ROW = re.compile(r"[ |]*tuan\b")
"""“Tuần 4 | Tháng 10 | Tuần 1”: the month opens the row behind."""


def _read(match: re.Match[str]) -> Piece | list[Piece] | None:
    values = _values(match["weeks"])
    before = match.string[max(0, match.start() - 9) : match.start()]
    if not values or BEHIND_NUMBER.search(before) or ("|" in match[0] and NEXT_ROW.match(match.string, match.end())):
        return None
    if match["month"] is None and (match["school"] or max(values) > WEEKS_OF_A_MONTH):
        return _school(match, values)
    month = number(match["month"]) if match["month"] else None
    year = year_of(match) if month else None
    if len(values) > 1 and _stand_apart(match, values):
        return _each(match, [Moment(Grain.WEEK, week, month, year) for week in values])
    first, last = (Moment(Grain.WEEK, week, month, year) for week in (values[0], values[-1]))
    listed = len(values) > 1 and _is_list(match, values) and EACH_MONTH.match(match.string, match.end())
    rule = LISTED if listed and month is None else "weeks.month"
    return Piece(*match.span(), Kind.TIME, rule, first, last if len(values) > 1 else None)


def _stand_apart(match: re.Match[str], values: list[int]) -> bool:
    """Whether weeks are listed that do not follow each other, and do not come back: “tuần 1 và tuần 3 tháng 11”."""
    return _is_list(match, values) and AGAIN.match(match.string, match.end()) is None


def _is_list(match: re.Match[str], values: list[int]) -> bool:
    return not (is_run(values) or SPANNED.search(match["weeks"]))


def _each(match: re.Match[str], weeks: list[Moment]) -> list[Piece]:
    """Return every week of a list as a time of its own."""
    spots = list(EACH.finditer(match["weeks"]))
    places = members(spots, *match.span(), match.start("weeks"))
    return [Piece(*place, Kind.TIME, "weeks.month", week) for place, week in zip(places, weeks, strict=True)]


def _school(match: re.Match[str], values: list[int]) -> Piece:
    first, last = (Moment(Grain.SCHOOL_WEEK, week) for week in (values[0], values[-1]))
    return Piece(*match.span(), Kind.TIME, "weeks.school", first, last if len(values) > 1 else None)


def _values(weeks: str) -> list[int]:
    """Return the weeks named, rising; empty when they do not rise or are no numbers."""
    values = [number(item.removeprefix("thu ")) or 0 for item in EACH.findall(weeks)]
    rising = all(a < b for a, b in pairwise(values)) or values[-1:] == [-1]
    return values if rising and 0 not in values else []


def _days(match: re.Match[str]) -> Piece | None:
    """Tuần 24/02 - 28/02: the days of a week; “tuần 3/10 - 4/10” may be two weeks of October."""
    day, month, last, last_month = (int(match[name]) for name in ("day", "month", "last", "to"))
    if max(month, last_month) > MONTHS:
        return None
    if max(day, last) <= WEEKS_OF_A_MONTH:
        return Piece(*match.span(), Kind.CITE, "weeks.days") if month != last_month else None
    year = int(match["year"]) if match["year"] else None
    first = Moment(Grain.DAY, day, month, year and year - (month > last_month))
    return Piece(*match.span(), Kind.TIME, "weeks.days", first, Moment(Grain.DAY, last, last_month, year), opened=True)


def _of_month(match: re.Match[str]) -> Piece | None:
    """Tuần 19-23/01: the days of a week when they can be no weeks of a month; “tuần 3-4/11” are weeks."""
    day, last, month = (int(match[name]) for name in ("day", "last", "month"))
    if not 0 < day < last or last <= WEEKS_OF_A_MONTH or not 0 < month <= MONTHS:
        return None
    year = int(match["year"]) if match["year"] else None
    moments = Moment(Grain.DAY, day, month, year), Moment(Grain.DAY, last, month, year)
    return Piece(*match.span(), Kind.TIME, "weeks.days", *moments, opened=True)


def _of_term(match: re.Match[str]) -> Piece | None:
    """Tuần 5 học kỳ I | tuần 20 học kỳ II: school weeks; no convention says which days “tuần 3 học kỳ II” means."""
    values, term = _values(match["weeks"]), number(match["term"]) if match["term"] else None
    if (
        values
        and values[-1] > 0
        and ((term == 1 and values[-1] <= FIRST_TERM) or (term == BOTH and values[0] > FIRST_TERM))
    ):
        return _school(match, values)
    return Piece(*match.span(), Kind.CITE, "weeks.of_term")


def _edge(match: re.Match[str]) -> Piece | None:
    """Hai tuần cuối tháng 10 | 2 tuần đầu tháng 9/2024: two weeks side by side."""
    month, year = number(match["month"]), year_of(match)
    values = (1, 2) if match["part"] == "dau" else (-2, -1)
    first, last = (Moment(Grain.WEEK, week, month, year) for week in values)
    return Piece(*match.span(), Kind.TIME, "weeks.edge", first, last)


WEEKS = (
    recogniser(
        "weeks.edge",
        "hai@ 0",
        r"(?:hai|0?2) tuan (?:le )?(?P<part>dau|cuoi)(?: tien| cung)?" + MONTH + YEAR,
        _edge,
    ),
    recogniser(
        "weeks.days_of_month",
        "tuan#",
        r"tuan (?P<day>\d{1,2}) ?(?:-|den) ?(?:ngay )?(?P<last>\d{1,2})/(?P<month>\d{1,2})(?!\d)"
        r"(?:/(?P<year>20\d\d)(?!\d))?(?!/)",
        _of_month,
    ),
    recogniser(
        "weeks.month",
        "tuan# tuan@",
        rf"tuan (?P<school>hoc )?(?:le )?(?:thu )?(?P<weeks>{ITEM}(?:{SIGN}{ITEM}){{0,6}})"
        + COUNTED
        + r"(?P<tail>(?: cua)? nam hoc(?! ?\d))?"
        + "(?:"
        + MONTH
        + YEAR
        + r"\)?)?",
        _read,
    ),
    recogniser(
        "weeks.days",
        "tuan#",
        r"tuan (?P<day>\d{1,2})/(?P<month>\d{1,2}) ?(?:-|den) ?(?:ngay )?(?P<last>\d{1,2})/(?P<to>\d{1,2})(?!\d)"
        r"(?:/(?P<year>20\d\d)(?!\d))?(?!/)",
        _days,
    ),
    recogniser(
        "weeks.of_term",
        "tuan# tuan@",
        rf"tuan (?:hoc )?(?:thu )?(?P<weeks>{ITEM}(?:{SIGN}{ITEM}){{0,3}}),? ?"
        r"(?:cua |trong |dau )?(?:hoc k[yi]|hk)(?: ?(?P<term>ii|i|[12]))?(?![a-z0-9/])",
        _of_term,
    ),
)
