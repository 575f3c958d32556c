"""What happened, for ever: append and read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from tracker.store.records import HistoryEntry


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, at which instant, and why if they said so."""

    who: str
    at: datetime
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a subject ("task", "plan", "person", "feed"): the value before and after, as text."""

    subject: str
    subject_id: str
    what: str
    was: str | None = None
    now: str | None = None


def append(db: Database, actor: Actor, change: Change) -> None:
    """Write one entry; there is no way to change or remove it."""
    db.execute(
        "INSERT INTO history (at, who, subject, subject_id, what, was, now, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            actor.at.isoformat(),
            actor.who,
            change.subject,
            change.subject_id,
            change.what,
            change.was,
            change.now,
            actor.why,
        ],
    )


def of_subject(db: Database, subject: str, subject_id: str) -> tuple[HistoryEntry, ...]:
    """Return everything that happened to one subject, oldest first."""
    rows = db.query("SELECT * FROM history WHERE subject = ? AND subject_id = ? ORDER BY id", [subject, subject_id])
    return tuple(map(_entry, rows))


def entries_of_open_works(db: Database, school_id: int, what: str) -> tuple[tuple[int, HistoryEntry], ...]:
    """Return (number, entry) of one kind about a school's open published works, oldest first."""
    rows = db.query(
        "SELECT h.* FROM history h JOIN tasks t ON t.id = h.subject_id JOIN plans p ON p.id = t.plan_id "
        "WHERE h.subject = 'task' AND h.what = ? AND t.state = 'open' AND t.published_at IS NOT NULL "
        "AND p.school_id = ? ORDER BY h.id",
        [what, school_id],
    )
    return tuple((int(row["id"]), _entry(row)) for row in list(rows))


_REMARKS = (
    "SELECT h.* FROM history h JOIN tasks t ON t.id = h.subject_id JOIN plans p ON p.id = t.plan_id "
    "WHERE h.subject = 'task' AND t.state IN ('done', 'checked') AND t.published_at IS NOT NULL "
    "AND (h.what = 'committee note' AND h.id > (SELECT ifnull(max(s.id), 0) FROM history s WHERE s.subject = 'task' "
    "AND s.subject_id = t.id AND s.what = 'state' AND s.now = 'done' AND ifnull(s.was, '') <> 'checked') "
    "OR h.what = 'state' AND h.now = 'checked' AND h.why <> '' AND h.at = t.checked_at) "
)
"""What the committee wrote of finished works since they were, and the words of the check that stands."""


def remarks_of_finished_works(db: Database, school_id: int) -> tuple[tuple[int, HistoryEntry], ...]:
    """Return (number, entry) of what the committee wrote of a school's finished works since they were, oldest first.

    The words of the check that stands are such a remark, too.
    """
    rows = db.query(f"{_REMARKS} AND p.school_id = ? ORDER BY h.id", [school_id])
    return tuple((int(row["id"]), _entry(row)) for row in list(rows))


def remarks_of_finished(db: Database, task_id: str) -> tuple[tuple[int, HistoryEntry], ...]:
    """Return (number, entry) of what the committee wrote of one finished work since it was; nothing of any other."""
    rows = db.query(f"{_REMARKS} AND t.id = ? ORDER BY h.id", [task_id])
    return tuple((int(row["id"]), _entry(row)) for row in list(rows))


def by_id(db: Database, entry_id: int) -> HistoryEntry:
    """Return one entry; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM history WHERE id = ?", [entry_id])):
        return _entry(row)
    raise LookupError(f"không có mục lịch sử số {entry_id}")


def drops_of_school(db: Database, school_id: int) -> dict[str, HistoryEntry]:
    """Return task id → how it was dropped by hand, for the works their plans in force still ask for."""
    rows = db.query(
        "SELECT h.* FROM history h JOIN tasks t ON t.id = h.subject_id JOIN plans p ON p.id = t.plan_id "
        "WHERE h.subject = 'task' AND h.what = 'state' AND h.now = 'cancelled' AND t.state = 'cancelled' "
        "AND t.set_aside_at IS NOT NULL AND p.status = 'published' AND p.school_id = ? ORDER BY h.id",
        [school_id],
    )
    return {entry.subject_id: entry for entry in map(_entry, rows)}


def _entry(row: dict[str, Any]) -> HistoryEntry:
    return HistoryEntry(**{**row, "at": datetime.fromisoformat(row["at"])})
