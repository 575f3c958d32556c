"""Texts whose accents are gone or wrong → texts people can read; the plan's own words stay in the quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from schedules.law import load_law
from schedules.plan import Duty, Task
from schedules.planning.text.named_criteria import STANDARD
from schedules.spelling.vocabulary import Vocabulary, vocabulary
from schedules.spelling.wear import Wear, wear_of
from schedules.wording import fold

SAME_TITLE, CLEARLY = 0.7, 0.1
"""How alike the letters of a standard and its official title must be, and how much less those of another title."""


def readable(tasks: Sequence[Task], text: str) -> tuple[Task, ...]:
    """Return the tasks with titles, aims and standards restored where the whole `text` of the document is worn."""
    known = vocabulary()
    wear = wear_of(text, known)
    if wear is Wear.NONE:
        return tuple(tasks)
    return tuple(_readable(task, known, wear) for task in tasks)


def readable_duties(duties: Sequence[Duty], text: str) -> tuple[Duty, ...]:
    """Return the duties with titles restored where the whole `text` of the document is worn."""
    known = vocabulary()
    wear = wear_of(text, known)
    if wear is Wear.NONE:
        return tuple(duties)
    return tuple(replace(duty, title=_restored(duty.title, known, wear, clear=True)) for duty in duties)


def _readable(task: Task, known: Vocabulary, wear: Wear) -> Task:
    title = _restored(task.title, known, wear)
    return replace(
        task,
        title=title,
        original=task.original or (task.title if title != task.title else None),
        expected=_restored(task.expected, known, wear, clear=True) if task.expected else task.expected,
        standard=_official(task.standard) if task.standard else task.standard,
    )


def _restored(text: str, known: Vocabulary, wear: Wear, *, clear: bool = False) -> str:
    """Return a text restored; `clear` where nothing beside it tells that it was."""
    # Most documents are whole and never need it.
    from schedules.spelling.restoring import restored

    return restored(text, known, scanned=wear is Wear.LETTERS, clear=clear).text


def _official(standard: str) -> str:
    """Return a standard under its official title where that is surely meant, with as many words as it shows."""
    match = STANDARD.match(fold(standard))
    title = standard[match.end() :].strip(" .:–-") if match else ""
    words = len(title.split())
    shown = "".join(fold(title).split())
    scored = sorted(
        ((_likeness(shown, cut), cut) for cut in {" ".join(one.split()[:words]) for one in _titles()}), reverse=True
    )
    best, after = (*scored, (0.0, ""), (0.0, ""))[:2]
    if match is None or not words or best[0] < SAME_TITLE or best[0] - after[0] < CLEARLY:
        return standard
    number = "".join(sign for sign in match[0] if sign.isdigit())
    return f"Tiêu chuẩn {number}: {best[1]}"


def _titles() -> set[str]:
    return {standard.title for each in load_law().criteria_sets for standard in each.standards}


def _likeness(shown: str, title: str) -> float:
    return SequenceMatcher(None, shown, "".join(fold(title).split()), autojunk=False).ratio()
