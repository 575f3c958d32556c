"""The board is a pure function of tasks, people and today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from schedules.plan import Bound, Due
from tests.conftest import NOW, due_on, make_task
from tracker.reminders.week import Staffing, week_of
from tracker.reports.board import RECENT, Board, Staff, board, with_part
from tracker.spoken import left_words
from tracker.store.records import Part, Person, StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

TUESDAY = date(2023, 10, 17)
LAN, MINH = Person(1, 1, "Cô Lan"), Person(2, 1, "Thầy Minh", active=False)


def stored(name: str, day: date | None = None, **more: object) -> StoredTask:
    settings = {"published": True, "state": TaskState.OPEN, **more}
    return StoredTask(name, 1, 1, make_task(name, day), sequence=0, due_version=0, changed_at=NOW, **settings)


def shown(*tasks: StoredTask, parts: dict | None = None, today: date = TUESDAY) -> Board:
    return board(tasks, Staff({1: LAN, 2: MINH}, parts or {}), today)


def ids(rows: tuple) -> list[str]:
    return [row.task.id for row in rows]


def test_each_open_task_stands_in_exactly_one_section_by_its_day() -> None:
    days = [date(2023, 9, 25), date(2023, 10, 17), date(2023, 10, 22), date(2023, 10, 23), None]
    made = shown(*(stored(f"t{number}", day) for number, day in enumerate(days)))
    assert [ids(rows) for rows in (made.overdue, made.this_week, made.coming, made.undated)] == [
        ["t0"], ["t1", "t2"], ["t3"], ["t4"],
    ]  # fmt: skip
    assert made.open_count == len(days)


def test_most_late_comes_first_with_its_days() -> None:
    made = shown(stored("a", date(2023, 10, 13)), stored("b", date(2023, 10, 3)))
    assert [(row.task.id, row.days_late) for row in made.overdue] == [("b", 14), ("a", 4)]


def test_a_day_past_on_a_weekend_is_not_late_before_the_next_working_day() -> None:
    saturday = stored("a", date(2023, 10, 14))
    sunday = shown(saturday, today=date(2023, 10, 15))
    assert ids(sunday.overdue) == []
    assert ids(sunday.this_week) == []
    assert sunday.pressing[0].days_left == -2
    assert sunday.open_count == 1
    assert ids(shown(saturday, today=date(2023, 10, 16)).overdue) == ["a"]


def test_days_left_are_counted_to_the_last_day_to_act_as_in_the_letters() -> None:
    before_monday = due_on(date(2023, 10, 23), bound=Bound.BEFORE)
    task = replace(stored("a"), task=replace(make_task("a"), due=before_monday))
    made = shown(task)
    assert (before_monday.remind_by, made.this_week[0].days_left) == (date(2023, 10, 20), 3)
    assert left_words(before_monday, TUESDAY) == "còn 3 ngày, nên xong trong thứ Sáu 20/10/2023"
    week = week_of([task], Staffing(), TUESDAY)
    assert (week.due, week.works[0].left) == (1, left_words(before_monday, TUESDAY))


def test_what_the_weekend_took_the_last_day_of_is_still_told_in_the_letter_on_monday() -> None:
    before_monday = due_on(date(2023, 10, 23), bound=Bound.BEFORE)
    task = replace(stored("a"), task=replace(make_task("a"), due=before_monday))
    monday = date(2023, 10, 23)
    made = shown(task, today=monday)
    assert (ids(made.pressing), ids(made.this_week), ids(made.coming)) == (["a"], [], [])
    assert [one.left for one in week_of([task], Staffing(), monday).works] == ["cần xong ngay"]


@pytest.mark.parametrize("more", [{"published": False}, {"state": TaskState.CANCELLED}])
def test_drafts_and_dropped_tasks_are_not_shown(more: dict) -> None:
    made = shown(stored("a", date(2023, 10, 3), **more))
    assert made == Board((), (), (), (), (), ())


def test_without_a_lead_a_task_is_also_listed_as_ownerless() -> None:
    parts = {"a": ((1, Part.LEAD),), "b": ((1, Part.HELPER),), "c": ((2, Part.LEAD),)}
    made = shown(*(stored(name, TUESDAY) for name in "abc"), parts=parts)
    assert ids(made.ownerless) == ["b", "c"]
    assert made.this_week[0].leads == ("Cô Lan",)
    assert made.this_week[1].helpers == ("Cô Lan",)


def test_finished_work_stays_two_weeks_newest_first_and_is_never_late() -> None:
    def finished(name: str, ago: timedelta) -> StoredTask:
        at = datetime.combine(TUESDAY, NOW.timetz(), HO_CHI_MINH) - ago
        return stored(name, date(2023, 9, 1), state=TaskState.DONE, done_at=at)

    made = shown(finished("old", RECENT + timedelta(days=1)), finished("edge", RECENT), finished("new", timedelta(1)))
    assert ids(made.done) == ["new", "edge"]
    assert ids(made.earlier) == ["old"]
    assert made.overdue == ()


def test_a_note_travels_with_its_row() -> None:
    staff = Staff({}, {}, {"a": "Chờ chữ ký"})
    assert board([stored("a", date(2023, 10, 3))], staff, TUESDAY).overdue[0].note == "Chờ chữ ký"


def test_the_tasks_of_a_person_are_those_with_any_part() -> None:
    tasks = [stored("a"), stored("b"), stored("c")]
    parts = {"a": ((1, Part.HELPER),), "b": ((2, Part.LEAD),)}
    assert [task.id for task in with_part(tasks, parts, 1)] == ["a"]


def test_a_deadline_before_a_day_is_not_late_on_that_day() -> None:
    due: Due = due_on(date(2023, 10, 17))
    assert shown(stored("a", due.day)).overdue == ()
    assert shown(stored("a", due.day), today=date(2023, 10, 18)).overdue[0].days_late == 1


def test_rows_stand_by_the_day_they_name_though_both_must_be_done_by_the_same_working_day() -> None:
    saturday, friday = stored("a", date(2023, 10, 28)), replace(stored("b", date(2023, 10, 27)), position=2)
    assert ids(shown(saturday, friday).coming) == ["b", "a"]


def test_who_does_a_work_is_named_as_its_plan_does_also_with_another_post() -> None:
    names = ("Trần Thị Mai - Tổ trưởng", "Kế toán")
    one = replace(stored("a", TUESDAY), task=make_task("a", TUESDAY, owners=names))
    staff = Staff(
        {1: Person(1, 1, "Kế toán"), 2: Person(2, 1, "Cô Trần Thị Mai")}, {"a": ((1, Part.LEAD), (2, Part.LEAD))}
    )
    assert staff.doing(one, Part.LEAD) == names
