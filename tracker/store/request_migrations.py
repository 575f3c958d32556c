"""What people ask of who looks after the plan: migrations after those of the outbox. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.migrations import _run
from tracker.store.outbox_migrations import migrations

__all__ = ["migrations"]


@migrations()
def m961_more_time_may_be_given_to_another_day(db: Database) -> None:
    """The day an approval gives where it is another than the one asked for."""
    db.execute("ALTER TABLE extensions ADD COLUMN granted TEXT")


@migrations()
def m962_works_that_are_not_someone_s(db: Database) -> None:
    """Who says that a work is not theirs, why, and how a manager settled it."""
    _run(
        db,
        """
        CREATE TABLE declines (
            id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id),
            person_id INTEGER NOT NULL REFERENCES people(id), reason TEXT NOT NULL, at TEXT NOT NULL,
            decision TEXT, decided_at TEXT, decided_by TEXT, why TEXT);
        CREATE INDEX declines_open ON declines(task_id) WHERE decision IS NULL;
        CREATE INDEX declines_by_person ON declines(task_id, person_id);
    """,
    )
