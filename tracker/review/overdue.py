"""Works overdue already when a plan is published: shown before, and noted as done on the word of who publishes."""

from __future__ import annotations

from datetime import date

from schedules.calendar import SchoolCalendar
from tracker import work
from tracker.review.coming_back import over_unseen
from tracker.review.desk import Review
from tracker.review.draft import Item
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

WHY = "đã làm xong trước khi kế hoạch được phát hành"


def overdue_at_once(db: Database, review: Review, today: date) -> tuple[Item, ...]:
    """Return the works of a draft that would be overdue on the day it is published; those in force are not new.

    Recurring work is among them only where it was late as it left the plan: of others what is over counts for nothing
    (see `passed_at_once`).
    """
    late = _late(db, review, today)
    return tuple(item for item in late if not (item.task.due.comes_again and _let_be(db, review, item, today)))


def passed_at_once(db: Database, review: Review, today: date) -> tuple[Item, ...]:
    """Return the recurring works of a draft whose first time is over on the day it is published, and is let be."""
    late = _late(db, review, today)
    return tuple(item for item in late if item.task.due.comes_again and _let_be(db, review, item, today))


def _known(db: Database, review: Review) -> dict[str, StoredTask]:
    return {one.id: one for one in tasks.of_plan(db, review.stored.id)}


def _let_be(db: Database, review: Review, item: Item, today: date) -> bool:
    """Whether the first time of recurring work counts for nothing, as it was over before anybody could know."""
    known = _known(db, review).get(item.id)
    if known is None or not known.published:
        return True
    return over_unseen(db, (review.stored, known), item.task.due, today)


def _late(db: Database, review: Review, today: date) -> list[Item]:
    in_force = {one.id for one in _known(db, review).values() if one.published and one.state is not TaskState.CANCELLED}
    late = (item for item in review.draft.live if item.id not in in_force)
    return [item for item in late if item.task.due.late_from and item.task.due.late_from <= today]


def note_done(db: Database, items: tuple[Item, ...], actor: Actor, calendar: SchoolCalendar) -> None:
    """Note works as done before anyone is reminded of them; call it in the transaction that publishes them."""
    for item in items:
        work.mark_done(db, item.id, Actor(actor.who, actor.at, WHY), calendar)
