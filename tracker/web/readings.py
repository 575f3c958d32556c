"""Long readings of a running service: two at once, others wait their turn, each seen only by the session that sent it.

Nothing here outlives the service: what was read is in the store as drafts, what was under way is sent again.
A reading holds its file until it ends, so few may be under way; an ended one is a few sentences, for an hour.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Condition, Event, Thread

from schedules.reading import Progress, Unreadable, Watch
from tracker.refusal import Refusal

AT_ONCE = 2
"""A reading keeps one processor busy; a school's machine has two to four, and pages must go on."""

MOST_WAITING = 4
"""With the two under way: six files of 30 MB in memory at most."""

REMEMBERED = timedelta(hours=1)
MOST_REMEMBERED = 100
PATIENCE = 10.0
"""Seconds a stopping service waits: a cancelled reading ends within one, but a draft being stored is let finish."""

MISTAKE = "{source}: máy chủ gặp lỗi khi đọc tệp này; không có gì bị lưu dở. Hãy báo người cài đặt."
CANCELLED = "{source}: đã thôi đọc theo yêu cầu, chưa lưu gì. Khi cần hãy tải tệp lên lại."
FULL = f"Máy chủ đang đọc {AT_ONCE} tệp và đã có {MOST_WAITING} tệp chờ. Hãy tải lên lại sau ít phút."
STOPPING = "Máy chủ đang dừng nên không nhận thêm tệp. Hãy tải lên lại khi máy chủ chạy."

logger = logging.getLogger(__name__)


class BusyError(Refusal):
    """No more files are taken now; the sentence says why and when to come back."""


class Stage(StrEnum):
    """How far a reading is."""

    WAITING = "waiting"
    READING = "reading"
    STOPPING = "stopping"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft made of one file, what it holds in words; `again` when an earlier file of the upload is the same plan."""

    plan_id: int
    source: str
    held: str
    same_file: bool = False
    unchanged: bool = False
    again: bool = False


def word_of(*, same: bool, unchanged: bool) -> str:
    """Return the word for the sentence that says what came of a file: the same as before, read otherwise, or new."""
    return "cung-tep" if unchanged else "doc-khac" if same else "da-tai"


@dataclass(frozen=True, slots=True)
class Ending:
    """What came of a reading: the drafts kept, and a sentence for each file that could not be read."""

    kept: tuple[Kept, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read for a session (`owner`); `work` reads and keeps it, and lets go of its bytes when dropped."""

    source: str
    owner: str
    clock: Callable[[], datetime]
    work: Callable[[Watch], Ending]


@dataclass(frozen=True, slots=True)
class Standing:
    """One reading as it stands now; `ahead` counts the files read before a waiting one."""

    key: str
    source: str
    stage: Stage
    ahead: int = 0
    progress: Progress | None = None
    ending: Ending = Ending()


@dataclass(slots=True)
class _Held:
    job: Job
    stage: Stage = Stage.WAITING
    stopped: Event = field(default_factory=Event)
    progress: Progress | None = None
    ending: Ending = Ending()
    ended_at: datetime | None = None

    def reached(self, progress: Progress) -> None:
        self.progress = progress


class Readings:
    """The readings of one service; every method may be called from any thread."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._changed = Condition()
        self._closed = False

    def begin(self, job: Job) -> str:
        """Take a file and return the random key of its reading; raise BusyError when too many wait."""
        with self._changed:
            self._forget(job.clock())
            if self._closed:
                raise BusyError(STOPPING)
            if len(self._at(Stage.WAITING)) >= MOST_WAITING:
                raise BusyError(FULL)
            key = secrets.token_urlsafe(16)
            self._held[key] = _Held(job)
            self._start()
        return key

    def look(self, key: str, owner: str, now: datetime) -> Standing | None:
        """Return how a reading stands; None when it is unknown, forgotten or another session's."""
        with self._changed:
            self._forget(now)
            held = self._held.get(key)
            if held is None or held.job.owner != owner:
                return None
            waiting = self._at(Stage.WAITING)
            ahead = waiting.index(held) if held in waiting else 0
            return Standing(key, held.job.source, held.stage, ahead, held.progress, held.ending)

    def cancel(self, key: str, owner: str, now: datetime) -> bool:
        """Stop a reading, at once when it waits; False when it is unknown or another session's."""
        with self._changed:
            held = self._held.get(key)
            if held is None or held.job.owner != owner:
                return False
            self._stop(held, now)
            return True

    def close(self, now: datetime, patience: float = PATIENCE) -> bool:
        """Stop every reading and take no more; return whether all ended within `patience` seconds."""
        with self._changed:
            self._closed = True
            for held in self._held.values():
                self._stop(held, now)
        return self.idle(patience)

    def idle(self, patience: float) -> bool:
        """Wait until nothing waits or is read, at most `patience` seconds; return whether that is so."""
        with self._changed:
            return self._changed.wait_for(
                lambda: all(one.stage is Stage.ENDED for one in self._held.values()), patience
            )

    def _at(self, *stages: Stage) -> list[_Held]:
        return [held for held in self._held.values() if held.stage in stages]

    def _start(self) -> None:
        """Start whoever waits longest while there is room."""
        for held in self._at(Stage.WAITING):
            if len(self._at(Stage.READING, Stage.STOPPING)) >= AT_ONCE:
                return
            held.stage = Stage.READING
            # a daemon: a service that must end now is not held up by a file
            Thread(target=self._read, args=(held,), name="reading", daemon=True).start()

    def _read(self, held: _Held) -> None:
        ending = _ending(held)
        with self._changed:
            self._end(held, ending, held.job.clock())

    def _stop(self, held: _Held, now: datetime) -> None:
        if held.stage is Stage.WAITING:
            self._end(held, Ending(refused=(CANCELLED.format(source=held.job.source),)), now)
        elif held.stage is Stage.READING:
            held.stage = Stage.STOPPING
            held.stopped.set()

    def _end(self, held: _Held, ending: Ending, now: datetime) -> None:
        # its bytes go before the next one starts: at no moment are there more files in memory than may be
        held.job = replace(held.job, work=_nothing)
        held.ending, held.ended_at, held.stage = ending, now, Stage.ENDED
        if not self._closed:
            self._start()
        self._changed.notify_all()

    def _forget(self, now: datetime) -> None:
        """Drop what ended an hour ago, and the oldest when too many ended since."""
        ended = [(held.ended_at, key) for key, held in self._held.items() if held.ended_at]
        old = {key for at, key in ended if at + REMEMBERED <= now}
        old |= {key for _, key in sorted(ended, reverse=True)[MOST_REMEMBERED:]}
        self._held = {key: held for key, held in self._held.items() if key not in old}


def _ending(held: _Held) -> Ending:
    """Do the work of a reading; whatever goes wrong there becomes a sentence."""
    try:
        return held.job.work(Watch(on_page=held.reached, cancelled=held.stopped.is_set))
    except Unreadable as error:
        return Ending(refused=(str(error),))
    except Exception:
        logger.exception("a file could not be read")
        return Ending(refused=(MISTAKE.format(source=held.job.source),))


def _nothing(_: Watch) -> Ending:
    return Ending()
