"""Stages and hours: the days before, the working day instead of a day off, what holds a message back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.calendar import WorkingDays, with_points
from schedules.plan import Bound, Due, Precision, Recurrence
from tests.fakes.reminding import at, due_on
from tracker.reminders.policy import Policy, hold, instant
from tracker.reminders.reasons import SENTENCES, Reason
from tracker.reminders.stages import Ear, stages

DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))
WORKING_DAYS = WorkingDays()


def by_day(remind_by: date) -> dict[date, str]:
    found = stages(due_on(remind_by), Policy(), WORKING_DAYS)
    return {stage.at.date(): stage.name for stage in found if stage.name.startswith("D-")}


def test_stages_are_counted_back_from_the_last_day_to_act():
    assert by_day(date(2023, 10, 27)) == {
        date(2023, 10, 20): "D-7",
        date(2023, 10, 24): "D-3",
        date(2023, 10, 26): "D-1",
        date(2023, 10, 27): "D-0",
    }


def test_two_stages_moved_to_one_day_leave_the_one_nearest_the_deadline():
    assert by_day(date(2023, 10, 30)) == {
        date(2023, 10, 23): "D-7",
        date(2023, 10, 27): "D-1",
        date(2023, 10, 30): "D-0",
    }


@settings(deadline=None)
@given(DAYS)
def test_every_stage_is_a_working_day_up_to_the_last_day_to_act(day: date):
    remind_by = WORKING_DAYS.on_or_before(day)
    found = by_day(remind_by)
    assert all(WORKING_DAYS.is_working(one) and one <= remind_by for one in found)
    assert found[remind_by] == "D-0"


@settings(deadline=None)
@given(DAYS, st.times())
def test_whatever_holds_a_message_ends_at_the_hour_of_a_working_day(day: date, clock):
    now = instant(day, Policy()).replace(hour=clock.hour, minute=clock.minute)
    held = hold(now, Policy(), WORKING_DAYS)
    if held:
        assert held.until > now
        assert hold(held.until, Policy(), WORKING_DAYS) is None
        assert hold(held.until - timedelta(minutes=1), Policy(), WORKING_DAYS) is not None


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (at(2023, 10, 20, "06:59"), Reason.HELD_QUIET_HOURS),
        (at(2023, 10, 20, "07:00"), None),
        (at(2023, 10, 20, "20:59"), None),
        (at(2023, 10, 20, "21:00"), Reason.HELD_QUIET_HOURS),
        (at(2023, 10, 21, "09:00"), Reason.HELD_DAY_OFF),
        (at(2024, 2, 12, "09:00"), Reason.HELD_DAY_OFF),
    ],
)
def test_messages_go_on_working_days_between_seven_and_nine_in_the_evening(now, reason):
    held = hold(now, Policy(), WORKING_DAYS)
    assert (held.reason if held else None) == reason


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (
            at(2026, 11, 24, "09:00"),
            "chưa gửi vì đang là ngày nghỉ (Ngày Văn hóa Việt Nam); gửi vào ngày làm việc kế tiếp",
        ),
        (at(2026, 11, 22, "09:00"), "chưa gửi vì đang là ngày nghỉ; gửi vào ngày làm việc kế tiếp"),
    ],
)
def test_a_day_off_that_is_no_weekend_is_told_by_its_name(now, told):
    held = hold(now, Policy(), WORKING_DAYS)
    assert held is not None
    assert held.sentence == told


def names(due: Due) -> list[str]:
    return [stage.name for stage in stages(due, Policy(), WORKING_DAYS)]


def span(first: date, last: date, precision: Precision) -> Due:
    return with_points(Due("", start=first, day=last, precision=precision, bound=Bound.DURING), WORKING_DAYS)


def test_work_dated_by_a_month_is_told_a_fortnight_before_too():
    month = span(date(2023, 11, 1), date(2023, 11, 30), Precision.MONTH)
    assert names(month)[:5] == ["D-14", "D-7", "D-3", "D-1", "D-0"]


def test_long_work_is_told_before_it_starts_and_at_half_time():
    year = span(date(2023, 9, 1), date(2024, 5, 31), Precision.YEAR)
    assert names(year)[:4] == ["start", "half", "D-30", "D-14"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (date(2023, 10, 20), ["D-7", "D-3"]),
        (date(2023, 10, 27), ["start", "D-7"]),
        (date(2023, 11, 25), ["start", "half"]),
    ],
)
def test_work_whose_first_day_is_named_is_heard_of_before_it(last, told):
    contest = span(date(2023, 10, 16), last, Precision.DAY)
    first, *_ = stages(contest, Policy(), WORKING_DAYS)
    assert first.at.date() <= date(2023, 10, 13)
    assert names(contest)[:2] == told


def test_weekly_work_is_told_in_its_own_week_then_as_each_week_opens():
    meeting = replace(due_on(date(2023, 10, 16)), recurrence=Recurrence.WEEKLY)
    assert names(meeting)[:7] == ["D-1", "D-0", "L+0", "L+2", "E-helper", "L+6", "L+13"]
    again = [stage for stage in stages(meeting, Policy(), WORKING_DAYS) if stage.name.startswith("L+")][2:]
    days = [stage.at.date() for stage in again]
    assert all(WORKING_DAYS.on_or_after(day - timedelta(days=day.weekday())) == day for day in days)
    assert len(again) == Policy().overdue_most - 2
    assert len(set(days)) == len(days)
    assert {ear for stage in again for ear in stage.ears} == {Ear.LEAD}


def late_days(last: date, policy: Policy | None = None) -> list[str]:
    """Return the days on which the lead of work due on a day hears that it is late."""
    found = stages(due_on(last), policy or Policy(), WORKING_DAYS)
    return [stage.at.date().isoformat()[5:] for stage in found if stage.name.startswith("L+")]


def test_overdue_work_is_told_and_further_up_after_a_grace():
    late = [
        stage for stage in stages(due_on(date(2023, 10, 27)), Policy(), WORKING_DAYS) if stage.at > at(2023, 10, 27)
    ]
    assert [(stage.name, stage.at.date().isoformat(), set(stage.ears)) for stage in late][:7] == [
        ("L+0", "2023-10-30", {Ear.LEAD}),
        ("L+2", "2023-11-01", {Ear.LEAD}),
        ("E-helper", "2023-11-02", {Ear.HELPER}),
        ("L+6", "2023-11-06", {Ear.LEAD}),
        ("E-committee", "2023-11-06", {Ear.COMMITTEE}),
        ("L+14", "2023-11-13", {Ear.LEAD}),
        ("E-manager", "2023-11-13", {Ear.MANAGER}),
    ]
    assert {stage.ears for stage in late[7:]} == {frozenset({Ear.LEAD})}


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (date(2023, 10, 27), ["10-30", "11-01", "11-06", "11-13", "11-20"]),  # a Friday: late from Monday
        (date(2023, 10, 30), ["10-31", "11-02", "11-06", "11-13", "11-20"]),
        (date(2023, 10, 31), ["11-01", "11-03", "11-07", "11-13", "11-20"]),
        (date(2023, 11, 2), ["11-03", "11-06", "11-09", "11-13", "11-20"]),
        (date(2024, 1, 26), ["01-29", "01-31", "02-05", "02-15", "02-19"]),  # Monday 12 February is Tết
    ],
)
def test_late_work_is_told_on_the_first_third_and_seventh_day_and_then_as_each_week_opens(last, told):
    assert late_days(last)[:5] == told


def test_late_work_is_told_for_half_a_year_and_not_for_ever():
    told = late_days(date(2023, 10, 27))
    assert (len(told), told[-1]) == (Policy().overdue_most, "04-15")


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        (Policy(overdue_most=0), []),
        (Policy(overdue_most=2), ["10-30", "11-01"]),
        (Policy(overdue_days=(), overdue_most=2), ["11-06", "11-13"]),
        (Policy(overdue_days=(1,), overdue_every=14, overdue_most=3), ["10-30", "11-13", "11-27"]),
        (Policy(overdue_days=(2,), overdue_every=3, overdue_most=3), ["10-31", "11-03", "11-06"]),
    ],
)
def test_a_school_may_be_told_otherwise_of_late_work(policy, told):
    assert late_days(date(2023, 10, 27), policy) == told


def test_a_due_without_a_day_has_no_stage():
    assert names(Due("thường xuyên")) == []


def test_every_reason_has_a_sentence_for_people():
    assert set(SENTENCES) == set(Reason)
