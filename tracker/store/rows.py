"""Rows of a statement inside a transaction, without what a general query costs each time."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

Row = dict[str, object]


def fetch(db: Database, sql: str, values: Sequence[object]) -> list[Row]:
    """Return the rows of a statement; outside a transaction it commits itself, as `Database.query` does."""
    if not db.conn.in_transaction:
        return list(db.query(sql, values))
    cursor = db.conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
