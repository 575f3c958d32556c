"""What people do with a task: done, reopened, checked, given to someone else. Reminders follow at once."""

from __future__ import annotations

from collections.abc import Iterable

from schedules.calendar import SchoolCalendar
from tracker.reminders.planning import replan
from tracker.store import people, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import Part, StoredTask, TaskState


def mark_done(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Note that the owner finished a task; its reminders stop."""
    return _move(db, task_id, TaskState.DONE, actor, calendar)


def reopen(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Take “đã xong” back; reminders still to come are planned again."""
    return _move(db, task_id, TaskState.OPEN, actor, calendar)


def mark_checked(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Note that the monitoring committee saw the work done: a fact apart from the owner's own."""
    return _move(db, task_id, TaskState.CHECKED, actor, calendar)


def reassign(
    db: Database, task_id: str, parts: Iterable[tuple[int, Part]], actor: Actor, calendar: SchoolCalendar
) -> StoredTask:
    """Give a task to other people; who had it and who has it now is kept in the history."""
    with transaction(db):
        was = _names(db, task_id)
        people.assign(db, task_id, parts)
        now = _names(db, task_id)
        if was != now:
            tasks.touch(db, task_id, actor)
            append(db, actor, Change("task", task_id, "reassigned", was, now))
            _replan(db, task_id, calendar)
        return tasks.by_id(db, task_id)


def _move(db: Database, task_id: str, state: TaskState, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    with transaction(db):
        moved = tasks.set_state(db, task_id, state, actor)
        _replan(db, task_id, calendar)
        return moved


def _replan(db: Database, task_id: str, calendar: SchoolCalendar) -> None:
    plan = plans.by_id(db, tasks.by_id(db, task_id).plan_id)
    replan(db, plan.school_id, calendar.working_days)


def _names(db: Database, task_id: str) -> str:
    parts = people.assigned(db, task_id)
    return "; ".join(f"{people.by_id(db, person_id).name} ({part.value})" for person_id, part in parts)
