"""The ledger follows the tasks: called inside the transaction of every change that matters to a reminder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from schedules.calendar import WorkingDays
from tracker.reminders.hearing import answers_requests, doers_of, everyone, watchers_of
from tracker.reminders.inheritance import Policies
from tracker.reminders.owing import Roll, corrections
from tracker.reminders.planner import gone_because, over_because, plan_reminders, silent_because
from tracker.reminders.policy import DAY, Policy, instant
from tracker.reminders.reasons import REVERSIBLE, Reason
from tracker.reminders.stages import (
    ASKED,
    DECIDED,
    DECLINED,
    DOERS,
    EVIDENCE,
    GIVEN,
    GOES_ON,
    KEPT,
    NOTED,
    REQUESTED,
    WAITS,
    Ear,
    is_change,
    is_declined,
    is_evidence,
    is_kept,
    is_request,
    is_tiding,
    is_wait,
)
from tracker.reminders.tidings import hears
from tracker.store import asked, declines, evidence, extensions, history, ledger, notes, pauses, people, tasks
from tracker.store.database import Database, transaction
from tracker.store.declines import Decline
from tracker.store.extensions import Extension
from tracker.store.ledger import Identity, Known, Planned, ReminderState, text_of
from tracker.store.policies import all_layers
from tracker.store.records import Person

DEFAULT_POLICY = Policy()
PLANNED = ReminderState.PLANNED


@dataclass(frozen=True, slots=True)
class Replanned:
    """How many reminders a change planned, planned again (or moved), and superseded."""

    new: int = 0
    again: int = 0
    superseded: int = 0


def replan(db: Database, school_id: int, working_days: WorkingDays, policy: Policy = DEFAULT_POLICY) -> Replanned:
    """Bring a school's ledger in line with its tasks, people and policy; doing it twice changes nothing more.

    Does not depend on the present instant: a stage already past is planned too, and the tick decides what it means.
    """
    with transaction(db):
        school = _load(db, school_id)
        policies = Policies(policy, all_layers(db))
        planned = plan_reminders(school.tasks.values(), school.recipients, policies.of, working_days)
        asked_for = _asked(db, school_id, school, lambda day: instant(working_days.on_or_after(day), policies.house))
        answers = _decided(db, school_id, school)
        changes = corrections(db, school_id, school, {(one.task_id, one.person_id) for one in answers})
        asking = (*_requested(db, school_id, school), *_kept(db, school_id, school))
        asking += (*_waiting(db, school_id, school, policies.house), *_told_of(db, school_id, school))
        beside = (*answers, *asking, *_looked_at(db, school_id, school), *changes)
        wanted = {one.identity: one for one in (*planned, *asked_for, *beside)}
        known = ledger.in_force(db, school_id)
        new = [one for identity, one in wanted.items() if identity not in known]
        again = [
            (row.id, wanted[identity].at)
            for identity, row in known.items()
            if identity in wanted and _returns(row, wanted[identity])
        ]
        gone = [(identity, row) for identity, row in known.items() if row.state == PLANNED and identity not in wanted]
        ledger.insert(db, new)
        ledger.plan_again(db, again)
        ledger.supersede(db, ((row.id, _why_gone(identity, school)) for identity, row in gone))
        return Replanned(len(new), len(again), len(gone))


def withdraw_done(db: Database, task_ids: Iterable[str]) -> None:
    """Drop what is planned of works done just now, as `replan` would, without a look at the rest of their school."""
    planned = (row for one in task_ids for row in ledger.of_task(db, one) if row.state is PLANNED)
    going = [row for row in planned if not is_evidence(row.planned.stage)]  # of done work too
    ledger.supersede(db, ((row.id, _why_done(row.planned.stage)) for row in going))


def _why_done(stage: str) -> Reason:
    return Reason.CHANGE_OVER if is_change(stage) else Reason.TASK_DONE


def _asked(db: Database, school_id: int, school: Roll, told_at: Callable[[date], datetime]) -> tuple[Planned, ...]:
    """Return the reminders people asked for on a day of their own choice, each at the instant that day is told at."""
    return tuple(
        Planned(one.task_id, one.person_id, f"{ASKED}{one.day}", who.person.addresses[0], one.due_version, at)
        for one in asked.of_school(db, school_id)
        if silent_because(school.tasks[one.task_id]) is None
        for who in school.recipients[one.task_id]
        if who.person.id == one.person_id and who.ear in DOERS
        for at in [told_at(one.day)]
    )


def _decided(db: Database, school_id: int, school: Roll) -> tuple[Planned, ...]:
    """Return the answers to requests for more time, from the instant of the decision on, for those who asked."""
    return tuple(
        Planned(one.task_id, one.person_id, f"{DECIDED}{one.id}", who.person.addresses[0], version, one.decided_at)
        for one in extensions.to_tell(db, school_id)
        if one.decided_at and silent_because(school.tasks[one.task_id]) is None
        for version in [school.tasks[one.task_id].due_version]
        for who in school.recipients[one.task_id]
        if who.person.id == one.person_id and who.ear is Ear.LEAD
    )


def _requested(db: Database, school_id: int, school: Roll) -> tuple[Planned, ...]:
    """Return what tells those who look after the plan what waits for their answer, from the instant it was said on."""
    asked_for = ((one, f"{REQUESTED}{one.id}", one.asked_at) for one in extensions.waiting(db, school_id))
    told = ((one, f"{DECLINED}{one.id}", one.at) for one in declines.waiting(db, school_id))
    waiting: tuple[tuple[Extension | Decline, str, datetime | None], ...] = (*asked_for, *told)
    answering = _answering(db, school_id, school) if waiting else ()
    return tuple(
        Planned(one.task_id, manager.id, stage, manager.addresses[0], school.tasks[one.task_id].due_version, at)
        for one, stage, at in waiting
        for manager in answering
        if at and one.person_id != manager.id and over_because(school.tasks[one.task_id]) is None
    )


def _answering(db: Database, school_id: int, school: Roll) -> tuple[Person, ...]:
    """Return every manager who can be reached; where none can, the one who is named first, so that it is not lost."""
    reached = (one for one in school.staff.values() if answers_requests(one) and people.is_reached(one))
    return tuple(reached) or (people.manager(db, school_id),)


def _kept(db: Database, school_id: int, school: Roll) -> tuple[Planned, ...]:
    """Return the answers to those who said that a work is not theirs and still have it, from that instant on."""
    return tuple(
        Planned(one.task_id, one.person_id, f"{KEPT}{one.id}", who.person.addresses[0], version, one.decided_at)
        for one in declines.kept(db, school_id)
        if one.decided_at and over_because(school.tasks[one.task_id]) is None
        for version in [school.tasks[one.task_id].due_version]
        for who in school.recipients[one.task_id]
        if who.person.id == one.person_id and who.ear in DOERS
    )


def _waiting(db: Database, school_id: int, school: Roll, policy: Policy) -> tuple[Planned, ...]:
    """Return what tells who does a work that it waits for others, and that it does no more: ended, or its day over."""
    found = []
    for wait in pauses.newest_waits(db, school_id):
        task = school.tasks[wait.pause.task_id]
        if over_because(task):
            continue
        until = wait.pause.until
        ends = wait.ended_at or (instant(until + DAY, policy) if until else None)
        told = ((WAITS, None if wait.ended_at else wait.at), (GOES_ON, ends))
        found += [
            Planned(task.id, who.person.id, f"{begins}{wait.pause.id}", who.person.addresses[0], task.due_version, at)
            for who in school.recipients[task.id]
            if who.ear in DOERS and not who.stands_in and who.person.name != wait.who
            for begins, at in told
            if at
        ]
    return tuple(found)


def _told_of(db: Database, school_id: int, school: Roll) -> tuple[Planned, ...]:
    """Return what tells who does a work that it was given to them, and of what the committee noted, from then on."""
    entries = history.entries_of_open_works
    given = ((GIVEN, *one) for one in entries(db, school_id, "reassigned"))
    remarks = (*entries(db, school_id, notes.COMMITTEE_NOTE), *history.remarks_of_finished_works(db, school_id))
    noted = ((NOTED, *one) for one in remarks)
    return tuple(
        Planned(task.id, who.person.id, f"{begins}{number}", who.person.addresses[0], task.due_version, entry.at)
        for begins, number, entry in (*given, *noted)
        for task in [school.tasks[entry.subject_id]]
        for who in school.recipients[task.id]
        if who.ear in DOERS and hears(begins, entry, who)
    )


def _looked_at(db: Database, school_id: int, school: Roll) -> tuple[Planned, ...]:
    """Return what tells people that evidence they gave was taken or refused, from that instant on."""
    return tuple(
        Planned(
            one.task_id, one.person_id, f"{EVIDENCE}{one.id}", who.person.addresses[0], one.due_version, one.decided_at
        )
        for one in evidence.looked_at(db, school_id)
        if one.task_id and one.decided_at and one.due_version is not None
        for who in school.recipients[one.task_id]
        if who.person.id == one.person_id and who.ear in DOERS and not one.taken_by(who.person.name)
    )


def _load(db: Database, school_id: int) -> Roll:
    manager = people.manager(db, school_id)
    staff = {person.id: person for person in people.of_school(db, school_id)}
    parts = people.assignments_of_school(db, school_id)
    known = {task.id: task for task in tasks.of_school(db, school_id)}
    watchers = watchers_of(staff.values())
    return Roll(
        known,
        {one: everyone(doers_of(parts.get(one, ()), staff, lambda: manager), watchers) for one in known},
        staff,
    )


def _returns(row: Known, wanted: Planned) -> bool:
    """Whether a known row must be planned (again): withdrawn for a reason that passed, or at another instant."""
    if row.state == ReminderState.SUPERSEDED:
        return row.reason in REVERSIBLE
    return row.state == PLANNED and row.at != text_of(wanted.at)


def _why_gone(identity: Identity, school: Roll) -> Reason:
    """Return why a row yet to come is no longer wanted."""
    task_id, person_id, stage, address, due_version = identity
    task = school.tasks[task_id]
    if is_change(stage):
        return Reason.CHANGE_OVER
    about_evidence = is_evidence(stage)  # of done work too, and whatever its deadline
    undated = (
        is_request(stage) or is_declined(stage) or is_kept(stage) or is_wait(stage) or is_tiding(stage)
    )  # of work without a day too
    if silent := (gone_because if about_evidence else over_because if undated else silent_because)(task):
        return silent
    if due_version != task.due_version and not about_evidence:
        return Reason.DUE_MOVED
    addresses = {one.person.id: one.person.addresses for one in school.recipients[task_id]}
    if person_id not in addresses:
        return Reason.REASSIGNED
    if address != addresses[person_id][0]:
        return Reason.ADDRESS_CHANGED
    if about_evidence:
        return Reason.EVIDENCE_OVER
    if is_wait(stage):
        return Reason.WAIT_OVER
    if is_tiding(stage):
        return Reason.TIDING_OVER
    if is_declined(stage) or is_kept(stage):
        return Reason.DECLINE_OVER
    return Reason.REQUEST_OVER if is_request(stage) else Reason.POLICY_CHANGED
