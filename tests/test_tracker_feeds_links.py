"""Links to feeds: made, shown again, renewed, revoked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.feed_school import NOW, FeedSchool
from tracker.feeds.links import FeedLink, ensure_feed, ensure_feeds, feed_links, renew, revoke
from tracker.feeds.masking import masked
from tracker.feeds.secret import KEY_FILE, hash_of, master_key
from tracker.store import history, people
from tracker.store.database import FILE_NAME, StoreTroubleError
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor

BASE = "https://lich.example.vn"
ACTOR = Actor("Cô Lan", NOW)
LATER = Actor("Cô Lan", NOW + timedelta(days=1))


@pytest.fixture
def school(tmp_path: Path) -> FeedSchool:
    return FeedSchool(tmp_path)


def links(school: FeedSchool) -> tuple[FeedLink, ...]:
    with school.change() as db:
        return feed_links(db, school.folder, BASE, school.school.id)


def test_every_school_has_three_feeds_and_one_for_each_person(school: FeedSchool) -> None:
    with school.change() as db:
        for name in ("Trần Văn Bình", "Nguyễn Thị An"):
            people.ensure(db, school.school.id, name)
        ensure_feeds(db, school.folder, school.school.id, ACTOR)
    assert [(link.kind, link.person_name) for link in links(school)] == [
        (FeedKind.SCHOOL, None),
        (FeedKind.COMMITTEE, None),
        (FeedKind.PUBLIC, None),
        (FeedKind.PERSON, "Nguyễn Thị An"),
        (FeedKind.PERSON, "Trần Văn Bình"),
    ]


def test_an_address_is_short_secret_and_the_same_each_time(school: FeedSchool) -> None:
    path = school.path()
    link = links(school)[0]
    assert (link.url, link.webcal_url) == (f"{BASE}{path}", f"webcal://lich.example.vn{path}")
    assert len(path) == len("/feeds/.ics") + 32
    assert path == school.path()


def test_the_public_address_has_no_secret(school: FeedSchool) -> None:
    assert school.path(FeedKind.PUBLIC) == f"/public/{school.school.slug}.ics"


def test_the_database_does_not_hold_the_secret(school: FeedSchool) -> None:
    secret = school.path().removeprefix("/feeds/").removesuffix(".ics")
    stored = b"".join(file.read_bytes() for file in school.folder.glob(f"{FILE_NAME}*"))
    assert secret.encode() not in stored
    assert hash_of(secret).encode() in stored


def test_two_people_have_two_addresses(school: FeedSchool) -> None:
    one, other = school.path(FeedKind.PERSON, "An"), school.path(FeedKind.PERSON, "Bình")
    assert one != other


def test_another_database_with_the_same_key_does_not_revive_addresses(school: FeedSchool, tmp_path: Path) -> None:
    old = school.path()
    again = FeedSchool(tmp_path / "new", now=NOW + timedelta(days=1))
    (again.folder / KEY_FILE).write_bytes(master_key(school.folder))
    assert again.path() != old


def test_renewing_gives_a_new_address_and_says_so_in_the_history(school: FeedSchool) -> None:
    old = school.path()
    with school.change() as db:
        feed = renew(db, school.folder, 1, LATER)
        told = [(entry.what, entry.who) for entry in history.of_subject(db, "feed", "1")]
    assert feed.generation == 2
    assert told == [("created", "Cô Lan"), ("revoked", "Cô Lan")]
    assert school.path() != old


def test_a_revoked_feed_stays_revoked_until_somebody_asks_for_it(school: FeedSchool) -> None:
    school.path(FeedKind.PUBLIC)
    with school.change() as db:
        revoke(db, 1, LATER)
        ensure_feeds(db, school.folder, school.school.id, LATER)
    assert FeedKind.PUBLIC not in {link.kind for link in links(school)}
    with school.change() as db:
        ensure_feed(db, school.folder, FeedSubject(FeedKind.PUBLIC, school.school.id), LATER)
    assert FeedKind.PUBLIC in {link.kind for link in links(school)}


def test_people_who_left_have_no_link(school: FeedSchool) -> None:
    school.path(FeedKind.PERSON, "Nguyễn Thị An")
    with school.change() as db:
        db.execute("UPDATE people SET active = 0")
    assert links(school) == ()


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    key = master_key(tmp_path)
    assert key == master_key(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]


def test_a_lost_key_hides_addresses_until_they_are_renewed(school: FeedSchool) -> None:
    school.path()
    (school.folder / KEY_FILE).unlink()
    assert links(school)[0].url is None
    with school.change() as db:
        renew(db, school.folder, 1, LATER)
    assert links(school)[0].url is not None


def test_a_damaged_key_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"")
    with pytest.raises(StoreTroubleError, match=r"khóa dài 0 byte, cần 32.*bản sao lưu"):
        master_key(tmp_path)


def test_addresses_are_masked_in_logs(school: FeedSchool) -> None:
    assert masked(f'"GET {school.path()} HTTP/1.1" 200') == '"GET /feeds/•••.ics HTTP/1.1" 200'
    assert masked(f"GET /lich/{school.path()[7:-4]}?a=1") == "GET /lich/•••?a=1"
    assert masked("GET /lich/12/ma") == "GET /lich/12/ma"
