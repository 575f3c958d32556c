"""Who asked for a sign-in link by letter: kept for a day to count by, what was typed only until it is answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from tracker.store.ledger import text_of

KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Request:
    """Someone asks for a link: by an address they typed, or as the person a letter of theirs names.

    `back` is the page they wanted, `client` where they ask from.
    """

    typed: str
    back: str
    client: str
    person_id: int | None = None
    id: int = 0

    @property
    def whom(self) -> str:
        """Whom the link is wanted for, as it is counted."""
        return f"person {self.person_id}" if self.person_id else f"typed {self.typed}"


def mark_of(words: str) -> str:
    """Return what is kept to count by: the words themselves would say who asked."""
    return hashlib.sha256(words.encode()).hexdigest()


def add(db: Database, request: Request, now: datetime) -> None:
    """Keep a request to be answered; forget those of long ago."""
    db.execute("DELETE FROM sign_in_requests WHERE at < ?", [text_of(now - KEPT)])
    db.execute(
        "INSERT INTO sign_in_requests (at, whom_mark, client_mark, typed, person_id, back) VALUES (?, ?, ?, ?, ?, ?)",
        [
            *(text_of(now), mark_of(request.whom), mark_of(request.client)),
            *(request.typed, request.person_id, request.back),
        ],
    )


def times(db: Database, since: datetime, *, whom: str | None = None, client: str | None = None) -> list[datetime]:
    """Return when links were asked for since an instant, oldest first: for someone, from somewhere, or all."""
    rows = db.query(
        "SELECT at FROM sign_in_requests WHERE at > ? AND (? IS NULL OR whom_mark = ?) "
        "AND (? IS NULL OR client_mark = ?) ORDER BY at",
        [text_of(since), *(2 * [mark_of(whom) if whom else None]), *(2 * [mark_of(client) if client else None])],
    )
    return [datetime.fromisoformat(row["at"]) for row in rows]


def take(db: Database, now: datetime, since: datetime) -> tuple[Request, ...]:
    """Return the requests made since an instant that nobody answered yet, and note all as answered.

    What was typed is forgotten.
    """
    rows = list(db.query("SELECT * FROM sign_in_requests WHERE settled_at IS NULL ORDER BY id"))
    if rows:
        db.execute("UPDATE sign_in_requests SET settled_at = ?, typed = '' WHERE settled_at IS NULL", [text_of(now)])
    return tuple(
        Request(row["typed"], row["back"], "", row["person_id"], row["id"])
        for row in rows
        if row["at"] > text_of(since)
    )


def waits(db: Database) -> bool:
    """Whether someone asked and is not answered, or a letter with a link waits to be sent."""
    return bool(
        db.execute(
            "SELECT EXISTS (SELECT 1 FROM sign_in_requests WHERE settled_at IS NULL) "
            "OR EXISTS (SELECT 1 FROM messages WHERE kind = 'sign_in' AND state = 'waiting')"
        ).fetchone()[0]
    )


def letters_since(db: Database, person_id: int, since: datetime) -> int:
    """Return how many letters with a link were made for someone since an instant."""
    found = db.execute(
        "SELECT count(*) FROM messages WHERE kind = 'sign_in' AND hop = 0 AND person_id = ? AND composed_at > ?",
        [person_id, text_of(since)],
    ).fetchone()
    return int(found[0])
