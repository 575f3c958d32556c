"""Which tasks are someone's own to answer about, and those tasks as a short numbered list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.answers.grammar import OpenItem
from tracker.answers.token import Action
from tracker.hand_ins import left_of
from tracker.reminders.facts import Facts
from tracker.reminders.wording import short
from tracker.spoken import due_words
from tracker.store import answers, tasks
from tracker.store.answers import StoredAnswer
from tracker.store.database import Database
from tracker.store.records import Part, Person, StoredTask, TaskState

MOST = 8
HINT = "Nhắn “xong 1”, “nhận 1”, “mai nhắc 1” hoặc “xin 1 đến 28/4 vì …”."


def own(db: Database, person: Person) -> tuple[StoredTask, ...]:
    """Return the open published tasks a person does or stands in for, the most urgent first."""
    return tuple(sorted((task for task in _does(db, person) if task.open), key=_urgency))


def other_late_times(db: Database, person: Person, task: StoredTask, today: date) -> tuple[StoredTask, ...]:
    """Return the other times of recurring work that are late and theirs to answer about, the oldest first."""
    first, facts = task.repeats or task.id, Facts(db)
    every = [one for one in (tasks.by_id(db, first), *tasks.later_times(db, first)) if one.id != task.id]
    late = (one for one in every if one.published and one.days_late(today))
    theirs = ((one, facts.recipient(one.id, person.id)) for one in late)
    return tuple(sorted((one for one, who in theirs if who and who.part is not Part.WATCHER), key=_urgency))


def finished(db: Database, person: Person) -> tuple[StoredTask, ...]:
    """Return the published tasks of a person that are done or checked, the one done last first."""
    done = [task for task in _does(db, person) if task.state in {TaskState.DONE, TaskState.CHECKED}]
    return tuple(sorted(done, key=lambda task: task.done_at or task.changed_at, reverse=True))


def own_done(db: Database, person: Person, task: StoredTask) -> StoredAnswer | None:
    """Return the answer by which someone said that a task is done, while that is what stands and nobody checked it."""
    if task.state is not TaskState.DONE or task.done_by != person.name:
        return None
    return answers.last_about(db, person.id, task.id, (Action.DONE.value,))


def _does(db: Database, person: Person) -> Iterator[StoredTask]:
    """Yield the published tasks a person does or stands in for, those dropped left out."""
    facts = Facts(db)
    for task in tasks.of_school(db, person.school_id):
        if task.published and task.state is not TaskState.CANCELLED:
            recipient = facts.recipient(task.id, person.id)
            if recipient and recipient.part is not Part.WATCHER:
                yield task


def _urgency(task: StoredTask) -> tuple[date, str]:
    due = task.task.due
    return due.remind_by or due.day or date.max, task.id


def last_list(db: Database, person: Person) -> tuple[OpenItem, ...]:
    """Return the numbered tasks of the last list that reached a person; their own work when none did yet."""
    ids = answers.numbered(db, person.id) or tuple(task.id for task in own(db, person)[:MOST])
    return tuple(OpenItem(number, one, tasks.by_id(db, one).task.title) for number, one in enumerate(ids, 1))


def listed(found: Sequence[StoredTask], today: date) -> str:
    """Return tasks as a numbered list for a chat, at most eight."""
    lines = [
        f"{number}. {short(task.task.title)}\n   {due_words(task.task.due)}"
        + (f" – {left}" if (left := left_of(task.task, today)) else "")
        for number, task in enumerate(found[:MOST], 1)
    ]
    more = [f"và {len(found) - MOST} việc khác."] if len(found) > MOST else []
    return "\n".join([*lines, *more, HINT])
