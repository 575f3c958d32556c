"""Someone wants no more messages at an address: it goes out of use at once, reminders take their next one."""

from __future__ import annotations

from datetime import datetime

from schedules.calendar import WorkingDays
from tracker.answers.token import Token, mark_of
from tracker.reminders.planning import replan
from tracker.store import people, stops
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.stops import StopWhy


def address_of(db: Database, token: Token) -> str | None:
    """Return the address a link is about; None when the person has it no more."""
    return next((url for url in stops.addresses_of(db, token.person_id) if mark_of(url) == token.subject), None)


def stop(db: Database, token: Token, now: datetime, working_days: WorkingDays) -> None:
    """Take the address of a link out of use; doing it twice changes nothing more."""
    with transaction(db):
        url, person = address_of(db, token), people.by_id(db, token.person_id)
        if url and stops.stop(db, person.id, url, StopWhy.ASKED, Actor(person.name, now)):
            replan(db, person.school_id, working_days)


def resume(db: Database, token: Token, now: datetime, working_days: WorkingDays) -> None:
    """Put the address of a link back into use."""
    with transaction(db):
        url, person = address_of(db, token), people.by_id(db, token.person_id)
        if url and stops.resume(db, person.id, url, Actor(person.name, now)):
            replan(db, person.school_id, working_days)
