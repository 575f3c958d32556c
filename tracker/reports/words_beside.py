"""What was said beside the works of a school, for board and letters: notes, requests, who is awaited, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tracker.reports.beside import (
    asked_words,
    awaited_words,
    checked_words,
    declined_words,
    dropped_words,
    found_words,
    proof_words,
    refused,
)
from tracker.store import declines, evidence, extensions, history, notes, pauses
from tracker.store.database import Database


def written(db: Database, school_id: int) -> dict[str, str]:
    """Return task id → the last note, what the committee found, the request that waits or was refused, a decline."""
    asked = refused(extensions.to_tell(db, school_id))
    asked |= {one.task_id: asked_words(one) for one in extensions.waiting(db, school_id)}
    told = {one.task_id: declined_words(one) for one in declines.waiting(db, school_id)}
    asked = _joined(asked, told)
    return _joined(_joined(notes.newest_of_school(db, school_id), found(db, school_id)), asked)


def found(db: Database, school_id: int) -> dict[str, str]:
    """Return task id → the last thing the committee found or agreed about it, under the name of who wrote it."""
    return {task_id: found_words(one) for task_id, one in notes.found_of_school(db, school_id).items()}


def remarks(db: Database, school_id: int) -> dict[str, str]:
    """Return task id → what the committee found of it and what was written with the check that stands."""
    checks = {task_id: checked_words(one) for task_id, one in notes.of_checks(db, school_id).items()}
    return _joined(found(db, school_id), checks)


def awaited(db: Database, school_id: int, day: date) -> dict[str, str]:
    """Return task id → who is awaited on a day, for the works that wait."""
    return {task_id: awaited_words(wait) for task_id, wait in pauses.waits_in(db, school_id, day).items()}


def reasons(db: Database, school_id: int, day: date) -> dict[str, str]:
    """Return task id → all that was said of why it is not done, in one line."""
    waits = {task_id: f"đang chờ {words}" for task_id, words in awaited(db, school_id, day).items()}
    return _joined(waits, written(db, school_id))


def proofs(db: Database, school_id: int) -> dict[str, str]:
    """Return task id → how its evidence stands, for the works with some, finished ones of recalled plans too."""
    every = evidence.of_school(db, school_id, recalled=True)
    told = {task_id: proof_words(shown) for task_id, shown in every.items()}
    return {task_id: words for task_id, words in told.items() if words}


def dropped(db: Database, school_id: int) -> dict[str, str]:
    """Return task id → why, by whom and when it was dropped by hand, for works their plans still ask for."""
    return {task_id: dropped_words(entry) for task_id, entry in history.drops_of_school(db, school_id).items()}


def _joined(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Return what two say of each task, as sentences one after the other."""
    found = {one: (first.get(one, "").rstrip(" ."), second.get(one, "")) for one in {**first, **second}}
    return {one: ". ".join(filter(None, words)) for one, words in found.items()}
