"""Who does the works of every school now, from the store."""

from __future__ import annotations

from tracker.reports.board import Staff
from tracker.store import people, schools
from tracker.store.database import Database


def everyone(db: Database) -> Staff:
    """Return the people of every school and who has which part in which work."""
    every = schools.all_schools(db)
    return Staff(
        people={person.id: person for one in every for person in people.of_school(db, one.id)},
        parts={task_id: held for one in every for task_id, held in people.assignments_of_school(db, one.id).items()},
    )
