"""What the outbox says is wrong: channels that do not work, people nobody can reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class ChannelDown:
    """A channel whose last tries failed for a reason only its settings or its account can mend."""

    channel: str
    reason: str
    messages: int


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Someone whose newest message arrived nowhere: surely not (`failed`), or nobody knows."""

    person_id: int
    name: str
    reason: str
    school_id: int = 0
    failed: bool = False


def channels_down(db: Database, since: datetime) -> tuple[ChannelDown, ...]:
    """Return the channels with a configuration failure since an instant and no success after it."""
    rows = db.query(
        "SELECT f.channel, max(f.outcome_reason) AS reason, count(*) AS messages FROM messages f "
        "WHERE f.outcome = 'permanent_configuration' AND f.state IN ('waiting', 'failed') AND f.composed_at >= ? "
        "AND NOT EXISTS (SELECT 1 FROM messages s WHERE s.channel = f.channel AND s.state = 'sent' "
        "AND s.finished_at > f.composed_at) GROUP BY f.channel ORDER BY f.channel",
        [text_of(since)],
    )
    return tuple(ChannelDown(row["channel"], row["reason"], int(row["messages"])) for row in rows)


def unreachable(db: Database, since: datetime) -> tuple[Unreachable, ...]:
    """Return the people whose newest message since an instant ended failed or unknown on its last address."""
    rows = db.query(
        "SELECT p.id, p.name, p.school_id, m.outcome_reason AS reason, m.state = 'failed' AS failed "
        "FROM messages m JOIN people p ON p.id = m.person_id "
        "WHERE m.state IN ('failed', 'unknown') AND m.composed_at >= ? AND p.active = 1 AND NOT EXISTS "
        "(SELECT 1 FROM messages n WHERE n.person_id = m.person_id AND n.id > m.id AND n.state <> 'cancelled') "
        "ORDER BY p.name_folded",
        [text_of(since)],
    )
    return tuple(
        Unreachable(int(row["id"]), row["name"], row["reason"] or "", int(row["school_id"]), failed=bool(row["failed"]))
        for row in rows
    )
