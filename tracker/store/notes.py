"""What people wrote beside a task: why it is late, how it was finished. Kept in the append-only history."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from tracker.store.database import transaction
from tracker.store.history import Actor, Change, append

NOTE = "note"
TAKEN_BACK = "bấm nhầm, lấy lại câu trả lời"
"""Why an answer pressed by mistake is undone: kept in the history, told nowhere as a word about the work."""


def add(db: Database, task_id: str, text: str, actor: Actor) -> None:
    """Keep a note beside a task."""
    with transaction(db):
        append(db, replace(actor, why=text), Change("task", task_id, NOTE))


def newest_of_school(db: Database, school_id: int) -> dict[str, str]:
    """Return task id → the last thing people wrote beside it, for every task of a school; dropping it is no note."""
    rows = db.query(
        "SELECT h.subject_id, h.why, max(h.id) FROM history h JOIN tasks t ON t.id = h.subject_id "
        "JOIN plans p ON p.id = t.plan_id WHERE p.school_id = ? AND h.subject = 'task' AND h.why IS NOT NULL "
        "AND h.why <> ? AND (h.what = 'note' "
        "OR (h.what = 'state' AND 'cancelled' NOT IN (ifnull(h.was, ''), ifnull(h.now, '')))) GROUP BY h.subject_id",
        [school_id, TAKEN_BACK],
    )
    return {str(row["subject_id"]): str(row["why"]) for row in rows}


def why_dropped(db: Database, plan_id: int) -> dict[str, str]:
    """Return task id → why it was last dropped, for the dropped tasks of a plan."""
    rows = db.query(
        "SELECT h.subject_id, h.why, max(h.id) FROM history h JOIN tasks t ON t.id = h.subject_id "
        "WHERE t.plan_id = ? AND t.state = 'cancelled' AND h.subject = 'task' AND h.what = 'state' "
        "AND h.now = 'cancelled' AND h.why IS NOT NULL GROUP BY h.subject_id",
        [plan_id],
    )
    return {str(row["subject_id"]): str(row["why"]) for row in rows}
