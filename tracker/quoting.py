"""Pure: the places of a plan that tell of a work, the one whose deadline counts first, each other with what it says."""

from __future__ import annotations

from dataclasses import dataclass

from schedules.plan import Due, Mention, Task
from tracker.spoken import due_words


@dataclass(frozen=True, slots=True)
class Quoted:
    """One place; `told` says which other deadline stands there, empty where it is the one that counts."""

    mention: Mention
    told: str = ""


def quoted(task: Task) -> tuple[Quoted, ...]:
    """Return the places that tell of a work: those its deadline rests on, then those that say none or another one.

    Where it rests on none of them, because somebody gave or moved it, they stay in the plan's order.
    """
    ranked = sorted(task.mentions, key=lambda one: _rank(one.due, task.due))
    if not any(_rank(one.due, task.due) < OTHER for one in ranked):
        return tuple(Quoted(one, _told("kế hoạch ghi", one.due)) for one in ranked)
    return tuple(
        Quoted(one, _told("nơi khác ghi", one.due) if _rank(one.due, task.due) == OTHER else "") for one in ranked
    )


OTHER = 2
"""The rank of a place that does not say the deadline that counts."""


def _rank(said: Due, counts: Due) -> int:
    # each time of recurring work rests on the words of the first
    same = (said.start, said.day) == (counts.start, counts.day) or bool(said.recurrence and counts.recurrence)
    return 0 if said == counts else 1 if same else OTHER


def _told(who: str, due: Due) -> str:
    return f"{who} {due_words(due)}" if due.dated else ""
