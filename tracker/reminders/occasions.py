"""Pure: to whom, on which day and by which way a message goes, with the answers it may carry."""

from __future__ import annotations

from datetime import date

from tracker.reminders.desk import Desk
from tracker.reminders.digest import Occasion
from tracker.store.records import Office, Person

CHAT = "zalobot:"
"""Addresses at which plain words are an answer."""


def occasion_for(person: Person, address: str, today: date, desk: Desk) -> Occasion:
    """Return the occasion of a message to one address of a person."""
    return Occasion(
        *(person.name, today, desk.base_url),
        person_id=person.id,
        links=desk.links,
        chat=address.startswith(CHAT),
        signs_in=person.office is Office.MANAGER,
        oversees=person.office is Office.COMMITTEE,
    )
