"""What anybody reads in the public feed of a school, as lines of a page: the same works, titles without names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.feeds.making import view_of
from tracker.feeds.view import shown
from tracker.feeds.words import title
from tracker.spoken import due_words
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.records import StoredTask, TaskState
from tracker.zone import HO_CHI_MINH


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One work as parents read it: its title, when, and what became of it (empty while it is to come)."""

    task_id: str
    title: str
    when: str
    now: str = ""


def disclosed(db: Database, school_id: int, today: date) -> tuple[Disclosed, ...]:
    """Return the works of the public feed of a school on a day, earliest first; LookupError without the school."""
    view = view_of(db, FeedSubject(FeedKind.PUBLIC, school_id), today)
    return tuple(
        Disclosed(one.id, title(view, one.task), due_words(one.task.due), _now(one))
        for one in shown(view, tasks.of_school(db, school_id))
    )


def _now(stored: StoredTask) -> str:
    """Return what became of a work; that it was done is the school's own word, so the day it was said stands by."""
    if stored.state is TaskState.CANCELLED:
        return "đã hủy"
    if stored.state is TaskState.OPEN:
        return ""
    said = stored.done_at.astimezone(HO_CHI_MINH) if stored.done_at else None
    return f"nhà trường ghi đã thực hiện{f' ngày {said.day}/{said.month}/{said.year}' if said else ''}"


def title_for_parents(db: Database, school_id: int, stored: StoredTask, today: date) -> str:
    """Return the title of a work as parents would read it."""
    return title(view_of(db, FeedSubject(FeedKind.PUBLIC, school_id), today), stored.task)
