"""What the manager changes of a published work by hand: its day, or that it is done at all; each can be taken back.

A moved day stands in the task's own deadline, as an approved extension does; a dropped task is cancelled and marked as
set aside. Both hold until the plan itself says another day. Of recurring work each touches one time alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from schedules.calendar import SchoolCalendar, known_day, with_points
from schedules.plan import Bound, Due, SchoolYear
from tracker.deadline_words import MOVED
from tracker.feeds.words import BLANKET
from tracker.law_year.paper import KIND
from tracker.moving import NewDays, before_move, moved, moved_along
from tracker.refusal import Refusal, StandsOtherwise, Unsure
from tracker.reminders.planning import replan
from tracker.review.typed_words import LONGEST_REASON, line
from tracker.store import extensions, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.records import PlanStatus, StoredPlan, StoredTask, TaskState

FAR = 1
"""School years between a new day and the plan's own beyond which the year is asked about."""


class MisfitError(Refusal):
    """A part of a wish that cannot be carried out as it was given; `part` names it."""

    part: ClassVar[str]


class WrongDayError(MisfitError):
    """A day to which a work cannot be moved."""

    part = "day"


class WrongStartError(MisfitError):
    """A first day that stands after the last."""

    part = "start"


class UnsureDayError(MisfitError, Unsure):
    """A day that may be a slip: over already, or years away; carried out once someone says that it is meant."""

    part = "sure"


class WrongReasonError(MisfitError):
    """No reason, or one nobody will read: who followed the old word will ask why."""

    part = "reason"


def move(db: Database, task_id: str, to: NewDays, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Move a work to other days for the actor's reason; requests for time that reach no further are granted with it.

    Raise a Refusal for work that cannot be moved, days that cannot be and, unless sure, days that may be a slip.
    """
    with transaction(db):
        stored, plan = _in_force(db, task_id)
        _refuse_finished(stored, "dời hạn")
        actor = _reasoned(actor, "Lý do dời hạn")
        new = with_points(moved(stored, to, actor), calendar.working_days)
        if tasks.days_of(new) == tasks.days_of(stored.task.due) and stored.task.due.rule == MOVED:
            return stored
        _refuse_days(stored, to)
        if not to.sure:
            _ask_if_odd(to, plan, actor)
            _ask_if_longer(stored.task.due, to)
        after = tasks.change(db, task_id, replace(stored.task, due=new), actor)
        if stored.task.due.rule != MOVED:
            tasks.keep_moved_from(db, after, stored)
        _grant(db, after, actor)
        replan(db, plan.school_id, calendar.working_days)
        return tasks.by_id(db, task_id)


def move_back(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Let the deadline from before a move by hand hold again; what the move granted waits for its answer again."""
    with transaction(db):
        stored, plan = _in_force(db, task_id)
        _refuse_finished(stored, "đưa hạn về như cũ")
        if stored.task.due.rule != MOVED:
            raise Refusal("Hạn đang có không phải do dời tay nên không có gì để lấy lại. Hãy tải lại trang để xem.")
        before = with_points(before_move(stored), calendar.working_days)
        extensions.reopen(db, task_id, actor)
        tasks.change(db, task_id, replace(stored.task, due=before), actor)
        replan(db, plan.school_id, calendar.working_days)
        return tasks.by_id(db, task_id)


def drop(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Drop a work for the actor's reason: calendars show it cancelled, nobody is reminded; requests rest with it."""
    with transaction(db):
        stored, plan = _in_force(db, task_id)
        if stored.set_aside_at is not None:
            return stored
        _refuse_finished(stored, "bỏ")
        tasks.set_state(db, task_id, TaskState.CANCELLED, _reasoned(actor, "Lý do bỏ việc"))
        tasks.set_aside(db, task_id, actor.at)
        replan(db, plan.school_id, calendar.working_days)
        return tasks.by_id(db, task_id)


def bring_back(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Take up again a work dropped by hand, with the deadline and the people it had."""
    with transaction(db):
        stored, plan = _in_force(db, task_id)
        if stored.open:
            return stored
        if stored.set_aside_at is None:
            raise Refusal("Việc này không phải do bỏ tay nên không lấy lại ở đây được: hãy xem bản kế hoạch.")
        tasks.set_state(db, task_id, TaskState.OPEN, actor)
        replan(db, plan.school_id, calendar.working_days)
        return tasks.by_id(db, task_id)


def is_open_to(stored: StoredTask, plan: StoredPlan) -> bool:
    """Whether a work can be changed by hand: its plan is in force, and is not the law's, which has its own page."""
    return plan.status is PlanStatus.PUBLISHED and stored.published and plan.kind != KIND


def _in_force(db: Database, task_id: str) -> tuple[StoredTask, StoredPlan]:
    stored = tasks.by_id(db, task_id)
    plan = plans.by_id(db, stored.plan_id)
    if plan.kind == KIND:
        raise Refusal("Việc theo quy định đổi hạn hoặc bỏ ở trang Việc theo quy định, không đổi từng việc ở đây.")
    if not is_open_to(stored, plan):
        raise Refusal("Việc này không thuộc kế hoạch đang có hiệu lực. Việc trong bản nháp thì sửa ở trang duyệt.")
    return stored, plan


def _refuse_finished(stored: StoredTask, wish: str) -> None:
    if stored.state is TaskState.CANCELLED:
        raise StandsOtherwise(f"Việc này đã bỏ nên không {wish} được. Hãy lấy lại việc trước.")
    if not stored.open:
        raise StandsOtherwise(f"Việc này đã xong nên không {wish} được. Nếu chưa xong, hãy mở lại việc trước.")


def _reasoned(actor: Actor, what: str) -> Actor:
    try:
        return replace(actor, why=line(actor.why or "", what, LONGEST_REASON))
    except Refusal as error:
        raise WrongReasonError(str(error)) from None


def _refuse_days(stored: StoredTask, to: NewDays) -> None:
    for day, wrong in ((to.day, WrongDayError), (to.start, WrongStartError)):
        try:
            known_day(day) if day else None
        except ValueError as error:
            raise wrong(f"Không dời được: {error}. Hãy chọn ngày khác.") from None
    if to.start and to.start > to.day:
        raise WrongStartError(f"Ngày bắt đầu {to.start:%d/%m/%Y} đứng sau ngày hết hạn {to.day:%d/%m/%Y}. Hãy đổi lại.")
    due = stored.task.due
    if (to.start or to.day, to.day) == (due.start or due.day, due.day):
        raise WrongDayError(f"Hạn đang có đã là ngày {to.day:%d/%m/%Y}. Hãy chọn ngày khác.")


def _ask_if_odd(to: NewDays, plan: StoredPlan, actor: Actor) -> None:
    """Ask about a day that is over, so that the work would be late at once, and about one years from the plan's."""
    if to.day < actor.at.date():
        raise UnsureDayError(f"Ngày {to.day:%d/%m/%Y} đã qua nên việc sẽ tính là trễ ngay.")
    year = SchoolYear.parse(plan.school_year) if plan.school_year else SchoolYear.of(actor.at.date())
    if abs(SchoolYear.of(to.day).first - year.first) > FAR:
        raise UnsureDayError(
            f"Ngày {to.day:%d/%m/%Y} cách xa năm học {year} của kế hoạch. Có đúng là năm {to.day.year} không?",
            "nếu không, hãy sửa năm",
        )


def _ask_if_longer(due: Due, to: NewDays) -> None:
    """Ask about work held over a few days whose first day was left as it was: all of it may have been put off."""
    if due.bound is not Bound.DURING or not (due.day and due.start) or due.start == due.day or to.start != due.start:
        return
    if to.day > due.day and to.day - to.start >= BLANKET > due.day - due.start:
        along = moved_along(due, to.day)
        raise UnsureDayError(
            f"Việc diễn ra {(due.day - due.start).days + 1} ngày; bắt đầu vẫn từ {to.start:%d/%m/%Y} thì kéo dài "
            f"{(to.day - to.start).days + 1} ngày và lịch chỉ ghi ngày cuối.",
            f"nếu cả đợt dời, hãy ghi bắt đầu từ ngày {along:%d/%m/%Y}",
        )


def _grant(db: Database, after: StoredTask, actor: Actor) -> None:
    """Answer the requests the new day fulfils; one for a later day goes on waiting for its own answer."""
    for asked in extensions.waiting_of(db, after.id):
        if after.task.due.day and asked.day <= after.task.due.day:
            extensions.decide(db, asked.id, actor, approved=True)
            extensions.hold_for(db, asked.id, after.due_version)
