"""What anybody reads in the public feed of a school, as lines of a page: the same works, titles without names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.feeds.making import view_of
from tracker.feeds.view import FeedView, shown
from tracker.feeds.words import title
from tracker.review.leaving import lives_on
from tracker.spoken import due_words
from tracker.store import history, notes, plans, tasks
from tracker.store.database import Database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.records import PlanStatus, StoredTask, TaskState
from tracker.store.tasks import days_of
from tracker.zone import HO_CHI_MINH

DROPPED = "đã hủy"
"""What parents read of work nobody does any more."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One work as parents read it: its title, when, and what became of it (empty while it is to come)."""

    task_id: str
    title: str
    when: str
    now: str = ""

    @property
    def dropped(self) -> bool:
        """Whether nobody does it any more."""
        return self.now == DROPPED


def disclosed(db: Database, school_id: int, today: date) -> tuple[Disclosed, ...]:
    """Return the works of the public feed of a school on a day, earliest first; LookupError without the school.

    Of those the feed cancels only what the school dropped: a recalled plan only hides its works, and a work that goes
    on under another name is told once.
    """
    view = view_of(db, FeedSubject(FeedKind.PUBLIC, school_id), today)
    found = shown(view, tasks.of_school(db, school_id))
    gone = [one for one in found if one.state is TaskState.CANCELLED and not _is_dropped(db, one, found)]
    return tuple(
        Disclosed(one.id, title(view, one.task), due_words(one.task.due), _now(view, one))
        for one in found
        if one not in gone
    )


def withheld(db: Database, school_id: int, today: date) -> bool:
    """Whether the page hides works of a recalled plan that the feed cancels meanwhile: they may come back with it."""
    view = view_of(db, FeedSubject(FeedKind.PUBLIC, school_id), today)
    gone = (one for one in shown(view, tasks.of_school(db, school_id)) if one.state is TaskState.CANCELLED)
    return any(plans.by_id(db, one.plan_id).status is not PlanStatus.PUBLISHED for one in gone)


def _is_dropped(db: Database, one: StoredTask, found: Iterable[StoredTask]) -> bool:
    """Whether nobody does a cancelled work any more: its plan is in force, and says it under no other name."""
    if plans.by_id(db, one.plan_id).status is not PlanStatus.PUBLISHED:
        return False
    if one.set_aside_at is not None:
        return True
    kin = (other for other in found if other.plan_id == one.plan_id and other.state is not TaskState.CANCELLED)
    same_days = (other for other in kin if days_of(other.task.due) == days_of(one.task.due))
    # what came on its days with the very copy that left it out is that work renamed
    renamed = any(
        first.at == one.changed_at for other in same_days for first in history.of_subject(db, "task", other.id)[:1]
    )
    return not renamed and not lives_on(notes.why_dropped(db, one.plan_id).get(one.id, ""))


def _now(view: FeedView, stored: StoredTask) -> str:
    """Return what became of a work; that it was done is the school's own word, so the day it was said stands by.

    Parents do not read that work is done while the school itself does not take it for done.
    """
    if stored.state is TaskState.CANCELLED:
        return DROPPED
    if stored.open or stored.id in view.unaccepted:
        return ""
    said = stored.done_at.astimezone(HO_CHI_MINH) if stored.done_at else None
    return f"nhà trường ghi đã thực hiện{f' ngày {said.day}/{said.month}/{said.year}' if said else ''}"


def title_for_parents(db: Database, school_id: int, stored: StoredTask, today: date) -> str:
    """Return the title of a work as parents would read it."""
    return title(view_of(db, FeedSubject(FeedKind.PUBLIC, school_id), today), stored.task)
