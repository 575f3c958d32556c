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

NOW = {TaskState.DONE: "đã thực hiện", TaskState.CHECKED: "đã thực hiện", TaskState.CANCELLED: "đã hủy"}


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
        Disclosed(one.id, title(view, one.task), due_words(one.task.due), NOW.get(one.state, ""))
        for one in shown(view, tasks.of_school(db, school_id))
    )


def title_for_parents(db: Database, school_id: int, stored: StoredTask, today: date) -> str:
    """Return the title of a work as parents would read it."""
    return title(view_of(db, FeedSubject(FeedKind.PUBLIC, school_id), today), stored.task)
