"""One answer among a few to a question of days: the deadlines it gives, and what its button says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from schedules.calendar import SchoolCalendar
from schedules.plan import Due, Finding, Mention, Place
from tracker.review.draft import Draft, Field, Item
from tracker.review.operations import Redate
from tracker.review.saying import said_all
from tracker.review.touching import row_of
from tracker.spoken import due_words

Move = tuple[Item, Due, Mention | None]
"""A deadline for a task; a due that is a mention's own comes with the mention."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the deadlines it gives to tasks, and in words what is chosen, why, where it is said."""

    moves: tuple[Move, ...]
    label: str
    why: str = ""
    place: Place | None = None

    @property
    def key(self) -> str:
        """The name a button sends: the same tasks and days have the same one."""
        parts = [(item.id, str(due.start), str(due.day), str(due.bound), due.words) for item, due, _ in self.moves]
        return sha256(repr(parts).encode()).hexdigest()[:12]

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks it dates."""
        return tuple(item.id for item, _, _ in self.moves)

    @property
    def operations(self) -> tuple[Redate, ...]:
        """What taking it keeps."""
        return tuple(Redate(item.id, due, said_all(item, Field.DUE), mention) for item, due, mention in self.moves)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is asked: findings of one rule, the draft, the tasks they leave undecided, and the school's days."""

    draft: Draft
    findings: tuple[Finding, ...]
    left: tuple[Item, ...]
    calendar: SchoolCalendar

    def items_of(self, finding: Finding) -> list[Item]:
        """Return the tasks left that have a mention where the finding stands, else in its row."""
        places, rows = set(finding.places), {row_of(place) for place in finding.places}
        there = [item for item in self.left if any(one.place in places for one in item.task.mentions)]
        return there or [item for item in self.left if any(row_of(one.place) in rows for one in item.task.mentions)]


def chosen(moves: Sequence[Move], why: str, otherwise: str) -> Choice:
    """Return the choice of these deadlines: it says the days when they are the same for all, else `otherwise`."""
    days = {due_words(due) for _, due, _ in moves}
    return Choice(tuple(moves), days.pop() if len(days) == 1 else f"{otherwise} ({len(moves)} việc)", why)


def groups_of(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Return choices by the tasks they date: of each group one is to be taken."""
    groups: dict[tuple[str, ...], list[Choice]] = {}
    for choice in choices:
        groups.setdefault(choice.tasks, []).append(choice)
    return list(groups.values())
