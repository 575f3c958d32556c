"""Who has a published work now, where the plan named somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.naming import TITLED
from tracker.store import people
from tracker.store.database import Database
from tracker.store.records import Part, StoredTask
from tracker.store.schools import folded


@dataclass(frozen=True, slots=True)
class Present:
    """Who leads and helps now, by name, and who led by the plan and no longer does (as named within a sentence)."""

    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    before: tuple[str, ...]


def handed_over(db: Database, school_id: int, works: Iterable[StoredTask]) -> dict[str, Present]:
    """Return task id → who has it now, of the published works that others lead than the plan names."""
    names = {one.id: one.name for one in people.of_school(db, school_id)}
    assigned = people.assignments_of_school(db, school_id)
    found: dict[str, Present] = {}
    for one in works:
        named = _named(db, school_id, one)
        parts = assigned.get(one.id, ())
        leads = [person for person, part in parts if part is Part.LEAD]
        if one.published and set(leads) != set(named):
            helpers = tuple(names[person] for person, part in parts if part is Part.HELPER)
            before = tuple(_within(words) for person, words in named.items() if person not in leads)
            found[one.id] = Present(tuple(names[person] for person in leads), helpers, before)
    return found


def _named(db: Database, school_id: int, stored: StoredTask) -> dict[int, str]:
    """Return the people the plan's words name as leading a work, each with these words."""
    found = ((people.by_name(db, school_id, words), words) for words in stored.task.owners)
    return {person.id: words for person, words in found if person}


def _within(name: str) -> str:
    """Return a name as it stands within a sentence: “cô Hà”."""
    return name[:1].lower() + name[1:] if folded(name).startswith(TITLED) else name
