"""Days of the moon in a text: “29 tháng Chạp”, “rằm tháng Giêng”, “mùng 10 tháng 3 âm lịch”, “28 Tết”.

They set nothing by themselves, for which year is meant is seldom written: each is told with the day it falls on, so
that a plan can write that one. Well-known feasts (Tết, Trung thu, Giỗ Tổ) are events and do set their day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schedules.calendar.moon import month_of_moon, solar_day
from schedules.calendar.spoken import day_words
from schedules.wording.context import Context
from schedules.wording.families.shapes import SAID_MONTH
from schedules.wording.words import number

MOON = "là ngày âm lịch"
WRITE = "hãy ghi ngày dương"
FULL_MOON, FIRST_MONTH, LAST_MONTH = 15, 1, 12
NAMES = {FIRST_MONTH: "Giêng", 8: "Tám", LAST_MONTH: "Chạp"}
OPENER = r"(?:(?:truoc|sau|tu|den|het|cham nhat|vao|dem|sang|chieu|toi|ngay) ){0,4}"
YEAR = r"(?:,? (?:cua )?(?:nam )?(?P<year>20\d\d)(?! ?-)(?!\d))?"
SPAN = r"(?:\d{1,2} ?(?:-|den) ?)?"
OF_MOON = r"(?:am lich|al)\b"
LUNAR = re.compile(
    rf"\b{OPENER}(?:{SPAN}(?:(?P<full>ram)|(?:mong |mung )?(?P<day>\d{{1,2}})) ?thang"
    r" (?P<name>chap|gieng)\b(?! (?:hanh|thuan|nhan))"
    rf"|(?P<moon>ram) thang (?P<month>\d{{1,2}}(?!\d)|(?:{SAID_MONTH})\b)"
    rf"|(?P<nth>\d{{1,2}})(?: ?/ ?| ?thang )(?P<figure>\d{{1,2}})(?:[/ ](?P<behind>20\d\d))? ?\(?{OF_MOON}"
    rf"|(?:mong |mung )(?P<dated>\d{{1,2}}) thang (?P<of>\d{{1,2}}) \(?{OF_MOON}"
    r"|(?:mong |mung )(?P<new>\d{1,2}) tet\b|(?P<old>2\d|30) tet\b(?! (?:trong|thieu|duong|trung|vui)))"
    rf"(?: \(?{OF_MOON})?{YEAR}"
)
YEARLY = re.compile(r" (?:hang|moi) nam\b")
BEFORE_SUMMER_IS_OVER = (8, 1), (7, 31)
GLOSS = re.compile(
    r"[ ,]*(?:\(|\btuc\b|\bnham\b|\bla\b)[ ,(]*(?:(?:tuc|nham|la|vao|ngay|duong lich|thu [a-z0-9]+|chu nhat)[ ,]*)*"
)


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the moon: its span in the folded text, why it sets nothing, and the day it falls on where one is sure.

    Without a why it only names again a time beside it.
    """

    start: int
    end: int
    why: str
    day: date | None = None


def lunar_days(text: str, context: Context, days: list[tuple[int, int]]) -> Iterator[LunarDay]:
    """Yield the days of the moon of a folded text in order; `days` are the spans of its days of the sun and feasts."""
    for match in LUNAR.finditer(text):
        start, end = match.span()
        if any(_is_same_time(text, start, end, one) for one in days):
            yield LunarDay(start, end, "")
            continue
        month = _month(match)
        nth = int(match["day"] or match["nth"] or match["dated"] or match["new"] or match["old"] or FULL_MOON)
        years = [] if YEARLY.match(text, end) else _years(month, nth, _written(match), context)
        yield LunarDay(start, end, *_told(years, month, nth))


def _is_same_time(text: str, start: int, end: int, time: tuple[int, int]) -> bool:
    """Whether a time holds the day of the moon, or stands beside it in brackets or behind “tức ngày”."""
    first, last = time
    if first < end and start < last:
        return first < start and end <= last
    left, right = (last, start) if last <= start else (end, first)
    return GLOSS.fullmatch(text, left, right) is not None


def _month(match: re.Match[str]) -> int:
    if match["new"] or match["name"] == "gieng":
        return FIRST_MONTH
    if match["old"] or match["name"] == "chap":
        return LAST_MONTH
    return number(match["month"] or match["figure"] or match["of"]) or 0


def _written(match: re.Match[str]) -> int | None:
    year = match["year"] or match["behind"]
    return int(year) if year else None


def _years(month: int, nth: int, written: int | None, context: Context) -> list[int]:
    """Return the lunar years that may be meant: those whose month lies in the plan's year, or begins by the signing.

    A year that is written is the moon's, or that of the day: “tháng Chạp năm 2026” may be January 2026 or 2027.
    """
    year, signed = context.school_year, context.doc_date
    near = [written - 1, written] if written else _near(context)
    days = {one: solar_day(one, month, min(nth, _length(one, month))) for one in near}
    known = {one: day for one, day in days.items() if day}
    if written:
        known = {one: day for one, day in known.items() if written in {one, day.year}}
    if year and len(known) > 1:
        (autumn, summer) = BEFORE_SUMMER_IS_OVER
        return [one for one, day in known.items() if date(year.first, *autumn) <= day <= date(year.second, *summer)]
    if context.plan_year and not written:
        return [one for one, day in known.items() if day.year == context.plan_year]
    if signed and not written and not year:
        return [one for one, day in known.items() if day >= signed][:1]
    return list(known)


def _near(context: Context) -> list[int]:
    if context.plan_year:
        return [context.plan_year - 1, context.plan_year]
    if context.school_year:
        return [context.school_year.first - 1, context.school_year.first, context.school_year.second]
    return [context.doc_date.year - 1, context.doc_date.year, context.doc_date.year + 1] if context.doc_date else []


def _length(year: int, month: int) -> int:
    found = month_of_moon(year, month)
    return found[1] if found else 0


def _told(years: list[int], month: int, nth: int) -> tuple[str, date | None]:
    """Return why a day of the moon sets nothing, and the day it is where one year alone may be meant."""
    if len(years) != 1:
        return f"{MOON}: {WRITE}", None
    (year,) = years
    name = f"tháng {NAMES.get(month, month)}"
    day = solar_day(year, month, nth)
    if day is None:
        return f"{MOON} không có: {name} ấy chỉ có {_length(year, month)} ngày; {WRITE}", None
    said = "rằm" if nth == FULL_MOON else f"{nth}"
    return f"{MOON}, {said} {name} là {day_words(day)}: {WRITE}", day
