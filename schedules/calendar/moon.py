"""The Vietnamese lunar calendar: the day of the sun on which a day of a lunar month falls, reckoned at UTC+7.

Months begin on the day of a new moon at Hà Nội, and the eleventh holds the winter solstice; the formulas are those of
Jean Meeus as Hồ Ngọc Đức gives them for Việt Nam. A test holds them to the tables of `holidays`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from math import floor, pi, radians, sin

RECKONED = range(1976, 2100)
"""Lunar years reckoned here: before, Việt Nam had other calendars."""

MONTHS, LAST = 12, 12
SOLSTICE_MONTH, SOLSTICE_SECTOR = 11, 9
DAY_ZERO = 1721425
"""The Julian day of `date.fromordinal(0)`."""

HANOI = 7 / 24
FIRST_NEW_MOON, MONTH = 2415021.076998695, 29.530588853
CENTURY = 36525
LONG_YEAR = 365
MOST_MONTHS = 14


def month_of_moon(year: int, month: int) -> tuple[date, int] | None:
    """Return the first day of a lunar month and its days, 29 or 30; of a month that comes twice the first.

    `year` is the lunar year, which begins at Tết: tháng Chạp of 2026 lies in 2027. None outside the years reckoned.
    """
    if year not in RECKONED or not 1 <= month <= MONTHS:
        return None
    start, following = _starts(year)[month]
    return start, (following - start).days


def solar_day(year: int, month: int, day: int) -> date | None:
    """Return the day on which a lunar day falls; None where the month is shorter, or the year not reckoned."""
    found = month_of_moon(year, month)
    return found[0] + timedelta(days=day - 1) if found and 1 <= day <= found[1] else None


def moon_day(day: date) -> tuple[int, int, int] | None:
    """Return lunar year, month and day of a day; of a month that comes twice no day of the second: None."""
    for year in (day.year - 1, day.year):
        for month, (start, following) in (_starts(year) if year in RECKONED else {}).items():
            if start <= day < following:
                return year, month, (day - start).days + 1
    return None


@cache
def _starts(year: int) -> dict[int, tuple[date, date]]:
    """Return first day and first day after it of every month of a lunar year."""
    return {month: (_new_moon(at), _new_moon(at + 1)) for month, at in _moons(year)}


def _moons(year: int) -> Iterator[tuple[int, int]]:
    """Yield each month of a lunar year with the number of its new moon, leaving out the one that repeats."""
    for month in range(1, MONTHS + 1):
        before = _solstice_month(year if month >= SOLSTICE_MONTH else year - 1)
        after = _solstice_month(year + 1 if month >= SOLSTICE_MONTH else year)
        moon = floor((_julian(before) - FIRST_NEW_MOON) / MONTH + 0.5)
        offset = (month - SOLSTICE_MONTH) % MONTHS
        leap = (after - before).days > LONG_YEAR
        yield month, moon + offset + (leap and offset >= _leap_offset(moon))


def _leap_offset(moon: int) -> int:
    """Return how many months behind the eleventh the one repeats that holds no turn of the sun's sectors."""
    sectors = [_sector(_new_moon(moon + at)) for at in range(1, MOST_MONTHS + 1)]
    return next(at for at in range(1, MOST_MONTHS) if sectors[at] == sectors[at - 1])


@cache
def _solstice_month(year: int) -> date:
    """Return the first day of the lunar month that holds the winter solstice of a year."""
    moon = floor((_julian(date(year, 12, 31)) - floor(FIRST_NEW_MOON)) / MONTH)
    start = _new_moon(moon)
    return _new_moon(moon - 1) if _sector(start) >= SOLSTICE_SECTOR else start


def _julian(day: date) -> int:
    return day.toordinal() + DAY_ZERO


def _sector(day: date) -> int:
    """Return in which twelfth of its way, counted from spring, the sun stands as a day begins at Hà Nội."""
    t = (_julian(day) - 0.5 - HANOI - 2451545.0) / CENTURY
    anomaly = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    centre = (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor(radians(mean + centre) % (2 * pi) / pi * 6)


@cache
def _new_moon(number: int) -> date:
    """Return the day at Hà Nội of a new moon, counted from that of 1 January 1900."""
    t = number / 1236.85
    moment = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    moment += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2)) + _wobble(number, t) - _drift(t)
    return date.fromordinal(floor(moment + 0.5 + HANOI) - DAY_ZERO)


def _wobble(number: int, t: float) -> float:
    """Return by how much of a day sun and moon run before or behind their mean."""
    sun = radians(359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3)
    found = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon)
    found += -0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    found += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    return found + 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)


def _drift(t: float) -> float:
    """Return by how much of a day the earth's turning lags behind even time, since 1900."""
    return -0.000278 + 0.000265 * t + 0.000262 * t**2
