"""Feed links (only the hash of each secret) and the bytes last made for each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from tracker.store.database import FILE_NAME, StoreTroubleError, address_of, connect, explained

Row = dict[str, object]
PATIENCE_MS = 500


class FeedKind(StrEnum):
    """Whose tasks a feed shows: the whole school's, the committee's, one person's, or what is public."""

    SCHOOL = "school"
    COMMITTEE = "committee"
    PERSON = "person"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class FeedSubject:
    """What a feed is about; `person_id` is set for the kind PERSON and only then."""

    kind: FeedKind
    school_id: int
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredFeed:
    """One link: a renewed one is a new record of the next generation, the old one keeps `revoked_at`."""

    id: int
    subject: FeedSubject
    generation: int
    secret_hash: str
    created_at: datetime
    revoked_at: datetime | None = None
    fetched_at: datetime | None = None
    fetched_by: str | None = None


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """What a request needs to know of a link: still alive, whose, and at which revision its school is."""

    id: int
    subject: FeedSubject
    revision: int
    gone: bool = False


@dataclass(frozen=True, slots=True)
class FeedBytes:
    """A feed as made for a revision of the school, a day and a variant (the form and address it was made with)."""

    feed_id: int
    revision: int
    day: date
    variant: str
    etag: str
    last_modified: datetime
    body: bytes


def _instant(value: object) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value else None


def _subject(row: Row) -> FeedSubject:
    person = row["person_id"]
    return FeedSubject(FeedKind(str(row["kind"])), int(str(row["school_id"])), int(str(person)) if person else None)


def _feed(row: Row) -> StoredFeed:
    return StoredFeed(
        id=int(str(row["id"])),
        subject=_subject(row),
        generation=int(str(row["generation"])),
        secret_hash=str(row["secret_hash"]),
        created_at=datetime.fromisoformat(str(row["created_at"])),
        revoked_at=_instant(row["revoked_at"]),
        fetched_at=_instant(row["fetched_at"]),
        fetched_by=str(row["fetched_by"]) if row["fetched_by"] else None,
    )


def by_id(db: Database, feed_id: int) -> StoredFeed:
    """Return one link, revoked or not; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM feeds WHERE id = ?", [feed_id])):
        return _feed(row)
    raise LookupError(f"không có liên kết lịch số {feed_id}")


def newest(db: Database, subject: FeedSubject) -> StoredFeed | None:
    """Return the last link made for a subject, revoked or not."""
    rows = list(
        db.query(
            "SELECT * FROM feeds WHERE school_id = ? AND kind = ? AND ifnull(person_id, 0) = ? "
            "ORDER BY generation DESC LIMIT 1",
            [subject.school_id, subject.kind.value, subject.person_id or 0],
        )
    )
    return _feed(rows[0]) if rows else None


def live_of_school(db: Database, school_id: int) -> tuple[StoredFeed, ...]:
    """Return the links of a school that work, oldest first."""
    rows = db.query("SELECT * FROM feeds WHERE school_id = ? AND revoked_at IS NULL ORDER BY id", [school_id])
    return tuple(_feed(row) for row in rows)


def add(db: Database, feed: StoredFeed) -> StoredFeed:
    """Store a new link and return it with its id; the id given is ignored."""
    rows = db.query(
        "INSERT INTO feeds (school_id, person_id, kind, generation, secret_hash, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
        [
            feed.subject.school_id,
            feed.subject.person_id,
            feed.subject.kind.value,
            feed.generation,
            feed.secret_hash,
            feed.created_at.isoformat(),
        ],
    )
    return _feed(next(iter(list(rows))))


def revoke(db: Database, feed_id: int, at: datetime) -> None:
    """Make a link answer “gone” from now on and forget its bytes."""
    db.execute("UPDATE feeds SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [at.isoformat(), feed_id])
    db.execute("DELETE FROM feed_bytes WHERE feed_id = ?", [feed_id])


def note_fetch(db: Database, feed_id: int, at: datetime, agent: str) -> None:
    """Note which program asked for a feed last, and when."""
    db.execute("UPDATE feeds SET fetched_at = ?, fetched_by = ? WHERE id = ?", [at.isoformat(), agent, feed_id])


_FOUND = (
    "SELECT f.id, f.kind, f.school_id, p.id, s.revision, "
    "f.revoked_at IS NOT NULL OR ifnull(p.active, 1) = 0 FROM feeds f "
    "JOIN schools s ON s.id = f.school_id LEFT JOIN people o ON o.id = f.person_id "
    "LEFT JOIN people p ON p.id = ifnull(o.merged_into, o.id) "
)


def _found(rows: Iterable[tuple[int, str, int, int | None, int, int]]) -> FoundFeed | None:
    for feed_id, kind, school_id, person_id, revision, gone in rows:
        return FoundFeed(feed_id, FeedSubject(FeedKind(kind), school_id, person_id), revision, bool(gone))
    return None


def find(db: Database, secret_hash: str) -> FoundFeed | None:
    """Return the link with this hash, with its school's present revision; None when there never was one."""
    return _found(db.execute(_FOUND + "WHERE f.secret_hash = ?", [secret_hash]).fetchall())


def find_public(db: Database, slug: str) -> FoundFeed | None:
    """Return the newest public feed of the school of this slug; None when none was ever made."""
    where = "WHERE s.slug = ? AND f.kind = 'public' ORDER BY f.generation DESC LIMIT 1"
    return _found(db.execute(_FOUND + where, [slug]).fetchall())


def revision_of(db: Database, school_id: int) -> int:
    """Return how often the tasks of a school have changed."""
    row = db.execute("SELECT revision FROM schools WHERE id = ?", [school_id]).fetchone()
    return int(row[0]) if row else 0


def kept_bytes(db: Database, feed_id: int) -> FeedBytes | None:
    """Return the bytes last made for a feed, whatever they were made for."""
    row = db.execute(
        "SELECT revision, day, variant, etag, last_modified, body FROM feed_bytes WHERE feed_id = ?", [feed_id]
    ).fetchone()
    if row is None:
        return None
    revision, day, variant, etag, modified, body = row
    made = date.fromisoformat(day)
    return FeedBytes(feed_id, revision, made, variant, etag, datetime.fromisoformat(modified), bytes(body))


def keep_bytes(db: Database, made: FeedBytes) -> None:
    """Keep the bytes of a feed unless newer ones are there or the link is gone."""
    db.execute(
        "INSERT INTO feed_bytes (feed_id, revision, day, variant, etag, last_modified, body) "
        "SELECT id, ?, ?, ?, ?, ?, ? FROM feeds WHERE id = ? AND revoked_at IS NULL "
        "ON CONFLICT (feed_id) DO UPDATE SET revision = excluded.revision, day = excluded.day, "
        "variant = excluded.variant, etag = excluded.etag, last_modified = excluded.last_modified, "
        "body = excluded.body WHERE excluded.revision >= feed_bytes.revision",
        [
            made.revision,
            made.day.isoformat(),
            made.variant,
            made.etag,
            made.last_modified.isoformat(),
            made.body,
            made.feed_id,
        ],
    )


def open_reader(folder: Path) -> Database:
    """Return a connection that can only read and may pass between threads, one at a time.

    Raises StoreTroubleError when the database is not there: a server must not make an empty one.
    """
    path = _present(folder)
    with explained(path):
        address = address_of(path, new=False)
        connection = sqlite3.connect(address, timeout=1.0, check_same_thread=False, isolation_level=None, uri=True)
        connection.execute("PRAGMA query_only = ON")
        return Database(connection)


@contextmanager
def open_writer(folder: Path) -> Iterator[Database]:
    """Open a connection that does not wait long for other writers: a feed is sent even when it cannot be kept.

    Raises StoreTroubleError, also for what goes wrong inside.
    """
    path = _present(folder)
    with explained(path):
        db = connect(path, new=False)
        try:
            db.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            yield db
        finally:
            db.close()


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Read one state of the database: a school's revision and its tasks belong together."""
    db.conn.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.rollback()


def _present(folder: Path) -> Path:
    path = folder / FILE_NAME
    if not path.is_file():
        raise StoreTroubleError(f"{path}: không thấy cơ sở dữ liệu. Hãy kiểm tra thư mục dữ liệu rồi thử lại.")
    return path
