"""What left the house: which reminders a message carried when its channel was asked, and what it said of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.ledger import Reminder
from tracker.store.letters import OutboxMessage
from tracker.store.rows import Row, fetch
from tracker.zone import HO_CHI_MINH


@dataclass(frozen=True, slots=True)
class Heard:
    """A reminder that reached someone, or may have: by which message, at which stage and deadline, saying what.

    `at` is the instant the message was made; `in_flight` while nobody knows yet what became of it.
    """

    message_id: int
    stage: str
    due_version: int
    reason: str
    at: datetime
    in_flight: bool = False


_TABLES = "reminders r JOIN carried c ON c.reminder_id = r.id JOIN messages m ON m.id = c.message_id"
_SELECT = (
    "SELECT c.message_id, c.reason, r.task_id, r.person_id, r.stage, r.due_version, m.composed_at, "
    "m.state = 'sending' AS in_flight FROM {tables} WHERE (m.state IN ('sending', 'sent', 'unknown') OR m.repeated) "
    "AND m.address NOT LIKE 'preview:%' "
)
"""A message that waits to be repeated may have arrived; one nobody could be reached by has not."""

_IN_QUESTION = (
    "SELECT r.task_id, r.person_id FROM plans p JOIN tasks t ON t.plan_id = p.id JOIN reminders r ON r.task_id = t.id "
    "JOIN carried c ON c.reminder_id = r.id WHERE p.school_id = ? AND t.state IN ('open', 'cancelled') "
    "AND (t.state = 'cancelled' OR p.status <> 'published' OR r.due_version <> t.due_version OR r.stage LIKE 'C-%' "
    "OR NOT EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = t.id AND a.person_id = r.person_id "
    "AND a.part <> 'watcher'))"
)
"""Whoever heard of work that may not be what they heard; of most work nothing changed, which is seen at once."""


def carry(db: Database, message: OutboxMessage, rows: Iterable[Reminder]) -> None:
    """Note what a message says before its channel is asked; what it may have said at an earlier try stays noted."""
    if not message.draft.repeated:
        db.conn.execute("DELETE FROM carried WHERE message_id = ?", [message.id])
    db.conn.executemany(
        "INSERT OR REPLACE INTO carried (message_id, reminder_id, reason) VALUES (?, ?, ?)",
        ((message.id, row.id, row.reason) for row in rows),
    )


def may_have_gone(db: Database, reminder_ids: Iterable[int]) -> bool:
    """Return whether any of some reminders stood in a message of unknown fate that was given up for one made later."""
    marks = list(reminder_ids)
    found = db.query(
        "SELECT 1 FROM carried c JOIN messages m ON m.id = c.message_id WHERE m.repeated AND m.state = 'cancelled' "
        f"AND c.reminder_id IN ({', '.join('?' * len(marks))}) LIMIT 1",
        marks,
    )
    return bool(marks) and bool(list(found))


def of_school(db: Database, school_id: int) -> dict[tuple[str, int], tuple[Heard, ...]]:
    """Return (task id, person id) → what was heard, oldest first, of work open or dropped that may have changed since.

    A correction given back to the ledger does not count: it is to be told again.
    """
    rows = db.query(
        _SELECT.format(tables=_TABLES) + f"AND (r.task_id, r.person_id) IN ({_IN_QUESTION}) "
        "AND NOT (r.state = 'planned' AND r.stage LIKE 'C-%') ORDER BY c.message_id",
        [school_id],
    )
    found: dict[tuple[str, int], list[Heard]] = {}
    for row in rows:
        found.setdefault((row["task_id"], row["person_id"]), []).append(_record(row))
    return {key: tuple(heard) for key, heard in found.items()}


def before(db: Database, row: Reminder) -> tuple[Heard, ...]:
    """Return what the person of a row heard of its task, oldest first: before its message, the row itself left out."""
    rows = fetch(
        db,
        _SELECT.format(tables=_TABLES) + "AND r.task_id = ? AND r.person_id = ? AND r.id <> ? "
        "AND (? IS NULL OR c.message_id < ?) ORDER BY c.message_id",
        [row.planned.task_id, row.planned.person_id, row.id, row.message_id, row.message_id],
    )
    return tuple(map(_record, rows))


def _record(row: Row) -> Heard:
    return Heard(
        message_id=int(str(row["message_id"])),
        stage=str(row["stage"]),
        due_version=int(str(row["due_version"])),
        reason=str(row["reason"]),
        at=datetime.fromisoformat(str(row["composed_at"])).astimezone(HO_CHI_MINH),
        in_flight=bool(row["in_flight"]),
    )
