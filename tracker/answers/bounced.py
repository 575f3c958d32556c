"""Letters that come back: the message is marked, its tasks take the next address, a dead mailbox is given up."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from notifiers.mail.bounce_box import BounceBox, BounceBoxError, BounceBoxSettings
from notifiers.mail.bounces import Bounce
from tracker.reminders.aftermath import Aftermath
from tracker.reminders.desk import Desk
from tracker.reminders.planning import replan
from tracker.reminders.settling import Settlement, next_address, settle
from tracker.store import outbox, people, receipts, stops
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.letters import MessageState, OutboxMessage, Result
from tracker.store.stops import StopWhy

DEAD = ("5.1.", "5.2.1")
"""RFC 3463: no such mailbox, or one that is disabled; a full mailbox (5.2.2) may be emptied."""

REACHED = frozenset({MessageState.SENT, MessageState.UNKNOWN})
WHO = "Hộp thư hồi"

logger = logging.getLogger(__name__)


def read_bounces(db: Database, settings: BounceBoxSettings, desk: Desk) -> int:
    """Read the inbox once; return how many messages turned out not to have arrived. Trouble is logged, not raised."""
    if not settings.host:
        return 0
    found = 0
    try:
        with BounceBox(settings) as box:
            for uid, reported in box.unread():
                found += note_bounces(db, reported, desk)
                box.done(uid)
    except BounceBoxError as error:
        logger.warning("%s", error)
    return found


def note_bounces(db: Database, reported: Iterable[Bounce], desk: Desk) -> int:
    """Record what one letter reports; return how many messages were marked. A delayed letter may still arrive."""
    with transaction(db):
        return sum(_note(db, bounce, desk) for bounce in reported if bounce.permanent)


def _note(db: Database, bounce: Bounce, desk: Desk) -> bool:
    number = receipts.message_of(db, bounce.message_id)
    message = outbox.by_id(db, number) if number else None
    if message is None or message.state not in REACHED:
        return False
    person, now = people.by_id(db, message.draft.person_id), desk.wall()
    outcome = bounce.outcome()
    reason = f"Thư bị trả lại ({bounce.status}): {outcome.reason}"
    result = Result(MessageState.FAILED, outcome.kind.value, reason, message.provider_id, outcome.detail)
    goes_on = next_address(db, message, person) is not None
    settle(db, Settlement(message, person, Aftermath(result, next_address=goes_on)), now, desk)
    if bounce.status.startswith(DEAD):
        _give_up(db, message, now, desk)
    return True


def _give_up(db: Database, message: OutboxMessage, now: datetime, desk: Desk) -> None:
    """Take the address out of use; reminders still to come are planned for the next one."""
    person = people.by_id(db, message.draft.person_id)
    if stops.stop(db, person.id, message.draft.address, StopWhy.BOUNCED, Actor(WHO, now)):
        replan(db, person.school_id, desk.working_days, desk.policy)
