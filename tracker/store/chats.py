"""Chats with the school's bot: codes that tie one to a name, and every message once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from tracker.store.ledger import text_of

CODE_LIVES = timedelta(days=14)
"""A code is handed out on paper at a meeting and typed at home; about 30 bits, so tries are counted too."""


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message to the bot: its id at Zalo, from which address, what kind of event."""

    message_id: str
    address: str
    event: str
    at: datetime


def hash_of(code: str) -> str:
    """Return what the database keeps of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def make_code(db: Database, person_id: int, code: str, now: datetime) -> datetime:
    """Keep a new code for a person, in place of those not used yet; return when it ends."""
    db.execute(
        "UPDATE link_codes SET expires_at = ? WHERE person_id = ? AND used_at IS NULL", [text_of(now), person_id]
    )
    db.execute(
        "INSERT INTO link_codes (person_id, code_hash, made_at, expires_at) VALUES (?, ?, ?, ?)",
        [person_id, hash_of(code), text_of(now), text_of(now + CODE_LIVES)],
    )
    return now + CODE_LIVES


def use_code(db: Database, code: str, now: datetime) -> int | None:
    """Use a code up and return whose it is; None when it is unknown, used or old."""
    rows = db.query(
        "UPDATE link_codes SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ? "
        "RETURNING person_id",
        [text_of(now), hash_of(code), text_of(now)],
    )
    return next((int(row["person_id"]) for row in list(rows)), None)


def owner_of(db: Database, code: str, now: datetime) -> int | None:
    """Return whose a code is while it can be used; looking does not use it up."""
    rows = db.query(
        "SELECT person_id FROM link_codes WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?",
        [hash_of(code), text_of(now)],
    )
    return next((int(row["person_id"]) for row in list(rows)), None)


def is_new(db: Database, message: ChatMessage) -> bool:
    """Keep a message; False when it is known already, for webhooks are repeated."""
    rows = db.query(
        "INSERT INTO chat_messages (message_id, at, address, event) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (message_id) DO NOTHING RETURNING id",
        [message.message_id, text_of(message.at), message.address, message.event],
    )
    return bool(list(rows))


def note(db: Database, message_id: str, person_id: int | None, understood: str) -> None:
    """Write down who wrote a message and how it was understood; never its words."""
    db.execute(
        "UPDATE chat_messages SET person_id = ?, understood = ? WHERE message_id = ?",
        [person_id, understood, message_id],
    )


def note_answered(db: Database, message_id: str, outcome: str) -> None:
    """Write down how the answer to a message was delivered."""
    db.execute("UPDATE chat_messages SET answered = ? WHERE message_id = ?", [outcome, message_id])


def count(db: Database, address: str, understood: str, since: datetime) -> int:
    """Return how many messages of an address were understood in one way since an instant."""
    rows = db.query(
        "SELECT count(*) AS n FROM chat_messages WHERE address = ? AND understood = ? AND at >= ?",
        [address, understood, text_of(since)],
    )
    return int(next(iter(list(rows)))["n"])


def person_at(db: Database, address: str) -> int | None:
    """Return who is reached at an address and still works at a school; None when nobody is."""
    rows = db.query(
        "SELECT a.person_id FROM addresses a JOIN people p ON p.id = a.person_id "
        "WHERE a.url = ? AND p.active = 1 ORDER BY a.id DESC LIMIT 1",
        [address],
    )
    return next((int(row["person_id"]) for row in list(rows)), None)


def protected_since(db: Database, since: datetime) -> int:
    """Return how many chats only sent what Zalo keeps back since an instant: protected accounts."""
    rows = db.query(
        "SELECT count(DISTINCT address) AS n FROM chat_messages WHERE understood = 'protected' AND at >= ?",
        [text_of(since)],
    )
    return int(next(iter(list(rows)))["n"])


def bot_use(db: Database, since: datetime) -> tuple[int, int]:
    """Return how many messages and answers the bot sent since an instant, and to how many people it writes."""
    rows = db.query(
        "SELECT (SELECT count(*) FROM messages WHERE channel = 'zalo_bot' AND state = 'sent' AND composed_at >= ?) + "
        "(SELECT count(*) FROM chat_messages WHERE answered = 'sent' AND at >= ?) AS sent, "
        "(SELECT count(DISTINCT url) FROM addresses WHERE url LIKE 'zalobot:%' AND stopped_at IS NULL) AS people",
        [text_of(since), text_of(since)],
    )
    row = next(iter(list(rows)))
    return int(row["sent"]), int(row["people"])
