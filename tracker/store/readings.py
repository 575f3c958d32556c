"""Which task each line of a reading is: the ids given to the tasks of one import, in its order."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database


def add(db: Database, revision_id: int, ids: Sequence[str]) -> None:
    """Keep the ids of a revision's tasks."""
    for number, task_id in enumerate(ids):
        db.execute(
            "INSERT INTO readings (revision_id, number, task_id) VALUES (?, ?, ?)", [revision_id, number, task_id]
        )


def of_revision(db: Database, revision_id: int) -> tuple[str, ...]:
    """Return the ids of a revision's tasks in its order; empty for an import made before ids were kept."""
    rows = db.query("SELECT task_id FROM readings WHERE revision_id = ? ORDER BY number", [revision_id])
    return tuple(str(row["task_id"]) for row in rows)
