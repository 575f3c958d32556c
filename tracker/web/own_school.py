"""Who signed in by a letter sees the school they manage: what stands in an address must be of that school.

Who signed in by the server (`tracker signin`) sees every school of the house.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.store import declines, evidence, extensions, feeds, outbox, people, plans, schools, tasks
from tracker.store.database import Database
from tracker.store.sessions import Session
from tracker.web.visit import RefusedError, number_of

NOT_THEIRS = "Không có trang này."


def check(db: Database, session: Session, path: Mapping[str, str]) -> None:
    """Raise RefusedError 404 when the address of a page or call names something of another school."""
    if session.school_id is None:
        return
    found = [_school_of(db, SUBJECTS[name], value) for name, value in path.items() if name in SUBJECTS]
    if path.get("level") in LEVELS:
        found.append(_school_of(db, LEVELS[path["level"]], path.get("id", "")))
    if any(school_id not in (None, session.school_id) for school_id in found):
        raise RefusedError(404, NOT_THEIRS)


def own_name(db: Database, session: Session | None) -> str | None:
    """Return the one school a session puts plans in, whatever their heading says; None while any may be meant."""
    return schools.by_id(db, session.school_id).name if session and session.school_id else None


def _school_of(db: Database, find: Callable[[Database, str], int], value: str) -> int | None:
    """Return whose a subject is; None where there is none, which the page itself tells."""
    try:
        return find(db, value)
    except LookupError:
        return None


def _task(db: Database, value: str) -> int:
    return plans.by_id(db, tasks.by_id(db, value).plan_id).school_id


def _number(value: str) -> int:
    number = number_of(value)
    if number is None:
        raise LookupError(value)
    return number


def _plan(db: Database, value: str) -> int:
    return plans.by_id(db, _number(value)).school_id


def _person(db: Database, value: str) -> int:
    return people.by_id(db, _number(value)).school_id


def _message(db: Database, value: str) -> int:
    return people.by_id(db, outbox.by_id(db, _number(value)).draft.person_id).school_id


def _evidence(db: Database, value: str) -> int:
    given = evidence.by_id(db, _number(value))
    return _task(db, given.task_id) if given.task_id else people.by_id(db, given.person_id).school_id


SUBJECTS: dict[str, Callable[[Database, str], int]] = {
    "task": _task,
    "task_id": _task,
    "plan": _plan,
    "plan_id": _plan,
    "person": _person,
    "message": _message,
    "evidence": _evidence,
    "feed": lambda db, value: feeds.by_id(db, _number(value)).subject.school_id,
    "request": lambda db, value: _task(db, extensions.by_id(db, _number(value)).task_id),
    "decline": lambda db, value: _task(db, declines.by_id(db, _number(value)).task_id),
}
"""Whose the subject is that each part of an address names."""

LEVELS = {"viec": _task, "ke-hoach": _plan, "nguoi": _person}
