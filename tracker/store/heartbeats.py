"""When each clock last beat: silence must be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The last beat of one clock, and one line of what it did."""

    name: str
    at: datetime
    detail: str


def beat(db: Database, heartbeat: Heartbeat) -> None:
    """Note that a clock beat."""
    db.execute(
        "INSERT INTO heartbeats (name, at, detail) VALUES (?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET at = excluded.at, detail = excluded.detail",
        [heartbeat.name, text_of(heartbeat.at), heartbeat.detail],
    )


def last(db: Database, name: str) -> Heartbeat | None:
    """Return the last beat of a clock, or None when it never beat."""
    rows = list(db.query("SELECT * FROM heartbeats WHERE name = ?", [name]))
    return Heartbeat(rows[0]["name"], datetime.fromisoformat(rows[0]["at"]), rows[0]["detail"]) if rows else None
