"""What the reminder clock will say next: planned reminders in, the next messages out, one per person and instant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

MOST = 10


@dataclass(frozen=True, slots=True)
class ToCome:
    """A planned reminder: who hears of which task, from which instant on."""

    at: datetime
    person_id: int
    task_id: str


@dataclass(frozen=True, slots=True)
class NextMessage:
    """One message to come. `at` is None when its instant has passed: it waits for a fit hour or a full day."""

    at: datetime | None
    person_id: int
    task_ids: tuple[str, ...]


def next_messages(reminders: Iterable[ToCome], now: datetime) -> tuple[NextMessage, ...]:
    """Return the next messages in the order they go, at most ten; each task once per message."""
    groups: dict[tuple[datetime | None, int], dict[str, None]] = {}
    for one in sorted(reminders, key=lambda one: (one.at, one.person_id, one.task_id)):
        at = one.at if one.at > now else None
        groups.setdefault((at, one.person_id), {})[one.task_id] = None
    messages = [NextMessage(at, person_id, tuple(task_ids)) for (at, person_id), task_ids in groups.items()]
    return tuple(messages[:MOST])
