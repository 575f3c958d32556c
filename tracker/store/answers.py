"""Answers people gave, each link leading to the newest; the numbers tasks had in the last list; a question put back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from tracker.store.ledger import text_of

QUESTION_LIVES = timedelta(hours=24)
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """One answer: who, about which task, what, for which day and why, whence, and whether it was taken back."""

    person_id: int
    task_id: str
    action: str
    at: datetime
    via: str
    day: date | None = None
    reason: str = ""
    token_hash: str | None = None
    extension_id: int | None = None
    undone_at: datetime | None = None
    id: int = 0


def add(db: Database, answer: StoredAnswer) -> StoredAnswer:
    """Keep an answer; its link leads to it from now on, and no more to the one given by it before."""
    db.execute("UPDATE answers SET token_hash = NULL WHERE token_hash = ? AND undone_at IS NULL", [answer.token_hash])
    values = [
        *(text_of(answer.at), answer.person_id, answer.task_id, answer.action),
        *(answer.day.isoformat() if answer.day else None, answer.reason, answer.via, answer.token_hash),
        answer.extension_id,
    ]
    rows = db.query(
        "INSERT INTO answers (at, person_id, task_id, action, day, reason, via, token_hash, extension_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        values,
    )
    return _record(next(iter(list(rows))))


def by_token(db: Database, token_hash: str) -> StoredAnswer | None:
    """Return the newest answer given through a link, taken back or not."""
    rows = db.query("SELECT * FROM answers WHERE token_hash = ? ORDER BY id DESC LIMIT 1", [token_hash])
    return next((_record(row) for row in list(rows)), None)


def last_of(db: Database, person_id: int, via: str) -> StoredAnswer | None:
    """Return the newest answer of a person by one way that was not taken back."""
    rows = db.query(
        "SELECT * FROM answers WHERE person_id = ? AND via = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1",
        [person_id, via],
    )
    return next((_record(row) for row in list(rows)), None)


def last_about(db: Database, person_id: int, task_id: str, actions: Sequence[str]) -> StoredAnswer | None:
    """Return the newest answer of some kinds of a person about a task that was not taken back."""
    rows = db.query(
        f"SELECT * FROM answers WHERE person_id = ? AND task_id = ? AND action IN ({', '.join('?' * len(actions))}) "
        "AND undone_at IS NULL ORDER BY id DESC LIMIT 1",
        [person_id, task_id, *actions],
    )
    return next((_record(row) for row in list(rows)), None)


def about(db: Database, person_id: int, task_id: str) -> tuple[StoredAnswer, ...]:
    """Return every answer of a person about a task, taken back or not, oldest first."""
    rows = db.query("SELECT * FROM answers WHERE person_id = ? AND task_id = ? ORDER BY id", [person_id, task_id])
    return tuple(_record(row) for row in list(rows))


def of_extension(db: Database, extension_id: int) -> StoredAnswer | None:
    """Return the answer by which more time was asked for, unless it was taken back."""
    rows = db.query("SELECT * FROM answers WHERE extension_id = ? AND undone_at IS NULL", [extension_id])
    return next((_record(row) for row in list(rows)), None)


def mark_undone(db: Database, answer_id: int, at: datetime) -> None:
    """Note that an answer was taken back; its link works again."""
    db.execute("UPDATE answers SET undone_at = ? WHERE id = ?", [text_of(at), answer_id])


def number(db: Database, person_id: int, task_ids: Sequence[str], at: datetime, message_id: int | None = None) -> None:
    """Remember in which order someone is shown tasks, in a message of the outbox or in an answer of the bot."""
    db.execute(
        "INSERT INTO numberings (person_id, at, message_id, task_ids) VALUES (?, ?, ?, ?)",
        [person_id, text_of(at), message_id, json.dumps(list(task_ids))],
    )


def numbered(db: Database, person_id: int) -> tuple[str, ...]:
    """Return the tasks of the last list that reached someone (or may have), in the order of its numbers."""
    rows = db.query(
        "SELECT n.task_ids FROM numberings n WHERE n.person_id = ? AND (n.message_id IS NULL OR EXISTS (SELECT 1 "
        "FROM messages m WHERE (m.id = n.message_id OR m.chain_id = n.message_id) AND m.state IN ('sent', 'unknown'))) "
        "ORDER BY n.id DESC LIMIT 1",
        [person_id],
    )
    return next((tuple(json.loads(row["task_ids"])) for row in list(rows)), ())


def ask(db: Database, person_id: int, record: str, at: datetime) -> None:
    """Keep a question put to someone until they answer; a newer one takes its place."""
    db.execute(
        "INSERT INTO questions (person_id, at, record) VALUES (?, ?, ?) "
        "ON CONFLICT (person_id) DO UPDATE SET at = excluded.at, record = excluded.record",
        [person_id, text_of(at), record],
    )


def take_question(db: Database, person_id: int, now: datetime) -> str | None:
    """Return the question someone was asked within a day, and forget it."""
    rows = list(db.query("DELETE FROM questions WHERE person_id = ? RETURNING record, at", [person_id]))
    recent = [row for row in rows if now - datetime.fromisoformat(row["at"]) <= QUESTION_LIVES]
    return str(recent[0]["record"]) if recent else None


def _record(row: Row) -> StoredAnswer:
    return StoredAnswer(
        person_id=int(str(row["person_id"])),
        task_id=str(row["task_id"]),
        action=str(row["action"]),
        at=datetime.fromisoformat(str(row["at"])),
        via=str(row["via"]),
        day=date.fromisoformat(str(row["day"])) if row["day"] else None,
        reason=str(row["reason"]),
        token_hash=str(row["token_hash"]) if row["token_hash"] else None,
        extension_id=int(str(row["extension_id"])) if row["extension_id"] else None,
        undone_at=datetime.fromisoformat(str(row["undone_at"])) if row["undone_at"] else None,
        id=int(str(row["id"])),
    )
