"""A draft under review: each task as the plan says it and as people decided, and what was decided about findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from schedules.calendar import WeekRule
from schedules.plan import Due, Mention, Plan, Task
from tracker.review.operations import AboutTask, Answer, Merge


class Field(StrEnum):
    """What can be decided about one task."""

    TITLE = "title"
    DUE = "due"
    PEOPLE = "people"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Rival:
    """One of the deadlines of works a person made one: whose it was, and where the plan says so, None for a person."""

    title: str
    due: Due
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One task: `said` by the plan, `task` as decided; `dropped` is why it is no task, `merged` into which it went.

    `also` is what the plan says of the works merged into it, `rivals` are the deadlines to choose among where their
    days differ, `parts` those works as each was alone; `aside` says that it was dropped by hand since it was
    published, this one time.
    """

    id: str
    said: Task
    task: Task
    decided: frozenset[Field] = frozenset()
    dropped: str | None = None
    merged: str | None = None
    rivals: tuple[Rival, ...] = ()
    parts: tuple[Item, ...] = ()
    also: tuple[Task, ...] = ()
    aside: bool = False

    @property
    def live(self) -> bool:
        """Whether the task goes on the calendar when the plan is published."""
        return self.dropped is None and self.merged is None

    @property
    def goes_on(self) -> bool:
        """Whether the plan still asks for the work: it is live, or of recurring work only this one time was dropped."""
        return self.live or (self.aside and self.task.due.comes_again)


@dataclass(frozen=True, slots=True)
class Overruled:
    """What people changed of a published task that a new day of its plan ends, in words; `kept` is the day they gave.

    Without `kept` it cannot be kept with one press: a drop, or one later time of recurring work.
    """

    task: str
    words: str
    kept: Due | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The plan as read with every decision in force applied; `lapsed` no longer fit what the plan says now.

    `overruled` tells what people changed after publishing that the plan's new days end. `absorbed` are the merges, by
    the work that goes on, whose other work the plan does not say apart any more. `called` are folded names of
    groups that were said to mean another, and that one.
    """

    plan: Plan
    items: tuple[Item, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    week_rule: WeekRule | None = None
    lapsed: tuple[AboutTask, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    absorbed: Mapping[str, tuple[Merge, ...]] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)

    @property
    def live(self) -> tuple[Item, ...]:
        """The tasks that go on the calendar, in the plan's order."""
        return tuple(item for item in self.items if item.live)

    @property
    def going_on(self) -> tuple[Item, ...]:
        """The works the plan asks for: the live ones, and recurring work of which one time was dropped by hand."""
        return tuple(item for item in self.items if item.goes_on)

    def item(self, task_id: str) -> Item:
        """Return one task of the draft; raise LookupError when there is none."""
        for item in self.items:
            if item.id == task_id:
                return item
        raise LookupError(f"không có việc mã {task_id} trong bản nháp")


def waiver_key(rule: str, key: str) -> str:
    """Return the name under which the answer to a finding is kept: its rule and its folded quotes."""
    return f"{rule}: {key}"
