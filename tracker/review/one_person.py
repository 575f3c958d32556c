"""What was said of a plan's groups counts for the school once the plan is in force: their names become one person."""

from __future__ import annotations

from collections.abc import Iterable

from schedules.calendar import SchoolCalendar
from tracker.merging import merge
from tracker.review.operations import OneGroup, Operation
from tracker.store import people
from tracker.store.database import Database
from tracker.store.history import Actor


def join_groups(
    db: Database, school_id: int, operations: Iterable[Operation], actor: Actor, calendar: SchoolCalendar
) -> None:
    """Make one person of the names that were said to mean one group, so that no later plan parts them again."""
    for said in (one for one in operations if isinstance(one, OneGroup)):
        for name in said.also:
            gone, kept = people.by_name(db, school_id, name), people.by_name(db, school_id, said.name)
            if gone and kept and gone.id != kept.id:
                merge(db, gone.id, kept.id, actor, calendar)
