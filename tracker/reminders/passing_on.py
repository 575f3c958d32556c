"""A request for more time goes to who looks after the plan: once, while it waits for its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tracker.reminders.decisions import request_of
from tracker.reminders.desk import Desk
from tracker.reminders.facts import Facts
from tracker.reminders.occasions import occasion_for
from tracker.reminders.planner import silent_because
from tracker.reminders.reasons import Reason
from tracker.reminders.requests import Requested, known, letter_of, requested
from tracker.reminders.sift import not_theirs
from tracker.reminders.writer import Writer
from tracker.store import extensions, ledger, outbox
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, OutboxMessage
from tracker.store.records import Person
from tracker.zone import HO_CHI_MINH


def judge(facts: Facts, row: Reminder) -> Requested | Reason:
    """Return what a request says as things stand now, or why it is not told; another deadline is no such reason."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    asked = extensions.by_id(facts.db, request_of(row.planned.stage))
    if why := silent_because(case.task) or not_theirs(row, case):
        return why
    if asked.approved is not None:
        return Reason.REQUEST_OVER
    found = requested(case, row, asked, facts.person(asked.person_id).name)
    return replace(found, instead_of=tuple(one.day for one in extensions.replaced_by(facts.db, asked)))


def pass_on(writer: Writer, manager: Person, rows: Sequence[Reminder]) -> None:
    """Put one message in the outbox about requests that wait; drop what was told or answered meanwhile."""
    newest = {row.planned.stage: row for row in rows}  # the same request may be planned at two addresses
    told: list[Requested] = []
    for row in rows:
        found = Reason.ALREADY_TOLD if row != newest[row.planned.stage] else _judged(writer, row)
        if isinstance(found, Reason):
            ledger.supersede(writer.db, [(row.id, found.value)])
        else:
            told.append(found)
    if told:
        occasion = occasion_for(manager, manager.addresses[0], writer.today, writer.desk)
        writer.put(manager, letter_of(told, occasion), Kind.REQUEST, [one.item for one in told])


def _judged(writer: Writer, row: Reminder) -> Requested | Reason:
    earlier = ledger.told(writer.db, row.planned.task_id, row.planned.person_id)
    theirs = writer.facts.person(row.planned.person_id).addresses
    return Reason.ALREADY_TOLD if known(row, earlier, theirs) else judge(writer.facts, row)


def passed_on_again(
    facts: Facts, message: OutboxMessage, now: datetime, desk: Desk
) -> tuple[OutboxMessage, tuple[Reminder, ...]]:
    """Return a message about requests in the words that are true now, with the rows it still carries, if any."""
    judged = [(row, judge(facts, row)) for row in ledger.of_message(facts.db, message.chain)]
    ledger.supersede(facts.db, ((row.id, why.value) for row, why in judged if isinstance(why, Reason)))
    told = [one for _, one in judged if isinstance(one, Requested)]
    if not told:
        return message, ()
    person = facts.person(message.draft.person_id)
    occasion = occasion_for(person, message.draft.address, now.astimezone(HO_CHI_MINH).date(), desk)
    letter = letter_of(told, replace(occasion, repeated=message.draft.repeated))
    outbox.rewrite(facts.db, message.id, letter)
    return replace(message, draft=replace(message.draft, letter=letter)), tuple(one.item.reminder for one in told)
