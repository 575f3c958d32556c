"""The last look before sending: what a message says must still be true, or it says less, or it does not go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tracker.reminders.alarms import still_wrong
from tracker.reminders.correcting import corrected_again
from tracker.reminders.desk import Desk
from tracker.reminders.digest import compose, numbered
from tracker.reminders.facts import Facts
from tracker.reminders.hearing import takes_evidence
from tracker.reminders.news import NEWS
from tracker.reminders.occasions import Occasion, occasion_for
from tracker.reminders.other_works import OTHERS, STILL_LATE
from tracker.reminders.reasons import Reason
from tracker.reminders.returned import HEAD
from tracker.reminders.sift import Case, Item, Moment, item, rest, stale
from tracker.reminders.telling import told_again
from tracker.reminders.wording import ASKS
from tracker.reminders.writer import DAILY
from tracker.store import answers, ledger, outbox
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, Letter, OutboxMessage
from tracker.store.records import Person


@dataclass(frozen=True, slots=True)
class Checked:
    """A claimed message in the words it goes out with; `dropped` says why it does not go after all."""

    message: OutboxMessage
    person: Person
    reminders: tuple[Reminder, ...]
    dropped: Reason | None = None


def check(facts: Facts, message: OutboxMessage, now: datetime, desk: Desk) -> Checked:
    """Drop from a message what is done, moved or given to others, and word it again when that changed it."""
    db = facts.db
    person = facts.person(message.draft.person_id)
    rows = ledger.of_message(db, message.chain)
    if message.draft.address not in person.addresses:
        ledger.plan_again(db, ((row.id, row.planned.at) for row in rows))
        ledger.plan_twins(db, rows)
        return Checked(message, person, (), Reason.ADDRESS_CHANGED)
    if message.draft.kind is Kind.CHANGE:
        message, told = corrected_again(facts, message, now, desk)
        return Checked(message, person, told, None if told else Reason.NOTHING_LEFT)
    if bundle := NEWS.get(message.draft.kind):
        message, told = told_again(facts, message, now, desk, bundle)
        return Checked(message, person, told, None if told else Reason.NOTHING_LEFT)
    cases = [(row, facts.case(row.planned.task_id, row.planned.person_id, (row,))) for row in rows]
    moment = Moment(now, desk.policy)
    dropped = [(row.id, why.value) for row, case in cases if (why := stale(row, case))]
    resting = [(row.id, row.planned.at) for row, case in cases if not stale(row, case) and rest(row, case, moment)]
    gone = {row_id for row_id, _ in [*dropped, *resting]}
    if gone:
        ledger.supersede(db, dropped)
        ledger.plan_again(db, resting)
    left = [(row, case) for row, case in cases if row.id not in gone]
    week = facts.week_for(person, moment.today) if message.draft.kind is Kind.SUMMARY else None
    again = facts.returned(person, moment.today) if HEAD in message.draft.letter.text else ()
    if not left and not week and not again and message.draft.kind is not Kind.ALARM:
        return Checked(message, person, (), Reason.NOTHING_LEFT)
    daily = message.draft.kind in DAILY
    anew = gone or message.draft.repeated or message.draft.hop  # another address answers in another way
    anew = anew or (daily and takes_evidence(person))  # what waited may be taken or answered by now
    anew = anew or HEAD in message.draft.letter.text
    tells_late = any(head in message.draft.letter.text for head in (STILL_LATE, OTHERS))
    anew = anew or tells_late or ASKS in message.draft.letter.text or any(case.asks for _, case in left)
    anew = anew or message.draft.kind is Kind.SUMMARY  # the week it lists may be over
    if week or ((left or again) and anew):
        occasion = occasion_for(person, message.draft.address, moment.today, desk)
        occasion = replace(occasion, repeated=message.draft.repeated, week=week, said=facts.said(person, moment.today))
        if daily:
            waits = facts.unseen(person, moment.today, weekly=bool(week)), facts.unanswered(person, moment.today)
            late = facts.still_late(person, moment.today) if tells_late else ()
            wrong = still_wrong(db, person.school_id, now, message.draft.letter.text)
            occasion = replace(occasion, unseen=waits[0], unanswered=waits[1], still_late=late, alarms=wrong)
            occasion = replace(occasion, returned=again)
        letter, shown = _reworded(facts, message, left, occasion)
        answers.number(db, person.id, shown, now, message.chain)
        outbox.rewrite(db, message.id, letter)
        message = replace(message, draft=replace(message.draft, letter=letter))
    return Checked(message, person, tuple(row for row, _ in left))


def _reworded(
    facts: Facts, message: OutboxMessage, left: Sequence[tuple[Reminder, Case]], occasion: Occasion
) -> tuple[Letter, tuple[str, ...]]:
    """Return the words for what is left of a message, and the tasks they number."""
    items = [facts.taken_over(_item(row, case, message)) for row, case in left]
    return compose(items, occasion), numbered(items, occasion)


def _item(row: Reminder, case: Case, message: OutboxMessage) -> Item:
    return item(case, row, row.shown_stage or row.planned.stage, Reason(row.reason), message.draft.kind)
