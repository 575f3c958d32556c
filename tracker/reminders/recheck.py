"""The last look before sending: what a message says must still be true, or it says less, or it does not go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tracker.reminders.desk import Desk
from tracker.reminders.digest import Occasion, compose
from tracker.reminders.facts import Facts
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, silent
from tracker.store import ledger, outbox
from tracker.store.ledger import Reminder
from tracker.store.letters import OutboxMessage
from tracker.store.records import Part, Person
from tracker.zone import HO_CHI_MINH


@dataclass(frozen=True, slots=True)
class Checked:
    """A claimed message in the words it goes out with; without reminders it does not go, and `why` tells."""

    message: OutboxMessage
    person: Person
    reminders: tuple[Reminder, ...]
    why: Reason = Reason.NOTHING_LEFT


def check(facts: Facts, message: OutboxMessage, now: datetime, desk: Desk) -> Checked:
    """Drop from a message what is done, moved or given to others, and word it again when that changed it."""
    db = facts.db
    person = facts.person(message.draft.person_id)
    rows = ledger.of_message(db, message.chain)
    if message.draft.address not in person.addresses:
        ledger.plan_again(db, ((row.id, row.planned.at) for row in rows))
        return Checked(message, person, (), Reason.ADDRESS_CHANGED)
    cases = [(row, _case(row, facts)) for row in rows]
    dropped = [(row, reason) for row, case in cases if (reason := _stale(row, case))]
    ledger.supersede(db, ((row.id, reason.value) for row, reason in dropped))
    left = [(row, case) for row, case in cases if not _stale(row, case)]
    if left and (dropped or message.draft.repeated):
        today = now.astimezone(HO_CHI_MINH).date()
        occasion = Occasion(person.name, today, desk.base_url, message.draft.repeated)
        letter = compose([_item(row, case, message) for row, case in left], occasion)
        outbox.rewrite(db, message.id, letter)
        message = replace(message, draft=replace(message.draft, letter=letter))
    return Checked(message, person, tuple(row for row, _ in left))


def _case(row: Reminder, facts: Facts) -> Case:
    task = facts.task(row.planned.task_id)
    part = facts.part(task.id, row.planned.person_id)
    return Case(task, facts.plan(task.plan_id), part, (row,))


def _stale(row: Reminder, case: Case) -> Reason | None:
    if row.planned.due_version != case.task.due_version:
        return Reason.DUE_MOVED
    return silent(case)


def _item(row: Reminder, case: Case, message: OutboxMessage) -> Item:
    stage = row.shown_stage or row.planned.stage
    part = case.part or Part.LEAD
    return Item(row, case.task, case.plan.number, part, stage, Reason(row.reason), message.draft.kind)
