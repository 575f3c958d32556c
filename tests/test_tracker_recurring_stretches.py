"""Recurring work with a first and a last day: each time of the stretch is a task, none outside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.recurring import CALENDAR, days, publish, tick_at, times
from tests.fakes.reminding import at, preview_desk
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reminders.replay import Period, replay
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.history import Actor


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path) as opened:
        yield opened


SATURDAYS = "vào thứ Bảy hằng tuần từ ngày 24/3/2024 đến ngày 26/5/2024"
LATE_MARCH = at(2024, 3, 11)
TEN = [
    date(2024, 3, 30),
    *(date(2024, 4, day) for day in (6, 13, 20, 27)),
    *(date(2024, 5, day) for day in (4, 11, 18, 25)),
]


def test_weekly_work_with_a_first_and_a_last_day_begins_with_its_first_time(db):
    publish(db, SATURDAYS, LATE_MARCH)
    (first,) = times(db)
    assert (first.task.due.start, first.task.due.day) == (date(2024, 3, 30), date(2024, 3, 30))
    assert "lần này: thứ Bảy 30/3/2024" in first.task.due.basis
    assert first.task.mentions[0].due.day == date(2024, 5, 26)


def test_each_week_is_a_task_until_the_last_day_and_none_after_it(db):
    publish(db, SATURDAYS, LATE_MARCH)
    tick_at(db, at(2024, 4, 1))
    assert days(db) == TEN[:2]
    tick_at(db, at(2024, 7, 1))
    assert days(db) == TEN
    assert len({one.id for one in times(db)}) == len(TEN)


def test_each_week_of_a_stretch_is_reminded_of(db):
    publish(db, SATURDAYS, LATE_MARCH)
    spring = Period(date(2024, 3, 12), date(2024, 6, 15), done_on_time=True)
    heard = replay(db, spring, replace(preview_desk(), calendar=CALENDAR))
    about = {row.planned.task_id for one in heard for row in one.reminders}
    tick_at(db, at(2024, 7, 1))
    assert {one.id for one in times(db)} <= about


def test_the_same_copy_again_moves_no_time_of_a_stretch(db):
    publish(db, SATURDAYS, LATE_MARCH)
    tick_at(db, at(2024, 4, 8))
    before = times(db)
    publish(db, SATURDAYS, now=at(2024, 4, 9))
    assert times(db) == before


def test_a_corrected_last_day_ends_the_rhythm_there(db):
    publish(db, SATURDAYS, LATE_MARCH)
    tick_at(db, at(2024, 4, 1))
    publish(db, "vào thứ Bảy hằng tuần từ ngày 24/3/2024 đến ngày 14/4/2024", now=at(2024, 4, 2))
    tick_at(db, at(2024, 7, 1))
    assert days(db) == TEN[:3]


def test_monthly_work_from_a_month_to_a_month_is_a_task_a_month(db):
    publish(db, "hằng tháng từ tháng 10/2023 đến tháng 1/2024")
    tick_at(db, at(2024, 5, 1))
    assert days(db) == [date(2023, 10, 31), date(2023, 11, 30), date(2023, 12, 31), date(2024, 1, 31)]


def test_more_time_for_the_first_of_a_stretch_keeps_the_others_where_they_are(db):
    publish(db, SATURDAYS, LATE_MARCH)
    first = times(db)[0]
    person = people.assigned(db, first.id)[0][0]
    asked = ask_extension(db, first.id, person, date(2024, 4, 3), Actor("Kế toán", at(2024, 3, 28)))
    decide_extension(db, asked.id, Actor("Hiệu trưởng", at(2024, 3, 28)), CALENDAR.working_days, approved=True)
    tick_at(db, at(2024, 4, 8))
    assert days(db) == [date(2024, 4, 3), *TEN[1:3]]
