"""Who is signed in: one-time links that open sessions. Only the hash of a secret is ever stored."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from tracker.store import people, schools
from tracker.store.database import transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import Person

LINK_LIVES = timedelta(hours=24)
SESSION_LIVES = timedelta(days=30)
SECRET_BYTES = 32
MANAGER = "Người quản lý"


@dataclass(frozen=True, slots=True)
class Session:
    """Someone signed in, until `expires_at` or until they sign out.

    Who signed in by a letter is the person it went to and sees their own school; who did by the server, all, under
    the name of the one manager of a house with one school.
    """

    who: str
    made_at: datetime
    expires_at: datetime
    school_id: int | None = None


@dataclass(frozen=True, slots=True)
class SignInLink:
    """A link that opens a session: for whom (nobody by name, of the server), where it leads then, how long it lives."""

    person_id: int | None
    back: str
    until: datetime


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


def keep_link(db: Database, secret: str, link: SignInLink, now: datetime) -> None:
    """Keep a one-time link whose secret is made elsewhere, for someone by name."""
    db.execute(
        "INSERT INTO sign_in_links (token_hash, made_at, expires_at, person_id, back) VALUES (?, ?, ?, ?, ?)",
        [hash_of(secret), _text(now), _text(link.until), link.person_id, link.back],
    )


_STILL_MANAGES = "p.active = 1 AND p.office = 'manager' AND p.merged_into IS NULL"
_OF_A_MANAGER = (
    f"(l.person_id IS NULL OR EXISTS (SELECT 1 FROM people p WHERE p.id = l.person_id AND {_STILL_MANAGES}))"
)


def good_link(db: Database, secret: str, now: datetime) -> SignInLink | None:
    """Return a link that would still open a session, None for any other; looking does not use it up."""
    found = db.query(
        "SELECT person_id, back, expires_at FROM sign_in_links l "
        f"WHERE token_hash = ? AND used_at IS NULL AND expires_at > ? AND {_OF_A_MANAGER}",
        [hash_of(secret), _text(now)],
    )
    rows = list(found)
    return next(
        (SignInLink(row["person_id"], row["back"], datetime.fromisoformat(row["expires_at"])) for row in rows), None
    )


def open_session(db: Database, link: str, now: datetime) -> str | None:
    """Use up a link and return the secret of a new session; None when the link is used, old or unknown."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with transaction(db):
        used = db.query(
            "UPDATE sign_in_links AS l SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ? "
            f"AND {_OF_A_MANAGER} RETURNING person_id",
            [_text(now), hash_of(link), _text(now)],
        )
        whose = [row["person_id"] for row in used]
        if not whose:
            return None
        person_id = whose[0]
        db.execute(
            "INSERT INTO sessions (token_hash, who, made_at, expires_at, person_id) VALUES (?, "
            "ifnull((SELECT name FROM people WHERE id = ?), ?), ?, ?, ?)",
            [hash_of(secret), person_id, MANAGER, _text(now), _text(now + SESSION_LIVES), person_id],
        )
        if person_id is not None:
            actor = Actor(people.by_id(db, person_id).name, now)
            append(db, actor, Change("person", str(person_id), "signed in"))
    return secret


def only_manager(db: Database) -> Person | None:
    """Return the one person who manages plans in a house with one school: who signs in by the server; else None."""
    named = [one for one in people.managers(db) if one.name != people.MANAGER_NAME]
    return named[0] if len(named) == 1 and len(schools.standing(db)) == 1 else None


def live(db: Database, secret: str, now: datetime) -> Session | None:
    """Return the session of this secret while it lives; that of a person ends when they manage no more."""
    rows = db.query(
        "SELECT ifnull(p.name, s.who) AS who, s.made_at, s.expires_at, p.school_id "
        "FROM sessions s LEFT JOIN people p ON p.id = s.person_id "
        "WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > ? "
        f"AND (s.person_id IS NULL OR ({_STILL_MANAGES}))",
        [hash_of(secret), _text(now)],
    )
    for row in list(rows):
        made_at, expires_at = (datetime.fromisoformat(row[name]) for name in ("made_at", "expires_at"))
        nameless = row["school_id"] is None and row["who"] == MANAGER
        one = only_manager(db) if nameless else None
        return Session(one.name if one else str(row["who"]), made_at, expires_at, row["school_id"])
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
