"""Recurring work comes again: each time a task of its own, with its own reminders, none lost, none twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.planning import understand
from schedules.reading import read_text
from tests.fakes.recurring import CALENDAR, MONTHLY, PLAN, SIGNED, days, publish, tick_at, times
from tests.fakes.reminding import at, preview_desk
from tracker import by_hand
from tracker.importing import Incoming, store_plan
from tracker.recurring import not_made
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reminders.replay import Period, replay
from tracker.store import ledger, people, plans, tasks
from tracker.store.database import Database, open_database
from tracker.store.history import Actor
from tracker.store.records import Part
from tracker.work import mark_done, reassign


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path) as opened:
        yield opened


def test_only_the_first_time_is_there_when_a_plan_is_published(db):
    publish(db)
    assert days(db) == [date(2023, 9, 20)]


def test_a_plan_published_late_has_its_next_time_at_once_and_none_that_was_over_between(db):
    publish(db, now=at(2023, 12, 5))
    assert days(db) == [date(2023, 12, 20)]
    (first,) = (one for one in tasks.of_plan(db, 1) if one.task.due.recurrence)
    assert (first.one_time_dropped, first.days_late(date(2023, 12, 5))) == (True, 0)
    heard = " ".join(one.message.draft.letter.text for one in tick_at(db, at(2023, 12, 18)))
    assert "20/9/2023, hằng tháng" not in heard
    assert "20/12/2023, hằng tháng" in heard


def test_a_time_that_was_over_is_late_once_somebody_takes_it_up(db):
    publish(db, now=at(2023, 12, 5))
    (first,) = (one for one in tasks.of_plan(db, 1) if one.task.due.recurrence)
    by_hand.bring_back(db, first.id, Actor("Hiệu trưởng", at(2023, 12, 6)), CALENDAR)
    assert days(db) == [date(2023, 9, 20), date(2023, 12, 20)]
    assert times(db)[0].days_late(date(2023, 12, 6)) == 77


def test_recurring_work_new_in_a_corrected_copy_counts_as_little_late_as_in_a_first_one(db):
    text = "\n".join(line for line in PLAN.splitlines() if not line.startswith("1."))
    plan = understand(read_text(text, "ke-hoach.txt"), CALENDAR)
    store_plan(db, Incoming(text.encode(), plan), Actor("Văn thư", SIGNED), CALENDAR, publish=True)
    publish(db, now=at(2023, 12, 5))
    assert days(db) == [date(2023, 12, 20)]


def test_a_time_not_over_yet_is_to_do(db):
    publish(db, now=at(2023, 9, 20))
    assert days(db) == [date(2023, 9, 20)]


def test_the_next_time_comes_when_this_one_is_over(db):
    publish(db)
    tick_at(db, at(2023, 9, 20))
    assert days(db) == [date(2023, 9, 20)]
    tick_at(db, at(2023, 9, 21))
    assert days(db) == [date(2023, 9, 20), date(2023, 10, 20)]


def test_a_time_left_undone_stays_late_beside_the_next(db):
    publish(db)
    tick_at(db, at(2023, 10, 21))
    september, october, november = times(db)
    assert september.open
    assert september.days_late(date(2023, 10, 21)) == 31
    assert (october.task.due.day, november.task.due.day) == (date(2023, 10, 20), date(2023, 11, 20))


def test_each_time_is_told_of_and_done_by_itself(db):
    publish(db)
    mark_done(db, times(db)[0].id, Actor("Kế toán", at(2023, 9, 19)), CALENDAR)
    tick_at(db, at(2023, 9, 21))
    heard = [message for day in (12, 13, 17, 19, 20) for message in tick_at(db, at(2023, 10, day))]
    october = times(db)[1]
    about = [row.planned.task_id for message in heard for row in message.reminders]
    assert about.count(october.id) == 4
    assert times(db)[0].id not in about


def test_the_last_time_is_the_last_of_the_school_year(db):
    publish(db)
    tick_at(db, at(2024, 7, 1))
    assert days(db)[-1] == date(2024, 5, 20)
    assert len(days(db)) == 9


def test_a_second_tick_sets_nothing_twice(db):
    publish(db)
    for _ in range(3):
        tick_at(db, at(2023, 12, 1))
    assert len(days(db)) == len(set(days(db))) == 4


def test_who_does_the_newest_time_does_the_next(db):
    publish(db)
    first = times(db)[0]
    other = people.ensure(db, 1, "Thủ quỹ")
    reassign(db, first.id, [(other.id, Part.LEAD)], Actor("Hiệu trưởng", at(2023, 9, 18)), CALENDAR)
    tick_at(db, at(2023, 9, 21))
    assert people.assigned(db, times(db)[1].id) == ((other.id, Part.LEAD),)


def test_what_was_over_when_the_plan_was_published_is_not_made_up(db):
    publish(db, now=at(2024, 1, 3))
    tick_at(db, at(2024, 1, 4))
    assert days(db) == [date(2024, 1, 20)]


def test_a_time_that_passed_before_a_plan_published_on_a_day_off_is_let_be(db):
    publish(db, "vào thứ Sáu hằng tuần", now=at(2023, 9, 16))
    assert days(db) == [date(2023, 9, 22)]


def unmade(db: Database) -> list[date]:
    first = next(one for one in tasks.of_school(db, 1) if one.task.due.recurrence and not one.repeats)
    return not_made(first, tasks.later_times(db, first.id), plans.by_id(db, first.plan_id), CALENDAR)


def test_the_times_that_were_over_at_the_publishing_are_told(db):
    publish(db, now=at(2024, 1, 3))
    tick_at(db, at(2024, 3, 22))
    assert unmade(db) == [date(2023, month, 20) for month in (10, 11, 12)]


def test_of_work_whose_every_time_was_over_all_but_the_first_are_told(db):
    publish(db, now=at(2024, 8, 3))
    assert days(db) == []
    assert unmade(db) == [*(date(2023, month, 20) for month in (10, 11, 12)), *(date(2024, n, 20) for n in range(1, 6))]


def test_a_plan_published_in_time_has_no_times_to_tell_of(db):
    publish(db, "vào thứ Hai hằng tuần")
    tick_at(db, at(2024, 3, 1))
    assert unmade(db) == []


def test_a_time_put_off_is_no_time_that_was_not_made(db):
    publish(db)
    tick_at(db, at(2023, 9, 21))
    (_, october) = times(db)
    person = people.assigned(db, october.id)[0][0]
    asked = ask_extension(db, october.id, person, date(2023, 10, 27), Actor("Kế toán", at(2023, 10, 19)))
    decide_extension(db, asked.id, Actor("Hiệu trưởng", at(2023, 10, 19)), CALENDAR.working_days, approved=True)
    tick_at(db, at(2023, 12, 23))
    assert unmade(db) == []


def test_weekly_work_rests_on_holidays(db):
    publish(db, "vào thứ Hai hằng tuần")
    tick_at(db, at(2024, 3, 1))
    assert date(2024, 2, 5) in days(db)
    assert date(2024, 2, 12) not in days(db)
    assert date(2024, 2, 19) in days(db)


def test_a_corrected_copy_with_another_rhythm_ends_the_old_one(db):
    publish(db)
    tick_at(db, at(2023, 10, 1))
    publish(db, "vào ngày 25 hằng tháng", now=at(2023, 10, 2))
    tick_at(db, at(2023, 10, 26))
    assert date(2023, 10, 20) not in days(db)
    assert days(db)[-2:] == [date(2023, 10, 25), date(2023, 11, 25)]


def test_work_dropped_from_the_plan_comes_no_more(db):
    publish(db)
    tick_at(db, at(2023, 10, 1))
    text = "\n".join(line for line in PLAN.splitlines() if not line.startswith("1."))
    plan = understand(read_text(text, "ke-hoach.txt"), CALENDAR)
    store_plan(db, Incoming(text.encode(), plan), Actor("Văn thư", at(2023, 10, 2)), CALENDAR, publish=True)
    tick_at(db, at(2023, 12, 1))
    assert days(db) == []


def test_the_same_copy_again_changes_no_time(db):
    publish(db)
    tick_at(db, at(2023, 10, 21))
    before = times(db)
    publish(db, now=at(2023, 10, 22))
    assert times(db) == before


def test_a_replay_of_the_year_hears_of_every_time(db):
    publish(db)
    tick_at(db, at(2023, 12, 1))
    before = times(db)
    year = Period(date(2023, 9, 1), date(2024, 5, 31), done_on_time=True)
    heard = replay(db, year, replace(preview_desk(), calendar=CALENDAR))
    months = {one.at.month for one in heard if "báo cáo thu chi" in one.message.draft.letter.text}
    assert months == {9, 10, 11, 12, 1, 2, 3, 4, 5}
    assert times(db) == before


def test_a_tick_that_breaks_off_sets_the_time_with_its_reminders_or_not_at_all(db, monkeypatch):
    publish(db)

    def broken(*_):
        raise RuntimeError("mất điện")

    with monkeypatch.context() as outage, pytest.raises(RuntimeError):
        outage.setattr("tracker.reminders.tick.replan", broken)
        tick_at(db, at(2023, 9, 21))
    assert days(db) == [date(2023, 9, 20)]
    tick_at(db, at(2023, 9, 21))
    (_, october) = times(db)
    assert {row.planned.stage for row in ledger.of_task(db, october.id)} >= {"D-7", "D-0", "L+0"}


def test_two_processes_set_a_time_once(tmp_path):
    with open_database(tmp_path) as one, open_database(tmp_path) as other:
        publish(one)
        for each in (one, other, one, other):
            tick_at(each, at(2023, 10, 23))
        assert days(one) == days(other) == [date(2023, 9, 20), date(2023, 10, 20), date(2023, 11, 20)]


def test_the_decision_on_more_time_keeps_the_rhythm(db):
    publish(db)
    september = times(db)[0]
    person = people.assigned(db, september.id)[0][0]
    asked = ask_extension(db, september.id, person, date(2023, 9, 28), Actor("Kế toán", at(2023, 9, 19)))
    decide_extension(db, asked.id, Actor("Hiệu trưởng", at(2023, 9, 19)), CALENDAR.working_days, approved=True)
    tick_at(db, at(2023, 10, 23))
    assert days(db) == [date(2023, 9, 28), date(2023, 10, 20), date(2023, 11, 20)]


def test_new_owners_in_a_corrected_copy_do_the_next_time_too(db):
    publish(db)
    tick_at(db, at(2023, 9, 21))
    text = PLAN.format(when=MONTHLY).replace("1. Kế toán nộp", "1. Thủ quỹ nộp")
    plan = understand(read_text(text, "ke-hoach.txt"), CALENDAR)
    store_plan(db, Incoming(text.encode(), plan), Actor("Văn thư", at(2023, 9, 22)), CALENDAR, publish=True)
    doers = {people.by_id(db, who).name for one in times(db) for who, _ in people.assigned(db, one.id)}
    assert doers == {"Thủ quỹ"}


def test_another_rhythm_before_the_first_time_begins_with_it(db):
    publish(db)
    publish(db, "vào ngày 25 hằng tháng", now=at(2023, 9, 13))
    tick_at(db, at(2023, 9, 21))
    assert days(db) == [date(2023, 9, 25)]
    tick_at(db, at(2023, 9, 26))
    assert days(db) == [date(2023, 9, 25), date(2023, 10, 25)]


def test_dropped_work_that_comes_back_begins_where_the_plan_came_back(db):
    publish(db)
    tick_at(db, at(2023, 9, 21))
    text = "\n".join(line for line in PLAN.splitlines() if not line.startswith("1."))
    plan = understand(read_text(text, "ke-hoach.txt"), CALENDAR)
    store_plan(db, Incoming(text.encode(), plan), Actor("Văn thư", at(2023, 9, 22)), CALENDAR, publish=True)
    publish(db, now=at(2023, 12, 1))
    tick_at(db, at(2023, 12, 2))
    assert days(db) == [date(2023, 9, 20), date(2023, 12, 20)]
