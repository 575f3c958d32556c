"""A copy of the database in memory in which a past or coming year can be played through; the real one is only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """A plan in force: its school, and the day it was signed if it says so."""

    plan_id: int
    school_id: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Finished:
    """A task and the instant at which it was done."""

    task_id: str
    at: datetime


@contextmanager
def copied(db: Database) -> Iterator[Database]:
    """Give a private copy of the whole database in memory, gone at the end."""
    connection = sqlite3.connect(":memory:")
    try:
        db.conn.backup(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        yield Database(connection)
    finally:
        connection.close()


def plans_in_force(db: Database) -> tuple[PublishedPlan, ...]:
    """Return the published plans, oldest first."""
    rows = db.query("SELECT id, school_id, day FROM plans WHERE status = 'published' ORDER BY day, id")
    return tuple(
        PublishedPlan(int(row["id"]), int(row["school_id"]), date.fromisoformat(row["day"]) if row["day"] else None)
        for row in rows
    )


def finished(db: Database) -> tuple[Finished, ...]:
    """Return what was done and when, earliest first."""
    rows = db.query(
        "SELECT id, done_at FROM tasks WHERE state IN ('done', 'checked') AND done_at IS NOT NULL "
        "AND left_out_at IS NULL ORDER BY done_at, id"
    )
    return tuple(Finished(row["id"], datetime.fromisoformat(row["done_at"])) for row in rows)


def wind_back(copy: Database) -> None:
    """Forget in a copy what was sent, published and done, so that its year can begin."""
    for statement in (
        "DELETE FROM carried",
        "DELETE FROM reminders",
        "DELETE FROM numberings",
        "DELETE FROM receipts",
        "DELETE FROM messages",
        "DELETE FROM heartbeats",
        "UPDATE tasks SET state = 'cancelled' WHERE left_out_at IS NOT NULL",
        "UPDATE tasks SET state = 'open' WHERE state IN ('done', 'checked') AND done_at IS NOT NULL",
        "UPDATE tasks SET published_at = NULL, next_after = NULL",
        "UPDATE plans SET status = 'draft' WHERE status = 'published'",
    ):
        copy.execute(statement)


def next_instant(copy: Database, after: datetime) -> datetime | None:
    """Return the first instant after another at which a reminder comes or a message may be tried again, if any."""
    found = copy.execute(
        "SELECT min(at) FROM (SELECT min(at) AS at FROM reminders WHERE state = 'planned' AND at > ? "
        "UNION ALL SELECT min(not_before) FROM messages WHERE state = 'waiting' AND not_before > ?)",
        [text_of(after), text_of(after)],
    ).fetchone()
    return datetime.fromisoformat(found[0]) if found[0] else None


def publish(copy: Database, plan_id: int, at: datetime) -> None:
    """Put a plan of a copy in force at an instant of its year."""
    copy.execute("UPDATE plans SET status = 'published' WHERE id = ?", [plan_id])
    copy.execute("UPDATE tasks SET published_at = ? WHERE plan_id = ? AND repeats IS NULL", [text_of(at), plan_id])


def finish_on_time(copy: Database, today: date, since: date = date.min) -> tuple[str, ...]:
    """Note in a copy that all work whose last day to act is over was done; return which.

    What was late on the day `since` stays undone: nobody can do it on time any more.
    """
    rows = copy.execute(
        "SELECT id FROM tasks WHERE state = 'open' AND published_at IS NOT NULL AND remind_by < ? AND late_from > ?",
        [today.isoformat(), since.isoformat()],
    ).fetchall()
    for (task_id,) in rows:
        finish(copy, task_id)
    return tuple(task_id for (task_id,) in rows)


def finish(copy: Database, task_id: str) -> None:
    """Note in a copy that a task is done."""
    copy.execute("UPDATE tasks SET state = 'done' WHERE id = ?", [task_id])
