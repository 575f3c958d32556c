"""Hours and weekdays: 8h00 · 14 giờ 30 · 17:00 · 7h30 - 11h00 · 2 giờ chiều · thứ Hai · T2 · Chủ nhật."""

from __future__ import annotations

import re
from datetime import time

from schedules.wording.families.shapes import members, owned
from schedules.wording.piece import Kind, Piece, recogniser
from schedules.wording.words import WEEKDAYS

AT_HOUR, AT_REACH = re.compile(r"\b(?:luc|tu|khoang|vao|sang|chieu|gian ?:) $"), 16
"""What an hour without its sign stands behind; “lúc” is no annex (phụ lục) there."""

NOON, DAY_HOURS, HOUR_MINUTES = 12, 24, 60
SUNDAY = 6
SIGN = r"(?:h|g|gio)"
CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?: ?{SIGN}\b(?: ?(?P<minute>\d{{2}})(?![\d/]|[.\-]\d{{1,2}}[.\-]\d)(?: ?(?:phut|ph|p)\b)?)?"
    r"|:(?P<colon>\d{2})(?!\d)|(?:h|g)(?P<tight>\d{2})(?![\d/]))(?:[’'′](?!\w))?"
)
UNTIL = (
    rf"(?P<until> ?(?:-|den|toi) ?\d{{1,2}}(?: ?{SIGN}\b(?: ?\d{{2}}(?![\d/])(?: ?(?:phut|ph|p)\b)?)?"
    r"|:\d{2}(?!\d)|(?:h|g)\d{2}(?![\d/])))?"
)

FRIDAY = r"sau" + "".join(rf"(?<!\b{verb} thu sau)" for verb in ("chi", "chua", "khong", "duoc", "phai", "se", "moi"))
"""“Chỉ thu sau ngày 15/11” collects money after that day; without accents “thu sau” is else a Friday."""


ORDINALS = "".join(rf"(?<!\b{noun} )" for noun in ("phien", "phien hop", "ky hop", "lan", "khoa", "dot", "vong"))
"""“Phiên thứ ba vào tuần 2” counts the sittings; the third is no Tuesday."""


def _hours(match: re.Match[str]) -> Piece | None:
    """Lúc 9 đến 10 giờ ngày 8/3 | 2 - 4 giờ chiều ngày 8/3: the first hour shares the sign; a grade has none."""
    first, last = int(match["hour"]), int(match["last"])
    said = AT_HOUR.search(match.string, max(0, match.start() - AT_REACH), match.start())
    if not first < last <= DAY_HOURS or (said is None and owned(match)):
        return None
    later = NOON if match["later"] and last < NOON else 0
    return Piece(*match.span(), Kind.HOUR, "hours.span", hour=time(first + later))


def _hour(match: re.Match[str]) -> Piece | None:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["colon"] or match["tight"] or 0)
    if match["later"] and hour < NOON:
        hour += NOON
    if hour > DAY_HOURS or minute >= HOUR_MINUTES:
        return None
    at = time(23, 59) if hour == DAY_HOURS else time(hour, minute)
    rule = "hours.span" if match["until"] else "hours.clock"
    return Piece(*match.span(), Kind.HOUR, rule, hour=at)


def weekday_of(word: str | None) -> int:
    """Return the weekday (Monday is 0) of the word behind “thứ”: hai, 2, tư …; a Sunday has none."""
    if word is None:
        return SUNDAY
    return int(word) - 2 if word.isdigit() else WEEKDAYS[word]


def _weekday(match: re.Match[str]) -> Piece | None:
    return Piece(*match.span(), Kind.WEEKDAY, "hours.weekday", weekday=weekday_of(match["weekday"]))


def _weekdays(match: re.Match[str]) -> list[Piece]:
    """Thứ 2, 4, 6 hằng tuần: each a weekday of its own."""
    spots = list(EACH.finditer(match["days"]))
    places = members(spots, *match.span(), match.start("days"))
    return [
        Piece(*place, Kind.WEEKDAY, "hours.weekday", weekday=weekday_of(spot[0]))
        for place, spot in zip(places, spots, strict=True)
    ]


def _short_weekday(match: re.Match[str]) -> Piece | None:
    """SÁU 07/11 | …: a weekday without its “thứ” that opens a line or a cell, its day and a sign behind."""
    at = match.start()
    if OPENS_CELL.search(match.string, max(0, at - NEAR), at) is None:
        return None
    return Piece(*match.span(), Kind.WEEKDAY, "hours.weekday", weekday=WEEKDAYS[match[0]])


def _opens_span(match: re.Match[str]) -> Piece:
    """Thứ 7, CN (11-12/10): weekdays before the days they are; that no ratio stands behind them is sure."""
    return Piece(*match.span(), Kind.OPEN, "opener")


OPENS_CELL, NEAR = re.compile(r"(?:\A|[|\n])[ \-+*•]*$"), 6
DAY = r"(?:[2-7]|hai|ba|tu|nam|sau|sxu|bay)"
EACH = re.compile(rf"{DAY}\b")

NAMED = rf"(?:(?:thu |t){DAY}|chu nhat|cn)"
SPANNED = r"(?:ngay )?\d{1,2}(?: ?/ ?\d{1,2})? ?(?:-|,|va|den) ?\d{1,2} ?/ ?\d"

HOURS = (
    recogniser(
        "hours.weekday_span",
        "thu t chu cn",
        rf"{NAMED} ?(?:,|va|&|\+|-|den) ?{NAMED}(?=,? ?\(?{SPANNED})",
        _opens_span,
    ),
    recogniser(
        "hours.weekdays",
        "thu",
        rf"thu (?P<days>{DAY}(?:(?:,|,? va) {DAY}){{1,4}})(?= (?:hang|moi) tuan\b)",
        _weekdays,
    ),
    recogniser(
        "hours.clock",
        "0",
        CLOCK + UNTIL + r"(?: (?:(?P<later>chieu|toi)|sang|trua)\b(?! (?:nay|mai)\b(?! ?\()))?",
        _hour,
    ),
    recogniser(
        "hours.short_span",
        "0",
        rf"(?P<hour>\d{{1,2}})(?: (?:den|toi) | ?- ?)(?P<last>\d{{1,2}}) ?{SIGN}\b(?! ?\d\d\b)"
        r"(?: (?:(?P<later>chieu|toi)|sang|trua))?"
        r"(?=,? (?:ngay|thu|chu nhat|cn|\d{1,2} ?/ ?\d)\b)",
        _hours,
    ),
    recogniser(
        "hours.weekday",
        "thu t chu cn ngay@",
        rf"{ORDINALS}(?:ngay (?=thu |chu nhat))?"
        rf"(?:(?:thu |t)(?P<weekday>hai|ba|tu|nam|{FRIDAY}|sxu|bay|[2-7])(?![\d/.])\b|chu nhat\b|cn\b)"
        r"(?: (?:dau|cuoi) tuan(?=,? (?:hang|moi) tuan\b))?"
        r"(?: (?:(?:tuan )?(?:nay|sau|toi)|nhe|nha)(?=,? ?\(?(?:ngay )?\d{1,2} ?/ ?\d))?",
        _weekday,
    ),
    recogniser(
        "hours.short_weekday",
        "hai ba tư nam sxu bay",
        r"(?:hai|ba|tu|nam|sxu|bay)"
        r"(?=[ ,(]{1,3}(?:ngay )?\d{1,2} ?/ ?\d{1,2}(?: ?/ ?20\d\d)?\)? ?(?:[|:\-\n]|\Z))",
        _short_weekday,
    ),
)
