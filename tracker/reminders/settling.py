"""What became of a message is written down, and the person's next address takes over where the rule says so."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from notifiers import channel_for
from tracker.reminders.aftermath import Aftermath
from tracker.reminders.desk import Desk
from tracker.store import outbox
from tracker.store.database import Database
from tracker.store.letters import Draft, MessageState, OutboxMessage
from tracker.store.outbox import Lease
from tracker.store.people import ways
from tracker.store.records import Person

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settlement:
    """How the try of one message to one person ended."""

    message: OutboxMessage
    person: Person
    aftermath: Aftermath


def settle(
    db: Database, settlement: Settlement, now: datetime, desk: Desk, lease: Lease | None = None
) -> OutboxMessage:
    """Record a result under the sender's lease, hand the message to the next address, return it as it stands."""
    message, aftermath = settlement.message, settlement.aftermath
    finished = outbox.finish(db, message.id, aftermath.result, now, lease)
    if finished is None:
        logger.warning("message %s: another process took it over while it was being sent", message.id)
        return message
    logger.info("message %s by %s: %s", message.id, message.draft.channel, aftermath.result.outcome)
    address = next_address(db, message, settlement.person) if aftermath.next_address else None
    if address is not None:
        uncertain = aftermath.result.state is MessageState.UNKNOWN
        outbox.add(db, _hop(message, address, desk, uncertain=uncertain), now)
    return finished


def next_address(db: Database, message: OutboxMessage, person: Person) -> str | None:
    """Return the first of a person's addresses the message was not tried at yet; None when there is none left.

    Which is first changes where one turns out to be dead meanwhile: none is tried twice, none left out for that.
    """
    if message.draft.address not in person.addresses or len(person.addresses) == 1:
        return None
    tried = outbox.addresses_of_chain(db, message.chain)
    return next((one for one in ways(person) if one not in tried), None)


def goes_on(db: Database, message: OutboxMessage, person: Person) -> bool:
    """Whether there is a further address that may work: for one known to be dead no channel's mending is given up."""
    following = next_address(db, message, person)
    return following is not None and following not in person.refused


def _hop(message: OutboxMessage, address: str, desk: Desk, *, uncertain: bool) -> Draft:
    draft, hop = message.draft, message.draft.hop + 1
    channel = channel_for(address, desk.channels)
    return replace(
        draft,
        key=f"{draft.key.partition('.')[0]}.{hop}",
        hop=hop,
        chain_id=message.chain,
        address=address,
        channel=channel.name if channel else "",
        repeated=draft.repeated or uncertain,
    )
