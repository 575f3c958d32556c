"""Works overdue already when a plan is published: shown before, and noted as done on the word of who publishes."""

from __future__ import annotations

from datetime import date

from schedules.calendar import SchoolCalendar
from tracker import work
from tracker.review.desk import Review
from tracker.review.draft import Item
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.history import Actor

WHY = "đã làm xong trước khi kế hoạch được phát hành"


def overdue_at_once(db: Database, review: Review, today: date) -> tuple[Item, ...]:
    """Return the works of a draft that would be overdue on the day it is published; those in force are not new.

    Recurring work is not among them: its times that are over count for nothing (see `passed_at_once`).
    """
    return tuple(item for item in _late(db, review, today) if not item.task.due.comes_again)


def passed_at_once(db: Database, review: Review, today: date) -> tuple[Item, ...]:
    """Return the recurring works of a draft whose first time is over on the day it is published."""
    return tuple(item for item in _late(db, review, today) if item.task.due.comes_again)


def _late(db: Database, review: Review, today: date) -> list[Item]:
    known = {one.id for one in tasks.of_plan(db, review.stored.id) if one.published}
    late = (item for item in review.draft.live if item.id not in known)
    return [item for item in late if item.task.due.late_from and item.task.due.late_from <= today]


def note_done(db: Database, items: tuple[Item, ...], actor: Actor, calendar: SchoolCalendar) -> None:
    """Note works as done before anyone is reminded of them; call it in the transaction that publishes them."""
    for item in items:
        work.mark_done(db, item.id, Actor(actor.who, actor.at, WHY), calendar)
