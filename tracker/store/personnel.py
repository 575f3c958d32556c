"""People come, change and leave: name, office, how they are reached; every change kept in the history."""

from __future__ import annotations

from dataclasses import replace

from tracker.store import people
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import Person
from tracker.store.schools import folded


def namesake(db: Database, person: Person) -> Person | None:
    """Return someone else of the same school and name, accents and case not minded."""
    known = people.by_name(db, person.school_id, person.name)
    return known if known and known.id != person.id else None


def hire(db: Database, person: Person, actor: Actor) -> Person:
    """Store someone new; the id given is ignored. Returns the person with their id."""
    with transaction(db):
        made = people.ensure(db, person.school_id, person.name, person.office)
        return change(db, replace(person, id=made.id), actor)


def change(db: Database, person: Person, actor: Actor) -> Person:
    """Store what is now known of a person; writes nothing when nothing changed."""
    with transaction(db):
        old = people.by_id(db, person.id)
        if old == person:
            return old
        db.execute(
            "UPDATE people SET name_folded = name_folded || ' #' || id WHERE merged_into = ? AND name_folded = ?",
            [person.id, folded(person.name)],  # a name merged into theirs may become theirs again
        )
        db.execute(
            "UPDATE people SET name = ?, name_folded = ?, office = ?, active = ? WHERE id = ?",
            [person.name, folded(person.name), person.office.value, int(person.active), person.id],
        )
        people.set_addresses(db, person.id, person.addresses)
        append(db, actor, Change("person", str(person.id), "changed", _words(old), _words(person)))
        return people.by_id(db, person.id)


def _words(person: Person) -> str:
    """Return a person as the history keeps them: kinds of address only, for an address may hold a secret."""
    kinds = ", ".join(address.partition(":")[0] for address in person.addresses)
    return f"{person.name}; {person.office.value}; {kinds}; {'active' if person.active else 'left'}"
