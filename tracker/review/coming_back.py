"""Dropped work that is in the plan again: to do, or its first time let be where that passed unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.plan import Due
from tracker import recurring
from tracker.review.leaving import fell_with_plan
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.history import Actor, of_subject
from tracker.store.records import HistoryEntry, StoredPlan, StoredTask, TaskState


def over_unseen(db: Database, of: tuple[StoredPlan, StoredTask], due: Due, today: date) -> bool:
    """Whether the first time of recurring work that comes back with a deadline was over before anybody could know.

    It was let be as it came in force, or it passed while the plan did not have it; one that was late when it was left
    out comes back late. Work that never was in force is judged as its plan comes in force (`recurring.let_be`).
    """
    stored, old = of
    drop = _last_drop(db, old)
    if drop is None or not recurring.over_at(due, today) or not (old.published_at or stored.returned):
        return False
    why = drop.why or ""
    late_then = due.late_from is not None and due.late_from <= drop.at.date()
    return why == recurring.OVER or not (late_then or fell_with_plan(why))


def bring_back(db: Database, of: tuple[StoredPlan, StoredTask], due: Due, actor: Actor) -> bool:
    """Let dropped work be to do again, or let its first time be where that is over; return whether it is let be."""
    _, old = of
    if not over_unseen(db, of, due, actor.at.date()):
        tasks.set_state(db, old.id, TaskState.OPEN, actor)
        return False
    drop = _last_drop(db, old)
    if drop and drop.why == recurring.OVER:
        tasks.set_aside(db, old.id, old.published_at or actor.at)
    else:
        tasks.leave_out(db, old.id, replace(actor, who=recurring.WHO, why=recurring.OVER))
        tasks.set_aside(db, old.id, actor.at)
    return True


def _last_drop(db: Database, old: StoredTask) -> HistoryEntry | None:
    drops = (one for one in reversed(of_subject(db, "task", old.id)) if one.what == "state")
    return next((one for one in drops if one.now == TaskState.CANCELLED.value), None)
