"""The lunar calendar of Việt Nam, held to the tables of `holidays`, and every name of a day off held to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import moon
from schedules.calendar.days_off import days_off
from schedules.calendar.lunar import NAMES, from_package

BEIJING = {1978, 2034, 2041, 2065, 2080, 2099}
"""Years whose eighth month begins a day later in Beijing, whose Trung thu the package takes."""

SAID = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@pytest.mark.parametrize("name", NAMES)
def test_the_moon_is_reckoned_as_the_tables_have_it(name: str) -> None:
    other = {year for year in moon.RECKONED if moon.solar_day(year, *NAMES[name]) != from_package(name, year)}
    assert other == (BEIJING if name == "trung_thu" else set())


@pytest.mark.parametrize(
    ("year", "month", "day", "sun"),
    [
        (2026, 12, 29, "2027-02-05"),
        (2026, 12, 27, "2027-02-03"),
        (2027, 1, 5, "2027-02-10"),
        (2025, 12, 23, "2026-02-10"),
        (2026, 1, 15, "2026-03-03"),
        (2024, 7, 15, "2024-08-18"),
        (2023, 3, 10, "2023-04-29"),
        (2025, 7, 15, "2025-09-06"),
    ],
)
def test_a_lunar_day_is_the_day_of_the_almanac(year: int, month: int, day: int, sun: str) -> None:
    assert moon.solar_day(year, month, day) == date.fromisoformat(sun)
    assert moon.moon_day(date.fromisoformat(sun)) == (year, month, day)


def test_what_no_month_has_and_no_table_reckons_is_none() -> None:
    assert moon.solar_day(2026, 12, 30) is None
    assert moon.solar_day(2023, 12, 30) == date(2024, 2, 9)
    assert moon.solar_day(1950, 1, 1) is None
    assert moon.solar_day(2026, 13, 1) is None
    assert moon.moon_day(date(2025, 8, 1)) is None  # tháng sáu nhuận


@given(st.dates(date(1977, 1, 1), date(2099, 1, 1)))
def test_there_and_back_is_the_same_day(day: date) -> None:
    of_moon = moon.moon_day(day)
    if of_moon is not None:
        assert moon.solar_day(*of_moon) == day


@pytest.mark.parametrize("year", range(2020, 2036))
def test_every_day_off_is_named_by_the_day_of_the_moon_it_is(year: int) -> None:
    named = {day: name for day, name in days_off(year).off.items() if "Tết" in name and "Dương" not in name}
    tet = moon.solar_day(year, 1, 1)
    assert tet
    wanted = {}
    for day in named:
        before = (tet - day).days
        nth = (day - tet).days
        _, month, of_month = moon.moon_day(day) or (0, 0, 0)
        if before == 1:
            wanted[day] = "Giao thừa Tết Nguyên đán"
        elif before > 1:
            assert month == 12
            wanted[day] = f"{of_month} Tết"
        else:
            wanted[day] = f"Mùng {SAID[nth]} Tết Nguyên đán" if nth else "Tết Nguyên đán"
    assert named == wanted
    assert {tet - timedelta(1), tet, tet + timedelta(2)} <= named.keys()
    (gio_to,) = [day for day, name in days_off(year).off.items() if name == "Ngày Giỗ Tổ Hùng Vương"]
    assert gio_to == moon.solar_day(year, 3, 10)


def test_the_break_of_2027_begins_on_the_28th() -> None:
    off = days_off(2027).off
    assert [off[date(2027, 2, day)] for day in (4, 5, 6, 7)] == [
        "28 Tết",
        "Giao thừa Tết Nguyên đán",
        "Tết Nguyên đán",
        "Mùng hai Tết Nguyên đán",
    ]


def test_one_feast_has_one_spelling() -> None:
    names = {name for year in range(2015, 2041) for name in days_off(year).off.values()}
    assert {name for name in names if "nguyên đán" in name.lower() and "Nguyên đán" not in name} == set()
