"""Stages and hours: the days before, the working day instead of a day off, what holds a message back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.calendar import WorkingDays
from tests.fakes.reminding import at
from tracker.reminders.policy import Policy, hold, instant, stages
from tracker.reminders.reasons import SENTENCES, Reason

DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))
WORKING_DAYS = WorkingDays()


def by_day(remind_by: date) -> dict[date, str]:
    return {at.date(): stage for stage, at in stages(remind_by, Policy(), WORKING_DAYS)}


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


def test_every_reason_has_a_sentence_for_people():
    assert set(SENTENCES) == set(Reason)
