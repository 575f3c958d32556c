"""A stretch of weekly or monthly work holds several times; which days they are, its own words say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.plan import Precision, SchoolYear
from schedules.wording import Context, find, first_time, is_stretch, times_within

CONTEXT = Context(load_calendar(), SchoolYear(2023), date(2023, 9, 12))


def days(words: str) -> list[date | None]:
    (found,) = find(words, CONTEXT)
    return [one.day for one in times_within(found.due, CONTEXT)]


def test_the_weekday_before_the_stretch_is_each_of_its_times():
    found = days("vào thứ Bảy hằng tuần từ ngày 24/3/2024 đến ngày 14/4/2024")
    assert found == [date(2024, 3, 30), date(2024, 4, 6), date(2024, 4, 13)]


def test_two_weekdays_are_two_times_a_week():
    found = days("thứ Tư, thứ Sáu hằng tuần từ 2/10/2023 đến 12/10/2023")
    assert found == [date(2023, 10, 4), date(2023, 10, 6), date(2023, 10, 11)]


def test_a_last_day_alone_begins_with_the_first_time_after_the_signing():
    found = days("thứ Bảy hằng tuần đến hết ngày 30/9/2023")
    assert found == [date(2023, 9, 16), date(2023, 9, 23), date(2023, 9, 30)]


def test_the_first_and_the_last_day_count_when_they_are_that_weekday():
    assert days("thứ Hai hằng tuần từ 2/10/2023 đến 9/10/2023") == [date(2023, 10, 2), date(2023, 10, 9)]


def test_words_without_a_weekday_mean_each_week_clipped_to_the_stretch():
    (found,) = find("hằng tuần từ ngày 4/10/2023 đến ngày 17/10/2023", CONTEXT)
    spans = [(one.start, one.day, one.precision) for one in times_within(found.due, CONTEXT)]
    assert spans == [
        (date(2023, 10, 4), date(2023, 10, 8), Precision.WEEK),
        (date(2023, 10, 9), date(2023, 10, 15), Precision.WEEK),
        (date(2023, 10, 16), date(2023, 10, 17), Precision.WEEK),
    ]


def test_a_week_of_which_no_day_is_worked_is_no_time():
    found = days("hằng tuần từ ngày 8/10/2023 đến ngày 17/10/2023")
    assert found == [date(2023, 10, 15), date(2023, 10, 17)]


def test_from_month_to_month_each_month_is_a_time():
    found = days("hằng tháng từ tháng 12/2023 đến tháng 2/2024")
    assert found == [date(2023, 12, 31), date(2024, 1, 31), date(2024, 2, 29)]


@pytest.mark.parametrize(
    "words",
    ["thứ Hai hằng tuần", "từ ngày 01 đến ngày 05 hằng tháng", "từ 2/10/2023 đến 30/11/2023", "trước ngày 25/9/2023"],
)
def test_what_holds_one_time_is_no_stretch_and_stays_as_it_is(words: str):
    due = find(words, CONTEXT)[0].due
    assert not is_stretch(due)
    assert list(times_within(due, CONTEXT)) == []
    assert first_time(due, CONTEXT) is due


@given(
    st.dates(date(2023, 9, 4), date(2024, 4, 1)), st.integers(7, 60), st.sampled_from(["thứ Ba", "thứ Năm", "thứ Bảy"])
)
def test_every_time_lies_in_its_stretch_on_its_weekday_with_its_points(start: date, length: int, weekday: str):
    end = date.fromordinal(start.toordinal() + length)
    (found,) = find(f"{weekday} hằng tuần từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}", CONTEXT)
    times = list(times_within(found.due, CONTEXT))
    wanted = {"thứ Ba": 1, "thứ Năm": 3, "thứ Bảy": 5}[weekday]
    expected = [
        one for one in range(start.toordinal(), end.toordinal() + 1) if date.fromordinal(one).weekday() == wanted
    ]
    assert [one.day.toordinal() for one in times] == expected
    assert all(one.words == found.due.words and one.remind_by and one.late_from for one in times)
