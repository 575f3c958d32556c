"""What the outbox keeps apart: migrations after those of recurring work and changes. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.migrations import _run
from tracker.store.repeat_migrations import migrations

__all__ = ["migrations"]


@migrations()
def m951_what_went_nowhere_takes_no_place(db: Database) -> None:
    """One message of a kind a day: those that reached nobody for want of a channel, or surely failed, do not count."""
    _run(
        db,
        """
        DROP INDEX messages_one_a_day;
        CREATE UNIQUE INDEX messages_one_a_day ON messages(person_id, day, kind, hop)
            WHERE state NOT IN ('cancelled', 'failed') AND kind NOT IN ('decision', 'change')
            AND substr(address, 1, 8) <> 'preview:';
        CREATE INDEX messages_of_weeks ON messages(day) WHERE kind = 'summary';
    """,
    )


@migrations()
def m952_requests_are_a_kind_of_their_own(db: Database) -> None:
    """Messages that tell of requests for more time are no decisions; which kinds go once a day is said by name."""
    _run(
        db,
        """
        DROP INDEX messages_one_a_day;
        UPDATE messages SET kind = 'request' WHERE kind = 'decision' AND stage GLOB 'X-Q*';
        CREATE UNIQUE INDEX messages_one_a_day ON messages(person_id, day, kind, hop)
            WHERE state NOT IN ('cancelled', 'failed') AND kind IN ('routine', 'late_born', 'summary', 'alarm')
            AND substr(address, 1, 8) <> 'preview:';
    """,
    )


@migrations()
def m953_who_gave_evidence_hears_that_it_was_refused(db: Database) -> None:
    """Which deadline was in force when evidence was refused; what was refused before is not told after the fact."""
    db.execute("ALTER TABLE evidence ADD COLUMN due_version INTEGER")
