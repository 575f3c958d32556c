"""A weekday told inside a week ("thứ Ba" under "Tuần 2 (7/10 - 12/10)") → that day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time, timedelta

from schedules.plan import Bound, Due, Precision
from schedules.wording import fold

NAMES = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "chu nhat": 6, "cn": 6}
NAMES |= {str(count + 2): count for count in range(6)}
WEEKDAY = re.compile(
    r"\b(?:(?:chieu|sang|toi)\s+)?(?:(?:thu|t)\s*(?P<day>hai|ba|tu|nam|sau|bay|[2-7])|(?P<sunday>chu nhat|cn))\b"
    r"(?!\s*(?:hang|moi)\b)(?:\s+(?:hang|moi) tuan)?"
)
EVERY = re.compile(
    r"\b(?:hang|moi) (?:tuan|thu)|\b(?:cac|cu)\s+(?:ngay\s+)?thu\b|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7]) hang"
)
BEFORE = re.compile(r"\b(truoc|cham nhat|muon nhat|han|het)\s+(?:ngay\s+)?(?:la\s+)?(?:(?:chieu|sang|toi)\s+)?$")
HOUR = r"(?P<hour>[01]?\d|2[0-3])\s*(?:h|g|gio|:)\s*(?P<minute>[0-5]\d)?(?:\s*phut)?"
HOUR += r"(?:\s*(?:-|–|den)\s*\d{1,2}\s*(?:h|g|gio|:)\s*(?:[0-5]\d)?)?"
HOUR_BEFORE = re.compile(rf"(?:\b(?:luc|vao)\s+)*(?<![\d/.,]){HOUR}[\s,]+(?:(?:ngay|cua)\s+)?$")
HOUR_BEHIND = re.compile(rf"[\s,;(–-]*(?:(?:vao|luc|tu)\s+)*{HOUR}(?!\w)\)?")
"""“14h30 thứ 6”, “Thứ 3, 14h”, “thứ Tư (7h15)”."""

NOON, LATER = 12, re.compile(r"\b(?:chieu|toi)\b")
DAYS = 7
DAY_OF_WEEK = r"(?:hai|ba|tu|nam|sau|bay)\W{1,2}(?=\d{1,2}\s*/\s*\d)"
BARE_SPAN = re.compile(
    rf"^(?P<lead>\W*)(?:thu\s+)?(?P<first>{DAY_OF_WEEK}[\d/ ]+?)(?P<to>\s*[-–—]\s*|\s+den\s+)"
    rf"(?:thu\s+)?(?P<last>(?:{DAY_OF_WEEK}|(?:chu nhat|cn)\W{{1,2}})[\d/ ]+?)(?P<tail>\W*)$"
)
WHOLE_WEEK = re.compile(r"^\W*(?:trong |suot )?(?:ca|suot) tuan(?: nay)?\W*$")


@dataclass(frozen=True, slots=True)
class Told:
    """A weekday found in a text: its span there and its due."""

    start: int
    end: int
    due: Due


def within(text: str, week: Due) -> Told | None:
    """Return the day a text names by its weekday within a week; None when it names none, several, or every week's."""
    if not week.start or not week.day or (week.day - week.start).days >= DAYS:
        return None
    plain = fold(text)
    found = list(WEEKDAY.finditer(plain))
    if len(found) != 1 or EVERY.search(plain):
        return None
    match = found[0]
    number = NAMES[match["day"] or match["sunday"]]
    day = week.start + timedelta(days=(number - week.start.weekday()) % DAYS)
    if day > week.day:
        return None
    led = HOUR_BEFORE.search(plain[: match.start()])
    told = led or HOUR_BEHIND.match(plain, match.end())
    start, end = led.start() if led else match.start(), told.end() if told and not led else match.end()
    before = BEFORE.search(plain[:start])
    bound = Bound.DURING if not before else Bound.BEFORE if before[1] == "truoc" else Bound.BY
    words, start = text[match.start() : match.end()], before.start() if before else start
    due = replace(
        week,
        words=text[start:end],
        start=None if before else day,
        day=day,
        precision=Precision.DAY,
        bound=bound,
        hour=_hour(told, plain[start:end]) if told else None,
        implied=tuple(dict.fromkeys((*week.implied, "week"))),
        basis=f"“{words}” trong tuần {week.start:%d/%m/%Y} – {week.day:%d/%m/%Y} là ngày {day:%d/%m/%Y}.",
        rule="weekday",
    )
    return Told(start, end, due)


def _hour(told: re.Match[str], words: str) -> time:
    """Return the hour told beside a weekday; “2 giờ chiều” is two in the afternoon."""
    hour = int(told["hour"])
    return time(hour + NOON if hour < NOON and LATER.search(words) else hour, int(told["minute"] or 0))


def with_weekdays(text: str) -> str:
    """Return a cell's span of weekdays named in short ("Năm 06/11 - Sáu 07/11") with "Thứ"; other texts as they are."""
    span = BARE_SPAN.match(fold(text))
    if not span:
        return text
    first, to, last = (text[slice(*span.span(name))] for name in ("first", "to", "last"))
    return f"{span['lead']}Thứ {first}{to}{'' if span['last'].startswith('c') else 'Thứ '}{last}{span['tail']}"


def of_whole_week(text: str, week: Due) -> Due | None:
    """Return the week that "cả tuần" in a block of one week stands for; None for other words, or without a week."""
    if not WHOLE_WEEK.match(fold(text)) or not week.start or not week.day or (week.day - week.start).days >= DAYS:
        return None
    return replace(week, words=text.strip(), implied=tuple(dict.fromkeys((*week.implied, "week"))))
