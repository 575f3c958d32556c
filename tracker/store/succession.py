"""Which plan a copy with another number corrects: as people said it, and the works two plans are compared by."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from tracker.store import plans
from tracker.store.records import StoredPlan

Work = tuple[str, date | None]
"""A work of a plan as the plan itself says it: its title and its last day."""

_TASKS = "SELECT task.value AS one FROM revisions r, json_each(r.record, '$.tasks') task WHERE r.plan_id = ?"


def propose(db: Database, plan_id: int, corrected: int) -> None:
    """Note that a draft was uploaded as the corrected copy of a plan."""
    db.execute("UPDATE plans SET corrects = ? WHERE id = ?", [corrected, plan_id])


def proposed(db: Database, plan_id: int) -> int | None:
    """Return the id of the plan a draft was uploaded to correct, None when nobody said so."""
    return _number(db, "corrects", plan_id)


def stand_for(db: Database, plan_id: int, other: int | None) -> None:
    """Let the number of a draft find another plan from now on; None: the draft is a plan of its own again."""
    db.execute("UPDATE plans SET stands_for = ? WHERE id = ?", [other, plan_id])


def stands_for(db: Database, plan_id: int) -> int | None:
    """Return the id of the plan a draft was joined to, None while it is a plan of its own."""
    return _number(db, "stands_for", plan_id)


def _number(db: Database, column: str, plan_id: int) -> int | None:
    rows = db.query(f"SELECT {column} AS found FROM plans WHERE id = ? AND {column} IS NOT NULL", [plan_id])
    return next((int(str(row["found"])) for row in list(rows)), None)


def once_in_force(db: Database, school_id: int) -> tuple[StoredPlan, ...]:
    """Return the plans of a school that are or were in force, recalled ones too, newest first."""
    return tuple(one for one in plans.ever_of_school(db, school_id) if one.published_at is not None)


def works_in_force(db: Database, plan_id: int) -> tuple[Work, ...]:
    """Return the works of the copy of a plan that was published last, as the plan says them."""
    rows = db.query(
        "SELECT json_extract(one, '$.title') AS title, json_extract(one, '$.due.day') AS day "
        f"FROM ({_TASKS} AND r.status = 'published')",
        [plan_id],
    )
    return tuple((str(row["title"]), date.fromisoformat(row["day"]) if row["day"] else None) for row in list(rows))


def former_numbers(db: Database, plan_id: int) -> tuple[str, ...]:
    """Return the numbers that earlier copies of a plan bore, the oldest first, without the one it bears now."""
    rows = db.query(
        "SELECT json_extract(r.record, '$.header.number') AS number FROM revisions r JOIN plans p ON p.id = r.plan_id "
        "WHERE r.plan_id = ? AND r.status = 'superseded' AND json_extract(r.record, '$.header.number') <> p.number "
        "ORDER BY r.number",
        [plan_id],
    )
    return tuple(dict.fromkeys(str(row["number"]) for row in list(rows)))


def take_off(db: Database, plan_id: int, first: int) -> bool:
    """Take the drafts of a plan from number `first` on out; the one before them that waited waits again.

    Return whether one waits.
    """
    db.execute(
        "UPDATE revisions SET status = 'withdrawn' "
        "WHERE plan_id = ? AND number >= ? AND status IN ('draft', 'superseded')",
        [plan_id, first],
    )
    db.execute(
        "UPDATE revisions SET status = 'draft' WHERE plan_id = ? AND status = 'superseded' AND number = "
        "(SELECT max(number) FROM revisions WHERE plan_id = ? AND status IN ('superseded', 'published'))",
        [plan_id, plan_id],
    )
    waits = db.query("SELECT 1 FROM revisions WHERE plan_id = ? AND status = 'draft'", [plan_id])
    return bool(list(waits))
