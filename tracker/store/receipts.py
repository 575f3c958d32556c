"""What a provider reports of a message after it took it: it arrived, it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class Receipt:
    """One report about one message of the outbox; `identity` is the same when the provider repeats it."""

    identity: str
    message_id: int
    event: str
    at: datetime


def message_of(db: Database, provider_id: str) -> int | None:
    """Return the message a provider knows by an id; one sent in parts is known by each of them."""
    whole = "SELECT id FROM messages WHERE provider_id = ? ORDER BY id DESC LIMIT 1"
    part = (
        "SELECT id FROM messages WHERE provider_id LIKE '%,%' "
        "AND instr(',' || provider_id || ',', ',' || ? || ',') > 0 ORDER BY id DESC LIMIT 1"
    )
    found = (row for query in (whole, part) for row in list(db.query(query, [provider_id])))
    return next((int(row["id"]) for row in found), None)


def add(db: Database, receipt: Receipt) -> bool:
    """Keep a report; False when it is known already."""
    rows = db.query(
        "INSERT INTO receipts (identity, message_id, event, at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (identity) DO NOTHING RETURNING identity",
        [receipt.identity, receipt.message_id, receipt.event, text_of(receipt.at)],
    )
    return bool(list(rows))


def of_school(db: Database, school_id: int) -> dict[int, tuple[Receipt, ...]]:
    """Return message id → what was reported of it, oldest first, for the messages of a school."""
    rows = db.query(
        "SELECT r.* FROM receipts r JOIN messages m ON m.id = r.message_id JOIN people p ON p.id = m.person_id "
        "WHERE p.school_id = ? ORDER BY r.at",
        [school_id],
    )
    found: dict[int, tuple[Receipt, ...]] = {}
    for row in rows:
        one = Receipt(row["identity"], int(row["message_id"]), row["event"], datetime.fromisoformat(row["at"]))
        found[one.message_id] = (*found.get(one.message_id, ()), one)
    return found
