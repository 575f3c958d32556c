"""The public days off and make-up Saturdays of a year: the `holidays` package first, then our own data.

The years already announced are kept as data; `holidays` is imported only for another year, because it costs a
tenth of a second.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from schedules.calendar.moon import month_of_moon, moon_day

OWN = Path(__file__).with_name("data") / "days.toml"
ANNOUNCED = OWN.with_name("public_days.toml")
SWAP = re.compile(r"thay cho ngày (\d{2})/(\d{2})/(\d{4})")
TET = "Tết Nguyên đán"
OF_TET = re.compile(r"\d{1,2} Tết|(?:Giao thừa |Mùng \w+ )?Tết Nguyên đán", re.IGNORECASE)
"""How the package names a day of the break; its “29 Tết” is the day before the eve, whatever the moon says."""

SAID = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
FIRST_MONTH, LAST_MONTH = 1, 12


@dataclass(frozen=True, slots=True)
class DaysOff:
    """One year: days off with their names, make-up working days with what they replace, doubts by day."""

    off: Mapping[date, str]
    made_up: Mapping[date, str]
    doubts: Mapping[date, str]


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day off our data adds or doubts: name, the make-up day if any, source, verified or not."""

    day: date
    name: str
    source: str
    verified: bool
    made_up: date | None = None


@cache
def days_off(year: int) -> DaysOff:
    """Return the days off and make-up days of a calendar year."""
    own = [entry for entry in own_days() if entry.day.year == year or _in_year(entry.made_up, year)]
    off = {day: named_by_moon(day, name) for day, name in _public_days(year).items()}
    off |= {entry.day: entry.name for entry in own if entry.day.year == year}
    swaps = [*_swaps(year), *((entry.made_up, entry.day) for entry in own if entry.made_up)]
    made_up = {worked: f"làm bù cho ngày nghỉ {day:%d/%m/%Y}" for worked, day in swaps if worked.year == year}
    return DaysOff(off, made_up, _doubts(year, off, own))


def named_by_moon(day: date, name: str) -> str:
    """Return the name of a public day off; a day of the Tết break by the lunar day it is: “28 Tết”, “Mùng hai …”."""
    of_moon = moon_day(day) if OF_TET.fullmatch(name) else None
    if of_moon is None:
        return name
    year, month, nth = of_moon
    length = month_of_moon(year, month)
    if month == LAST_MONTH:
        return f"Giao thừa {TET}" if length and nth == length[1] else f"{nth} Tết"
    if month != FIRST_MONTH or nth >= len(SAID):
        return name
    return TET if nth == 1 else f"Mùng {SAID[nth]} {TET}"


@cache
def own_days() -> tuple[OwnDay, ...]:
    """Return what our data adds to the package, row by row."""
    return tuple(OwnDay(**row) for row in _data()["off"])


@cache
def announced_through() -> int:
    """Return the last year whose Tết and swaps are announced; later years follow the rule only."""
    return int(_data()["announced_through"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(OWN.read_text(encoding="utf-8"))


def _doubts(year: int, off: Mapping[date, str], own: list[OwnDay]) -> dict[date, str]:
    doubts = {}
    if year > announced_through():
        doubts = dict.fromkeys(off, f"lịch nghỉ năm {year} tính theo quy tắc, chưa đối chiếu thông báo của Nhà nước")
    for entry in own:
        if not entry.verified:
            doubts |= dict.fromkeys(filter(None, (entry.day, entry.made_up)), f"chưa xác minh: {entry.source}")
    return doubts


def _in_year(day: date | None, year: int) -> bool:
    return day is not None and day.year == year


def _swaps(year: int) -> Iterator[tuple[date, date]]:
    """Yield (day worked, day off) of the swaps known around a year: one may cross New Year."""
    announced = _announced()
    near = (year - 1, year, year + 1)
    for each in [one for one in near if one in announced] if year in announced else near:
        for day, name in _public_days(each).items():
            if match := SWAP.search(name):
                yield date(int(match[3]), int(match[2]), int(match[1])), day


def _public_days(year: int) -> Mapping[date, str]:
    return _announced().get(year) or _package_days(year)


@cache
def _announced() -> dict[int, Mapping[date, str]]:
    tables = tomllib.loads(ANNOUNCED.read_text(encoding="utf-8"))
    return {int(year): {date.fromisoformat(day): name for day, name in days.items()} for year, days in tables.items()}


@cache
def _package_days(year: int) -> Mapping[date, str]:
    from holidays import country_holidays

    return dict(country_holidays("VN", years=year, language="vi").items())
