"""From the store to a finished feed: the tasks of its subject, their words, the bytes."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from tracker.accepting import unaccepted_in
from tracker.feeds.calendar import calendar_bytes
from tracker.feeds.view import FeedView, Parts, last_modified
from tracker.store import people, plans, schools, tasks
from tracker.store.database import Database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.records import Office, Part, Person, School, StoredPlan, StoredTask

FORM = "10"
"""Raise when the words or the shape of a feed change, so that bytes made before are not served again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A feed as made: its bytes and when what it shows last changed (None without any task)."""

    body: bytes
    last_modified: datetime | None


def linked(base_url: str) -> str:
    """Return the address for links in events: none where only this machine itself could follow them."""
    host = urlsplit(base_url).hostname or ""
    try:
        reachable = host != "localhost" and not ipaddress.ip_address(host).is_loopback
    except ValueError:
        reachable = host not in {"", "localhost"}
    return base_url.rstrip("/") if reachable else ""


def variant(base_url: str) -> str:
    """Return what the bytes depend on besides tasks and day: the release's form and the address."""
    return hashlib.sha256(f"{FORM}\x1f{linked(base_url)}".encode()).hexdigest()[:16]


def make(db: Database, subject: FeedSubject, today: date, base_url: str = "") -> Made:
    """Return the feed of a subject on a day; raise LookupError when the school or the person is not there."""
    view = view_of(db, subject, today, base_url)
    shown = _tasks(db, subject)
    return Made(calendar_bytes(view, shown), last_modified(view, shown))


def view_of(db: Database, subject: FeedSubject, today: date, base_url: str = "") -> FeedView:
    """Return what the feed of a subject is made from besides its tasks; LookupError as `make`."""
    return _view(db, schools.by_id(db, subject.school_id), subject, today, linked(base_url))


def _tasks(db: Database, subject: FeedSubject) -> tuple[StoredTask, ...]:
    every = tasks.of_school(db, subject.school_id)
    if subject.person_id is None:
        return every
    parts = people.assignments_of_school(db, subject.school_id)
    return tuple(one for one in every if subject.person_id in dict(parts.get(one.id, ())))


def _view(db: Database, school: School, subject: FeedSubject, today: date, base_url: str) -> FeedView:
    person = people.by_id(db, subject.person_id) if subject.person_id else None
    names = {
        FeedKind.SCHOOL: f"Kế hoạch {school.name}",
        FeedKind.COMMITTEE: f"Tổ giám sát – {school.name}",
        FeedKind.PUBLIC: f"Công khai – {school.name}",
        FeedKind.PERSON: f"Việc của {person.name} – {school.name}" if person else school.name,
    }
    names_of = {one.id: one.name for one in people.of_school(db, school.id)}
    assigned = people.assignments_of_school(db, school.id)
    return FeedView(
        kind=subject.kind,
        name=names[subject.kind],
        today=today,
        base_url=base_url if opens_pages(person) else "",
        plans={plan.id: cited(plan) for plan in plans.ever_of_school(db, school.id)},
        people=tuple(names_of.values()) if subject.kind is FeedKind.PUBLIC else (),
        parts={task_id: parts_of(parts, names_of) for task_id, parts in assigned.items()},
        unaccepted=frozenset(unaccepted_in(db, school.id, recalled=True)),
    )


def opens_pages(person: Person | None) -> bool:
    """Whether a reader may open the page of a task: only a manager signs in, and who holds a shared link is unknown."""
    return person is not None and person.office is Office.MANAGER


def parts_of(parts: Iterable[tuple[int, Part]], names: Mapping[int, str]) -> Parts:
    """Return who leads and who helps, by name."""
    pairs = tuple(parts)
    leads = tuple(names[person] for person, part in pairs if part is Part.LEAD)
    return Parts(leads, tuple(names[person] for person, part in pairs if part is Part.HELPER))


def cited(plan: StoredPlan) -> str:
    """Return a plan as people cite it: “Kế hoạch số 99a/KH-MNNL ngày 18/9/2023, năm học 2023-2024”."""
    number = f"Kế hoạch số {plan.number}" if plan.number else f"Kế hoạch “{plan.source}”"
    signed = f" ngày {plan.day.day}/{plan.day.month}/{plan.day.year}" if plan.day else ""
    return f"{number}{signed}" + (f", năm học {plan.school_year}" if plan.school_year else "")
