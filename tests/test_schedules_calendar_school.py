"""A school's calendar as one thing: weeks by its rule, school weeks, lunar days, no needless import."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import WeekRule, load_calendar, lunar, moon
from schedules.plan import SchoolYear

CALENDAR = load_calendar()
YEARS = [SchoolYear(year) for year in range(2021, 2028)]


def test_the_week_follows_the_calendars_rule():
    assert CALENDAR.week(2023, 10, 3) == (date(2023, 10, 16), date(2023, 10, 22))
    blocks = CALENDAR.with_week_rule(WeekRule.BLOCKS)
    assert blocks.week(2023, 10, 3) == (date(2023, 10, 15), date(2023, 10, 21))
    assert CALENDAR.week_rule is WeekRule.THURSDAY


def test_school_week_one_is_the_first_monday_week_on_or_after_opening():
    assert CALENDAR.school_week(SchoolYear(2023), 1) == (date(2023, 9, 11), date(2023, 9, 17))
    assert CALENDAR.school_week(SchoolYear(2022), 1) == (date(2022, 9, 5), date(2022, 9, 11))
    assert CALENDAR.school_week(SchoolYear(2019), 1) == (date(2019, 9, 9), date(2019, 9, 15))


@pytest.mark.parametrize("number", [-1, 0, 36])
def test_a_school_year_has_weeks_one_to_thirty_five(number):
    assert CALENDAR.school_week(SchoolYear(2023), number) is None


@pytest.mark.parametrize("year", YEARS)
def test_thirty_five_school_weeks_fit_the_frame_and_skip_the_week_of_tet(year):
    weeks = [CALENDAR.school_week(year, number) for number in range(1, 36)]
    tet = CALENDAR.lunar("tet", year.second)
    assert weeks[-1][1] <= CALENDAR.frame(year).year_end
    assert len(set(weeks)) == 35
    assert (weeks[-1][0] - weeks[0][0]).days == 35 * 7
    assert not any(first <= tet <= last for first, last in weeks if tet.weekday() < 3)


def test_the_week_of_30_april_is_taught_however_many_days_are_off():
    weeks = [CALENDAR.school_week(SchoolYear(2022), number) for number in range(1, 36)]
    assert (date(2023, 5, 1), date(2023, 5, 7)) in weeks


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("tet", 2021, "2021-02-12"), ("tet", 2024, "2024-02-10"), ("tet", 2026, "2026-02-17"), ("tet", 2030, "2030-02-02"),
        ("gio_to", 2024, "2024-04-18"), ("gio_to", 2027, "2027-04-16"),
        ("trung_thu", 2023, "2023-09-29"), ("trung_thu", 2025, "2025-10-06"),
    ],
)  # fmt: skip
def test_lunar_days_fall_where_the_almanac_has_them(name, year, day):
    assert CALENDAR.lunar(name, year) == date.fromisoformat(day)


@pytest.mark.parametrize("name", lunar.NAMES)
def test_the_lunar_days_kept_as_data_are_those_reckoned(name):
    assert {year: lunar.lunar(name, year) for year in range(2018, 2041)} == {
        year: moon.solar_day(year, *lunar.NAMES[name]) for year in range(2018, 2041)
    }
    assert lunar.lunar(name, 1975) == lunar.from_package(name, 1975)


def test_a_year_without_lunar_tables_is_unknown_not_guessed():
    assert CALENDAR.lunar("tet", 1850) is None


def test_an_unknown_lunar_name_lists_the_known_ones():
    with pytest.raises(ValueError, match="trung_thu"):
        CALENDAR.lunar("ram", 2024)


def test_the_announced_years_need_no_import_of_holidays():
    code = (
        "import sys; from schedules.calendar import load_calendar; from schedules.plan import SchoolYear;"
        "c = load_calendar(); c.week(2023, 9, 3); c.frame(SchoolYear(2023));"
        "c.school_week(SchoolYear(2023), 30); c.lunar('tet', 2030); c.working_days.add(c.frame(SchoolYear(2023)).opening, 200);"
        "print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.sampled_from(YEARS), st.integers(1, 34))
def test_school_weeks_run_monday_to_sunday_in_order(year, number):
    (first, last), (following, _) = CALENDAR.school_week(year, number), CALENDAR.school_week(year, number + 1)
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert following > last
