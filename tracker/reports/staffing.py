"""Who does the works of every school now, from the store."""

from __future__ import annotations

from tracker.accepting import unaccepted_in
from tracker.reports.board import Staff
from tracker.store import people, schools
from tracker.store.database import Database


def everyone(db: Database) -> Staff:
    """Return the people of every school, who has which part in which work, which of those reported done are not so."""
    every = schools.all_schools(db)
    return Staff(
        people={person.id: person for one in every for person in people.of_school(db, one.id)},
        parts={task_id: held for one in every for task_id, held in people.assignments_of_school(db, one.id).items()},
        unaccepted={task_id: why for one in every for task_id, why in unaccepted_in(db, one.id, recalled=True).items()},
    )
