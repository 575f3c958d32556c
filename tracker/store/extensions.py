"""Requests for more time: asked by someone, decided by someone else; only an approval moves a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append

REPLACED = "thay bằng đề nghị mới"
"""Why a request is withdrawn whose place another one takes at the same instant."""


@dataclass(frozen=True, slots=True)
class Extension:
    """A request for a later day, with its reason; `approved` is None while it is open.

    `why` is the reason of who decided; `due_version` is that of the deadline the decision left in force; `needless`
    that nobody need decide any more: the work is done or dropped; `granted` is the day an approval gave where it is
    another than asked; `withdrawn` says that who asked took it back, or asked anew.
    """

    id: int
    task_id: str
    person_id: int
    day: date
    reason: str
    approved: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    why: str = ""
    due_version: int | None = None
    asked_at: datetime | None = None
    needless: bool = False
    granted: date | None = None
    withdrawn: bool = False

    @property
    def until(self) -> date:
        """The day given, where another was given than asked; else the day asked for."""
        return self.granted or self.day


def ask(db: Database, task_id: str, person_id: int, day: date, actor: Actor) -> Extension:
    """Note a request for a later day; the actor's `why` is its reason."""
    rows = db.query(
        "INSERT INTO extensions (task_id, person_id, day, reason, asked_at) VALUES (?, ?, ?, ?, ?) RETURNING id",
        [task_id, person_id, day.isoformat(), actor.why or "", actor.at.isoformat()],
    )
    append(db, actor, Change("task", task_id, "extension asked", None, day.isoformat()))
    return by_id(db, int(next(iter(list(rows)))["id"]))


def decide(db: Database, extension_id: int, actor: Actor, *, approved: bool, granted: date | None = None) -> Extension:
    """Note a decision, once, with the day given where it is another than asked.

    Raises LookupError when it was decided before, or the work is to do no more.
    """
    decision = "approved" if approved else "refused"
    rows = db.query(
        "UPDATE extensions SET decision = ?, decided_at = ?, decided_by = ?, why = ?, granted = nullif(?, day) "
        "WHERE id = ? AND decision IS NULL AND task_id IN (SELECT id FROM tasks WHERE state = 'open') "
        "RETURNING task_id, day, granted",
        [decision, actor.at.isoformat(), actor.who, actor.why, granted.isoformat() if granted else None, extension_id],
    )
    for row in list(rows):
        was, now = (row["day"], row["granted"]) if row["granted"] else (None, row["day"])
        append(db, actor, Change("task", row["task_id"], f"extension {decision}", was, now))
        return by_id(db, extension_id)
    raise LookupError(f"không có đề nghị gia hạn số {extension_id} đang chờ duyệt")


def reopen(db: Database, task_id: str, actor: Actor) -> None:
    """Let the requests a move by hand granted wait again, as the move is taken back."""
    rows = db.query(
        "UPDATE extensions SET decision = NULL, decided_at = NULL, decided_by = NULL, why = NULL, due_version = NULL, "
        "granted = NULL "
        "WHERE task_id = ? AND decision = 'approved' "
        "AND due_version >= (SELECT moved_version FROM tasks WHERE id = extensions.task_id) RETURNING day",
        [task_id],
    )
    for row in list(rows):
        append(db, actor, Change("task", task_id, "extension reopened", None, row["day"]))


def hold_for(db: Database, extension_id: int, due_version: int) -> None:
    """Note the deadline a decision left in force: while it holds, the decision is told to who asked."""
    db.execute("UPDATE extensions SET due_version = ? WHERE id = ?", [due_version, extension_id])


def to_tell(db: Database, school_id: int) -> tuple[Extension, ...]:
    """Return the decided requests of a school whose decision still describes the deadline, oldest first."""
    rows = db.query(
        "SELECT e.* FROM plans p JOIN tasks t ON t.plan_id = p.id JOIN extensions e ON e.task_id = t.id "
        "WHERE p.school_id = ? AND e.decision IN ('approved', 'refused') AND e.due_version = t.due_version "
        "ORDER BY e.id",
        [school_id],
    )
    return tuple(_record(row) for row in rows)


def withdraw(db: Database, extension_id: int, actor: Actor) -> None:
    """Note that who asked takes the request back; raise LookupError when it was decided before."""
    rows = db.query(
        "UPDATE extensions SET decision = 'withdrawn', decided_at = ?, decided_by = ?, why = ? "
        "WHERE id = ? AND decision IS NULL RETURNING task_id, day",
        [actor.at.isoformat(), actor.who, actor.why, extension_id],
    )
    for row in list(rows):
        append(db, actor, Change("task", row["task_id"], "extension withdrawn", None, row["day"]))
        return
    raise LookupError(f"không có đề nghị gia hạn số {extension_id} đang chờ duyệt")


def waiting_of(db: Database, task_id: str) -> tuple[Extension, ...]:
    """Return the requests about a task that is still to do nobody has decided, oldest first."""
    rows = db.query(
        "SELECT e.* FROM extensions e JOIN tasks t ON t.id = e.task_id "
        "WHERE e.task_id = ? AND e.decision IS NULL AND t.state = 'open' ORDER BY e.id",
        [task_id],
    )
    return tuple(_record(row) for row in rows)


def of_task(db: Database, task_id: str) -> tuple[Extension, ...]:
    """Return every request about a task but those taken back, oldest first."""
    rows = db.query(
        "SELECT e.*, e.decision IS NULL AND t.state <> 'open' AS needless FROM extensions e "
        "JOIN tasks t ON t.id = e.task_id "
        "WHERE e.task_id = ? AND coalesce(e.decision, '') <> 'withdrawn' ORDER BY e.id",
        [task_id],
    )
    return tuple(_record(row) for row in rows)


def replaced_by(db: Database, request: Extension) -> tuple[Extension, ...]:
    """Return the requests whose place one took, one after the other, the oldest first."""
    rows = db.query(
        "SELECT * FROM extensions WHERE task_id = ? AND id < ? AND decision = 'withdrawn' AND why = ? "
        "AND decided_at = ? ORDER BY id",
        [request.task_id, request.id, REPLACED, request.asked_at.isoformat() if request.asked_at else ""],
    )
    earlier = tuple(map(_record, list(rows)))
    return (*(old for one in earlier for old in replaced_by(db, one)), *earlier)


def by_id(db: Database, extension_id: int) -> Extension:
    """Return one request; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM extensions WHERE id = ?", [extension_id])):
        return _record(row)
    raise LookupError(f"không có đề nghị gia hạn số {extension_id}")


def waiting(db: Database, school_id: int) -> tuple[Extension, ...]:
    """Return the requests of a school nobody has decided, about work that is still to do, oldest first."""
    rows = db.query(
        "SELECT e.* FROM extensions e JOIN tasks t ON t.id = e.task_id JOIN plans p ON p.id = t.plan_id "
        "WHERE p.school_id = ? AND e.decision IS NULL AND t.state = 'open' ORDER BY e.id",
        [school_id],
    )
    return tuple(_record(row) for row in rows)


def _record(row: dict[str, object]) -> Extension:
    return Extension(
        id=int(str(row["id"])),
        task_id=str(row["task_id"]),
        person_id=int(str(row["person_id"])),
        day=date.fromisoformat(str(row["day"])),
        reason=str(row["reason"]),
        approved=None if row["decision"] is None else row["decision"] == "approved",
        decided_by=str(row["decided_by"]) if row["decided_by"] else None,
        decided_at=datetime.fromisoformat(str(row["decided_at"])) if row["decided_at"] else None,
        why=str(row["why"] or ""),
        due_version=None if row["due_version"] is None else int(str(row["due_version"])),
        asked_at=datetime.fromisoformat(str(row["asked_at"])) if row["asked_at"] else None,
        needless=bool(row.get("needless")),
        granted=date.fromisoformat(str(row["granted"])) if row["granted"] else None,
        withdrawn=row["decision"] == "withdrawn",
    )
