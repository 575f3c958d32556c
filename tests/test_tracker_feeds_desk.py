"""The desk: bytes made once for each change, kept over restarts, handed out whatever else goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import make_task
from tests.fakes.feed_school import NOW, TEACHER, FeedSchool
from tracker.feeds.desk import FeedDesk
from tracker.feeds.ready import Ready
from tracker.store import feeds
from tracker.store.database import FILE_NAME
from tracker.store.feeds import FeedKind, FoundFeed

MARKED = b"BEGIN:VCALENDAR\r\nX-MARK:1\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def school(tmp_path: Path) -> FeedSchool:
    made = FeedSchool(tmp_path)
    made.add(make_task("Nộp báo cáo", date(2023, 10, 6)), TEACHER)
    made.publish()
    return made


class Desks:
    """Opens desks of one school, each as a restarted server would be."""

    def __init__(self, school: FeedSchool) -> None:
        self.school = school
        self.secret = school.path().removeprefix("/feeds/").removesuffix(".ics")
        self.opened: list[FeedDesk] = []

    def open(self, days: int = 0, base_url: str = "") -> FeedDesk:
        self.opened.append(FeedDesk(self.school.folder, base_url, lambda: NOW + timedelta(days=days)))
        return self.opened[-1]

    def find(self, desk: FeedDesk) -> FoundFeed:
        found = desk.find(self.secret)
        assert found is not None
        return found

    def make(self, desk: FeedDesk) -> Ready:
        return desk.make(self.find(desk))

    def mark(self) -> None:
        """Put other bytes in the place of the kept ones, to see where answers come from."""
        with self.school.change() as db:
            db.execute("UPDATE feed_bytes SET body = ?", [MARKED])


@pytest.fixture
def desks(school: FeedSchool) -> Iterator[Desks]:
    made = Desks(school)
    yield made
    for desk in made.opened:
        desk.close()


def test_bytes_are_at_hand_after_they_were_made(desks: Desks) -> None:
    desk = desks.open()
    assert desk.at_hand(desks.find(desk)) is None
    made = desks.make(desk)
    assert desk.at_hand(desks.find(desk)) is made


def test_a_restarted_server_takes_the_kept_bytes(desks: Desks) -> None:
    desks.make(desks.open())
    desks.mark()
    assert desks.make(desks.open()).plain.body == MARKED


@pytest.mark.parametrize(("days", "base_url"), [(1, ""), (0, "https://lich.example.vn")])
def test_another_day_or_address_makes_them_anew(desks: Desks, days: int, base_url: str) -> None:
    desks.make(desks.open())
    desks.mark()
    assert desks.make(desks.open(days, base_url)).plain.body != MARKED


def test_an_address_on_loopback_is_as_none(desks: Desks) -> None:
    desks.make(desks.open())
    desks.mark()
    for address in ("http://127.0.0.1:8000", "http://localhost:9", "http://[::1]:8000"):
        assert desks.make(desks.open(base_url=address)).plain.body == MARKED


def test_a_change_makes_them_anew(desks: Desks, school: FeedSchool) -> None:
    desk = desks.open()
    before = desks.make(desk)
    school.now = NOW + timedelta(hours=1)
    school.move("viec-0", date(2023, 10, 13))
    assert desk.at_hand(desks.find(desk)) is None
    assert desks.make(desk).plain.etag != before.plain.etag


def test_another_day_with_the_same_tasks_keeps_tag_and_date(desks: Desks) -> None:
    today, later = desks.make(desks.open()), desks.make(desks.open(days=5))
    assert (today.plain, today.last_modified) == (later.plain, later.last_modified)


def test_the_day_on_which_a_task_leaves_changes_tag_and_date(desks: Desks, school: FeedSchool) -> None:
    with school.change() as db:
        db.execute("UPDATE tasks SET state = 'cancelled'")
    shown, left = desks.make(desks.open(days=30)), desks.make(desks.open(days=31))
    assert (b"CANCELLED" in shown.plain.body, b"CANCELLED" in left.plain.body) == (True, False)
    assert left.last_modified > shown.last_modified


def test_a_busy_database_does_not_keep_a_feed_back(desks: Desks, school: FeedSchool) -> None:
    desk = desks.open()
    found = desks.find(desk)
    writer = sqlite3.connect(school.folder / FILE_NAME, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert b"BEGIN:VEVENT" in desk.make(found).plain.body
    desk.note(found, "khal")
    writer.execute("ROLLBACK")
    writer.close()


def test_many_at_once_get_the_same_bytes(desks: Desks) -> None:
    desk, made = desks.open(), []
    threads = [Thread(target=lambda: made.append(desks.make(desk))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert len({id(one) for one in made}) == 1


def test_a_fetch_is_noted_at_most_once_a_minute(desks: Desks, school: FeedSchool) -> None:
    moment = [NOW]
    desk = FeedDesk(school.folder, clock=lambda: moment[0])
    desks.opened.append(desk)
    found = desks.find(desk)
    assert desk.note_due(found)
    desk.note(found, "Thunderbird\r\n128 " + "x" * 99)
    moment[0] += timedelta(seconds=59)
    assert not desk.note_due(found)
    moment[0] += timedelta(seconds=1)
    assert desk.note_due(found)
    with school.change() as db:
        noted = feeds.by_id(db, found.id)
    assert noted.fetched_at == NOW
    assert (noted.fetched_by or "").startswith("Thunderbird 128 ")
    assert len(noted.fetched_by or "") <= 60


def test_noting_a_fetch_does_not_make_the_bytes_old(desks: Desks) -> None:
    desk = desks.open()
    desks.make(desk)
    desk.note(desks.find(desk), "khal")
    assert desk.at_hand(desks.find(desk)) is not None


def test_a_public_feed_is_opened_on_its_first_request(desks: Desks, school: FeedSchool) -> None:
    desk = desks.open()
    assert desk.find_public(school.school.slug) is None
    opened = desk.open_public(school.school.slug)
    assert opened is not None
    assert opened.subject.kind is FeedKind.PUBLIC
    assert desk.find_public(school.school.slug) == opened
    assert desk.open_public("khong-co") is None
