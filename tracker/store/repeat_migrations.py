"""Recurring work and people of two names: migrations after those of `tracker.store.answer_migrations`. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.answer_migrations import migrations
from tracker.store.migrations import _run

__all__ = ["migrations"]


@migrations()
def m601_recurring_work_comes_again(db: Database) -> None:
    """Each time of recurring work is a task of its own: which it repeats, and the day after which the next one comes.

    Work published before this is taken up from its first time on.
    """
    _run(
        db,
        """
        ALTER TABLE tasks ADD COLUMN repeats TEXT REFERENCES tasks(id);
        ALTER TABLE tasks ADD COLUMN next_after TEXT;
        CREATE INDEX tasks_to_repeat ON tasks(next_after) WHERE next_after IS NOT NULL;
        CREATE INDEX tasks_by_first_time ON tasks(repeats) WHERE repeats IS NOT NULL;
        UPDATE tasks SET next_after = due WHERE published_at IS NOT NULL AND state <> 'cancelled' AND due IS NOT NULL
            AND json_extract(record, '$.due.recurrence') IN ('weekly', 'monthly', 'quarterly', 'termly');
    """,
    )


@migrations()
def m701_people_of_two_names(db: Database) -> None:
    """Whom a name turned out to be: its works, reminders and addresses are theirs, its row stays for the history."""
    db.execute("ALTER TABLE people ADD COLUMN merged_into INTEGER REFERENCES people(id)")
