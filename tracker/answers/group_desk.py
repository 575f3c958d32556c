"""From the store to the text for a school's Zalo group."""

from __future__ import annotations

from datetime import date

from tracker.answers.bulletin import Bulletin, Span, group_text
from tracker.store import people, tasks
from tracker.store.database import Database
from tracker.store.records import Part, School


def text_for(db: Database, school: School, today: date, span: Span, *, names: bool = False) -> str:
    """Return the text of a day or week of a school, with the leads' names only when asked for."""
    staff = {person.id: person for person in people.of_school(db, school.id)}
    leads = {
        task_id: tuple(staff[one].name for one, part in parts if part is Part.LEAD and staff[one].active)
        for task_id, parts in people.assignments_of_school(db, school.id).items()
    }
    known = tuple(person.name for person in staff.values())
    asked = Bulletin(school.name, today, span, known, leads if names else None)
    return group_text(tasks.of_school(db, school.id), asked)
