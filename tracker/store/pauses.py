"""What rests for a while: work that waits for others, reminders acknowledged or put off. Deadlines never move here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append
from tracker.store.rows import Row


class PauseKind(StrEnum):
    """Why reminders rest: the work awaits others, its owner has taken it on, or wants to be told later."""

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"


@dataclass(frozen=True, slots=True)
class Pause:
    """A rest up to and including the day `until` (open-ended when None); `person_id` None means for everyone.

    `note` names who is awaited, or says why.
    """

    task_id: str
    kind: PauseKind
    person_id: int | None = None
    until: date | None = None
    note: str = ""
    id: int = 0

    def covers(self, day: date) -> bool:
        """Whether the rest still holds on a day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class Wait:
    """The newest wait of a work for others: since when, who said so, and when it was ended, if anybody ended it."""

    pause: Pause
    at: datetime
    who: str
    ended_at: datetime | None = None

    def in_force(self, day: date) -> bool:
        """Whether the work waits on a day."""
        return self.ended_at is None and self.pause.covers(day)


def add(db: Database, pause: Pause, actor: Actor) -> None:
    """Begin a rest; one of the same kind for the same person ends."""
    end(db, pause.task_id, pause.kind, pause.person_id, actor.at)
    until = pause.until.isoformat() if pause.until else None
    db.execute(
        "INSERT INTO pauses (task_id, person_id, kind, until, note, at, who) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [pause.task_id, pause.person_id, pause.kind.value, until, pause.note, actor.at.isoformat(), actor.who],
    )
    told = (pause.note, f"đến hết {pause.until:%d/%m/%Y}" if pause.until else "")
    append(db, actor, Change("task", pause.task_id, pause.kind.value, None, ", ".join(filter(None, told))))


def end(db: Database, task_id: str, kind: PauseKind, person_id: int | None, at: datetime) -> None:
    """End the rests of one kind for one person (or for everyone)."""
    db.execute(
        "UPDATE pauses SET ended_at = ? WHERE task_id = ? AND kind = ? AND person_id IS ? AND ended_at IS NULL",
        [at.isoformat(), task_id, kind.value, person_id],
    )


def awaited_in(db: Database, school_id: int, day: date) -> dict[str, str]:
    """Return who is awaited on a day, by task, for the tasks of a school that wait."""
    return {task_id: wait.note for task_id, wait in waits_in(db, school_id, day).items()}


def waits_in(db: Database, school_id: int, day: date) -> dict[str, Pause]:
    """Return the wait that holds on a day, by task, for the tasks of a school that wait."""
    rows = db.query(
        "SELECT s.* FROM pauses s JOIN tasks t ON t.id = s.task_id JOIN plans p ON p.id = t.plan_id "
        "WHERE p.school_id = ? AND s.kind = 'waiting' AND s.ended_at IS NULL AND (s.until IS NULL OR s.until >= ?)",
        [school_id, day.isoformat()],
    )
    return {str(row["task_id"]): _record(row) for row in rows}


_NEWEST = (
    "SELECT s.* FROM pauses s JOIN tasks t ON t.id = s.task_id JOIN plans p ON p.id = t.plan_id "
    "WHERE {asked} = ? AND s.kind = 'waiting' AND t.state = 'open' AND NOT EXISTS "
    "(SELECT 1 FROM pauses n WHERE n.task_id = s.task_id AND n.kind = 'waiting' AND n.id > s.id) ORDER BY s.id"
)


def newest_waits(db: Database, school_id: int) -> tuple[Wait, ...]:
    """Return the newest wait, over or not, of each work of a school that is still to do and ever waited."""
    return tuple(map(_wait, db.query(_NEWEST.format(asked="p.school_id"), [school_id])))


def newest_wait(db: Database, task_id: str) -> Wait | None:
    """Return the newest wait of a work that is still to do, over or not; None when it never waited."""
    return next(map(_wait, list(db.query(_NEWEST.format(asked="s.task_id"), [task_id]))), None)


def of_task(db: Database, task_id: str) -> tuple[Pause, ...]:
    """Return the rests of a task nobody has ended, oldest first."""
    rows = db.query("SELECT * FROM pauses WHERE task_id = ? AND ended_at IS NULL ORDER BY id", [task_id])
    return tuple(map(_record, rows))


def _wait(row: Row) -> Wait:
    ended = datetime.fromisoformat(str(row["ended_at"])) if row["ended_at"] else None
    return Wait(_record(row), datetime.fromisoformat(str(row["at"])), str(row["who"]), ended)


def _record(row: Row) -> Pause:
    return Pause(
        task_id=str(row["task_id"]),
        kind=PauseKind(str(row["kind"])),
        person_id=int(str(row["person_id"])) if row["person_id"] else None,
        until=date.fromisoformat(str(row["until"])) if row["until"] else None,
        note=str(row["note"]),
        id=int(str(row["id"])),
    )
