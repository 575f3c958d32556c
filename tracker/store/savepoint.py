"""A part of a transaction that can fail by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """Undo what was written inside when it fails, and only that; call inside a transaction."""
    db.conn.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        db.conn.execute("ROLLBACK TO part")
        db.conn.execute("RELEASE part")
        raise
    db.conn.execute("RELEASE part")
