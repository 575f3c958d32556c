"""Titles out of a text whose accents are gone or wrong → titles people can read; the words as they stood are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Task
from schedules.spelling.vocabulary import Vocabulary, vocabulary
from schedules.spelling.wear import Wear, wear_of


def readable(tasks: Sequence[Task], text: str) -> tuple[Task, ...]:
    """Return the tasks with titles restored where the whole `text` of the document is worn."""
    known = vocabulary()
    wear = wear_of(text, known)
    if wear is Wear.NONE:
        return tuple(tasks)
    return tuple(_readable(task, known, wear) for task in tasks)


def _readable(task: Task, known: Vocabulary, wear: Wear) -> Task:
    # Most documents are whole and never need it.
    from schedules.spelling.restoring import restored

    found = restored(task.title, known, scanned=wear is Wear.LETTERS)
    if not found.changed:
        return task
    return replace(task, title=found.text, original=task.original or task.title)
