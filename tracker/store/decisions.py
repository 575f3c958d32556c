"""Decisions about drafts: kept in order, undone by the batch until their plan is published, ended when outdated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter
from sqlite_utils import Database

from tracker.review.operations import ChooseWeeks, Operation
from tracker.store.history import Actor

IN_FORCE = "plan_id = ? AND undone_at IS NULL AND ended_at IS NULL"


@dataclass(frozen=True, slots=True)
class Decision:
    """One operation as kept; those of one `batch` were made, and are undone, together."""

    id: int
    batch: int
    operation: Operation
    at: datetime
    who: str
    settled: bool


@cache
def _operations() -> TypeAdapter[Operation]:
    return TypeAdapter(Operation)


def _record(row: dict[str, object]) -> Decision:
    return Decision(
        id=int(str(row["id"])),
        batch=int(str(row["batch"])),
        operation=_operations().validate_json(str(row["record"])),
        at=datetime.fromisoformat(str(row["at"])),
        who=str(row["who"]),
        settled=row["settled_at"] is not None,
    )


def add(db: Database, plan_id: int, operations: Sequence[Operation], actor: Actor) -> int:
    """Keep operations as one batch; return its number."""
    batch = int(next(iter(db.query("SELECT ifnull(max(batch), 0) + 1 AS next FROM decisions")))["next"])
    for operation in operations:
        record = _operations().dump_json(operation).decode()
        db.execute(
            "INSERT INTO decisions (plan_id, batch, record, at, who) VALUES (?, ?, ?, ?, ?)",
            [plan_id, batch, record, actor.at.isoformat(), actor.who],
        )
    return batch


def in_force(db: Database, plan_id: int) -> tuple[Decision, ...]:
    """Return the decisions that count for a plan, oldest first."""
    rows = db.query(f"SELECT * FROM decisions WHERE {IN_FORCE} ORDER BY id", [plan_id])
    return tuple(_record(row) for row in rows)


def last_weeks(db: Database, school_id: int, but_plan: int) -> tuple[int, ChooseWeeks] | None:
    """Return the newest answer of a school about weeks, with the id of its plan; None while it gave none."""
    rows = db.query(
        "SELECT d.* FROM decisions d JOIN plans p ON p.id = d.plan_id WHERE p.school_id = ? AND p.id <> ? "
        "AND p.status <> 'withdrawn' AND d.undone_at IS NULL AND d.ended_at IS NULL "
        "AND json_extract(d.record, '$.kind') = 'weeks' AND ifnull(json_extract(d.record, '$.of'), '') = '' "
        "ORDER BY d.id DESC LIMIT 1",
        [school_id, but_plan],
    )
    for row in list(rows):
        operation = _record(row).operation
        if isinstance(operation, ChooseWeeks):
            return int(str(row["plan_id"])), operation
    return None


def undo_last(db: Database, plan_id: int, actor: Actor) -> tuple[Decision, ...]:
    """Undo the newest batch that was not published; return it, empty when there is none."""
    rows = db.query(
        "UPDATE decisions SET undone_at = ? WHERE batch = "
        f"(SELECT max(batch) FROM decisions WHERE {IN_FORCE} AND settled_at IS NULL) RETURNING *",
        [actor.at.isoformat(), plan_id],
    )
    return tuple(_record(row) for row in list(rows))


def settle(db: Database, plan_id: int, actor: Actor) -> None:
    """Note that a plan was published: what counts now is undone no more."""
    db.execute(
        f"UPDATE decisions SET settled_at = ? WHERE {IN_FORCE} AND settled_at IS NULL", [actor.at.isoformat(), plan_id]
    )


def end(db: Database, ids: Iterable[int], actor: Actor) -> None:
    """End decisions that no longer fit what the plan says."""
    for decision_id in ids:
        db.execute("UPDATE decisions SET ended_at = ? WHERE id = ?", [actor.at.isoformat(), decision_id])
