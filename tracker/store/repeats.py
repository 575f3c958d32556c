"""Recurring work in the store: the day after which its next time comes, and since when a time is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from tracker.store import tasks
from tracker.store.records import StoredTask

_GOES_ON = "({0}state <> 'cancelled' OR {0}set_aside_at IS NOT NULL)"
"""One time of recurring work that was dropped by hand does not end the others."""

_LIVE = f"t.published_at IS NOT NULL AND {_GOES_ON.format('t.')} AND p.status = 'published'"


@dataclass(frozen=True, slots=True)
class Passed:
    """Recurring work whose newest time is over: the first time it was set, its school, that day, the plan's year."""

    first: StoredTask
    school_id: int
    day: date
    school_year: str | None


def passed(db: Database, today: date) -> tuple[Passed, ...]:
    """Return the recurring work in force whose newest time lies before a day."""
    rows = db.query(
        "SELECT t.id, t.next_after, p.school_id, p.school_year FROM tasks t JOIN plans p ON p.id = t.plan_id "
        f"WHERE t.next_after < ? AND {_LIVE} ORDER BY t.id",
        [today.isoformat()],
    )
    return tuple(
        Passed(tasks.by_id(db, row["id"]), row["school_id"], date.fromisoformat(row["next_after"]), row["school_year"])
        for row in list(rows)
    )


def set_next(db: Database, first_id: str, day: date | None) -> None:
    """Note the day after which recurring work comes again, None when it does not any more; the same writes nothing."""
    noted = day.isoformat() if day else None
    db.execute("UPDATE tasks SET next_after = ? WHERE id = ? AND next_after IS NOT ?", [noted, first_id, noted])


def is_set(db: Database, first_id: str) -> bool:
    """Whether recurring work is known to come again, or has come again."""
    found = db.execute(
        "SELECT 1 FROM tasks WHERE id = ? AND next_after IS NOT NULL UNION ALL "
        f"SELECT 1 FROM tasks WHERE repeats = ? AND {_GOES_ON.format('')} AND published_at IS NOT NULL",
        [first_id, first_id],
    )
    return found.fetchone() is not None


def come_into_force(db: Database, task_id: str, at: datetime) -> None:
    """Note the instant from which a time that is in the store already may reach people."""
    db.execute("UPDATE tasks SET published_at = ? WHERE id = ? AND published_at IS NULL", [at.isoformat(), task_id])
