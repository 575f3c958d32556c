"""Works people say are not theirs: told by someone, settled by someone else; the work stays theirs until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append

KEPT, GIVEN, WITHDRAWN = "kept", "given", "withdrawn"
"""How what was told ended: the work stays theirs, others have it now, or it was taken back."""

WAITS = (
    "d.decision IS NULL AND t.state = 'open' AND EXISTS (SELECT 1 FROM assignments a "
    "WHERE a.task_id = d.task_id AND a.person_id = d.person_id AND a.part <> 'watcher')"
)


@dataclass(frozen=True, slots=True)
class Decline:
    """Someone says that a work is not theirs, and why; `decision` is None while nobody settled it."""

    id: int
    task_id: str
    person_id: int
    reason: str
    at: datetime
    decision: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    why: str = ""


def tell(db: Database, task_id: str, person_id: int, actor: Actor) -> Decline:
    """Keep that a work is not someone's; the actor's `why` is their reason."""
    rows = db.query(
        "INSERT INTO declines (task_id, person_id, reason, at) VALUES (?, ?, ?, ?) RETURNING *",
        [task_id, person_id, actor.why or "", actor.at.isoformat()],
    )
    kept = _record(next(iter(list(rows))))
    append(db, actor, Change("task", task_id, "declined"))
    return kept


def withdraw(db: Database, decline_id: int, actor: Actor) -> None:
    """Note that who told it takes it back; raise LookupError when it was settled before."""
    append(db, actor, Change("task", _settled(db, decline_id, WITHDRAWN, actor).task_id, "decline withdrawn"))


def keep(db: Database, decline_id: int, actor: Actor) -> Decline:
    """Note that the work stays with who told it, for the actor's `why`; raise LookupError where it was settled."""
    kept = _settled(db, decline_id, KEPT, actor)
    append(db, actor, Change("task", kept.task_id, "decline kept"))
    return kept


def settle(db: Database, task_id: str, actor: Actor) -> None:
    """Note of those who have a work no more that others have it now; the history tells it as the work is given."""
    db.execute(
        "UPDATE declines SET decision = ?, decided_at = ?, decided_by = ?, why = ? WHERE task_id = ? "
        "AND decision IS NULL AND person_id NOT IN (SELECT person_id FROM assignments WHERE task_id = ?)",
        [GIVEN, actor.at.isoformat(), actor.who, actor.why, task_id, task_id],
    )


def waiting(db: Database, school_id: int) -> tuple[Decline, ...]:
    """Return what nobody settled of a school's works that are still to do, oldest first."""
    rows = db.query(
        "SELECT d.* FROM declines d JOIN tasks t ON t.id = d.task_id JOIN plans p ON p.id = t.plan_id "
        f"WHERE p.school_id = ? AND {WAITS} ORDER BY d.id",
        [school_id],
    )
    return tuple(map(_record, list(rows)))


def waiting_of(db: Database, task_id: str) -> tuple[Decline, ...]:
    """Return what nobody settled of a work that is still to do, oldest first."""
    rows = db.query(
        f"SELECT d.* FROM declines d JOIN tasks t ON t.id = d.task_id WHERE d.task_id = ? AND {WAITS} ORDER BY d.id",
        [task_id],
    )
    return tuple(map(_record, list(rows)))


def kept(db: Database, school_id: int) -> tuple[Decline, ...]:
    """Return what was answered by “the work stays yours” to who still has it, in the order in which it was told.

    What someone told again since stands in its place, answered or not.
    """
    rows = db.query(
        "SELECT d.* FROM declines d JOIN tasks t ON t.id = d.task_id JOIN plans p ON p.id = t.plan_id "
        f"WHERE p.school_id = ? AND d.decision = '{KEPT}' AND t.state = 'open' AND NOT EXISTS "
        "(SELECT 1 FROM declines n WHERE n.task_id = d.task_id AND n.person_id = d.person_id AND n.id > d.id) "
        "ORDER BY d.id",
        [school_id],
    )
    return tuple(map(_record, list(rows)))


def newest(db: Database, task_id: str, person_id: int) -> Decline | None:
    """Return what someone last told of a work, settled or not."""
    rows = db.query(
        "SELECT * FROM declines WHERE task_id = ? AND person_id = ? ORDER BY id DESC LIMIT 1", [task_id, person_id]
    )
    return next(map(_record, list(rows)), None)


def is_newest(db: Database, told: Decline) -> bool:
    """Whether someone told nothing of a work since."""
    found = newest(db, told.task_id, told.person_id)
    return found is not None and found.id == told.id


def by_id(db: Database, decline_id: int) -> Decline:
    """Return one; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM declines WHERE id = ?", [decline_id])):
        return _record(row)
    raise LookupError(f"không có lời báo số {decline_id}")


def _settled(db: Database, decline_id: int, decision: str, actor: Actor) -> Decline:
    rows = db.query(
        "UPDATE declines SET decision = ?, decided_at = ?, decided_by = ?, why = ? "
        "WHERE id = ? AND decision IS NULL RETURNING *",
        [decision, actor.at.isoformat(), actor.who, actor.why, decline_id],
    )
    for row in list(rows):
        return _record(row)
    raise LookupError(f"không có lời báo số {decline_id} đang chờ")


def _record(row: dict[str, object]) -> Decline:
    return Decline(
        id=int(str(row["id"])),
        task_id=str(row["task_id"]),
        person_id=int(str(row["person_id"])),
        reason=str(row["reason"]),
        at=datetime.fromisoformat(str(row["at"])),
        decision=str(row["decision"]) if row["decision"] else None,
        decided_by=str(row["decided_by"]) if row["decided_by"] else None,
        decided_at=datetime.fromisoformat(str(row["decided_at"])) if row["decided_at"] else None,
        why=str(row["why"] or ""),
    )
