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

OWN = Path(__file__).with_name("data") / "days.toml"
ANNOUNCED = OWN.with_name("public_days.toml")
SWAP = re.compile(r"thay cho ngày (\d{2})/(\d{2})/(\d{4})")


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
    off = dict(_public_days(year)) | {entry.day: entry.name for entry in own if entry.day.year == year}
    swaps = [*_swaps(year), *((entry.made_up, entry.day) for entry in own if entry.made_up)]
    made_up = {worked: f"làm bù cho ngày nghỉ {day:%d/%m/%Y}" for worked, day in swaps if worked.year == year}
    return DaysOff(off, made_up, _doubts(year, off, own))


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
