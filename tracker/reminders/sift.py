"""Pure: of the reminders whose instant has come, which still count, and why each is told or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tracker.reminders.handing_over import NOBODY, HandOver
from tracker.reminders.hearing import Recipient
from tracker.reminders.planner import silent_because
from tracker.reminders.policy import Policy, instant
from tracker.reminders.reasons import Reason
from tracker.reminders.rests import resting
from tracker.reminders.stages import ESCALATED, HALF, START, Ear, ears_of, is_late, is_reminder
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind
from tracker.store.pauses import Pause
from tracker.store.people import is_preview
from tracker.store.records import Part, StoredPlan, StoredTask
from tracker.zone import HO_CHI_MINH

OVERDUE = "overdue"
LATE_BORN = "late_born"

AT_ONCE = frozenset({Reason.LATE_BORN, Reason.NEWLY_ASSIGNED, Reason.NOW_REACHABLE})

Judged = tuple[tuple[Reminder, Reason], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One task in a message: the ledger row it answers, and why it is there.

    `handed` is how it came to its reader, where they hear of it for the first time since, `asks` that more time was
    asked for and nobody answered yet, `times` the earlier times of the same weekly work that are told in its entry.
    """

    reminder: Reminder
    task: StoredTask
    plan_number: str | None
    part: Part
    stage: str
    reason: Reason
    kind: Kind
    leads: tuple[str, ...] = ()
    ownerless: bool = False
    handed: HandOver = NOBODY
    asks: str = ""
    plan_kind: str | None = None
    times: tuple[StoredTask, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One task and one person: the reminders that have come, those told before, and how things stand now.

    `recipient` is None when the task is no longer theirs; `told` holds every reminder already part of a message;
    `same` are earlier versions of the deadline with the days of the one in force: moved away and back; `asks` is the
    line that tells of a request for more time that waits.
    """

    task: StoredTask
    plan: StoredPlan
    recipient: Recipient | None
    rows: tuple[Reminder, ...]
    told: tuple[Reminder, ...] = ()
    pauses: tuple[Pause, ...] = ()
    leads: tuple[str, ...] = ()
    same: frozenset[int] = frozenset()
    asks: str = ""

    def told_of_this_due(self) -> list[Reminder]:
        """Return the stages this person was told of about the deadline in force."""
        return [row for row in self.heard() if is_reminder(row.planned.stage)]

    def heard(self) -> list[Reminder]:
        """Return what was told of the deadline in force, and did not go nowhere while nobody could be reached."""
        lost = self.unreached()
        return [row for row in self._told_now() if row not in lost]

    def _told_now(self) -> list[Reminder]:
        versions = self.same | {self.task.due_version}
        return [row for row in self.told if row.planned.due_version in versions]

    def unreached(self) -> list[Reminder]:
        """Return what of the deadline in force went nowhere before this person could be reached as they can be now.

        They had no channel, or one that refused them and is theirs no more.
        """
        addresses = self.recipient.person.addresses if self.recipient else ()
        if not addresses or is_preview(addresses[0]):
            return []
        gone = [row for row in self._told_now() if row.planned.address not in addresses]
        return [row for row in gone if is_preview(row.planned.address) or not row.arrived]


@dataclass(frozen=True, slots=True)
class Moment:
    """The instant of a tick, under which policy, and the kinds of message this person already has today."""

    now: datetime
    policy: Policy
    told_today: frozenset[Kind] = frozenset()

    @property
    def today(self) -> date:
        """The day of the instant in Viet Nam."""
        return self.now.astimezone(HO_CHI_MINH).date()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to tell about a task, if anything, the rows that no longer count, and those that rest."""

    item: Item | None = None
    dropped: Judged = ()
    held: Judged = ()


def sift(case: Case, moment: Moment) -> Verdict:
    """Judge one task and one person: only the newest stage counts, and never one already told."""
    judged = [(row, stale(row, case) or _without_grace(row, case, moment)) for row in case.rows]
    dropped = tuple((row, why) for row, why in judged if why)
    current = sorted((row for row, why in judged if why is None), key=lambda row: (row.planned.at, row.id))
    if not current:
        return Verdict(None, dropped)
    *older, newest = current
    if any(row.planned.at >= newest.planned.at for row in case.told_of_this_due()):
        return Verdict(None, dropped + tuple((row, Reason.ALREADY_TOLD) for row in current))
    if why := rest(newest, case, moment):
        return Verdict(None, dropped, tuple((row, why) for row in current))
    passed = tuple((row, Reason.NEWER_STAGE) for row in older)
    return Verdict(item_of(case, newest, moment), dropped + passed)


def stale(row: Reminder, case: Case) -> Reason | None:
    """Return why a reminder must not be told to this person any more, or None when it may."""
    if why := silent_because(case.task):
        return why
    if row.planned.due_version != case.task.due_version:
        return Reason.DUE_MOVED
    return not_theirs(row, case)


def not_theirs(row: Reminder, case: Case) -> Reason | None:
    """Return that a task is not this person's any more as its stage asks, or None when it is."""
    if case.recipient is None or case.recipient.ear not in ears_of(row.planned.stage):
        return Reason.REASSIGNED
    return None


def rest(row: Reminder, case: Case, moment: Moment) -> Reason | None:
    """Return why a reminder rests today, or None; what is no reminder, as the answer to a request, never does."""
    if not is_reminder(row.planned.stage):
        return None
    helping = case.recipient is not None and case.recipient.ear is Ear.HELPER
    escalated = row.planned.stage in ESCALATED
    return resting(case.pauses, row.planned.person_id, moment.today, escalated=escalated, helping=helping)


def _without_grace(row: Reminder, case: Case, moment: Moment) -> Reason | None:
    """Say so when nobody could act before an escalation: the work was late before it was known."""
    early = row.planned.stage in ESCALATED and row.planned.at < known_at(case, moment)
    return Reason.NO_GRACE if early else None


def item_of(case: Case, newest: Reminder, moment: Moment) -> Item:
    """Return the task as an item of a message, with the reason and the kind it goes by."""
    late_from = case.task.task.due.late_from
    overdue = late_from is not None and moment.today >= late_from
    reason = _reason(case, newest, moment)
    kind = Kind.LATE_BORN if reason in AT_ONCE else Kind.ROUTINE
    if overdue:
        reason = _overdue_reason(reason, newest)
    stage = LATE_BORN if reason is Reason.LATE_BORN else newest.planned.stage
    return item(case, newest, OVERDUE if overdue else stage, reason, kind)


def item(case: Case, row: Reminder, stage: str, reason: Reason, kind: Kind) -> Item:
    """Return one task of a message in the words of whoever hears it."""
    who = case.recipient
    part, ownerless = (who.part, who.stands_in) if who else (Part.WATCHER, False)
    of_plan = case.plan
    told = (row, case.task, of_plan.number, part, stage, reason, kind, case.leads, ownerless)
    return Item(*told, asks=case.asks, plan_kind=of_plan.kind)


def _overdue_reason(reason: Reason, newest: Reminder) -> Reason:
    if reason in AT_ONCE:
        return Reason.LATE_BORN_OVERDUE
    if newest.planned.stage in ESCALATED:
        return Reason.ESCALATED
    on_time = is_late(newest.planned.stage) and reason is not Reason.CAUGHT_UP
    return Reason.OVERDUE if on_time else Reason.CAUGHT_UP_OVERDUE


def _reason(case: Case, newest: Reminder, moment: Moment) -> Reason:
    first, at = not case.told_of_this_due(), newest.planned.at
    if first and case.unreached():
        return Reason.NOW_REACHABLE
    if first and at < known_at(case, moment):
        return Reason.LATE_BORN
    if first and Kind.ROUTINE in moment.told_today:
        return Reason.NEWLY_ASSIGNED
    if at.date() < moment.today:
        return Reason.CAUGHT_UP
    long_work = {START: Reason.STARTING_SOON, HALF: Reason.HALF_TIME}.get(newest.planned.stage)
    return long_work or (Reason.FIRST_NOTICE if first else Reason.STAGE_REACHED)


def known_at(case: Case, moment: Moment) -> datetime:
    """Return since when people could know of a task: its publishing, or for a tick in the past the plan's own day."""
    published = case.task.published_at
    if published is not None and published <= moment.now:
        return published
    return min(instant(case.plan.day or moment.today, moment.policy), moment.now)
