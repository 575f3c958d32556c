"""The ledger follows the tasks: called inside the transaction of every change that matters to a reminder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schedules.calendar import WorkingDays
from tracker.reminders.planner import Recipient, plan_reminders, recipients_of, silent_because
from tracker.reminders.policy import Policy
from tracker.reminders.reasons import REVERSIBLE, Reason
from tracker.store import ledger, people, tasks
from tracker.store.database import Database, transaction
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.records import StoredTask

DEFAULT_POLICY = Policy()


@dataclass(frozen=True, slots=True)
class Replanned:
    """How many reminders a change planned, planned again (or moved), and superseded."""

    new: int = 0
    again: int = 0
    superseded: int = 0


@dataclass(frozen=True, slots=True)
class _School:
    """Everything planning needs to know of one school."""

    tasks: Mapping[str, StoredTask]
    recipients: Mapping[str, tuple[Recipient, ...]]


def replan(db: Database, school_id: int, working_days: WorkingDays, policy: Policy = DEFAULT_POLICY) -> Replanned:
    """Bring a school's ledger in line with its tasks, people and policy; doing it twice changes nothing more.

    Does not depend on the present instant: a stage already past is planned too, and the tick decides what it means.
    """
    with transaction(db):
        school = _load(db, school_id)
        wanted = plan_reminders(school.tasks.values(), school.recipients, policy, working_days)
        known = {row.planned.identity: row for row in ledger.in_force(db, school_id)}
        new = [one for one in wanted if one.identity not in known]
        again = [(row.id, one.at) for one in wanted if (row := known.get(one.identity)) and _returns(row, one)]
        kept = {one.identity for one in wanted}
        gone = [
            row for row in known.values() if row.state is ReminderState.PLANNED and row.planned.identity not in kept
        ]
        ledger.insert(db, new)
        ledger.plan_again(db, again)
        ledger.supersede(db, ((row.id, _why_gone(row, school)) for row in gone))
        return Replanned(len(new), len(again), len(gone))


def _load(db: Database, school_id: int) -> _School:
    manager = people.manager(db, school_id)
    staff = {person.id: person for person in people.of_school(db, school_id)}
    parts = people.assignments_of_school(db, school_id)
    known = {task.id: task for task in tasks.of_school(db, school_id)}
    return _School(known, {task_id: recipients_of(task_id, parts, staff, manager) for task_id in known})


def _returns(row: Reminder, wanted: Planned) -> bool:
    """Whether a known row must be planned (again): withdrawn for a reason that passed, or at another instant."""
    if row.state is ReminderState.SUPERSEDED:
        return row.reason in REVERSIBLE
    return row.state is ReminderState.PLANNED and row.planned.at != wanted.at


def _why_gone(row: Reminder, school: _School) -> Reason:
    planned = row.planned
    task = school.tasks[planned.task_id]
    if silent := silent_because(task):
        return silent
    if planned.due_version != task.due_version:
        return Reason.DUE_MOVED
    return why_not_theirs(planned, school.recipients[task.id])


def why_not_theirs(planned: Planned, recipients: Iterable[Recipient]) -> Reason:
    """Return why a reminder of a task still to be done is no longer this person's at this address."""
    addresses = {one.person.id: one.person.addresses for one in recipients}
    if planned.person_id not in addresses:
        return Reason.REASSIGNED
    return Reason.ADDRESS_CHANGED if planned.address != addresses[planned.person_id][0] else Reason.POLICY_CHANGED
