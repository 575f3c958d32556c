"""Feed links and bytes in the database."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import make_task
from tests.fakes.feed_school import NOW, FeedSchool
from tracker.store import feeds, people, schools
from tracker.store.database import Database, StoreTroubleError, transaction
from tracker.store.feeds import FeedBytes, FeedKind, FeedSubject, StoredFeed


@pytest.fixture
def school_id(db: Database) -> int:
    with transaction(db):
        return schools.ensure(db, "Trường Mầm non Hoa Ban").id


def link(subject: FeedSubject, secret_hash: str = "a" * 64, generation: int = 1) -> StoredFeed:
    return StoredFeed(0, subject, generation, secret_hash, NOW)


def made(feed_id: int, revision: int = 1, body: bytes = b"BEGIN") -> FeedBytes:
    return FeedBytes(feed_id, revision, date(2023, 9, 20), "v1", "e" * 64, NOW, body)


def test_a_link_is_found_by_its_hash_with_the_revision_of_its_school(db: Database, school_id: int) -> None:
    subject = FeedSubject(FeedKind.SCHOOL, school_id)
    feed = feeds.add(db, link(subject))
    found = feeds.find(db, "a" * 64)
    assert found == feeds.FoundFeed(feed.id, subject, schools.by_id(db, school_id).revision)
    assert feeds.find(db, "b" * 64) is None


def test_one_subject_has_one_live_link(db: Database, school_id: int) -> None:
    subject = FeedSubject(FeedKind.SCHOOL, school_id)
    feeds.add(db, link(subject))
    with pytest.raises(sqlite3.IntegrityError):
        feeds.add(db, link(subject, "b" * 64, 2))


def test_a_revoked_link_is_gone_and_its_bytes_are_forgotten(db: Database, school_id: int) -> None:
    feed = feeds.add(db, link(FeedSubject(FeedKind.SCHOOL, school_id)))
    feeds.keep_bytes(db, made(feed.id))
    feeds.revoke(db, feed.id, NOW)
    found = feeds.find(db, "a" * 64)
    assert found is not None
    assert found.gone
    assert feeds.kept_bytes(db, feed.id) is None
    assert feeds.live_of_school(db, school_id) == ()


def test_the_link_of_someone_who_left_is_gone(db: Database, school_id: int) -> None:
    person = people.ensure(db, school_id, "Nguyễn Thị Hoà")
    feeds.add(db, link(FeedSubject(FeedKind.PERSON, school_id, person.id)))
    db.execute("UPDATE people SET active = 0")
    found = feeds.find(db, "a" * 64)
    assert found is not None
    assert found.gone


def test_bytes_come_back_as_they_were_kept(db: Database, school_id: int) -> None:
    feed = feeds.add(db, link(FeedSubject(FeedKind.SCHOOL, school_id)))
    feeds.keep_bytes(db, made(feed.id))
    assert feeds.kept_bytes(db, feed.id) == made(feed.id)


def test_newer_bytes_replace_older_ones_and_never_the_other_way(db: Database, school_id: int) -> None:
    feed = feeds.add(db, link(FeedSubject(FeedKind.SCHOOL, school_id)))
    for one in (made(feed.id, 2), made(feed.id, 3, b"NEW"), made(feed.id, 1, b"OLD")):
        feeds.keep_bytes(db, one)
    assert feeds.kept_bytes(db, feed.id) == made(feed.id, 3, b"NEW")


def test_bytes_of_a_revoked_link_are_not_kept(db: Database, school_id: int) -> None:
    feed = feeds.add(db, link(FeedSubject(FeedKind.SCHOOL, school_id)))
    feeds.revoke(db, feed.id, NOW)
    feeds.keep_bytes(db, made(feed.id))
    assert feeds.kept_bytes(db, feed.id) is None


def test_the_last_fetch_is_kept(db: Database, school_id: int) -> None:
    feed = feeds.add(db, link(FeedSubject(FeedKind.SCHOOL, school_id)))
    feeds.note_fetch(db, feed.id, NOW + timedelta(hours=1), "khal")
    noted = replace(feed, fetched_at=NOW + timedelta(hours=1), fetched_by="khal")
    assert feeds.by_id(db, feed.id) == noted == feeds.newest(db, feed.subject)


def test_an_unknown_link_is_a_lookup_error(db: Database) -> None:
    with pytest.raises(LookupError, match="liên kết lịch số 7"):
        feeds.by_id(db, 7)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE schools SET name = 'Trường khác'",
        "UPDATE people SET name = 'Tên khác'",
        "UPDATE people SET active = 0",
        "UPDATE tasks SET sequence = 1",
        "UPDATE plans SET number = '13'",
        "DELETE FROM assignments",
    ],
)
def test_whatever_a_feed_shows_raises_the_revision_when_it_changes(tmp_path: Path, change: str) -> None:
    school = FeedSchool(tmp_path)
    school.add(make_task("Nộp báo cáo", date(2023, 10, 6)), "Nguyễn Thị Hoà")
    with school.change() as db:
        before = feeds.revision_of(db, school.school.id)
        db.execute(change)
        assert feeds.revision_of(db, school.school.id) > before


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    FeedSchool(tmp_path)
    reader = feeds.open_reader(tmp_path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("UPDATE schools SET name = 'x'")
    reader.close()


def test_a_reader_makes_no_empty_database(tmp_path: Path) -> None:
    with pytest.raises(StoreTroubleError, match="không thấy cơ sở dữ liệu"):
        feeds.open_reader(tmp_path)
    assert list(tmp_path.iterdir()) == []
