"""What people wrote beside a task: why it is late, how it was finished. Kept in the append-only history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from tracker.store.database import transaction
from tracker.store.history import Actor, Change, append, remarks_of_finished
from tracker.store.records import StoredTask

NOTE = "note"
COMMITTEE_NOTE = "committee note"
"""What a member of the committee found or agreed: it stands beside what the owner says, never instead of it."""
TAKEN_BACK = "bấm nhầm, lấy lại câu trả lời"
"""Why an answer pressed by mistake is undone: kept in the history, told nowhere as a word about the work."""


def add(db: Database, task_id: str, text: str, actor: Actor) -> None:
    """Keep a note beside a task."""
    with transaction(db):
        append(db, replace(actor, why=text), Change("task", task_id, NOTE))


@dataclass(frozen=True, slots=True)
class Found:
    """What a member of the committee wrote of a task: who, when, their words."""

    who: str
    at: datetime
    text: str


def add_found(db: Database, task_id: str, text: str, actor: Actor) -> None:
    """Keep what a member of the committee found or agreed about a task; the same words sent twice are one note."""
    with transaction(db):
        last = found_of_task(db, task_id)
        if last is None or (last.who, last.text) != (actor.who, text):
            append(db, replace(actor, why=text), Change("task", task_id, COMMITTEE_NOTE))


def found_of_task(db: Database, task_id: str) -> Found | None:
    """Return the last thing the committee wrote of a task."""
    rows = db.query(
        "SELECT who, at, why FROM history WHERE subject = 'task' AND subject_id = ? AND what = ? "
        "ORDER BY id DESC LIMIT 1",
        [task_id, COMMITTEE_NOTE],
    )
    return next((_found(row) for row in list(rows)), None)


def for_doer(db: Database, task: StoredTask) -> tuple[Found, ...]:
    """Return what the committee wrote that who does a task is to see: its last note, and the words of its check.

    What was noted of a work before it was done is over with that.
    """
    if task.open:
        noted = found_of_task(db, task.id)
        return (noted,) if noted else ()
    remarks = [one for _, one in remarks_of_finished(db, task.id)]
    newest = {one.what: Found(one.who, one.at, one.why or "") for one in remarks}
    return tuple(newest.values())


def found_of_school(db: Database, school_id: int) -> dict[str, Found]:
    """Return task id → the last thing the committee wrote of it, for every task of a school."""
    rows = db.query(
        "SELECT h.subject_id, h.who, h.at, h.why, max(h.id) FROM history h JOIN tasks t ON t.id = h.subject_id "
        "JOIN plans p ON p.id = t.plan_id WHERE p.school_id = ? AND h.subject = 'task' AND h.what = ? "
        "GROUP BY h.subject_id",
        [school_id, COMMITTEE_NOTE],
    )
    return {str(row["subject_id"]): _found(row) for row in rows}


def _found(row: dict[str, object]) -> Found:
    return Found(str(row["who"]), datetime.fromisoformat(str(row["at"])), str(row["why"]))


def newest_of_school(db: Database, school_id: int, *, checks: bool = True) -> dict[str, str]:
    """Return task id → the last thing people wrote beside it, for every task of a school; dropping it is no note.

    Without `checks` the words of a check are left out: what who does the work said stands.
    """
    rows = db.query(
        "SELECT h.subject_id, h.why, max(h.id) FROM history h JOIN tasks t ON t.id = h.subject_id "
        "JOIN plans p ON p.id = t.plan_id WHERE p.school_id = ? AND h.subject = 'task' AND h.why IS NOT NULL "
        "AND h.why <> ? AND (? OR h.what <> 'state' OR h.now <> 'checked') AND (h.what = 'note' "
        "OR (h.what = 'state' AND 'cancelled' NOT IN (ifnull(h.was, ''), ifnull(h.now, '')))) GROUP BY h.subject_id",
        [school_id, TAKEN_BACK, checks],
    )
    return {str(row["subject_id"]): str(row["why"]) for row in rows}


def of_checks(db: Database, school_id: int) -> dict[str, Found]:
    """Return task id → what was written with the check that stands, under the name of who checked."""
    rows = db.query(
        "SELECT h.subject_id, h.who, h.at, h.why, max(h.id) FROM history h JOIN tasks t ON t.id = h.subject_id "
        "JOIN plans p ON p.id = t.plan_id WHERE p.school_id = ? AND h.subject = 'task' AND h.what = 'state' "
        "AND t.state = 'checked' AND h.now = 'checked' AND h.why <> '' AND h.at = t.checked_at GROUP BY h.subject_id",
        [school_id],
    )
    return {str(row["subject_id"]): _found(row) for row in rows}


def why_dropped(db: Database, plan_id: int) -> dict[str, str]:
    """Return task id → why it was last dropped, for the dropped tasks of a plan."""
    rows = db.query(
        "SELECT h.subject_id, h.why, max(h.id) FROM history h JOIN tasks t ON t.id = h.subject_id "
        "WHERE t.plan_id = ? AND t.state = 'cancelled' AND h.subject = 'task' AND h.what = 'state' "
        "AND h.now = 'cancelled' AND h.why IS NOT NULL GROUP BY h.subject_id",
        [plan_id],
    )
    return {str(row["subject_id"]): str(row["why"]) for row in rows}
