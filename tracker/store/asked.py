"""Days on which people asked to hear of a task again; they hold for the deadline in force when they asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """Someone wants to hear of a task again on a day."""

    task_id: str
    person_id: int
    day: date
    due_version: int


def ask_again(db: Database, asked: AskedAgain, at: datetime) -> None:
    """Note the wish; an earlier one of the same person about the same task ends."""
    end(db, asked.task_id, asked.person_id, at)
    db.execute(
        "INSERT INTO asked_again (task_id, person_id, day, due_version, at) VALUES (?, ?, ?, ?, ?)",
        [asked.task_id, asked.person_id, asked.day.isoformat(), asked.due_version, at.isoformat()],
    )


def end(db: Database, task_id: str, person_id: int, at: datetime) -> None:
    """End what someone asked about a task."""
    db.execute(
        "UPDATE asked_again SET ended_at = ? WHERE task_id = ? AND person_id = ? AND ended_at IS NULL",
        [at.isoformat(), task_id, person_id],
    )


def day_of(db: Database, task_id: str, person_id: int, due_version: int) -> date | None:
    """Return the day on which someone is told of a task again, asked of the deadline in force; None without one."""
    rows = db.query(
        "SELECT day FROM asked_again WHERE task_id = ? AND person_id = ? AND due_version = ? AND ended_at IS NULL",
        [task_id, person_id, due_version],
    )
    return next((date.fromisoformat(row["day"]) for row in list(rows)), None)


def of_school(db: Database, school_id: int) -> tuple[AskedAgain, ...]:
    """Return the wishes in force about the tasks of a school, for their present deadlines."""
    rows = db.query(
        "SELECT a.* FROM plans p JOIN tasks t ON t.plan_id = p.id JOIN asked_again a ON a.task_id = t.id "
        "WHERE p.school_id = ? AND a.ended_at IS NULL AND a.due_version = t.due_version ORDER BY a.id",
        [school_id],
    )
    return tuple(
        AskedAgain(row["task_id"], row["person_id"], date.fromisoformat(row["day"]), row["due_version"]) for row in rows
    )
