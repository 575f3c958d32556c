"""Weeks cut by their month: what is said of them agrees with the days, and a weekday never lies outside its week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import WeekRule, load_calendar
from schedules.calendar.spoken import WEEKDAYS
from schedules.plan import SchoolYear
from schedules.wording import Context, find, when

YEAR = SchoolYear.parse("2026-2027")
CONTEXTS = {rule: Context(load_calendar(week_rule=rule), YEAR) for rule in WeekRule}
FRIDAY = "chậm nhất thứ Sáu tuần cuối của tháng 11"


@pytest.mark.parametrize(
    ("rule", "words", "told"),
    [
        (WeekRule.BLOCKS, FRIDAY, "29–30/11/2026"),
        (WeekRule.FIRST_MONDAY, FRIDAY, "30/11/2026"),
        (WeekRule.THURSDAY, "thứ Hai tuần 1 tháng 12", "1–6/12/2026"),
        (WeekRule.ROWS, "thứ Hai tuần 1 tháng 12", "1–6/12/2026"),
    ],
)
def test_a_weekday_its_week_has_not_gives_no_day_and_says_so(rule: WeekRule, words: str, told: str) -> None:
    (found,) = find(words, CONTEXTS[rule])
    assert (found.due.start, found.due.day) == (None, None)
    weekday = "thứ Sáu" if words == FRIDAY else "thứ Hai"
    assert found.problem
    assert told in found.problem
    assert found.problem.endswith(f"không có {weekday}")


def test_a_weekday_its_week_has_is_that_day() -> None:
    assert when(FRIDAY, CONTEXTS[WeekRule.THURSDAY]).day == date(2026, 11, 27)
    assert when("thứ Hai tuần 1 tháng 12", CONTEXTS[WeekRule.BLOCKS]).day == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("rule", "words", "whole"),
    [
        (WeekRule.THURSDAY, "Tuần 1 tháng 12", "30/11–6/12/2026, chỉ lấy những ngày trong tháng 12"),
        (WeekRule.THURSDAY, "Tuần 4 tháng 11", ""),
        (WeekRule.FIRST_MONDAY, "Tuần 5 tháng 11", "30/11–6/12/2026, chỉ lấy những ngày trong tháng 11"),
        (WeekRule.FIRST_MONDAY, "Tuần 1 tháng 12", ""),
        (WeekRule.BLOCKS, "Tuần 5 tháng 11", ""),
        (WeekRule.ROWS, "Tuần 1 tháng 12", ""),
    ],
)
def test_a_week_cut_by_its_month_says_what_it_was(rule: WeekRule, words: str, whole: str) -> None:
    basis = when(words, CONTEXTS[rule]).basis
    assert (f"tuần ấy là {whole}" in basis) if whole else "tuần ấy" not in basis


def test_a_week_the_plan_itself_dates_is_not_called_cut() -> None:
    calendar = load_calendar()
    fixed = type(calendar)(month_weeks=((2026, 12, date(2026, 12, 2)),))
    assert "tuần ấy" not in when("Tuần 1 tháng 12", Context(fixed, YEAR)).basis


@given(st.sampled_from(WeekRule), st.integers(1, 12), st.sampled_from([*range(1, 6), "cuối"]), st.integers(0, 6))
def test_a_weekday_lies_in_its_week_or_nowhere(rule: WeekRule, month: int, number: object, weekday: int) -> None:
    week, one = (
        when(words, CONTEXTS[rule])
        for words in (f"tuần {number} tháng {month}", f"{WEEKDAYS[weekday]} tuần {number} tháng {month}")
    )
    if week.start is None or week.day is None:
        assert one.day is None
        return
    days = [week.start + timedelta(at) for at in range((week.day - week.start).days + 1)]
    assert one.day == next((day for day in days if day.weekday() == weekday), None)
