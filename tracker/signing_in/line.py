"""The sender of sign-in links beside a running service: woken when somebody asks, and now and then for what waits."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from tracker.reminders.desk import Desk
from tracker.signing_in.sending import send_waiting
from tracker.store.database import StoreTroubleError, open_database

SECONDS = 30.0
"""How long what is to be tried again waits at most beyond its time."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sending:
    """A started thread; `stop` returns when the letter under way has left, or after some patience."""

    thread: threading.Thread
    asked: threading.Event
    stopping: threading.Event

    def stop(self, patience: float = 5.0) -> None:
        """Ask the thread to end and wait a little; it is a daemon, and what it leaves undone stays in the outbox."""
        self.stopping.set()
        self.asked.set()
        self.thread.join(patience)


def start(folder: Path, desk: Desk, asked: threading.Event, seconds: float = SECONDS) -> Sending:
    """Start sending for a data folder; `asked` is set by the page that keeps a request."""
    stopping = threading.Event()
    thread = threading.Thread(target=_run, args=(folder, desk, asked, stopping, seconds), name="sign-in", daemon=True)
    thread.start()
    return Sending(thread, asked, stopping)


def _run(folder: Path, desk: Desk, asked: threading.Event, stopping: threading.Event, seconds: float) -> None:
    while not stopping.is_set():
        _once(folder, desk)
        asked.wait(seconds)
        asked.clear()


def _once(folder: Path, desk: Desk) -> None:
    """Send what waits on a connection of its own; trouble is logged and the next time comes."""
    try:
        with open_database(folder) as db:
            send_waiting(db, desk.wall(), desk)
    except StoreTroubleError as error:
        logger.error("%s", error)  # noqa: TRY400 - the sentence says all
    except Exception:
        logger.exception("sign-in links could not be sent")
