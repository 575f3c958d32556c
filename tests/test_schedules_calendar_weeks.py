"""Weeks of a month under the four rules, and their invariants."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import WeekRule
from schedules.calendar.weeks import week_of_month, weeks_of_month

YEARS = st.integers(2000, 2100)
MONTHS = st.integers(1, 12)
RULES = st.sampled_from(list(WeekRule))


def span(month: int, first: int, last: int, year: int = 2023) -> tuple[date, date]:
    return date(year, month, first), date(year, month, last)


TABLE = [
    ((2023, 9, 3), span(9, 18, 24), span(9, 15, 21), span(9, 11, 17), span(9, 18, 24)),
    ((2023, 10, 3), span(10, 16, 22), span(10, 15, 21), span(10, 9, 15), span(10, 16, 22)),
    ((2023, 11, 4), span(11, 20, 26), span(11, 22, 28), span(11, 20, 26), span(11, 27, 30)),
    ((2024, 2, 1), span(2, 1, 4, 2024), span(2, 1, 7, 2024), span(2, 1, 4, 2024), span(2, 5, 11, 2024)),
    (
        (2024, 4, 4),
        span(4, 22, 28, 2024),
        span(4, 22, 28, 2024),
        span(4, 22, 28, 2024),
        span(4, 22, 28, 2024),
    ),
    ((2024, 5, 5), span(5, 27, 31, 2024), span(5, 29, 31, 2024), span(5, 27, 31, 2024), None),
]
RULE_ORDER = [WeekRule.THURSDAY, WeekRule.BLOCKS, WeekRule.ROWS, WeekRule.FIRST_MONDAY]


@pytest.mark.parametrize(
    ("words", "column", "rule"), [(row[0], i, rule) for row in TABLE for i, rule in enumerate(RULE_ORDER)]
)
def test_each_rule_gives_the_week_computed_by_hand_for_the_fifth_seed(words, column, rule):
    expected = next(row for row in TABLE if row[0] == words)[column + 1]
    assert week_of_month(rule, *words) == expected


def test_a_fifth_thursday_week_exists_in_five_months_of_2026():
    months = [month for month in range(1, 13) if week_of_month(WeekRule.THURSDAY, 2026, month, 5)]
    assert months == [1, 4, 7, 10, 12]


def test_february_of_a_common_year_has_four_blocks():
    assert week_of_month(WeekRule.BLOCKS, 2023, 2, 5) is None
    assert week_of_month(WeekRule.BLOCKS, 2024, 2, 5) == (date(2024, 2, 29), date(2024, 2, 29))


@pytest.mark.parametrize("number", [-1, 0, 6, 7, 53])
def test_a_number_no_month_has_under_the_thursday_rule_is_none(number):
    assert week_of_month(WeekRule.THURSDAY, 2026, 1, number) is None


@given(RULES, YEARS, MONTHS)
def test_weeks_of_a_month_follow_each_other_without_overlap_inside_it(rule, year, month):
    weeks = weeks_of_month(rule, year, month)
    flat = [day for week in weeks for day in week]
    assert flat == sorted(flat)
    assert all(later[0] - earlier[1] == timedelta(days=1) for earlier, later in pairwise(weeks))
    assert {(day.year, day.month) for day in flat} == {(year, month)}


@given(st.sampled_from([WeekRule.BLOCKS, WeekRule.ROWS]), YEARS, MONTHS)
def test_blocks_and_rows_cover_the_whole_month(rule, year, month):
    weeks = weeks_of_month(rule, year, month)
    assert (weeks[0][0].day, weeks[-1][1].day) == (1, monthrange(year, month)[1])


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_every_thursday_lies_in_exactly_one_week_of_its_month(day):
    thursday = day + timedelta(days=(3 - day.weekday()) % 7)
    weeks = weeks_of_month(WeekRule.THURSDAY, thursday.year, thursday.month)
    assert sum(first <= thursday <= last for first, last in weeks) == 1


def test_every_rule_has_a_vietnamese_label():
    assert len({rule.label for rule in WeekRule}) == len(WeekRule)
