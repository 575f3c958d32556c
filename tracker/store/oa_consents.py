"""Consents under way: the state Zalo brings back, once and within a quarter of an hour, and its PKCE verifier."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlite_utils import Database

from notifiers.secret import Secret
from tracker.store.ledger import text_of

LIVES = timedelta(minutes=15)
"""Zalo's code lives ten minutes; a person needs some to read."""


def begin(db: Database, state: str, verifier: Secret, now: datetime) -> None:
    """Keep the state of a consent that begins; older ones are forgotten."""
    db.execute("DELETE FROM oa_consents WHERE expires_at <= ?", [text_of(now)])
    db.execute(
        "INSERT INTO oa_consents (state_hash, verifier, made_at, expires_at) VALUES (?, ?, ?, ?)",
        [_hash(state), verifier.reveal(), text_of(now), text_of(now + LIVES)],
    )


def take(db: Database, state: str, now: datetime) -> Secret | None:
    """Use a state up and return its verifier; None when it is unknown, used or old."""
    rows = db.query(
        "DELETE FROM oa_consents WHERE state_hash = ? AND expires_at > ? RETURNING verifier",
        [_hash(state), text_of(now)],
    )
    return next((Secret(str(row["verifier"])) for row in list(rows)), None)


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
