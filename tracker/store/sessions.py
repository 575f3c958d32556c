"""Who is signed in: one-time links that open sessions. Only the hash of a secret is ever stored."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from tracker.store.database import transaction

LINK_LIVES = timedelta(hours=24)
SESSION_LIVES = timedelta(days=30)
SECRET_BYTES = 32
MANAGER = "Người quản lý"


@dataclass(frozen=True, slots=True)
class Session:
    """Someone signed in, until `expires_at` or until they sign out."""

    who: str
    made_at: datetime
    expires_at: datetime


def hash_of(secret: str) -> str:
    """Return what the database keeps of a secret; 256 random bits need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_link(db: Database, now: datetime) -> str:
    """Store a new one-time link and return its secret, which is shown once and kept nowhere."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with transaction(db):
        db.execute(
            "INSERT INTO sign_in_links (token_hash, made_at, expires_at) VALUES (?, ?, ?)",
            [hash_of(secret), _text(now), _text(now + LINK_LIVES)],
        )
    return secret


def link_is_good(db: Database, secret: str, now: datetime) -> bool:
    """Whether a link would still open a session; looking does not use it up."""
    found = db.query(
        "SELECT 1 FROM sign_in_links WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
        [hash_of(secret), _text(now)],
    )
    return bool(list(found))


def open_session(db: Database, link: str, now: datetime, who: str = MANAGER) -> str | None:
    """Use up a link and return the secret of a new session; None when the link is used, old or unknown."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with transaction(db):
        used = db.execute(
            "UPDATE sign_in_links SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
            [_text(now), hash_of(link), _text(now)],
        )
        if used.rowcount != 1:
            return None
        db.execute(
            "INSERT INTO sessions (token_hash, who, made_at, expires_at) VALUES (?, ?, ?, ?)",
            [hash_of(secret), who, _text(now), _text(now + SESSION_LIVES)],
        )
    return secret


def live(db: Database, secret: str, now: datetime) -> Session | None:
    """Return the session of this secret while it lives."""
    rows = db.query(
        "SELECT who, made_at, expires_at FROM sessions WHERE token_hash = ? AND ended_at IS NULL AND expires_at > ?",
        [hash_of(secret), _text(now)],
    )
    for row in list(rows):
        made_at, expires_at = (datetime.fromisoformat(row[name]) for name in ("made_at", "expires_at"))
        return Session(str(row["who"]), made_at, expires_at)
    return None


def end(db: Database, secret: str, now: datetime) -> None:
    """Sign out: the session never lives again."""
    with transaction(db):
        db.execute(
            "UPDATE sessions SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL",
            [_text(now), hash_of(secret)],
        )


def _text(instant: datetime) -> str:
    """Return an instant as text; the one zone of the house has no summer time, so it sorts as time does."""
    return instant.isoformat(timespec="seconds")
