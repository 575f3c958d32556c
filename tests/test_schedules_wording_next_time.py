"""The time that follows a recurring one, by the plan's own words, to the end of the school year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.plan import Due, SchoolYear
from schedules.wording import Context, next_time, when

CALENDAR = load_calendar()
SIGNED = date(2023, 9, 12)
CONTEXT = Context(CALENDAR, SchoolYear(2023), SIGNED)

RHYTHMS = (
    "ngày {day} hằng tháng",
    "trước ngày {day} hằng tháng",
    "ngày cuối cùng hằng tháng",
    "tuần 2 hằng tháng",
    "thứ Hai hằng tuần",
    "thứ Sáu hằng tuần, kể từ ngày 30/10",
    "16h00 thứ Tư hằng tuần",
    "cuối mỗi quý",
    "ngày 20 của tháng cuối quý",
    "cuối mỗi học kỳ",
    "hằng tháng, từ ngày 25 đến ngày 28",
)


def times(words: str, context: Context = CONTEXT) -> Iterator[Due]:
    due: Due | None = when(words, context)
    while due is not None:
        yield due
        due = next_time(due, context)


def days(words: str, context: Context = CONTEXT) -> list[str]:
    return [f"{due.day:%d/%m}" for due in times(words, context) if due.day]


@pytest.mark.parametrize(
    ("words", "first", "last", "count"),
    [
        ("ngày 20 hằng tháng", "20/09", "20/05", 9),
        ("thứ Hai hằng tuần", "18/09", "27/05", 37),
        ("thứ Hai hằng tuần, kể từ ngày 30/10", "30/10", "27/05", 31),
        ("cuối mỗi quý", "30/09", "30/06", 4),
        ("cuối mỗi học kỳ", "14/01", "25/05", 2),
        ("ngày 31 hằng tháng", "31/10", "31/05", 5),
        ("thứ Năm tuần 1 và tuần 3 hằng tháng", "21/09", "16/05", 17),
        ("tuần 2 và tuần 4 hằng tháng", "17/09", "26/05", 18),
    ],
)
def test_a_rhythm_goes_on_to_the_end_of_the_school_year(words, first, last, count):
    found = days(words)
    assert (found[0], found[-1], len(found)) == (first, last, count)


def test_the_last_day_of_a_month_stays_the_last():
    assert days("ngày cuối cùng hằng tháng")[5:7] == ["29/02", "31/03"]


def test_without_a_school_year_the_calendar_year_ends_it():
    assert days("ngày 20 hằng tháng", Context(CALENDAR, doc_date=SIGNED))[-1] == "20/12"


@pytest.mark.parametrize("words", ["ngày 20/11 hằng năm", "trước ngày 25/9/2023", "hằng quý", "không có hạn"])
def test_what_does_not_come_back_this_year_has_no_next_time(words):
    assert next_time(when(words, CONTEXT), CONTEXT) is None


def test_work_that_spans_all_its_weeks_has_one_time():
    assert days("hằng tuần từ tháng 10/2023 đến tháng 12/2023") == ["31/12"]


def test_the_next_time_says_why():
    _, october, *_ = times("ngày 20 hằng tháng")
    assert october.basis == "“ngày 20 hằng tháng”: lần kế tiếp từ 21/9/2023: ngày 20/10/2023; lặp lại hằng tháng"


@given(st.sampled_from(RHYTHMS), st.integers(1, 31), st.dates(date(2021, 8, 1), date(2027, 5, 1)))
def test_times_never_overlap_and_each_can_be_acted_on(rhythm, day, signed):
    context = Context(CALENDAR, SchoolYear.of(signed), signed)
    found = list(times(rhythm.format(day=day), context))
    assert len(found) <= 53
    for one, after in pairwise(found):
        assert (after.start or after.day) > one.day
        assert after.remind_by is not None
        assert after.recurrence is one.recurrence
