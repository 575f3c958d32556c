"""The calendar part of a letter: the tasks it tells of, as the events of the feed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.accepting import is_unaccepted
from tracker.feeds.calendar import enclosure_bytes
from tracker.feeds.making import cited, linked, parts_of
from tracker.feeds.view import FeedView
from tracker.reminders.facts import Facts
from tracker.store import people
from tracker.store.feeds import FeedKind

MAIL = "mailto:"
"""Only letters carry a calendar; no chat program does anything with one."""


def enclosure(facts: Facts, task_ids: Iterable[str], today: date, base_url: str) -> bytes | None:
    """Return the tasks with a day as iCalendar bytes with METHOD:PUBLISH, or None when there are none."""
    told = [stored for one in dict.fromkeys(task_ids) if (stored := facts.task(one)).task.due.dated]
    if not told:
        return None
    plans = {stored.plan_id: facts.plan(stored.plan_id) for stored in told}
    assigned = {stored.id: people.assigned(facts.db, stored.id) for stored in told}
    names = {person: facts.person(person).name for parts in assigned.values() for person, _ in parts}
    view = FeedView(
        kind=FeedKind.PERSON,
        name="",
        today=today,
        base_url=linked(base_url),
        plans={plan_id: cited(plan) for plan_id, plan in plans.items()},
        parts={task_id: parts_of(parts, names) for task_id, parts in assigned.items()},
        unaccepted=frozenset(one.id for one in told if one.finished and is_unaccepted(facts.db, one.id)),
    )
    return enclosure_bytes(view, told)
