"""What became known of addresses: migrations after those of evidence. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.evidence_migrations import migrations
from tracker.store.migrations import _run

__all__ = ["migrations"]


@migrations()
def m991_addresses_that_were_refused(db: Database) -> None:
    """Since when an address is refused as one that does not exist, and in which words; where a message went already."""
    _run(
        db,
        """
        ALTER TABLE addresses ADD COLUMN refused_at TEXT;
        ALTER TABLE addresses ADD COLUMN refused_why TEXT;
        CREATE INDEX addresses_refused ON addresses(refused_at) WHERE refused_at IS NOT NULL;
        CREATE INDEX messages_by_chain ON messages(chain_id) WHERE chain_id IS NOT NULL;
    """,
    )
