"""The tokens of an Official Account in the same database as the outbox: one renews at a time, stored before used.

The lock is a database of its own beside it: whoever renews may wait half a minute for Zalo, and nobody else's
writing may wait with them. A process that dies lets go of it by itself, on every system.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from notifiers.secret import Secret
from notifiers.zalo.tokens import OaTokens
from tracker.store.database import FILE_NAME, StoreTroubleError, connect, explained
from tracker.store.ledger import text_of

LOCK_FILE = "zalo-oa.lock"
PATIENCE_SECONDS = 90.0
"""Longer than one renewal may take (10 s to connect, 30 s to answer), for two in a row."""


@dataclass(frozen=True, slots=True)
class SqliteTokens:
    """The store of one Official Account's tokens in a data folder; implements `notifiers.zalo.tokens.TokenStore`."""

    folder: Path
    oa_id: str

    def load(self) -> OaTokens | None:
        """Return the tokens as committed last, None before the first consent."""
        path = self.folder / FILE_NAME
        with explained(path), closing(connect(path)) as db:
            rows = list(db.query("SELECT * FROM oa_tokens WHERE oa_id = ?", [self.oa_id]))
        return _record(rows[0]) if rows else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the one lock on these tokens; raise StoreTroubleError when another process keeps it too long."""
        path = self.folder / LOCK_FILE
        with explained(path):
            lock = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
        with closing(lock):
            with explained(path):
                lock.execute("BEGIN EXCLUSIVE")
            yield

    def commit(self, tokens: OaTokens) -> None:
        """Store the tokens and have them on the disk before returning: the old refresh token is spent already."""
        path = self.folder / FILE_NAME
        with explained(path), closing(connect(path)) as db:
            db.execute("PRAGMA synchronous = FULL")
            db.execute(
                "INSERT INTO oa_tokens (oa_id, access, refresh, expires_at, stopped) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (oa_id) DO UPDATE SET access = excluded.access, refresh = excluded.refresh, "
                "expires_at = excluded.expires_at, stopped = excluded.stopped",
                [
                    *(self.oa_id, tokens.access.reveal(), tokens.refresh.reveal()),
                    *(text_of(tokens.expires_at), tokens.stopped),
                ],
            )
            if db.conn.in_transaction:
                db.conn.commit()


def _record(row: dict[str, object]) -> OaTokens:
    return OaTokens(
        access=Secret(str(row["access"])),
        refresh=Secret(str(row["refresh"])),
        expires_at=datetime.fromisoformat(str(row["expires_at"])),
        stopped=str(row["stopped"]),
    )


__all__ = ["LOCK_FILE", "SqliteTokens", "StoreTroubleError"]
