"""Plans that were published and taken back: out of every list of what is in force, and never forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store import plans
from tracker.store.records import StoredPlan


@dataclass(frozen=True, slots=True)
class Recall:
    """A plan out of force since an instant: who took it back and why."""

    plan: StoredPlan
    at: datetime
    who: str
    why: str


def of_school(db: Database, school_id: int) -> tuple[Recall, ...]:
    """Return the recalled plans of a school, the one recalled last first; one that came back is not among them."""
    rows = db.query(
        "SELECT p.id, h.at, h.who, h.why, max(h.id) AS newest FROM plans p "
        "JOIN history h ON h.subject = 'plan' AND h.subject_id = CAST(p.id AS TEXT) AND h.what = 'recalled' "
        "WHERE p.school_id = ? AND p.status = 'withdrawn' GROUP BY p.id ORDER BY newest DESC",
        [school_id],
    )
    return tuple(
        Recall(plans.by_id(db, row["id"]), datetime.fromisoformat(row["at"]), row["who"], row["why"] or "")
        for row in list(rows)
    )
