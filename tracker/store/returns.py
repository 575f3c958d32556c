"""A recalled plan as it is published anew: since when its works had been in force, and that those it lost were."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database


def begin_anew(db: Database, plan_id: int) -> Mapping[str, str]:
    """Let no task of a plan be in force; return since when each was that had been, for `keep_told`."""
    had = "SELECT id, published_at FROM tasks WHERE plan_id = ? AND published_at IS NOT NULL"
    since = {str(row["id"]): str(row["published_at"]) for row in list(db.query(had, [plan_id]))}
    db.execute("UPDATE tasks SET published_at = NULL WHERE plan_id = ?", [plan_id])
    return since


def keep_told(db: Database, since: Mapping[str, str]) -> None:
    """Note of the tasks that did not come into force again that they once were: calendars are told they are dropped."""
    db.conn.executemany(
        "UPDATE tasks SET published_at = ? WHERE id = ? AND published_at IS NULL",
        [(at, task_id) for task_id, at in since.items()],
    )
