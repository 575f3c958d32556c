"""What people ask of who looks after the plan: migrations after those of the outbox. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.outbox_migrations import migrations

__all__ = ["migrations"]


@migrations()
def m961_more_time_may_be_given_to_another_day(db: Database) -> None:
    """The day an approval gives where it is another than the one asked for."""
    db.execute("ALTER TABLE extensions ADD COLUMN granted TEXT")
