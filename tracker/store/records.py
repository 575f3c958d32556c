"""What the store gives back: schools, people, plans and tasks as frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from schedules.calendar import last_in_time
from schedules.plan import Due, Plan, Task


class PlanStatus(StrEnum):
    """Whether a plan (or a revision of it) is still being reviewed, is in force, or was taken away as a draft."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class TaskState(StrEnum):
    """Where a task stands: two facts by two people (done, checked), or dropped by a later revision."""

    OPEN = "open"
    DONE = "done"
    CHECKED = "checked"
    CANCELLED = "cancelled"


class Part(StrEnum):
    """What a person has to do with a task."""

    LEAD = "lead"
    HELPER = "helper"
    WATCHER = "watcher"


class Office(StrEnum):
    """What a person may do in the school's tracker."""

    MANAGER = "manager"
    COMMITTEE = "committee"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class School:
    """A school; `slug` is its name in public addresses, `revision` rises with every change to a task."""

    id: int
    name: str
    slug: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Someone responsible; `addresses` are Apprise URLs in order of preference, never empty.

    `merged_into` is the id of who this name turned out to be: it stays for the history alone. `refused` are those of
    the addresses that were refused as dead, which is nothing the person is but how their addresses fare.
    """

    id: int
    school_id: int
    name: str
    office: Office = Office.MEMBER
    addresses: tuple[str, ...] = ("preview:",)
    active: bool = True
    merged_into: int | None = None
    refused: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan in the store; `key` is what a re-import finds it by."""

    id: int
    school_id: int
    key: str
    number: str | None
    day: date | None
    school_year: str | None
    kind: str | None
    source: str
    status: PlanStatus
    created_at: datetime
    published_at: datetime | None = None

    @property
    def returned(self) -> bool:
        """Whether it was recalled and is reviewed again: until published its works stay as the recall left them."""
        return self.status is PlanStatus.DRAFT and self.published_at is not None


@dataclass(frozen=True, slots=True)
class Revision:
    """One import of a plan: the file's fingerprint and what was read from it."""

    id: int
    plan_id: int
    number: int
    sha256: str
    source: str
    status: PlanStatus
    imported_at: datetime
    plan: Plan


@dataclass(frozen=True, slots=True)
class StoredTask:
    """A task with its identity and its life.

    `id` survives re-imports and is the feed's UID. `sequence` rises with every change people should see,
    `due_version` with every change of the deadline alone. Instants carry the zone Asia/Ho_Chi_Minh.
    `repeats` is the id of the first time of recurring work, None for that one and for all other work.
    `moved_from` is the deadline that holds again when a move by hand is taken back; `set_aside_at` when someone dropped
    it by hand though the plan still asks for it: of recurring work that is this one time. `parents_see` is whether
    someone showed it to parents or hid it by hand, None while the plan's words decide. `left_out_at` is since when the
    plan in force does not have a work that was done: that it was done stays true.
    """

    id: str
    plan_id: int
    position: int
    task: Task
    state: TaskState
    sequence: int
    due_version: int
    changed_at: datetime
    published: bool = False
    published_at: datetime | None = None
    done_at: datetime | None = None
    done_by: str | None = None
    checked_at: datetime | None = None
    checked_by: str | None = None
    repeats: str | None = None
    moved_from: Due | None = None
    set_aside_at: datetime | None = None
    parents_see: bool | None = None
    left_out_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether someone still has to do it."""
        return self.state is TaskState.OPEN

    @property
    def public(self) -> bool:
        """Whether anybody may see it: what someone chose by hand, else what its plan's words disclose."""
        return self.task.public if self.parents_see is None else self.parents_see

    @property
    def one_time_dropped(self) -> bool:
        """Whether only this time of recurring work was dropped: the others go on."""
        return self.set_aside_at is not None and (self.repeats is not None or self.task.due.comes_again)

    @property
    def let_be(self) -> bool:
        """Whether it was over before anybody could be reminded of it: set aside in the instant it came in force.

        Nobody dropped it; once somebody takes it up it is a work like any other.
        """
        at, late = self.set_aside_at, self.task.due.late_from
        first = self.one_time_dropped and self.repeats is None and at == self.published_at
        return first and at is not None and late is not None and late <= at.date()

    @property
    def asked_for(self) -> bool:
        """Whether a plan asks for the work: it was not dropped, or of recurring work only this time."""
        return self.left_out_at is None and (self.state is not TaskState.CANCELLED or self.one_time_dropped)

    @property
    def finished(self) -> bool:
        """Whether its owner said that it is done."""
        return self.state in {TaskState.DONE, TaskState.CHECKED}

    def days_late(self, today: date) -> int:
        """Return the days since the last day in time, 0 while it is not late on the lenient reading."""
        due, last = self.task.due, last_in_time(self.task.due)
        if not self.open or last is None or due.late_from is None or today < due.late_from:
            return 0
        return (today - last).days

    @property
    def days_after_due(self) -> int:
        """The days from the last day in time to when it was done; 0 of work done in time or not done."""
        due, last, done = self.task.due, last_in_time(self.task.due), self.done_at and self.done_at.date()
        if last is None or due.late_from is None or done is None or done < due.late_from:
            return 0
        return (done - last).days


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One fact that happened: who did what to which subject, what was, what is, and why."""

    id: int
    at: datetime
    who: str
    subject: str
    subject_id: str
    what: str
    was: str | None
    now: str | None
    why: str | None
