"""Pure: the day someone means in a short message: “mai”, “thứ Sáu tuần sau”, “28/4”, “cuối tuần”.

A plan never says “tomorrow”, so `schedules.wording` does not know it; days with a month are left to it. A day without a
year is the next one there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar
from schedules.plan import SchoolYear
from schedules.wording import Context, Found, find, fold

FIRST_MONTH = 8
"""From August on a month belongs to the school year that begins (design.md §4)."""

WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4, "bay": 5, "7": 5}
MONDAY, WEDNESDAY, FRIDAY, SUNDAY = 0, 2, 4, 6
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text, and where; `problem` says why words that look like a day are none."""

    start: int
    end: int
    day: date | None
    problem: str = ""


def find_day(text: str, today: date, calendar: SchoolCalendar) -> Day | None:
    """Return the one day a text names; None when it names none, a problem when several or an impossible one."""
    spelled = re.sub(r"(?<![\d.-])(\d{1,2})[.-](\d{1,2})(?![\d.-])", r"\1/\2", text)
    found = [*_relative(fold(spelled), today), *_written(spelled, today, calendar)]
    known = [one for one in found if one.day or not any(_within(other, one) and other.day for other in found)]
    kept = [one for one in known if not any(_inside(one, other) for other in known)]
    if not kept:
        return None
    start, end = min(one.start for one in kept), max(one.end for one in kept)
    if len({(one.day, one.problem) for one in kept}) > 1:
        return Day(start, end, None, "tin có nhiều ngày khác nhau")
    return Day(start, end, kept[0].day, kept[0].problem)


def _within(one: Day, other: Day) -> bool:
    return other.start <= one.start and one.end <= other.end


def _inside(one: Day, other: Day) -> bool:
    return _within(one, other) and (one.end - one.start) < (other.end - other.start)


def _written(text: str, today: date, calendar: SchoolCalendar) -> Iterator[Day]:
    """Yield the days with a month, in the nearest school year in which they are still to come."""
    begins = today.year if today.month >= FIRST_MONTH else today.year - 1
    readings = [find(text, Context(calendar, SchoolYear(begins + ahead), today, time_column=True)) for ahead in (0, 1)]
    for number, found in enumerate(readings[0]):
        every = [reading[number] for reading in readings if number < len(reading)]
        yield _nearest([one for one in every if (one.start, one.end) == (found.start, found.end)], today)


def _nearest(readings: list[Found], today: date) -> Day:
    first = readings[0]
    ahead = [one.due.day for one in readings if one.due.day and one.due.day >= today]
    day = min(ahead, default=first.due.day)
    return Day(first.start, first.end, day, "" if day else first.problem or f"chưa rõ “{first.quote}” là ngày nào")


Reader = Callable[[re.Match[str], date], date | None]


def _relative(folded: str, today: date) -> Iterator[Day]:
    for pattern, reader in READERS:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", folded):
            day = reader(match, today)
            yield Day(match.start(), match.end(), day, "" if day else f"không rõ “{match[0]}” là ngày nào")


def _after(days: int) -> Reader:
    return lambda _match, today: today + timedelta(days=days)


def _counted(match: re.Match[str], today: date) -> date | None:
    days = int(match["count"]) * (7 if match["unit"] == "tuan" else 1)
    return today + timedelta(days=days) if 0 < days <= MOST_DAYS else None


def _weekday(match: re.Match[str], today: date) -> date | None:
    """Return the next such weekday, that of next week when it says so; one of this week only while it is to come."""
    number = SUNDAY if match[0].startswith("chu") else WEEKDAYS[match["name"]]
    monday = today - timedelta(days=today.weekday())
    if match["week"] and "nay" not in match["week"]:
        return monday + timedelta(days=7 + number)
    day = monday + timedelta(days=number)
    if match["week"]:
        return day if day >= today else None
    return day if day > today else day + timedelta(days=7)


def _in_week(number: int) -> Reader:
    def reader(match: re.Match[str], today: date) -> date | None:
        ahead = 7 if match["week"] in {"sau", "toi"} else 0
        day = today - timedelta(days=today.weekday()) + timedelta(days=ahead + number)
        return day if day >= today else None

    return reader


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    """Return the next such day of a month, within two months."""
    wanted = int(match["day"])
    coming = (today + timedelta(days=ahead) for ahead in range(62))
    return next((day for day in coming if day.day == wanted and day >= today), None)


WEEK = r"(?: tuan (?P<week>nay|sau|toi))"
READERS: tuple[tuple[str, Reader], ...] = (
    ("hom nay|chieu nay|sang nay", _after(0)),
    ("(?:ngay |sang |chieu )?mai", _after(1)),
    ("ngay kia|ngay mot|mot", _after(2)),
    (r"(?:sau )?(?P<count>\d{1,3}) (?P<unit>ngay|tuan) (?:nua|sau)", _counted),
    (rf"thu (?P<name>{'|'.join(WEEKDAYS)}){WEEK}?", _weekday),
    (rf"chu nhat{WEEK}?", _weekday),
    (rf"(?:het|cuoi){WEEK}|(?:het|cuoi) tuan", _in_week(FRIDAY)),
    (rf"giua{WEEK}", _in_week(WEDNESDAY)),
    ("(?:dau )?tuan (?P<week>sau|toi)", _in_week(MONDAY)),
    (r"ngay (?P<day>[12]?\d|3[01])(?!\d|/| ?thang| ?nua| ?sau)", _day_of_month),
)
"""Words for days, as people write them with or without accents."""
