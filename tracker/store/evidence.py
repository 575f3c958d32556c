"""Evidence people propose (a photo in a chat): it counts once someone accepts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append
from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something shown as evidence: by whom, where it lies, for which task (None while nobody said).

    `accepted` is None while it waits; `why` is the reason of who refused it, `due_version` that of the deadline then;
    None for what was answered before its answer was told.
    """

    id: int
    at: datetime
    person_id: int
    task_id: str | None
    url: str
    words: str = ""
    via: str = "zalo"
    accepted: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    why: str | None = None
    due_version: int | None = None

    def taken_by(self, name: str) -> bool:
        """Whether it was taken, and by someone of that name."""
        return self.accepted is True and self.decided_by == name

    def answered_since(self, others: Iterable[Evidence]) -> bool:
        """Whether a refusal is over: who gave it gave other since, or other given since, whoever's, was taken."""
        at = self.decided_at or self.at
        return any(one.at > at and (one.person_id == self.person_id or one.accepted is True) for one in others)

    def refused_after(self, check: datetime | None) -> bool:
        """Whether it was refused since a check of its work was made, so that who checked could not know of it."""
        return self.accepted is False and check is not None and (self.decided_at or self.at) > check

    @property
    def name(self) -> str:
        """What it is in the words of who sent it, else when it was sent."""
        return self.words or f"gửi ngày {self.at:%d/%m/%Y}"


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
    """Accept or refuse something proposed, once, for the actor's reason; LookupError when it was decided before."""
    decision = "accepted" if accepted else "refused"
    rows = db.query(
        "UPDATE evidence SET decision = ?, decided_at = ?, decided_by = ?, why = ?, "
        "due_version = (SELECT due_version FROM tasks WHERE id = evidence.task_id) "
        "WHERE id = ? AND decision IS NULL RETURNING *",
        [decision, text_of(actor.at), actor.who, actor.why or None, evidence_id],
    )
    for row in list(rows):
        if row["task_id"]:
            append(db, actor, Change("task", row["task_id"], f"evidence {decision}", None, str(evidence_id)))
        return _record(row)
    raise LookupError(f"không có minh chứng số {evidence_id} đang chờ")


_STANDS = (
    "e.due_version IS NOT NULL AND t.published_at IS NOT NULL AND p.status = 'published' AND t.state <> 'cancelled' "
    "AND (e.decision = 'accepted' OR e.decision = 'refused' "
    "AND (t.state <> 'checked' OR julianday(t.checked_at) < julianday(e.decided_at)) AND NOT EXISTS "
    "(SELECT 1 FROM evidence n WHERE n.task_id = e.task_id AND n.at > e.decided_at "
    "AND (n.person_id = e.person_id OR n.decision = 'accepted')))"
)
"""A refusal is news until who gave the evidence gave other, or other given since was taken, or the work is
checked by someone who could know of it: a check before the refusal takes nothing from it.

That evidence was taken is news whatever came of the work, unless nobody has to do it any more.
"""

_OF_PLANS = "FROM evidence e JOIN tasks t ON t.id = e.task_id JOIN plans p ON p.id = t.plan_id "


def looked_at(db: Database, school_id: int) -> tuple[Evidence, ...]:
    """Return what was taken or refused in a school and is still news to who gave it, in the order it was given."""
    rows = db.query(f"SELECT e.* {_OF_PLANS} WHERE p.school_id = ? AND {_STANDS} ORDER BY e.id", [school_id])
    return tuple(map(_record, rows))


def answer_stands(db: Database, evidence_id: int) -> bool:
    """Whether something proposed was taken or refused and that is still news to who gave it."""
    return bool(list(db.query(f"SELECT 1 {_OF_PLANS} WHERE e.id = ? AND {_STANDS}", [evidence_id])))


def by_id(db: Database, evidence_id: int) -> Evidence:
    """Return something proposed; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM evidence WHERE id = ?", [evidence_id])):
        return _record(row)
    raise LookupError(f"không có minh chứng số {evidence_id}")


def of_task(db: Database, task_id: str) -> tuple[Evidence, ...]:
    """Return everything proposed for a task, oldest first."""
    return tuple(map(_record, db.query("SELECT * FROM evidence WHERE task_id = ? ORDER BY id", [task_id])))


def of_school(db: Database, school_id: int, *, recalled: bool = False) -> dict[str, tuple[Evidence, ...]]:
    """Return task id → everything proposed for it, oldest first, for the works in force of a school.

    With `recalled` also for the finished works of plans taken back: what was done stays done.
    """
    rows = db.query(
        "SELECT e.* FROM evidence e JOIN tasks t ON t.id = e.task_id JOIN plans p ON p.id = t.plan_id "
        "WHERE p.school_id = ? AND (p.status = 'published' OR (? AND t.state IN ('done', 'checked'))) "
        "AND t.published_at IS NOT NULL AND t.state <> 'cancelled' ORDER BY e.id",
        [school_id, recalled],
    )
    found: dict[str, tuple[Evidence, ...]] = {}
    for one in map(_record, rows):
        if one.task_id:
            found[one.task_id] = (*found.get(one.task_id, ()), one)
    return found


def waiting(db: Database, school_id: int) -> dict[str, tuple[Evidence, ...]]:
    """Return task id → what was proposed for it and waits for its answer, the work that waits longest first."""
    every = of_school(db, school_id).items()
    left = {task_id: tuple(one for one in shown if one.accepted is None) for task_id, shown in every}
    return {task_id: shown for task_id, shown in left.items() if shown}


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
        decided_at=datetime.fromisoformat(str(row["decided_at"])) if row["decided_at"] else None,
        why=str(row["why"]) if row["why"] else None,
        due_version=None if row["due_version"] is None else int(str(row["due_version"])),
    )
