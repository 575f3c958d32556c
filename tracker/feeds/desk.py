"""The desk that hands out feeds: finds a link, gives its bytes from memory, makes them when something changed."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from tracker.feeds.links import ensure_feed
from tracker.feeds.making import Made, make, variant
from tracker.feeds.ready import Ready, ready_of, whole_second
from tracker.feeds.secret import hash_of
from tracker.feeds.text import clip, line
from tracker.store import feeds, schools
from tracker.store.database import FILE_NAME, Database, StoreTroubleError, explained, transaction
from tracker.store.feeds import FeedBytes, FeedKind, FeedSubject, FoundFeed
from tracker.store.history import Actor
from tracker.zone import HO_CHI_MINH, current_instant

NOTED_EVERY = timedelta(minutes=1)
"""Between two notes of who fetched a feed: readers must not keep the one writer of the database busy."""
SECOND = timedelta(seconds=1)
AGENT_LENGTH = 60
IN_MEMORY = 512

_log = logging.getLogger(__name__)


class FeedDesk:
    """Hands out the feeds of one data folder. `find` is quick enough for an event loop; `make` and `note` are not."""

    def __init__(self, folder: Path, base_url: str = "", clock: Callable[[], datetime] = current_instant) -> None:
        self._folder = folder
        self._path = folder / FILE_NAME
        self._base_url = base_url
        self._variant = variant(base_url)
        self._clock = clock
        self._memory: dict[int, Ready] = {}
        self._noted: dict[int, datetime] = {}
        self._handed_out: dict[int, datetime] = {}
        self._opened = clock()
        self._reading = threading.Lock()
        self._making = threading.Lock()
        self._reader: Database | None = None
        self._file: tuple[int, int] | None = None

    def find(self, secret: str) -> FoundFeed | None:
        """Return the feed of a secret, gone or not; None when there never was one. Raises StoreTroubleError."""
        with self._read() as db:
            return feeds.find(db, hash_of(secret))

    def find_public(self, slug: str) -> FoundFeed | None:
        """Return the public feed of a school; None when it was never asked for. Raises StoreTroubleError."""
        with self._read() as db:
            return feeds.find_public(db, slug)

    @contextmanager
    def _read(self) -> Iterator[Database]:
        """Give the one open connection, opened anew when the file was put in another's place."""
        with self._reading, explained(self._path):
            state = self._path.stat()
            if self._reader is None or self._file != (state.st_dev, state.st_ino):
                self._drop_reader()
                self._reader = feeds.open_reader(self._folder)
                self._file = (state.st_dev, state.st_ino)
            yield self._reader

    def _drop_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self._reader = None
        self._memory.clear()

    def close(self) -> None:
        """Let go of the database; the next request opens it again."""
        with self._reading:
            self._drop_reader()

    def open_public(self, slug: str) -> FoundFeed | None:
        """Make the public feed of a school on its first request; None when there is no such school."""
        with feeds.open_writer(self._folder) as db:
            for school in schools.all_schools(db):
                if school.slug == slug:
                    actor = Actor("Đúng Hạn", self._clock())
                    ensure_feed(db, self._folder, FeedSubject(FeedKind.PUBLIC, school.id), actor)
            return feeds.find_public(db, slug)

    def now(self) -> datetime:
        """Return the present instant by the clock of the desk."""
        return self._clock()

    def _today(self) -> date:
        return self._clock().astimezone(HO_CHI_MINH).date()

    def at_hand(self, found: FoundFeed) -> Ready | None:
        """Return the feed when memory holds it as it is now."""
        ready = self._memory.get(found.id)
        if ready is None or ready.made_for != (found.revision, self._today(), self._variant):
            return None
        self._handed_out[found.id] = self._clock()
        return ready

    def make(self, found: FoundFeed) -> Ready:
        """Return the feed as it is now, from the database or made anew. Raises StoreTroubleError."""
        with self._making:
            ready = self.at_hand(found) or self._remember(found, self._made(found))
            self._handed_out[found.id] = self._clock()
            return ready

    def _remember(self, found: FoundFeed, made: FeedBytes) -> Ready:
        if len(self._memory) >= IN_MEMORY:
            self._memory.clear()
        ready = self._memory[found.id] = ready_of(made)
        return ready

    def _made(self, found: FoundFeed) -> FeedBytes:
        with feeds.open_writer(self._folder) as db:
            today = self._today()
            with feeds.snapshot(db):
                revision = feeds.revision_of(db, found.subject.school_id)
                kept = feeds.kept_bytes(db, found.id)
                if kept and (kept.revision, kept.day, kept.variant) == (revision, today, self._variant):
                    return kept
                made = make(db, found.subject, today, self._base_url)
            etag = hashlib.sha256(made.body).hexdigest()
            handed_out = self._handed_out.get(found.id, self._opened if kept else None)  # at last by an earlier server
            modified = _modified(made, etag, (kept, handed_out), self._clock())
            fresh = FeedBytes(found.id, revision, today, self._variant, etag, modified, made.body)
            self._keep(db, fresh)
            return fresh

    def _keep(self, db: Database, made: FeedBytes) -> None:
        try:
            with explained(self._path), transaction(db):
                feeds.keep_bytes(db, made)
        except StoreTroubleError as error:
            _log.warning("Lịch số %s đã gửi nhưng chưa lưu lại được: %s", made.feed_id, error)

    def note_due(self, found: FoundFeed) -> bool:
        """Whether this fetch is to be noted; at most one a minute is."""
        last = self._noted.get(found.id)
        return last is None or not timedelta() <= self._clock() - last < NOTED_EVERY

    def note(self, found: FoundFeed, agent: str) -> None:
        """Note who fetched a feed; a database that cannot take the note now is no trouble to the reader."""
        self._noted[found.id] = now = self._clock()
        try:
            with feeds.open_writer(self._folder) as db, transaction(db):
                feeds.note_fetch(db, found.id, now, clip(line(agent), AGENT_LENGTH) or "?")
        except StoreTroubleError as error:
            _log.warning("Chưa ghi được lần tải lịch số %s: %s", found.id, error)


def _modified(made: Made, etag: str, before: tuple[FeedBytes | None, datetime | None], now: datetime) -> datetime:
    """Return the second since which the bytes count as what they are, given those kept and when any were handed out.

    Who was given other bytes knows them by the second they are of, or by the one in which they came. So new bytes are
    of a later second than both, the next one where that is the present: “changed since” is then true for them.
    """
    kept, handed_out = before
    if kept and kept.etag == etag:
        return kept.last_modified
    others = [whole_second(one) for one in (kept.last_modified if kept else None, handed_out) if one]
    if not others:
        return min(made.last_modified or now, now)
    return max(whole_second(now), max(others) + SECOND)
