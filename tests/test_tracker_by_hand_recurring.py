"""Of recurring work one time is moved or dropped by hand; the other times come as the plan says."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from schedules.planning.next_year import Work
from tests.fakes.reminding import at
from tests.test_tracker_recurring import CALENDAR, MONTHLY, SIGNED, db, publish, tick_at, times
from tracker import by_hand
from tracker.moving import NewDays
from tracker.next_year import standing_of
from tracker.review.withdrawing import recall
from tracker.store import plans, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState
from tracker.work import mark_done

__all__ = ["db"]

SEPTEMBER, OCTOBER, NOVEMBER = date(2023, 9, 20), date(2023, 10, 20), date(2023, 11, 20)


def chair(now: datetime = SIGNED) -> Actor:
    return Actor("Hiệu trưởng", now, "đoàn kiểm tra bận")


def every_time(db: Database) -> dict[date | None, StoredTask]:
    return {one.task.due.day: one for one in tasks.of_school(db, 1) if one.task.due.recurrence}


def move(db: Database, day: date, to: date) -> StoredTask:
    return by_hand.move(db, every_time(db)[day].id, NewDays(to, sure=True), chair(), CALENDAR)


def drop(db: Database, day: date) -> StoredTask:
    return by_hand.drop(db, every_time(db)[day].id, chair(), CALENDAR)


def live(db: Database) -> list[date | None]:
    return [one.task.due.day for one in times(db)]


def test_the_first_time_moved_leaves_the_next_on_its_day(db):
    publish(db)
    move(db, SEPTEMBER, date(2023, 9, 27))
    tick_at(db, at(2023, 10, 21))
    assert live(db) == [date(2023, 9, 27), OCTOBER, NOVEMBER]


def test_a_later_time_moved_leaves_the_others_and_a_copy_that_says_the_same(db):
    publish(db)
    tick_at(db, at(2023, 9, 21))
    move(db, OCTOBER, date(2023, 10, 25))
    publish(db, MONTHLY, at(2023, 9, 25))
    tick_at(db, at(2023, 10, 21))
    assert live(db) == [SEPTEMBER, date(2023, 10, 25), NOVEMBER]


def test_a_first_time_dropped_ends_only_itself(db):
    publish(db)
    drop(db, SEPTEMBER)
    tick_at(db, at(2023, 9, 21))
    assert live(db) == [OCTOBER]
    assert every_time(db)[SEPTEMBER].one_time_dropped


def test_a_later_time_dropped_is_not_set_again(db):
    publish(db)
    tick_at(db, at(2023, 9, 21))
    drop(db, OCTOBER)
    publish(db, MONTHLY, at(2023, 9, 25))
    tick_at(db, at(2023, 10, 21))
    assert live(db) == [SEPTEMBER, NOVEMBER]
    assert every_time(db)[OCTOBER].state is TaskState.CANCELLED


def test_times_dropped_one_by_one_stay_dropped_in_a_copy_and_come_back_one_by_one(db):
    publish(db)
    drop(db, SEPTEMBER)
    tick_at(db, at(2023, 9, 21))
    gone = drop(db, OCTOBER)
    publish(db, MONTHLY, at(2023, 9, 25))
    assert live(db) == []
    by_hand.bring_back(db, gone.id, chair(), CALENDAR)
    assert live(db) == [OCTOBER]


def test_a_copy_that_words_the_time_anew_tells_each_time_it_ends(db):
    publish(db)
    drop(db, SEPTEMBER)
    tick_at(db, at(2023, 9, 21))
    move(db, OCTOBER, date(2023, 10, 25))
    report = publish(db, "vào ngày 28 hằng tháng", at(2023, 9, 25))
    first, later = report.lapsed
    assert "đã bỏ vì đoàn kiểm tra bận; nay lại có." in first
    assert "(lần thứ Tư 25/10/2023): Kế hoạch viết “vào ngày 20 hằng tháng”" in later
    tick_at(db, at(2023, 10, 2))
    assert live(db) == [date(2023, 9, 28), date(2023, 10, 28)]


def test_a_plan_recalled_and_returned_goes_on_after_a_dropped_first_time(db):
    publish(db)
    drop(db, SEPTEMBER)
    tick_at(db, at(2023, 9, 21))
    recall(db, 1, chair(at(2023, 9, 22)), CALENDAR)
    publish(db, MONTHLY, at(2023, 9, 25))
    tick_at(db, at(2023, 10, 21))
    assert live(db)[-1] == NOVEMBER
    assert SEPTEMBER not in live(db)


@pytest.mark.parametrize("act", [lambda db: move(db, SEPTEMBER, date(2023, 9, 27)), lambda db: drop(db, SEPTEMBER)])
def test_next_year_s_draft_has_the_work_as_planned(act, db):
    publish(db)
    planned = every_time(db)[SEPTEMBER].task
    act(db)
    works = standing_of(db, plans.by_id(db, 1), SIGNED.date()).works
    assert Work(planned) in works


@pytest.mark.parametrize("back", [at(2023, 9, 26), at(2023, 9, 26, "09:00")])
@pytest.mark.parametrize("done", [True, False])
def test_a_plan_recalled_and_returned_has_every_time_it_had(db, done, back):
    publish(db)
    if done:
        mark_done(db, every_time(db)[SEPTEMBER].id, chair(at(2023, 9, 19)), CALENDAR)
    tick_at(db, at(2023, 9, 25))
    october = every_time(db)[OCTOBER].id
    recall(db, 1, chair(at(2023, 9, 25, "10:00")), CALENDAR)
    assert OCTOBER not in live(db)
    publish(db, MONTHLY, back)
    assert live(db) == [SEPTEMBER, OCTOBER]
    assert (every_time(db)[OCTOBER].id, every_time(db)[OCTOBER].published) == (october, True)
    tick_at(db, at(2023, 10, 21))
    assert live(db) == [SEPTEMBER, OCTOBER, NOVEMBER]


def test_a_plan_returned_months_later_keeps_what_was_late_and_makes_up_nothing(db):
    publish(db)
    tick_at(db, at(2023, 10, 21))
    recall(db, 1, chair(at(2023, 10, 23)), CALENDAR)
    publish(db, MONTHLY, at(2024, 1, 3))
    tick_at(db, at(2024, 1, 4))
    assert live(db) == [SEPTEMBER, OCTOBER, NOVEMBER, date(2024, 1, 20)]


def test_a_later_time_done_before_the_recall_ends_no_rhythm(db):
    publish(db)
    tick_at(db, at(2023, 9, 25))
    mark_done(db, every_time(db)[OCTOBER].id, chair(at(2023, 9, 26)), CALENDAR)
    recall(db, 1, chair(at(2023, 10, 2)), CALENDAR)
    publish(db, MONTHLY, at(2023, 10, 3))
    tick_at(db, at(2023, 10, 21))
    assert live(db) == [SEPTEMBER, OCTOBER, NOVEMBER]


def test_a_later_time_dropped_by_hand_stays_dropped_when_the_plan_returns(db):
    publish(db)
    tick_at(db, at(2023, 9, 25))
    drop(db, OCTOBER)
    recall(db, 1, chair(at(2023, 9, 26)), CALENDAR)
    publish(db, MONTHLY, at(2023, 9, 27))
    tick_at(db, at(2023, 10, 21))
    assert live(db) == [SEPTEMBER, NOVEMBER]


def test_a_plan_that_returns_with_another_rhythm_ends_the_old_one(db):
    publish(db)
    tick_at(db, at(2023, 9, 25))
    recall(db, 1, chair(at(2023, 9, 26)), CALENDAR)
    publish(db, "vào ngày 25 hằng tháng", at(2023, 9, 27))
    tick_at(db, at(2023, 10, 26))
    assert live(db) == [date(2023, 9, 25), date(2023, 10, 25), date(2023, 11, 25)]
