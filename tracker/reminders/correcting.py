"""Whoever heard of a work that changed since hears so: once, all changes of one person in one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from schedules.calendar import SchoolCalendar
from schedules.plan import SchoolYear
from schedules.wording import Context
from tracker.reminders.change_letter import Changed, letter_of, ordered
from tracker.reminders.changes import cause_of, last_word, long_past, owed, title_heard
from tracker.reminders.days_heard import days_heard
from tracker.reminders.desk import LEASE, Desk
from tracker.reminders.facts import Facts
from tracker.reminders.occasions import Occasion, occasion_for
from tracker.reminders.owing import issued, standing
from tracker.reminders.policy import Hold
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import item
from tracker.reminders.waiting import awaited_words
from tracker.reminders.writer import Held, Writer
from tracker.store import answers, carried, ledger, outbox, schools
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, Letter, OutboxMessage
from tracker.store.people import ways
from tracker.store.records import Person
from tracker.zone import HO_CHI_MINH

Judged = Changed | Reason
"""A change to be told, or why it is not (now)."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The tasks whose deadline in force someone is told with a change, and those whose change waits."""

    said: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    held: tuple[Held, ...] = ()


def judge(facts: Facts, row: Reminder, today: date, calendar: SchoolCalendar) -> Judged:
    """Return what a correction says as things stand now, or why it is not told."""
    heard = carried.before(facts.db, row)
    now = standing(facts, row.planned.task_id, row.planned.person_id)
    if row.planned.due_version != now.task.due_version:
        return Reason.DUE_MOVED
    if row.message_id is None and any(one.in_flight for one in heard):
        return Reason.HELD_IN_FLIGHT
    reason = owed(heard, now)
    if reason is None:
        return Reason.CHANGE_OVER
    version = last_word(heard).due_version
    if long_past(reason, now.span_at(version), now, today):
        return Reason.CHANGE_LONG_PAST
    case = facts.case(now.task.id, now.person.id, (row,))
    year = SchoolYear.parse(case.plan.school_year) if case.plan.school_year else None
    was = days_heard(now, version, Context(calendar, year))
    cause = cause_of(reason, now, issued(facts, now.task))
    told = item(case, row, row.planned.stage, reason, Kind.CHANGE)
    formerly, awaited = title_heard(heard, now), awaited_words(case.pauses, today)
    return Changed(told, was, facts.leads(now.task.id), cause, formerly, awaited)


def correct(writer: Writer, person: Person, rows: Sequence[Reminder]) -> Corrected:
    """Put one message in the outbox about what someone heard and holds no more; note what waits and why.

    Nothing is said of a work while a message about it is on its way, nor within the hour after another change.
    """
    newest = {row.planned.task_id: row for row in rows}
    judged = [(row, judge(writer.facts, row, writer.today, writer.desk.calendar)) for row in newest.values()]
    told = [one for _, one in judged if isinstance(one, Changed)]
    wait = writer.apart(person, Kind.CHANGE) if told else None
    over = [(row, Reason.CHANGE_OVER) for row in rows if row is not newest[row.planned.task_id]]
    ledger.supersede(writer.db, ((row.id, why.value) for row, why in (*over, *_dropped(judged))))
    flying = [row for row, one in judged if one is Reason.HELD_IN_FLIGHT]
    held = [_held(writer, person, flying, Hold(Reason.HELD_IN_FLIGHT, writer.now + LEASE))]
    if wait:
        held.append(_held(writer, person, [one.item.reminder for one in told], wait))
    elif told:
        _put(writer, person, told)
    tasks = frozenset(task_id for one in held if one for task_id in one.tasks)
    said = frozenset(one.item.task.id for one in told if not one.out)
    return Corrected(said - tasks, tasks, tuple(filter(None, held)))


def _dropped(judged: Iterable[tuple[Reminder, Judged]]) -> list[tuple[Reminder, Reason]]:
    return [(row, one) for row, one in judged if isinstance(one, Reason) and one is not Reason.HELD_IN_FLIGHT]


def _held(writer: Writer, person: Person, rows: Sequence[Reminder], hold: Hold) -> Held | None:
    ledger.note(writer.db, ((row.id, hold.reason.value) for row in rows))
    return Held(person.name, hold, tuple(row.planned.task_id for row in rows)) if rows else None


def _put(writer: Writer, person: Person, told: Sequence[Changed]) -> None:
    occasion = occasion_for(person, ways(person)[0], writer.today, writer.desk)
    letter, shown = _worded(writer.facts, person, told, occasion)
    message_id = writer.put(person, letter, Kind.CHANGE, [one.item for one in told])
    answers.number(writer.db, person.id, shown, writer.now, message_id)


def _worded(
    facts: Facts, person: Person, told: Sequence[Changed], occasion: Occasion
) -> tuple[Letter, tuple[str, ...]]:
    """Return the words of one message and the tasks they number."""
    school = schools.by_id(facts.db, person.school_id).name
    return letter_of(told, occasion, school), tuple(one.item.task.id for one in ordered(told))


def corrected_again(
    facts: Facts, message: OutboxMessage, now: datetime, desk: Desk
) -> tuple[OutboxMessage, tuple[Reminder, ...]]:
    """Return a message about changes in the words that are true now, with the rows it still carries, if any."""
    today = now.astimezone(HO_CHI_MINH).date()
    judged = [(row, judge(facts, row, today, desk.calendar)) for row in ledger.of_message(facts.db, message.chain)]
    ledger.supersede(facts.db, ((row.id, why.value) for row, why in _dropped(judged)))
    told = [one for _, one in judged if isinstance(one, Changed)]
    if not told:
        return message, ()
    person = facts.person(message.draft.person_id)
    occasion = occasion_for(person, message.draft.address, today, desk)
    letter, shown = _worded(facts, person, told, replace(occasion, repeated=message.draft.repeated))
    items = [one.item for one in told]
    ledger.attach(facts.db, message.chain, ((one.reminder.id, one.stage, one.reason.value) for one in items))
    answers.number(facts.db, person.id, shown, now, message.chain)
    outbox.rewrite(facts.db, message.id, letter)
    rows = tuple(replace(one.reminder, reason=one.reason.value) for one in items)
    return replace(message, draft=replace(message.draft, letter=letter)), rows
