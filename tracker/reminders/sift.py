"""Pure: of the reminders whose instant has come, which still count, and why each is told or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tracker.reminders.planner import silent_because
from tracker.reminders.policy import Policy, instant
from tracker.reminders.reasons import Reason
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind
from tracker.store.records import Part, StoredPlan, StoredTask
from tracker.zone import HO_CHI_MINH

OVERDUE = "overdue"
LATE_BORN = "late_born"

Dropped = tuple[tuple[Reminder, Reason], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One task and one person: the reminders that have come, those told before, and how things stand now.

    `part` is None when the task is no longer theirs; `told` holds every reminder already part of a message.
    """

    task: StoredTask
    plan: StoredPlan
    part: Part | None
    rows: tuple[Reminder, ...]
    told: tuple[Reminder, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One task in a message: the ledger row it answers, and why it is there."""

    reminder: Reminder
    task: StoredTask
    plan_number: str | None
    part: Part
    stage: str
    reason: Reason
    kind: Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to tell about a task, if anything, and the rows that no longer count with their reasons."""

    item: Item | None
    dropped: Dropped = ()


def silent(case: Case) -> Reason | None:
    """Return why a task must not be told to this person now, or None when it may."""
    return silent_because(case.task) or (Reason.REASSIGNED if case.part is None else None)


def sift(case: Case, now: datetime, policy: Policy, told_today: frozenset[Kind]) -> Verdict:
    """Judge one task and one person: only the newest stage counts, and never one already told."""
    if why := silent(case):
        return Verdict(None, tuple((row, why) for row in case.rows))
    current = [row for row in case.rows if row.planned.due_version == case.task.due_version]
    stale = tuple((row, Reason.DUE_MOVED) for row in case.rows if row not in current)
    if not current:
        return Verdict(None, stale)
    *older, newest = sorted(current, key=lambda row: (row.planned.at, row.id))
    if any(row.planned.at >= newest.planned.at for row in _told(case)):
        return Verdict(None, stale + tuple((row, Reason.ALREADY_TOLD) for row in current))
    passed = tuple((row, Reason.NEWER_STAGE) for row in older)
    return Verdict(judge(case, newest, Moment(now, policy, told_today)), stale + passed)


@dataclass(frozen=True, slots=True)
class Moment:
    """The instant of a tick, under which policy, and the kinds of message this person already has today."""

    now: datetime
    policy: Policy
    told_today: frozenset[Kind]


def _told(case: Case) -> list[Reminder]:
    """Return what this person was told about the deadline in force."""
    return [row for row in case.told if row.planned.due_version == case.task.due_version]


def judge(case: Case, newest: Reminder, moment: Moment) -> Item:
    """Return the task as an item of a message, with the reason and the kind it goes by."""
    today = moment.now.astimezone(HO_CHI_MINH).date()
    late_from = case.task.task.due.late_from
    overdue = late_from is not None and today >= late_from
    reason = _reason(case, newest, moment)
    kind = Kind.ROUTINE
    if reason in {Reason.LATE_BORN, Reason.NEWLY_ASSIGNED}:
        kind = Kind.LATE_BORN
    if overdue:
        reason = Reason.LATE_BORN_OVERDUE if kind is Kind.LATE_BORN else Reason.CAUGHT_UP_OVERDUE
    stage = LATE_BORN if reason is Reason.LATE_BORN else newest.planned.stage
    part = case.part or Part.LEAD
    return Item(newest, case.task, case.plan.number, part, OVERDUE if overdue else stage, reason, kind)


def _reason(case: Case, newest: Reminder, moment: Moment) -> Reason:
    first = not _told(case)
    at = newest.planned.at
    if first and at < known_at(case, moment):
        return Reason.LATE_BORN
    if first and Kind.ROUTINE in moment.told_today:
        return Reason.NEWLY_ASSIGNED
    if at.date() < moment.now.astimezone(HO_CHI_MINH).date():
        return Reason.CAUGHT_UP
    return Reason.FIRST_NOTICE if first else Reason.STAGE_REACHED


def known_at(case: Case, moment: Moment) -> datetime:
    """Return since when people could know of a task: its publishing, or for a tick in the past the plan's own day."""
    published = case.task.published_at
    if published is not None and published <= moment.now:
        return published
    day = case.plan.day or moment.now.astimezone(HO_CHI_MINH).date()
    return min(instant(day, moment.policy), moment.now)
