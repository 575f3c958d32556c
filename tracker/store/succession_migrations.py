"""Corrected copies under another number: migrations after those of done work left out. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.left_out_migrations import migrations
from tracker.store.migrations import _run

__all__ = ["migrations"]


@migrations()
def m996_corrected_under_another_number(db: Database) -> None:
    """Which plan a draft was uploaded to correct, and which plan the number of a row now stands for."""
    _run(
        db,
        """
        ALTER TABLE plans ADD COLUMN corrects INTEGER REFERENCES plans(id);
        ALTER TABLE plans ADD COLUMN stands_for INTEGER REFERENCES plans(id);
    """,
    )
