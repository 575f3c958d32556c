"""Which works of a school that were reported done are not taken for done, from the store."""

from __future__ import annotations

from tracker.doubting import unaccepted
from tracker.store import evidence, tasks
from tracker.store.database import Database


def unaccepted_in(db: Database, school_id: int, *, recalled: bool = False) -> dict[str, str]:
    """Return task id → why it is not taken for done, for the works in force of a school whose evidence was refused.

    With `recalled` also for finished works of plans taken back.
    """
    every = evidence.of_school(db, school_id, recalled=recalled).items()
    lost = {task_id: shown for task_id, shown in every if any(one.accepted is False for one in shown)}
    told = {task_id: unaccepted(tasks.by_id(db, task_id), shown) for task_id, shown in lost.items()}
    return {task_id: why for task_id, why in told.items() if why}


def is_unaccepted(db: Database, task_id: str) -> bool:
    """Whether a work that was reported done is not taken for done."""
    return bool(unaccepted(tasks.by_id(db, task_id), evidence.of_task(db, task_id)))
