"""Messages leave the outbox one by one: claimed, checked again, sent, recorded. One that fails never stops the rest.

How a message ended and the claim of the next one are one transaction: what was sent is written down before anything
else is sent, at the price of one commit a message.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from notifiers import Message, Outcome, OutcomeKind, channel_for
from tracker.feeds.making import opens_pages
from tracker.holders import new_holder
from tracker.reminders.aftermath import after, after_crash
from tracker.reminders.desk import LEASE, Desk
from tracker.reminders.enclosure import MAIL, enclosure
from tracker.reminders.facts import Facts
from tracker.reminders.hours import Hours
from tracker.reminders.reasons import Reason
from tracker.reminders.recheck import Checked, check
from tracker.reminders.settling import Settlement, goes_on, settle
from tracker.reminders.stages import DOERS, tells_deadline
from tracker.store import carried, outbox, refused
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.ledger import Reminder
from tracker.store.letters import MessageState, OutboxMessage, Result
from tracker.store.outbox import Lease
from tracker.store.records import Person
from tracker.store.savepoint import savepoint

POST = "Máy chủ thư"
"""Who the history names where an address is refused or taken again."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivered:
    """One message that was tried: as it stands now, to whom, the reminders it carried, the ids of works it named."""

    message: OutboxMessage
    person: Person
    reminders: tuple[Reminder, ...]
    named: tuple[str, ...] = ()


def deliver(facts: Facts, now: datetime, desk: Desk) -> tuple[Delivered, ...]:
    """Send every message due at `now`; return each as it was recorded."""
    postman = _Postman(facts.db, now, desk, new_holder(), facts, Hours(facts.db, desk))
    done = []
    checked = postman.claim()
    while checked:
        desk.step("claimed")
        message, following = postman.carry(checked)
        done.append(Delivered(message, checked.person, checked.reminders, checked.message.draft.letter.named))
        checked = following
    return tuple(done)


def recover(db: Database, now: datetime, desk: Desk) -> int:
    """Settle the messages whose sender disappeared while they were in flight; return how many there were."""
    if not outbox.left_behind(db, desk.wall(), desk.gone):
        return 0
    with transaction(db):
        lost = outbox.left_behind(db, desk.wall(), desk.gone)
        for message in lost:
            person = Facts(db).person(message.draft.person_id)
            aftermath = after_crash(message, now, has_next=goes_on(db, message, person))
            settle(db, Settlement(message, person, aftermath), now, desk)
    desk.step("recovered")
    return len(lost)


@dataclass(slots=True)
class _Postman:
    """One run through the outbox; `name` is the holder of its leases."""

    db: Database
    now: datetime
    desk: Desk
    name: str
    facts: Facts
    hours: Hours

    def claim(self) -> Checked | None:
        """Take the first message that is due, in a transaction of its own."""
        with transaction(self.db):
            return self._next()

    def carry(self, checked: Checked) -> tuple[OutboxMessage, Checked | None]:
        """Send a claimed message, unless its last look dropped it; return how it stands and the next one claimed."""
        if checked.dropped:
            return checked.message, self.claim()
        outcome = self.send(checked)
        self.desk.step("sent")
        carried = self.record(checked, outcome)
        self.desk.step("recorded")
        return carried

    def send(self, checked: Checked) -> Outcome:
        """Give the message to its channel; nothing a channel does may stop the other messages."""
        draft, letter = checked.message.draft, checked.message.draft.letter
        channel = channel_for(draft.address, self.desk.channels)
        if channel is None:
            return Outcome(OutcomeKind.PERMANENT_RECIPIENT, Reason.NO_CHANNEL.sentence)
        links = self.desk.links
        message = Message(
            *(draft.key, draft.address, checked.person.name, letter.subject, letter.text, letter.html),
            calendar=self._calendar(checked),
            unsubscribe=links.stop(draft.address, draft.person_id, draft.day) if links else None,
        )
        try:
            return channel.send(message, self.now)
        except Exception as error:  # noqa: BLE001 - the contract says never; if it happens, its fate is unknown
            logger.warning("channel %s: %s", channel.name, type(error).__name__)
            return Outcome(OutcomeKind.UNKNOWN, f"kênh {channel.name} gặp lỗi bất ngờ", detail=type(error).__name__)

    def _calendar(self, checked: Checked) -> bytes | None:
        draft = checked.message.draft
        if not draft.address.startswith(MAIL):
            return None
        not_theirs = {Reason.WORK_GIVEN_AWAY, Reason.EXTENSION_ASKED, Reason.EVIDENCE_REFUSED}
        told = (row.planned.task_id for row in checked.reminders if row.reason not in not_theirs and self._does(row))
        return enclosure(self.facts, told, draft.day, self.desk.base_url if opens_pages(checked.person) else "")

    def _does(self, row: Reminder) -> bool:
        """Whether a work is its reader's to do: the days of others are nothing for their own calendar."""
        who = self.facts.recipient(row.planned.task_id, row.planned.person_id)
        return who is not None and who.ear in DOERS

    def record(self, checked: Checked, outcome: Outcome) -> tuple[OutboxMessage, Checked | None]:
        """Write down how it ended, if the lease is still ours, and take the next message in the same transaction."""
        message, person = checked.message, checked.person
        with transaction(self.db):
            has_next = goes_on(self.db, message, person)
            aftermath = after(message, outcome, self.now, has_next=has_next)
            recorded = settle(self.db, Settlement(message, person, aftermath), self.now, self.desk, self._lease())
            self._remember(message, outcome)
            self.desk.step("recording")
            return recorded, self._next()

    def _remember(self, message: OutboxMessage, outcome: Outcome) -> None:
        """Write down that an address turned out to be dead, or that it is not after all."""
        whose, address, actor = message.draft.person_id, message.draft.address, Actor(POST, self.now)
        if outcome.dead:
            refused.refuse(self.db, whose, address, outcome.reason, actor)
        elif outcome.kind is OutcomeKind.SENT:
            refused.trust(self.db, whose, address, actor)

    def _next(self) -> Checked | None:
        """Take one message and check again that all it says still holds."""
        message = outbox.claim(self.db, self.now, self._lease())
        if message is None:
            return None
        self.facts = self.facts.fresh()
        checked = self._check(message)
        if checked.dropped:
            logger.info("message %s not sent: %s", message.id, checked.dropped.value)
            finished = outbox.finish(self.db, message.id, self._unsent(checked, checked.dropped), self.now)
            checked = replace(checked, message=finished or message)
        else:
            heard = [row for row in checked.reminders if tells_deadline(row.planned.stage)]
            carried.carry(self.db, checked.message, heard)
        self.desk.step("claiming")
        return checked

    def _unsent(self, checked: Checked, why: Reason) -> Result:
        """Return what becomes of a claimed message that does not go now."""
        waits = self.hours.hold(checked.person.school_id, self.now)
        if waits and why is waits.reason:
            return Result(MessageState.WAITING, why.value, why.sentence, not_before=waits.until, tried=False)
        state = MessageState.FAILED if why is Reason.NOT_CHECKED else MessageState.CANCELLED
        return Result(state, why.value, why.sentence, tried=False)

    def _check(self, message: OutboxMessage) -> Checked:
        """Look at a message for the last time; one that cannot be looked at is not sent and stops no other."""
        person = self.facts.person(message.draft.person_id)
        if waits := self.hours.hold(person.school_id, self.now):
            return Checked(message, person, (), waits.reason)
        try:
            with savepoint(self.db):
                return check(self.facts, message, self.now, self.desk)
        except (LookupError, ValueError):
            logger.exception("message %s: what it says could not be checked", message.id)
            return Checked(message, person, (), Reason.NOT_CHECKED)

    def _lease(self) -> Lease:
        return Lease(self.name, self.desk.wall() + LEASE)
