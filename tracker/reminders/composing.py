"""Reminders whose instant has come become messages, ledger and outbox in one transaction."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from tracker.reminders.alarms import LONGEST_BREAK, SILENT, delivery_alarms, to_warn, untold
from tracker.reminders.correcting import Corrected, correct
from tracker.reminders.desk import Desk
from tracker.reminders.facts import Facts
from tracker.reminders.hours import Hours
from tracker.reminders.news import BUNDLES
from tracker.reminders.reasons import Reason
from tracker.reminders.stages import is_change, is_reminder, is_wait_over
from tracker.reminders.telling import Going, ride, tell
from tracker.reminders.week import Week, monday_of, opens_week
from tracker.reminders.writer import DAILY, Held, Writer
from tracker.store import heartbeats, ledger, outbox, schools
from tracker.store.database import Database, transaction
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, MessageState, Result
from tracker.store.savepoint import savepoint

logger = logging.getLogger(__name__)

Kinds = Mapping[int, frozenset[Kind]]
NONE: frozenset[Kind] = frozenset()

AT_A_TIME = 20
"""How many people one transaction writes to: tenths of a second, and what a crash undoes is done again anyway."""

BUSY, BREATH = 1.0, 0.11
"""Seconds of work, then of rest: whoever waits for SQLite's one lock looks for it again within a tenth of a second."""


def compose_due(facts: Facts, now: datetime, desk: Desk) -> tuple[Held, ...]:
    """Turn every reminder due at `now` into at most one message per person; return what waits.

    So many people a transaction: others who write to the database never wait long.
    """
    held: list[Held] = []
    left: list[int] | None = None
    since = time.monotonic()
    while left is None or left:
        with transaction(facts.db):
            facts = facts.fresh()
            writer = Writer(facts, now, desk, Hours(facts.db, desk))
            if left is None:
                _take_back(facts.db, writer.today, now)
                left = _audience(writer)
            some, left = left[:AT_A_TIME], left[AT_A_TIME:]
            held += _compose(writer, some, last=not left)
            desk.step("composed")
        desk.step("committed")
        if left and time.monotonic() - since > BUSY:
            time.sleep(BREATH)
            since = time.monotonic()
    return tuple(held)


def _audience(writer: Writer) -> list[int]:
    """Return who may have to be told something: those with reminders due, and overseers on the day of the week."""
    due, kinds = ledger.people_due(writer.db, writer.now), outbox.kinds_of_day(writer.db, writer.today)
    return sorted({*due, *_weeks(writer, kinds), *_to_give_anew(writer, kinds)})


def _to_give_anew(writer: Writer, kinds: Kinds) -> set[int]:
    """Return whose evidence was refused, on the day that opens a week, while they had no message of that day."""
    if not opens_week(writer.today, writer.desk.working_days):
        return set()
    every = (one for school in schools.all_schools(writer.db) for one in writer.facts.returned_to(school.id))
    return {one for one in every if not kinds.get(one, NONE) & DAILY}


def _compose(writer: Writer, people_ids: Sequence[int], *, last: bool) -> list[Held]:
    """Write to some people what is due now, whatever another process told them meanwhile; warn with the last."""
    kinds = outbox.kinds_of_day(writer.db, writer.today)
    rows, weeks = _by_person(ledger.due_of(writer.db, writer.now, people_ids)), _weeks(writer, kinds)
    told = [_tell(writer, one, rows.get(one, []), kinds, weeks) for one in people_ids]
    if last:
        _warn(writer, kinds)
    return [held for one in told for held in one]


def _take_back(db: Database, today: date, now: datetime) -> None:
    """Give the reminders of messages that missed their day, or their address, back to the ledger for one made now."""
    late = [(message, Reason.REPLACED_NEXT_DAY) for message in outbox.waiting_before(db, today)]
    lost = [(message, Reason.ADDRESS_CHANGED) for message in outbox.waiting_elsewhere(db, today)]
    for message, reason in (*late, *lost):
        rows = ledger.of_message(db, message.chain)
        ledger.plan_again(db, ((row.id, row.planned.at) for row in rows))
        ledger.plan_twins(db, rows)
        outbox.finish(db, message.id, Result(MessageState.CANCELLED, reason.value, reason.sentence), now)


def _by_person(rows: Iterable[Reminder]) -> dict[int, list[Reminder]]:
    ordered = sorted(rows, key=lambda row: (row.planned.person_id, row.planned.task_id))
    return {person: list(group) for person, group in groupby(ordered, key=lambda row: row.planned.person_id)}


def _weeks(writer: Writer, kinds: Kinds) -> dict[int, Week]:
    """Return the week each overseer is told of, once: on its first working day, later where that was in vain."""
    today = writer.today
    opens = opens_week(today, writer.desk.working_days)
    late = frozenset() if opens else outbox.owed_a_week(writer.db, monday_of(today))
    if not (opens or late):
        return {}
    found: dict[int, Week] = {}
    for school in schools.all_schools(writer.db):
        if not writer.hours.policy(school.id).week_summary:
            continue
        for person in (one for one in writer.facts.overseers(school.id) if opens or one.id in late):
            told = kinds.get(person.id, NONE) & {Kind.ROUTINE, Kind.SUMMARY}
            week = None if told else writer.facts.week_for(person, today)
            found |= {person.id: week} if week else {}
    return found


def _tell(writer: Writer, person_id: int, rows: list[Reminder], kinds: Kinds, weeks: Mapping[int, Week]) -> list[Held]:
    """Write to one person; whatever goes wrong with their tasks, the others still hear of theirs."""
    told = kinds.get(person_id, NONE)
    try:
        with savepoint(writer.db):
            person = writer.facts.person(person_id)
            if waits := writer.hours.hold(person.school_id, writer.now):
                return writer.wait(person, rows, waits)
            going = [
                tell(writer, person, [row for row in rows if bundle.about(row.planned.stage)], bundle)
                for bundle in BUNDLES
            ]
            changed = correct(writer, person, [row for row in rows if is_change(row.planned.stage)])
            reminding = [row for row in rows if is_reminder(row.planned.stage)]
            items = ride(writer, writer.items(person_id, _beside(writer, reminding, changed, going), told), going)
            held = [one for news in going for one in news.held]
            return [*held, *changed.held, *writer.write(person, items, told, weeks.get(person_id))]
    except (LookupError, ValueError):
        logger.exception("person %s: the message could not be composed", person_id)
        return []


def _beside(writer: Writer, rows: Sequence[Reminder], changed: Corrected, going: Sequence[Going]) -> list[Reminder]:
    """Return the reminders that go beside other news: a deadline told with its change is not told twice at once.

    Nor is that of a work that waits for others no more.
    """
    over = {row.planned.task_id for one in going for row in one.rows if is_wait_over(row.planned.stage)}
    said = changed.said | over
    told = [row for row in rows if row.planned.task_id in said]
    ledger.supersede(writer.db, ((row.id, Reason.TOLD_WITH_CHANGE.value) for row in told))
    return [row for row in rows if row.planned.task_id not in said | changed.waiting]


def _warn(writer: Writer, kinds: Kinds) -> None:
    """Tell the managers who are reached what keeps messages from arriving or kept them, and no letter told them yet.

    A fault is told once as it is new, then once a week while it lasts; at most one such message a day.
    """
    silent = heartbeats.last(writer.db, SILENT)
    wrong = silent or delivery_alarms(writer.db, writer.now, back=LONGEST_BREAK)
    for school in schools.all_schools(writer.db) if wrong else ():
        for manager in to_warn(writer.db, school.id):
            told = untold(writer.db, manager, writer.now)
            if told and Kind.ALARM not in kinds.get(manager.id, NONE):
                writer.warn(manager, told)
