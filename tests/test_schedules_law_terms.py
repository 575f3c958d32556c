"""Legal terms, counted as Điều 147–148 of the Civil Code says, every step shown."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.law.rules import Unit
from schedules.law.terms import count_term, months_after

CASES = tomllib.loads((Path(__file__).parent / "examples/law/terms.toml").read_text(encoding="utf-8"))["term"]
WORKING = load_calendar().working_days
DAYS = st.dates(date(2021, 1, 1), date(2027, 12, 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_term_ends_on_the_day_counted_by_hand_and_says_how(case):
    counted = count_term(case["start"], case["count"], Unit(case["unit"]), WORKING)
    told = " ".join(counted.steps)
    assert counted.day == case["day"]
    assert [words for words in case["says"] if words not in told] == []


def test_only_the_days_off_from_the_last_day_on_are_named_when_a_term_is_moved():
    counted = count_term(date(2023, 9, 30), 15, Unit.DAY, WORKING)
    assert "15/10 (Chủ nhật)" in counted.steps[1]
    assert "14/10" not in counted.steps[1]


@given(DAYS, st.integers(1, 40), st.sampled_from(Unit))
def test_a_term_ends_on_a_working_day_after_its_start(start, count, unit):
    counted = count_term(start, count, unit, WORKING)
    assert counted.day > start
    assert WORKING.is_working(counted.day)
    assert f"{counted.day:%d/%m/%Y}" in " ".join(counted.steps)


@given(DAYS, st.integers(1, 39), st.sampled_from(Unit))
def test_a_longer_term_never_ends_earlier(start, count, unit):
    assert count_term(start, count, unit, WORKING).day <= count_term(start, count + 1, unit, WORKING).day


@given(DAYS, st.integers(0, 40))
def test_months_keep_the_date_or_the_months_last_day(start, months):
    end = months_after(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day
