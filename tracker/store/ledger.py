"""The ledger of reminders: one row per task, person, stage, address and version of the deadline. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from sqlite_utils import Database

from tracker.store.rows import Row, fetch
from tracker.zone import HO_CHI_MINH

Identity = tuple[str, int, str, str, int]


class ReminderState(StrEnum):
    """Where a reminder stands: to come, part of a message, or superseded (its reason says why)."""

    PLANNED = "planned"
    COMPOSED = "composed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder wanted: who hears of which task at which stage, where, and from which instant on."""

    task_id: str
    person_id: int
    stage: str
    address: str
    due_version: int
    at: datetime

    @property
    def identity(self) -> Identity:
        """What makes it one row of the ledger."""
        return self.task_id, self.person_id, self.stage, self.address, self.due_version


@dataclass(frozen=True, slots=True)
class Reminder:
    """A row of the ledger; `arrived` is False when its message surely went nowhere though a channel was asked."""

    id: int
    planned: Planned
    state: ReminderState
    reason: str
    shown_stage: str | None = None
    message_id: int | None = None
    arrived: bool = True


@lru_cache(maxsize=4096)
def text_of(instant: datetime) -> str:
    """Return an instant as the store keeps it: Vietnamese time, seconds, so that text order is time order."""
    return instant.astimezone(HO_CHI_MINH).isoformat(timespec="seconds")


def _record(row: Row) -> Reminder:
    return Reminder(
        id=int(str(row["id"])),
        planned=Planned(
            task_id=str(row["task_id"]),
            person_id=int(str(row["person_id"])),
            stage=str(row["stage"]),
            address=str(row["address"]),
            due_version=int(str(row["due_version"])),
            at=datetime.fromisoformat(str(row["at"])).astimezone(HO_CHI_MINH),
        ),
        state=ReminderState(str(row["state"])),
        reason=str(row["reason"]),
        shown_stage=str(row["shown_stage"]) if row["shown_stage"] else None,
        message_id=int(str(row["message_id"])) if row["message_id"] else None,
        arrived=bool(row.get("arrived", True)),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What planning needs of a row: which it is, where it stands, and its instant as the store keeps it."""

    id: int
    state: str
    reason: str
    at: str


def in_force(db: Database, school_id: int) -> dict[Identity, Known]:
    """Return the rows of a school's tasks that planning may still touch: current deadlines, and all yet to come.

    What tells of evidence is about no deadline: it keeps the version at which it was refused.
    """
    rows = db.execute(
        "SELECT r.task_id, r.person_id, r.stage, r.address, r.due_version, r.id, r.state, r.reason, r.at "
        "FROM plans p JOIN tasks t ON t.plan_id = p.id JOIN reminders r ON r.task_id = t.id "
        "WHERE p.school_id = ? AND (r.due_version = t.due_version OR r.state = 'planned' OR r.stage GLOB 'P-*')",
        [school_id],
    )
    return {row[:5]: Known(*row[5:]) for row in rows}


def of_task(db: Database, task_id: str) -> tuple[Reminder, ...]:
    """Return every row there ever was about a task, oldest instant first."""
    rows = db.query("SELECT * FROM reminders WHERE task_id = ? ORDER BY at, id", [task_id])
    return tuple(_record(row) for row in rows)


def insert(db: Database, wanted: Iterable[Planned]) -> None:
    """Plan reminders; a row that is already there stays as it is."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO reminders (task_id, person_id, stage, address, due_version, at, state, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, 'planned', 'PLANNED')",
        ((*one.identity, text_of(one.at)) for one in wanted),
    )


def plan_again(db: Database, wanted: Iterable[tuple[int, datetime]]) -> None:
    """Set rows (id, instant) back to planned, at that instant."""
    db.conn.executemany(
        "UPDATE reminders SET state = 'planned', reason = 'PLANNED', message_id = NULL, at = ? WHERE id = ?",
        ((text_of(at), row_id) for row_id, at in wanted),
    )


def plan_twins(db: Database, wanted: Iterable[Reminder]) -> None:
    """Plan the rows again that were dropped because these, the same stages at another address, had been told.

    A request, and what waits beside it, is the same whatever the deadline; a reminder is one of its deadline.
    """
    db.conn.executemany(
        "UPDATE reminders SET state = 'planned', reason = 'PLANNED' WHERE task_id = ? AND person_id = ? AND stage = ? "
        "AND (due_version = ? OR stage GLOB 'X-Q*' OR stage GLOB 'N-*' OR stage GLOB 'G-*') "
        "AND state = 'superseded' AND reason = 'ALREADY_TOLD'",
        ((one.planned.task_id, one.planned.person_id, one.planned.stage, one.planned.due_version) for one in wanted),
    )


def supersede(db: Database, dropped: Iterable[tuple[int, str]]) -> None:
    """Take rows (id, reason) out of what is to come; they stay in the ledger with the reason."""
    db.conn.executemany(
        "UPDATE reminders SET state = 'superseded', reason = ? WHERE id = ?",
        ((reason, row_id) for row_id, reason in dropped),
    )


def note(db: Database, noted: Iterable[tuple[int, str]]) -> None:
    """Write down why planned rows (id, reason) wait, where that is news."""
    db.conn.executemany(
        "UPDATE reminders SET reason = ? WHERE id = ? AND reason <> ?",
        ((reason, row_id, reason) for row_id, reason in noted),
    )


def attach(db: Database, message_id: int, told: Iterable[tuple[int, str, str]]) -> None:
    """Make rows (id, stage shown, reason) part of a message."""
    db.conn.executemany(
        "UPDATE reminders SET state = 'composed', message_id = ?, shown_stage = ?, reason = ? WHERE id = ?",
        ((message_id, stage, reason, row_id) for row_id, stage, reason in told),
    )


def due(db: Database, now: datetime) -> tuple[Reminder, ...]:
    """Return the planned rows whose instant has come, oldest first."""
    rows = db.query("SELECT * FROM reminders WHERE state = 'planned' AND at <= ? ORDER BY at, id", [text_of(now)])
    return tuple(_record(row) for row in rows)


def people_due(db: Database, now: datetime) -> tuple[int, ...]:
    """Return who has planned rows whose instant has come."""
    rows = db.query("SELECT DISTINCT person_id FROM reminders WHERE state = 'planned' AND at <= ?", [text_of(now)])
    return tuple(int(row["person_id"]) for row in rows)


def due_of(db: Database, now: datetime, people_ids: Sequence[int]) -> tuple[Reminder, ...]:
    """Return the planned rows of some people whose instant has come, oldest first."""
    marks = ", ".join("?" * len(people_ids))
    rows = db.query(
        f"SELECT * FROM reminders WHERE state = 'planned' AND at <= ? AND person_id IN ({marks}) ORDER BY at, id",
        [text_of(now), *people_ids],
    )
    return tuple(_record(row) for row in rows)


def of_message(db: Database, message_id: int) -> tuple[Reminder, ...]:
    """Return the rows a message was composed of and still carries."""
    rows = fetch(db, "SELECT * FROM reminders WHERE message_id = ? AND state = 'composed' ORDER BY id", [message_id])
    return tuple(_record(row) for row in rows)


def told_before(db: Database, person_id: int, stages: Iterable[str], day: date) -> frozenset[str]:
    """Return which of some stages stand in a message made for a person on an earlier day."""
    wanted = list(stages)
    rows = fetch(
        db,
        "SELECT DISTINCT r.stage FROM reminders r JOIN messages m ON m.id = r.message_id "
        f"WHERE r.person_id = ? AND m.day < ? AND r.stage IN ({', '.join('?' * len(wanted))})",
        [person_id, day.isoformat(), *wanted],
    )
    return frozenset(str(row["stage"]) for row in rows)


def works_told_on(db: Database, person_id: int, day: date) -> frozenset[str]:
    """Return the ids of the tasks that messages made for a person on a day tell of."""
    rows = fetch(
        db,
        "SELECT DISTINCT r.task_id FROM reminders r JOIN messages m ON m.id = r.message_id "
        "WHERE r.person_id = ? AND m.day = ?",
        [person_id, day.isoformat()],
    )
    return frozenset(str(row["task_id"]) for row in rows)


def told(db: Database, task_id: str, person_id: int) -> tuple[Reminder, ...]:
    """Return the rows about a task that are part of some message to a person, oldest first."""
    rows = fetch(
        db,
        "SELECT r.*, (SELECT m.state <> 'failed' FROM messages m WHERE m.id = r.message_id) OR EXISTS "
        "(SELECT 1 FROM messages h WHERE h.chain_id = r.message_id AND h.state NOT IN ('failed', 'cancelled')) "
        "AS arrived FROM reminders r WHERE r.task_id = ? AND r.person_id = ? AND r.state = 'composed' "
        "ORDER BY r.at, r.id",
        [task_id, person_id],
    )
    return tuple(_record(row) for row in rows)
