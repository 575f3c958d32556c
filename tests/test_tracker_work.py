"""What people do with a task: facts, each with who and when; reminders and feeds follow in the same breath."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import SchoolCalendar
from tests.conftest import make_plan, make_task
from tracker import by_hand, work
from tracker.importing import Incoming, store_plan
from tracker.refusal import StandsOtherwise
from tracker.store import history, people, schools, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

SURVEY = make_task("Khảo sát chất lượng đội ngũ", date(2023, 9, 29), owners=("Hiệu trưởng",))


@pytest.fixture
def stored(db: Database, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    store_plan(db, Incoming(b"v1", make_plan(SURVEY)), actor, calendar, publish=True)
    return tasks.of_all(db)[0]


def test_done_and_checked_are_two_facts_by_two_people(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    work.mark_done(db, stored.id, actor, calendar)
    checked = work.mark_checked(db, stored.id, Actor("Tổ giám sát", actor.at), calendar)
    assert (checked.done_by, checked.checked_by, checked.state) == ("Cô Lan", "Tổ giám sát", TaskState.CHECKED)


def test_reopening_takes_both_back_and_the_history_keeps_them(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    work.mark_done(db, stored.id, actor, calendar)
    again = work.reopen(db, stored.id, actor, calendar)
    assert (again.state, again.done_at, again.done_by) == (TaskState.OPEN, None, None)
    changes = [(entry.was, entry.now) for entry in history.of_subject(db, "task", stored.id) if entry.what == "state"]
    assert changes == [("open", "done"), ("done", "open")]


def test_the_same_fact_twice_is_told_once(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    first = work.mark_done(db, stored.id, actor, calendar)
    assert work.mark_done(db, stored.id, actor, calendar) == first


def test_done_said_once_more_leaves_the_look_of_the_committee_and_only_taking_it_back_takes_it(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    work.mark_done(db, stored.id, actor, calendar)
    checked = work.mark_checked(db, stored.id, Actor("Tổ giám sát", actor.at), calendar)
    assert work.mark_done(db, stored.id, Actor("Cô Mai", actor.at), calendar) == checked
    back = work.take_check_back(db, stored.id, Actor("Tổ giám sát", actor.at), calendar)
    assert (back.state, back.done_by, back.checked_by) == (TaskState.DONE, "Cô Lan", None)


SAID_OF = {work.mark_done: "ghi là đã xong", work.reopen: "mở lại", work.mark_checked: "kiểm tra"}


@pytest.mark.parametrize("act", SAID_OF)
def test_a_dropped_work_is_neither_done_nor_checked_nor_reopened_before_it_is_taken_up_again(
    act: object, db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    dropped = by_hand.drop(db, stored.id, Actor("Cô Lan", actor.at, "không tổ chức"), calendar)
    with pytest.raises(
        StandsOtherwise, match=rf"Nhà trường đã bỏ việc này nên không {SAID_OF[act]} được\. Nếu vẫn phải làm"
    ):
        act(db, stored.id, actor, calendar)
    assert tasks.by_id(db, stored.id) == dropped
    by_hand.bring_back(db, stored.id, actor, calendar)
    assert work.mark_done(db, stored.id, actor, calendar).done_by == "Cô Lan"


def test_a_work_its_plan_left_out_is_not_done_and_says_where_it_went(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    other = make_task("Hội thi", date(2023, 10, 28))
    store_plan(db, Incoming(b"v2", make_plan(other)), actor, calendar, publish=True)
    with pytest.raises(StandsOtherwise, match=r"không còn trong kế hoạch nên không ghi là đã xong được\.$"):
        work.mark_done(db, stored.id, actor, calendar)


def test_who_said_that_it_is_done_does_not_check_it(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    done = work.mark_done(db, stored.id, actor, calendar)
    with pytest.raises(StandsOtherwise, match="do chính thầy/cô ghi đã xong"):
        work.mark_checked(db, stored.id, actor, calendar)
    assert tasks.by_id(db, stored.id) == done


def test_work_nobody_said_is_done_is_not_checked(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    with pytest.raises(StandsOtherwise, match="chưa được báo xong nên chưa kiểm tra được"):
        work.mark_checked(db, stored.id, actor, calendar)
    after = tasks.by_id(db, stored.id)
    assert (after.state, after.done_by, after.checked_by) == (TaskState.OPEN, None, None)


def test_reassigning_raises_the_sequence_and_says_who_had_it(
    db: Database, stored: StoredTask, actor: Actor, calendar: SchoolCalendar
) -> None:
    someone = people.ensure(db, schools.all_schools(db)[0].id, "Cô Mai")
    after = work.reassign(db, stored.id, [(someone.id, Part.LEAD)], actor, calendar)
    entry = history.of_subject(db, "task", stored.id)[-1]
    assert after.sequence == stored.sequence + 1
    assert (entry.what, entry.was, entry.now) == ("reassigned", "Hiệu trưởng (lead)", "Cô Mai (lead)")


def test_a_task_is_late_from_the_first_working_day_after_and_counted_from_its_day(stored: StoredTask) -> None:
    late = {day: stored.days_late(date(2023, *day)) for day in ((9, 29), (9, 30), (10, 1), (10, 2))}
    assert late == {(9, 29): 0, (9, 30): 0, (10, 1): 0, (10, 2): 3}
