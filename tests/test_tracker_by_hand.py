"""A published work is moved to another day or dropped by hand, for a reason, and either is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Bound, Plan
from tests.conftest import NOW, due_on, make_plan, make_task
from tracker import by_hand, work
from tracker.deadline_words import Worded, worded
from tracker.importing import Incoming, store_plan
from tracker.law_year.paper import KIND
from tracker.moving import NewDays, moved_along
from tracker.refusal import Refusal
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.store import extensions, history, people, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

CHAIR = Actor("Hiệu trưởng", NOW, "Phòng lùi lịch nộp.")
OCTOBER_13, OCTOBER_20, NOVEMBER_3 = date(2023, 10, 13), date(2023, 10, 20), date(2023, 11, 3)
REPORT = make_task("Nộp báo cáo", date(2023, 10, 6), owners=("Cô Lan",))


class Principal:
    """Who changes the one work of a school's plan by hand."""

    def __init__(self, db: Database, calendar: SchoolCalendar) -> None:
        self.db, self.calendar = db, calendar

    def publishes(self, plan: Plan, *, publish: bool = True) -> StoredTask:
        store_plan(self.db, Incoming(repr(plan).encode(), plan), Actor("Văn thư", NOW), self.calendar, publish=publish)
        return self.task

    @property
    def task(self) -> StoredTask:
        return tasks.of_all(self.db)[0]

    def moves(self, day: date, start: date | None = None, *, sure: bool = False, why: str = "") -> StoredTask:
        actor = replace(CHAIR, why=why or CHAIR.why)
        return by_hand.move(self.db, self.task.id, NewDays(day, start, sure=sure), actor, self.calendar)

    def moves_back(self) -> StoredTask:
        return by_hand.move_back(self.db, self.task.id, CHAIR, self.calendar)

    def drops(self, why: str = "Không tổ chức nữa") -> StoredTask:
        return by_hand.drop(self.db, self.task.id, replace(CHAIR, why=why), self.calendar)

    def brings_back(self) -> StoredTask:
        return by_hand.bring_back(self.db, self.task.id, CHAIR, self.calendar)

    def is_asked(self, day: date) -> int:
        lan = people.ensure(self.db, 1, "Cô Lan")
        return ask_extension(self.db, self.task.id, lan.id, day, Actor("Cô Lan", NOW, "chờ số liệu")).id

    def grants(self, request: int) -> None:
        decide_extension(self.db, request, CHAIR, self.calendar.working_days, approved=True)

    def waiting(self) -> list[int]:
        return [one.id for one in extensions.waiting(self.db, 1)]

    def story(self) -> list[tuple[str, str | None]]:
        return [(one.what, one.why) for one in history.of_subject(self.db, "task", self.task.id)]


@pytest.fixture
def principal(db: Database, calendar: SchoolCalendar) -> Principal:
    made = Principal(db, calendar)
    made.publishes(make_plan(REPORT))
    return made


def test_a_moved_work_has_the_new_day_and_both_counts_are_raised(principal: Principal) -> None:
    was, now = principal.task, principal.moves(OCTOBER_20)
    assert (now.task.due.day, now.task.due.late_from) == (OCTOBER_20, date(2023, 10, 23))
    assert (now.sequence, now.due_version) == (was.sequence + 1, was.due_version + 1)


def test_why_a_moved_day_is_that_day_says_what_the_plan_says_and_who_moved_it(principal: Principal) -> None:
    basis = principal.moves(OCTOBER_20).task.due.basis
    assert basis == (
        "Kế hoạch viết “06/10/2023”, tức chậm nhất thứ Sáu 6/10/2023; Hiệu trưởng dời sang thứ Sáu 20/10/2023 "
        "vào thứ Hai 18/9/2023. Lý do: Phòng lùi lịch nộp."
    )
    assert worded(principal.task.task) == Worded("Kế hoạch viết", "06/10/2023", moved="Đã dời hạn")


def test_the_words_a_reviewer_gave_stay_theirs_when_the_day_is_moved(db: Database, calendar: SchoolCalendar) -> None:
    given = replace(due_on(OCTOBER_13), words="giữa tháng 10", basis="Người duyệt ghi hạn này.")
    principal = Principal(db, calendar)
    principal.publishes(make_plan(replace(REPORT, due=given)))
    moved = principal.moves(OCTOBER_20)
    assert moved.task.due.basis.startswith("Người duyệt ghi “giữa tháng 10” (kế hoạch viết “06/10/2023”), tức ")
    assert (worded(moved.task).given, worded(moved.task).said) == ("giữa tháng 10", "06/10/2023")


def test_a_move_taken_back_leaves_exactly_what_was(principal: Principal) -> None:
    was = principal.task
    principal.moves(OCTOBER_20)
    principal.moves(NOVEMBER_3, why="lùi thêm")
    back = principal.moves_back()
    assert (back.task, back.due_version) == (was.task, was.due_version + 3)
    assert [what for what, _ in principal.story()][-3:] == ["moved", "moved", "moved"]


def test_a_work_of_several_days_is_moved_with_its_first_day_or_without(db: Database, calendar: SchoolCalendar) -> None:
    principal = Principal(db, calendar)
    week = due_on(date(2023, 10, 6), start=date(2023, 10, 2), bound=Bound.DURING)
    principal.publishes(make_plan(replace(REPORT, due=week)))
    assert tasks.days_of(principal.moves(OCTOBER_20, date(2023, 10, 16)).task.due) == (date(2023, 10, 16), OCTOBER_20)
    assert tasks.days_of(principal.moves(OCTOBER_20).task.due) == (None, OCTOBER_20)


def test_a_first_day_left_as_it_was_is_asked_about_where_the_calendar_would_lose_the_days(
    db: Database, calendar: SchoolCalendar
) -> None:
    principal = Principal(db, calendar)
    monday = date(2023, 10, 2)
    principal.publishes(make_plan(replace(REPORT, due=due_on(date(2023, 10, 6), start=monday, bound=Bound.DURING))))
    with pytest.raises(by_hand.UnsureDayError, match="cả đợt dời, hãy ghi bắt đầu từ ngày 16/10/2023"):
        principal.moves(OCTOBER_20, monday)
    assert tasks.days_of(principal.moves(date(2023, 10, 7), monday).task.due) == (monday, date(2023, 10, 7))
    assert tasks.days_of(principal.moves(OCTOBER_20, monday, sure=True).task.due) == (monday, OCTOBER_20)


def test_what_is_done_by_a_day_keeps_its_first_day_unasked(db: Database, calendar: SchoolCalendar) -> None:
    principal = Principal(db, calendar)
    monday = date(2023, 10, 2)
    principal.publishes(make_plan(replace(REPORT, due=due_on(date(2023, 10, 6), start=monday))))
    assert tasks.days_of(principal.moves(OCTOBER_20, monday).task.due) == (monday, OCTOBER_20)


@pytest.mark.parametrize(
    ("start", "bound", "first"),
    [
        (date(2023, 10, 2), Bound.DURING, date(2023, 10, 16)),
        (date(2023, 10, 2), Bound.BY, date(2023, 10, 2)),
        (date(2023, 10, 6), Bound.DURING, None),
        (None, Bound.BY, None),
    ],
)
def test_a_first_day_nobody_said_moves_with_what_is_held(start: date | None, bound: Bound, first: date | None) -> None:
    assert moved_along(due_on(date(2023, 10, 6), start=start, bound=bound), OCTOBER_20) == first


def test_a_work_of_one_day_that_names_it_twice_is_still_of_one_day(db: Database, calendar: SchoolCalendar) -> None:
    principal = Principal(db, calendar)
    principal.publishes(make_plan(replace(REPORT, due=due_on(OCTOBER_13, start=OCTOBER_13, bound=Bound.DURING))))
    with pytest.raises(by_hand.WrongDayError):
        principal.moves(OCTOBER_13)
    principal.grants(principal.is_asked(OCTOBER_20))
    assert tasks.days_of(principal.task.task.due) == (None, OCTOBER_20)


def test_a_meeting_moved_is_held_on_the_new_day_and_not_by_it(db: Database, calendar: SchoolCalendar) -> None:
    principal = Principal(db, calendar)
    principal.publishes(make_plan(replace(REPORT, due=due_on(OCTOBER_13, bound=Bound.DURING))))
    assert principal.moves(OCTOBER_20).task.due.bound is Bound.DURING


def test_work_without_a_day_gets_one_and_loses_it_again(db: Database, calendar: SchoolCalendar) -> None:
    principal = Principal(db, calendar)
    was = principal.publishes(make_plan(make_task("Chăm sóc vườn trường")))
    assert principal.moves(OCTOBER_20).task.due.day == OCTOBER_20
    assert principal.moves_back().task == was.task


@pytest.mark.parametrize(
    ("to", "refusal", "told"),
    [
        (NewDays(date(2023, 10, 6)), by_hand.WrongDayError, "đã là ngày 06/10/2023"),
        (NewDays(OCTOBER_13, OCTOBER_20), by_hand.WrongStartError, "đứng sau ngày hết hạn"),
        (NewDays(date(9999, 12, 31), sure=True), by_hand.WrongDayError, "quá xa, công cụ chỉ tính được từ năm 1945"),
        (NewDays(OCTOBER_20, date(1, 1, 1), sure=True), by_hand.WrongStartError, "ngày 01/01/0001 quá xa"),
        (NewDays(date(2023, 9, 15)), by_hand.UnsureDayError, "đã qua nên việc sẽ tính là trễ ngay"),
        (NewDays(date(2032, 10, 20)), by_hand.UnsureDayError, "Có đúng là năm 2032 không"),
    ],
)
def test_days_that_cannot_be_or_may_be_a_slip_are_told(
    to: NewDays, refusal: type[Refusal], told: str, principal: Principal
) -> None:
    was = principal.task
    with pytest.raises(refusal, match=told):
        principal.moves(to.day, to.start)
    assert principal.task == was


def test_a_day_that_is_over_is_taken_from_who_is_sure(principal: Principal) -> None:
    assert principal.moves(date(2023, 9, 15), sure=True).days_late(NOW.date()) == 3


@pytest.mark.parametrize("why", [" ", "x" * 501])
def test_neither_is_done_without_a_reason(why: str, principal: Principal) -> None:
    was = principal.task
    with pytest.raises(by_hand.WrongReasonError):
        principal.moves(OCTOBER_20, why=why)
    with pytest.raises(by_hand.WrongReasonError):
        principal.drops(why)
    assert principal.task == was


def test_pressed_twice_is_done_once(principal: Principal) -> None:
    assert principal.moves(OCTOBER_20) == principal.moves(OCTOBER_20)
    assert principal.drops() == principal.drops()


def test_a_dropped_work_comes_back_as_it_was_and_the_history_keeps_both(principal: Principal) -> None:
    was = principal.moves(OCTOBER_20)
    gone = principal.drops()
    assert (gone.state, gone.set_aside_at, gone.sequence) == (TaskState.CANCELLED, NOW, was.sequence + 1)
    back = principal.brings_back()
    assert (back.task, back.state, back.set_aside_at) == (was.task, TaskState.OPEN, None)
    assert principal.story()[-2:] == [("state", "Không tổ chức nữa"), ("state", CHAIR.why)]


@pytest.mark.parametrize("act", [Principal.drops, Principal.moves_back, lambda one: one.moves(OCTOBER_20)])
def test_finished_work_is_left_as_it_is(act, principal: Principal) -> None:
    work.mark_done(principal.db, principal.task.id, CHAIR, principal.calendar)
    with pytest.raises(Refusal, match="đã xong"):
        act(principal)


def test_dropped_work_is_moved_only_when_it_is_back(principal: Principal) -> None:
    principal.drops()
    with pytest.raises(Refusal, match="Hãy lấy lại việc trước"):
        principal.moves(OCTOBER_20)


def test_a_draft_and_the_law_s_own_plan_are_changed_elsewhere(db: Database, calendar: SchoolCalendar) -> None:
    principal = Principal(db, calendar)
    principal.publishes(make_plan(REPORT), publish=False)
    with pytest.raises(Refusal, match="trang duyệt"):
        principal.drops()
    plan = make_plan(make_task("Công khai", OCTOBER_13), number="")
    principal.publishes(replace(plan, header=replace(plan.header, number=None, kind=KIND)))
    law = next(one for one in tasks.of_all(db) if one.task.title == "Công khai")
    with pytest.raises(Refusal, match="trang Việc theo quy định"):
        by_hand.drop(db, law.id, CHAIR, calendar)


def test_a_request_the_new_day_fulfils_is_granted_with_it(principal: Principal) -> None:
    request = principal.is_asked(OCTOBER_13)
    moved = principal.moves(OCTOBER_20)
    answered = extensions.by_id(principal.db, request)
    assert (answered.approved, answered.why, answered.due_version) == (True, CHAIR.why, moved.due_version)
    assert moved.task.due.day == OCTOBER_20


def test_a_request_for_a_later_day_than_the_new_one_still_waits(principal: Principal) -> None:
    request = principal.is_asked(NOVEMBER_3)
    principal.moves(OCTOBER_20)
    assert principal.waiting() == [request]


def test_what_a_move_granted_waits_again_when_the_move_is_taken_back(principal: Principal) -> None:
    request = principal.is_asked(OCTOBER_13)
    principal.moves(OCTOBER_20)
    principal.moves(NOVEMBER_3)
    principal.moves_back()
    assert principal.waiting() == [request]
    assert ("extension reopened", CHAIR.why) in principal.story()


def test_a_request_rests_with_dropped_work_and_waits_again_when_it_is_back(principal: Principal) -> None:
    request = principal.is_asked(OCTOBER_13)
    principal.drops()
    assert principal.waiting() == []
    principal.brings_back()
    assert principal.waiting() == [request]


def test_time_granted_before_a_move_holds_again_after_it(principal: Principal) -> None:
    principal.grants(principal.is_asked(OCTOBER_13))
    granted = principal.task.task
    moved = principal.moves(NOVEMBER_3)
    assert "đã gia hạn đến chậm nhất thứ Sáu 13/10/2023; Hiệu trưởng dời sang" in moved.task.due.basis
    assert principal.moves_back().task == granted
    assert principal.waiting() == []


def test_time_granted_after_a_move_is_no_move_to_take_back(principal: Principal) -> None:
    principal.moves(OCTOBER_13)
    principal.grants(principal.is_asked(OCTOBER_20))
    with pytest.raises(Refusal, match="không phải do dời tay"):
        principal.moves_back()
    assert principal.task.task.due.day == OCTOBER_20
