"""Evidence people propose (a photo in a chat): it counts once someone accepts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append
from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something shown as evidence: by whom, where it lies, for which task (None while nobody said)."""

    id: int
    at: datetime
    person_id: int
    task_id: str | None
    url: str
    words: str = ""
    via: str = "zalo"
    accepted: bool | None = None
    decided_by: str | None = None


def propose(db: Database, proposed: Evidence, actor: Actor) -> Evidence:
    """Keep what someone proposes; the id given is ignored."""
    rows = db.query(
        "INSERT INTO evidence (at, person_id, task_id, url, words, via) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
        [
            *(text_of(proposed.at), proposed.person_id, proposed.task_id, proposed.url, proposed.words, proposed.via),
        ],
    )
    kept = _record(next(iter(list(rows))))
    if kept.task_id:
        append(db, actor, Change("task", kept.task_id, "evidence proposed", None, str(kept.id)))
    return kept


def newest_without_task(db: Database, person_id: int, since: datetime) -> Evidence | None:
    """Return the newest thing a person sent since an instant of which nobody knows yet what it shows."""
    rows = db.query(
        "SELECT * FROM evidence WHERE person_id = ? AND task_id IS NULL AND decision IS NULL AND at >= ? "
        "ORDER BY id DESC LIMIT 1",
        [person_id, text_of(since)],
    )
    return next((_record(row) for row in list(rows)), None)


def assign(db: Database, evidence_id: int, task_id: str, actor: Actor) -> None:
    """Note which task something shows."""
    db.execute("UPDATE evidence SET task_id = ? WHERE id = ?", [task_id, evidence_id])
    append(db, actor, Change("task", task_id, "evidence proposed", None, str(evidence_id)))


def decide(db: Database, evidence_id: int, actor: Actor, *, accepted: bool) -> Evidence:
    """Accept or refuse something proposed, once; raise LookupError when it was decided before."""
    decision = "accepted" if accepted else "refused"
    rows = db.query(
        "UPDATE evidence SET decision = ?, decided_at = ?, decided_by = ? WHERE id = ? AND decision IS NULL "
        "RETURNING *",
        [decision, text_of(actor.at), actor.who, evidence_id],
    )
    for row in list(rows):
        if row["task_id"]:
            append(db, actor, Change("task", row["task_id"], f"evidence {decision}", None, str(evidence_id)))
        return _record(row)
    raise LookupError(f"không có minh chứng số {evidence_id} đang chờ")


def of_task(db: Database, task_id: str) -> tuple[Evidence, ...]:
    """Return everything proposed for a task, oldest first."""
    return tuple(map(_record, db.query("SELECT * FROM evidence WHERE task_id = ? ORDER BY id", [task_id])))


def _record(row: dict[str, object]) -> Evidence:
    return Evidence(
        id=int(str(row["id"])),
        at=datetime.fromisoformat(str(row["at"])),
        person_id=int(str(row["person_id"])),
        task_id=str(row["task_id"]) if row["task_id"] else None,
        url=str(row["url"]),
        words=str(row["words"]),
        via=str(row["via"]),
        accepted=None if row["decision"] is None else row["decision"] == "accepted",
        decided_by=str(row["decided_by"]) if row["decided_by"] else None,
    )
