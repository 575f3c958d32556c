"""Plans that were published and taken back: out of every list of what is in force, and never forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from tracker.store import plans
from tracker.store.records import StoredPlan

SHOWN = timedelta(days=30)
"""How long people are told that a plan was recalled: as long as calendars say that its works are cancelled."""

_RECALLED = (
    "SELECT p.id, h.at, h.who, h.why, max(h.id) AS newest FROM plans p "
    "JOIN history h ON h.subject = 'plan' AND h.subject_id = CAST(p.id AS TEXT) AND h.what = 'recalled' "
    "WHERE p.school_id = ? AND {out} GROUP BY p.id ORDER BY newest DESC"
)


@dataclass(frozen=True, slots=True)
class Recall:
    """A plan out of force since an instant: who took it back and why."""

    plan: StoredPlan
    at: datetime
    who: str
    why: str


def of_school(db: Database, school_id: int) -> tuple[Recall, ...]:
    """Return the recalled plans of a school, the one recalled last first; one that came back is not among them."""
    return _found(db, school_id, "p.status = 'withdrawn'")


def lately(db: Database, school_id: int, now: datetime) -> tuple[Recall, ...]:
    """Return the plans of a school recalled in the last weeks and not in force again, though a draft may wait."""
    found = _found(db, school_id, "p.status <> 'published'")
    return tuple(one for one in found if one.at > now - SHOWN)


def _found(db: Database, school_id: int, out: str) -> tuple[Recall, ...]:
    rows = db.query(_RECALLED.format(out=out), [school_id])
    return tuple(
        Recall(plans.by_id(db, row["id"]), datetime.fromisoformat(row["at"]), row["who"], row["why"] or "")
        for row in list(rows)
    )
