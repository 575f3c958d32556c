"""Done work that a plan no longer has: migrations after those of addresses. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.address_migrations import migrations
from tracker.store.migrations import _run

__all__ = ["migrations"]


@migrations()
def m995_done_work_left_out(db: Database) -> None:
    """Since when the plan in force does not have a work that was done: the work stays done."""
    _run(db, "ALTER TABLE tasks ADD COLUMN left_out_at TEXT;")
