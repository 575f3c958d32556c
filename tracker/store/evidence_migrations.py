"""Evidence that is a file: migrations after those of signing in. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.migrations import _run
from tracker.store.sign_in_migrations import migrations

__all__ = ["migrations"]


@migrations()
def m981_evidence_as_files(db: Database) -> None:
    """Which pieces of evidence are files, by their fingerprints; neither they nor their evidence ever go."""
    _run(
        db,
        """
        CREATE TABLE evidence_files (
            evidence_id INTEGER PRIMARY KEY REFERENCES evidence(id), sha256 TEXT NOT NULL, name TEXT NOT NULL,
            suffix TEXT NOT NULL, size INTEGER NOT NULL);
        CREATE INDEX evidence_files_by_print ON evidence_files(sha256);
        CREATE TRIGGER evidence_files_never_change BEFORE UPDATE ON evidence_files
            BEGIN SELECT RAISE(ABORT, 'evidence files never change'); END;
        CREATE TRIGGER evidence_files_never_go BEFORE DELETE ON evidence_files
            BEGIN SELECT RAISE(ABORT, 'evidence files never go'); END;
    """,
    )
