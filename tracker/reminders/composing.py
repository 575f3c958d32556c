"""Reminders whose instant has come become messages, ledger and outbox in one transaction."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from notifiers import channel_for
from tracker.reminders.desk import Desk
from tracker.reminders.digest import Occasion, compose
from tracker.reminders.facts import Facts
from tracker.reminders.policy import Hold, instant
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Item, Moment, sift
from tracker.store import ledger, outbox
from tracker.store.database import Database, transaction
from tracker.store.ledger import Reminder
from tracker.store.letters import Draft, Kind, MessageState, Result
from tracker.store.records import Person
from tracker.store.savepoint import savepoint
from tracker.zone import HO_CHI_MINH

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Held:
    """Reminders of one person that wait: why, until when, how many tasks."""

    person: str
    hold: Hold
    tasks: tuple[str, ...]


def compose_due(facts: Facts, now: datetime, desk: Desk) -> tuple[Held, ...]:
    """Turn every reminder due at `now` into at most one message per person; return what waits."""
    db = facts.db
    with transaction(db):
        today = now.astimezone(HO_CHI_MINH).date()
        _take_back(db, today, now)
        told_today, writer, held = outbox.kinds_of_day(db, today), _Writer(db, now, desk, facts.fresh()), []
        for person_id, rows in _by_person(ledger.due(db, now)):
            held += writer.tell(person_id, rows, told_today.get(person_id, frozenset()))
        desk.step("composed")
    desk.step("committed")
    return tuple(held)


def _take_back(db: Database, today: date, now: datetime) -> None:
    """Give the reminders of messages that did not get out on their day back to the ledger, for today's message."""
    for message in outbox.waiting_before(db, today):
        rows = ledger.of_message(db, message.chain)
        ledger.plan_again(db, ((row.id, row.planned.at) for row in rows))
        reason = Reason.REPLACED_NEXT_DAY
        outbox.finish(db, message.id, Result(MessageState.CANCELLED, reason.value, reason.sentence), now)


def _by_person(rows: Iterable[Reminder]) -> list[tuple[int, list[Reminder]]]:
    ordered = sorted(rows, key=lambda row: (row.planned.person_id, row.planned.task_id))
    return [(person, list(group)) for person, group in groupby(ordered, key=lambda row: row.planned.person_id)]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the message of one person."""

    db: Database
    now: datetime
    desk: Desk
    facts: Facts

    def tell(self, person_id: int, rows: Sequence[Reminder], kinds: frozenset[Kind]) -> list[Held]:
        """Write to one person; whatever goes wrong with their tasks, the others still hear of theirs."""
        try:
            with savepoint(self.db):
                return self.write(self.facts.person(person_id), self.items(person_id, rows, kinds), kinds)
        except (LookupError, ValueError):
            logger.exception("person %s: the message could not be composed", person_id)
            return []

    def items(self, person_id: int, rows: Sequence[Reminder], kinds: frozenset[Kind]) -> list[Item]:
        """Return what this person must hear of, and drop the rows that no longer count."""
        found = []
        moment = Moment(self.now, self.desk.policy, kinds)
        for task_id, group in groupby(rows, key=lambda row: row.planned.task_id):
            case = self.facts.case(task_id, person_id, tuple(group))
            verdict = sift(replace(case, told=ledger.told(self.db, task_id, person_id)), moment)
            ledger.supersede(self.db, ((row.id, reason.value) for row, reason in verdict.dropped))
            ledger.note(self.db, ((row.id, reason.value) for row, reason in verdict.held))
            found += [verdict.item] if verdict.item else []
        return found

    def write(self, person: Person, items: Sequence[Item], kinds: frozenset[Kind]) -> list[Held]:
        """Put one message of all that may go today in the outbox; hold the rest for the next working day."""
        kind = _kind(items, kinds)
        going = items if kind is Kind.ROUTINE else [item for item in items if item.kind is kind]
        staying = [item for item in items if item not in going]
        if going and kind:
            self._put(person, going, kind)
        return self._hold(person, staying)

    def _put(self, person: Person, items: Sequence[Item], kind: Kind) -> None:
        today = self.now.astimezone(HO_CHI_MINH).date()
        address = person.addresses[0]
        channel = channel_for(address, self.desk.channels)
        draft = Draft(
            key=key_of(person, kind, today, outbox.count(self.db, person.id, today)),
            person_id=person.id,
            kind=kind,
            day=today,
            address=address,
            channel=channel.name if channel else "",
            letter=compose(items, Occasion(person.name, today, self.desk.base_url)),
        )
        message_id = outbox.add(self.db, draft, self.now)
        ledger.attach(self.db, message_id, ((one.reminder.id, one.stage, one.reason.value) for one in items))

    def _hold(self, person: Person, items: Sequence[Item]) -> list[Held]:
        if not items:
            return []
        ledger.note(self.db, ((item.reminder.id, Reason.HELD_ONE_A_DAY.value) for item in items))
        day = self.desk.working_days.after(self.now.astimezone(HO_CHI_MINH).date())
        hold = Hold(Reason.HELD_ONE_A_DAY, instant(day, self.desk.policy))
        return [Held(person.name, hold, tuple(item.task.id for item in items))]


def _kind(items: Sequence[Item], kinds: frozenset[Kind]) -> Kind | None:
    """Return the kind of message these items go by today; None when all must wait."""
    wanted = {item.kind for item in items}
    free = [kind for kind in Kind if kind in wanted and kind not in kinds]
    return free[0] if free else None


def key_of(person: Person, kind: Kind, day: date, earlier: int, hop: int = 0) -> str:
    """Return the stable key of a message: the same message of the same day always gets the same."""
    parts = (person.school_id, person.id, kind.value, day.isoformat(), earlier, hop)
    return f"nhac-{hashlib.sha256('|'.join(map(str, parts)).encode()).hexdigest()[:24]}"
