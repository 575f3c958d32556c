"""Pure: the messages of a rehearsal by who hears them: each person, their works, and the days they hear of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.reminders.account import Told


@dataclass(frozen=True, slots=True)
class Listener:
    """One person: who, how many messages they get, and task id → the days on which these tell of it, soonest first."""

    person_id: int
    name: str
    messages: int
    works: dict[str, tuple[date, ...]]


def by_listener(told: Iterable[Told]) -> tuple[Listener, ...]:
    """Return who hears the messages, most messages first, people who get as many by name."""
    names: dict[int, str] = {}
    messages: dict[int, int] = {}
    works: dict[int, dict[str, dict[date, None]]] = {}
    for one in told:
        person = one.message.draft.person_id
        names[person] = one.to
        messages[person] = messages.get(person, 0) + 1
        known = works.setdefault(person, {})
        for row in one.reminders:
            known.setdefault(row.planned.task_id, {})[one.at.date()] = None
    found = (
        Listener(person, name, messages[person], {task: tuple(days) for task, days in works[person].items()})
        for person, name in names.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.messages, one.name)))
