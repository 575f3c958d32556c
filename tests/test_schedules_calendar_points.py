"""The last working day to remind by and the first working day a work is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import last_in_time, load_calendar, with_points
from schedules.plan import NO_DUE, Bound, Due, Precision, SchoolYear
from schedules.wording import Context, when
from tests.fakes.feed_school import stored
from tracker.spoken import left_words

WORKING = load_calendar().working_days


def points(day: str, bound: Bound, precision: Precision = Precision.DAY, start: str | None = None) -> tuple[str, str]:
    due = Due(
        day=date.fromisoformat(day),
        bound=bound,
        precision=precision,
        start=start and date.fromisoformat(start),
    )
    filled = with_points(due, WORKING)
    return str(filled.remind_by), str(filled.late_from)


@pytest.mark.parametrize(
    ("day", "remind_by", "late_from"),
    [
        ("2023-09-25", "2023-09-22", "2023-09-26"),
        ("2024-04-28", "2024-04-26", "2024-05-02"),
        ("2024-05-31", "2024-05-30", "2024-06-03"),
        ("2024-02-10", "2024-02-07", "2024-02-15"),
        ("2024-05-05", "2024-05-04", "2024-05-06"),
    ],
)
def test_before_a_day_is_strict_for_reminding_and_lenient_for_lateness(day, remind_by, late_from):
    assert points(day, Bound.BEFORE) == (remind_by, late_from)


def test_by_a_day_may_be_done_on_that_day():
    assert points("2023-09-25", Bound.BY) == ("2023-09-25", "2023-09-26")


def test_a_range_that_ends_on_a_saturday_reminds_on_friday():
    assert points("2023-11-25", Bound.DURING, start="2023-10-16") == ("2023-11-24", "2023-11-27")


def test_before_a_month_already_holds_the_last_allowed_day():
    assert points("2024-04-30", Bound.BEFORE, Precision.MONTH) == ("2024-04-26", "2024-05-02")


def test_a_month_is_due_on_its_last_working_day():
    assert points("2024-03-31", Bound.DURING, Precision.MONTH, "2024-03-01") == ("2024-03-29", "2024-04-01")


def test_a_span_without_a_working_day_reminds_before_it():
    assert points("2024-02-11", Bound.DURING, start="2024-02-10") == ("2024-02-07", "2024-02-15")


def test_a_due_without_a_day_comes_back_as_it_was():
    assert with_points(NO_DUE, WORKING) == NO_DUE


@pytest.mark.parametrize("day", [date.max, date.min, date(1850, 3, 2)])
def test_a_year_without_tables_gets_no_points(day):
    due = Due(day=day, precision=Precision.DAY)
    assert with_points(due, WORKING) == due


@given(
    st.dates(date(2021, 8, 1), date(2027, 7, 31)),
    st.sampled_from([*Bound, None]),
    st.sampled_from([Precision.DAY, Precision.WEEK, Precision.MONTH]),
)
def test_both_points_are_worked_and_stand_on_their_sides_of_the_day(day, bound, precision):
    due = with_points(Due(day=day, bound=bound, precision=precision), WORKING)
    assert WORKING.is_working(due.remind_by)
    assert WORKING.is_working(due.late_from)
    assert due.remind_by <= day < due.late_from
    assert (due.remind_by < day) or not (bound is Bound.BEFORE and precision is Precision.DAY)


def test_before_an_hour_leaves_the_day_itself_to_act():
    due = Due(
        words="trước 16:30", day=date(2024, 11, 20), precision=Precision.DAY, bound=Bound.BEFORE, hour=time(16, 30)
    )
    timed = with_points(due, load_calendar().working_days)
    assert (timed.remind_by, timed.late_from) == (date(2024, 11, 20), date(2024, 11, 21))


MIDNIGHTS = [
    # X, bound, hour → remind by, late from, last day in time
    (date(2025, 10, 14), Bound.BEFORE, time(0), (date(2025, 10, 13), date(2025, 10, 14), date(2025, 10, 13))),
    (date(2025, 10, 13), Bound.BEFORE, time(0), (date(2025, 10, 10), date(2025, 10, 13), date(2025, 10, 12))),
    (date(2025, 10, 12), Bound.BY, time(0), (date(2025, 10, 10), date(2025, 10, 13), date(2025, 10, 11))),
    (date(2025, 10, 14), Bound.DURING, time(0), (date(2025, 10, 14), date(2025, 10, 15), date(2025, 10, 14))),
    (date(2025, 10, 13), Bound.BEFORE, time(7), (date(2025, 10, 13), date(2025, 10, 14), date(2025, 10, 13))),
    (date(2025, 10, 14), Bound.BEFORE, time(0, 15), (date(2025, 10, 14), date(2025, 10, 15), date(2025, 10, 14))),
    (date(2025, 10, 14), Bound.BY, time(23, 59), (date(2025, 10, 14), date(2025, 10, 15), date(2025, 10, 14))),
    (date(2025, 10, 14), Bound.BEFORE, None, (date(2025, 10, 13), date(2025, 10, 15), date(2025, 10, 14))),
]


@pytest.mark.parametrize(("day", "bound", "hour", "told"), MIDNIGHTS)
def test_a_day_is_over_for_who_has_until_its_zero_hour(
    day: date, bound: Bound, hour: time | None, told: tuple[date, date, date]
) -> None:
    due = Due(words="…", day=day, precision=Precision.DAY, bound=bound, hour=hour)
    timed = with_points(due, load_calendar().working_days)
    assert (timed.remind_by, timed.late_from, last_in_time(timed)) == told


@pytest.mark.parametrize(
    ("words", "remind_by", "late_from"),
    [
        ("trước 00h00 ngày 13/10/2025", date(2025, 10, 10), date(2025, 10, 13)),
        ("trước 0h ngày 14/10/2025", date(2025, 10, 13), date(2025, 10, 14)),
        ("chậm nhất 0 giờ ngày 14/10/2025", date(2025, 10, 13), date(2025, 10, 14)),
        ("đến 24h ngày 14/10/2025", date(2025, 10, 14), date(2025, 10, 15)),
        ("trước 7h ngày 13/10/2025", date(2025, 10, 13), date(2025, 10, 14)),
        ("từ 0h ngày 13/10/2025 đến hết ngày 15/10/2025", date(2025, 10, 15), date(2025, 10, 16)),
    ],
)
def test_words_give_the_points_their_due_has(words: str, remind_by: date, late_from: date) -> None:
    calendar = load_calendar()
    due = when(f"Nộp báo cáo {words}.", Context(calendar, SchoolYear(2025)))
    assert (due.remind_by, due.late_from) == (remind_by, late_from)
    assert with_points(due, calendar.working_days) == due
    assert ("0 giờ là lúc ngày đó bắt đầu" in due.basis) == (late_from == due.day)


def test_late_and_left_count_from_the_last_day_in_time() -> None:
    due = with_points(
        Due(words="…", day=date(2025, 10, 14), precision=Precision.DAY, bound=Bound.BEFORE, hour=time(0)),
        load_calendar().working_days,
    )
    told = [left_words(due, date(2025, 10, day)) for day in (10, 13, 14, 16)]
    assert told == [
        "còn 3 ngày, nên xong trong thứ Hai 13/10/2025",
        "nên xong ngay hôm nay",
        "quá hạn 1 ngày",
        "quá hạn 3 ngày",
    ]
    work = replace(stored(), task=replace(stored().task, due=due))
    assert [work.days_late(date(2025, 10, day)) for day in (13, 14, 16)] == [0, 1, 3]
