"""Feed links as people get them: made, shown again, renewed, revoked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tracker.feeds.secret import hash_of, master_key, secret_of, stored_hash
from tracker.store import feeds, people, schools
from tracker.store.database import Database, transaction
from tracker.store.feeds import FeedKind, FeedSubject, StoredFeed
from tracker.store.history import Actor, Change, append
from tracker.store.records import Person


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link to a calendar feed. `url` is None when the key it was made with is lost: only a renewal helps then."""

    feed_id: int
    kind: FeedKind
    person_id: int | None
    person_name: str | None
    url: str | None
    webcal_url: str | None
    created_at: datetime
    fetched_at: datetime | None
    fetched_by: str | None


def feed_links(db: Database, data_folder: Path, base_url: str, school_id: int) -> tuple[FeedLink, ...]:
    """Return the links of a school that work: school, committee, public, then people by name; makes none."""
    key = master_key(data_folder)
    slug = schools.by_id(db, school_id).slug
    staff = {person.id: person for person in people.of_school(db, school_id)}
    names = {person.id: _name(person, staff) for person in staff.values() if person.active or person.merged_into}
    order = {person_id: place for place, person_id in enumerate(names)}
    live = [one for one in feeds.live_of_school(db, school_id) if one.subject.person_id in {None, *names}]
    kinds = (FeedKind.SCHOOL, FeedKind.COMMITTEE, FeedKind.PUBLIC, FeedKind.PERSON)
    live.sort(key=lambda one: (kinds.index(one.subject.kind), order.get(one.subject.person_id or 0, 0)))
    return tuple(_link(feed, _path(key, feed, slug), base_url.rstrip("/"), names) for feed in live)


def _name(person: Person, staff: Mapping[int, Person]) -> str:
    """Return whose link it is; one made for a name that turned out to be someone else's shows that one's works."""
    return f"{staff[person.merged_into].name} (đã gộp từ {person.name})" if person.merged_into else person.name


def _path(key: bytes, feed: StoredFeed, slug: str) -> str | None:
    """Return the path of a feed's address, or None when its secret can no longer be derived."""
    if feed.subject.kind is FeedKind.PUBLIC:
        return f"/public/{slug}.ics"
    secret = secret_of(key, feed)
    return f"/feeds/{secret}.ics" if hash_of(secret) == feed.secret_hash else None


def _link(feed: StoredFeed, path: str | None, base_url: str, names: dict[int, str]) -> FeedLink:
    person_id = feed.subject.person_id
    return FeedLink(
        feed_id=feed.id,
        kind=feed.subject.kind,
        person_id=person_id,
        person_name=names.get(person_id) if person_id else None,
        url=f"{base_url}{path}" if path else None,
        webcal_url=f"webcal://{base_url.partition('://')[2]}{path}" if path else None,
        created_at=feed.created_at,
        fetched_at=feed.fetched_at,
        fetched_by=feed.fetched_by,
    )


def ensure_feed(db: Database, data_folder: Path, subject: FeedSubject, actor: Actor) -> StoredFeed:
    """Return the live feed of a subject, making it (or the one after a revoked one) when there is none."""
    with transaction(db):
        last = feeds.newest(db, subject)
        if last and last.revoked_at is None:
            return last
        return _make(db, data_folder, StoredFeed(0, subject, last.generation + 1 if last else 1, "", actor.at), actor)


def ensure_feeds(db: Database, data_folder: Path, school_id: int, actor: Actor) -> None:
    """Make every feed a school can have that was never made: revoked ones stay revoked."""
    with transaction(db):
        for subject in _subjects(db, school_id):
            if feeds.newest(db, subject) is None:
                ensure_feed(db, data_folder, subject, actor)


def _subjects(db: Database, school_id: int) -> Iterable[FeedSubject]:
    for kind in (FeedKind.SCHOOL, FeedKind.COMMITTEE, FeedKind.PUBLIC):
        yield FeedSubject(kind, school_id)
    for person in people.of_school(db, school_id):
        if person.active:
            yield FeedSubject(FeedKind.PERSON, school_id, person.id)


def renew(db: Database, data_folder: Path, feed_id: int, actor: Actor) -> StoredFeed:
    """Replace a link by one with a new secret; the old address answers 410 from now on.

    Raises LookupError when there is no such feed.
    """
    with transaction(db):
        revoke(db, feed_id, actor)
        return ensure_feed(db, data_folder, feeds.by_id(db, feed_id).subject, actor)


def revoke(db: Database, feed_id: int, actor: Actor) -> None:
    """Make a link answer 410 without putting a new one in its place; raise LookupError when there is none."""
    with transaction(db):
        if feeds.by_id(db, feed_id).revoked_at is None:
            feeds.revoke(db, feed_id, actor.at)
            append(db, actor, Change("feed", str(feed_id), "revoked"))


def _make(db: Database, data_folder: Path, feed: StoredFeed, actor: Actor) -> StoredFeed:
    made = feeds.add(db, replace(feed, secret_hash=stored_hash(master_key(data_folder), feed)))
    append(db, actor, Change("feed", str(made.id), "created", now=made.subject.kind.value))
    return made
