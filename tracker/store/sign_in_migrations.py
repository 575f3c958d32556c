"""Signing in by a letter: migrations after those of requests. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.migrations import _run
from tracker.store.request_migrations import migrations

__all__ = ["migrations"]


@migrations()
def m971_sign_in_by_letter(db: Database) -> None:
    """Who asked for a sign-in link, until it is answered; whose a link and a session is, and where a link leads."""
    _run(
        db,
        """
        CREATE TABLE sign_in_requests (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, whom_mark TEXT NOT NULL, client_mark TEXT NOT NULL,
            typed TEXT NOT NULL, person_id INTEGER REFERENCES people(id), back TEXT NOT NULL, settled_at TEXT);
        CREATE INDEX sign_in_requests_by_time ON sign_in_requests(at);
        CREATE INDEX sign_in_requests_open ON sign_in_requests(id) WHERE settled_at IS NULL;
        ALTER TABLE sign_in_links ADD COLUMN person_id INTEGER REFERENCES people(id);
        ALTER TABLE sign_in_links ADD COLUMN back TEXT NOT NULL DEFAULT '/';
        ALTER TABLE sessions ADD COLUMN person_id INTEGER REFERENCES people(id);
        CREATE INDEX messages_to_sign_in ON messages(id) WHERE kind = 'sign_in' AND state = 'waiting';
    """,
    )
