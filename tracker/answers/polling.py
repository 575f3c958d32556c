"""Listening to the bot: Zalo posts to us where it can reach us, else one thread asks until it is told to stop.

Zalo keeps nothing for later and wants no acknowledgement: a message sent while
nobody asks is lost to us, so the thread asks without a pause and waits only after trouble.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from notifiers import Outcome
from notifiers.zalo.bot_api import POLL_SECONDS, BotApi
from notifiers.zalo.bot_inbox import incoming
from notifiers.zalo.bot_settings import ZaloBotSettings
from tracker.answers.bot_desk import BotDesk

BOT_PATH = "/moc/zalo-bot"
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """A started thread; `stop` returns at the latest when the poll under way ends."""

    thread: threading.Thread
    stopping: threading.Event

    def stop(self, patience: float = 1.0) -> None:
        """Ask the thread to end and wait a moment; it is a daemon, for a poll may still last half a minute."""
        self.stopping.set()
        self.thread.join(patience)


def wanted(settings: ZaloBotSettings) -> bool:
    """Whether the bot must be asked for messages: it has a token and no webhook brings them."""
    return bool(settings.token) and not settings.webhook_secret


def open_line(desk: BotDesk, base_url: str) -> Listening | None:
    """Begin to hear what people write: tell Zalo where to post, or start asking; None without a token."""
    settings = desk.settings
    if wanted(settings):
        return start(desk)
    if settings.token and base_url.startswith("https://"):
        threading.Thread(target=register, args=(desk, base_url), name="zalo-webhook", daemon=True).start()
    return None


def register(desk: BotDesk, base_url: str) -> None:
    """Tell Zalo where to post messages; what it answers is logged, for only a person can mend it."""
    told = BotApi(desk.settings).set_webhook(f"{base_url.rstrip('/')}{BOT_PATH}", desk.clock())
    if isinstance(told, Outcome):
        logger.warning("the webhook of the bot could not be registered: %s", told.reason)


def start(desk: BotDesk, seconds: int = POLL_SECONDS) -> Listening:
    """Start listening; `seconds` is how long one poll may stay open."""
    stopping = threading.Event()
    thread = threading.Thread(target=listen, args=(desk, stopping, seconds), name="zalo-bot", daemon=True)
    thread.start()
    return Listening(thread, stopping)


def listen(desk: BotDesk, stopping: threading.Event, seconds: int = POLL_SECONDS) -> None:
    """Ask for one message after the other until `stopping` is set; trouble makes the pause longer, up to 5 minutes."""
    api, pause = BotApi(desk.settings), FIRST_PAUSE
    api.delete_webhook(desk.clock())  # while Zalo knows one it gives nothing to who asks
    while not stopping.is_set():
        if _once(api, desk, seconds):
            pause = FIRST_PAUSE
            continue
        stopping.wait(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def _once(api: BotApi, desk: BotDesk, seconds: int) -> bool:
    """Take in at most one message; False when something is wrong and a pause is due."""
    try:
        update = api.updates(desk.clock(), seconds)
        if isinstance(update, Outcome):
            logger.warning("the bot could not be asked for messages: %s", update.reason)
            return False
        message = incoming(update) if update else None
        if message:
            desk.take(message)
    except Exception:
        logger.exception("a message to the bot could not be taken in")
        return False
    return True
