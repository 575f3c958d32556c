"""The bot's side of a conversation: take a message in, commit, then send the answer through the same chat."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from notifiers import Message
from notifiers.zalo.bot import ZaloBotChannel
from notifiers.zalo.bot_inbox import Incoming
from notifiers.zalo.bot_settings import ZaloBotSettings
from schedules.calendar import SchoolCalendar
from tracker.answers.inbox import identity_of, receive
from tracker.store import chats
from tracker.store.database import Database, open_database, transaction

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BotDesk:
    """What answering needs: the bot, the data folder, the calendar and the clock."""

    settings: ZaloBotSettings
    folder: Path
    calendar_of: Callable[[], SchoolCalendar]
    clock: Callable[[], datetime]

    def take(self, incoming: Incoming) -> None:
        """Take one message in and answer it, on a connection of its own."""
        with open_database(self.folder) as db:
            said = self.taken_in(db, incoming)
        if said:
            self.say(said)

    def taken_in(self, db: Database, incoming: Incoming) -> Message | None:
        """Take one message in for good; return the answer still to be sent, None for a message known before."""
        said = receive(db, incoming, self.clock(), self.calendar_of())
        return Message(identity_of(incoming), incoming.address, incoming.from_name, "", said) if said else None

    def say(self, message: Message) -> None:
        """Send an answer and note how that ended; what was done stays done when the answer does not arrive."""
        outcome = ZaloBotChannel(self.settings).send(message, self.clock())
        logger.info("answered a chat message: %s", outcome.kind.value)
        with open_database(self.folder) as db, transaction(db):
            chats.note_answered(db, message.key, outcome.kind.value)
