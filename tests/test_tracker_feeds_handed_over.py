"""A work handed over leaves the calendar of who had it and says one thing in all others (decision 0037)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.feed_school import feed_app, served
from tests.fakes.visitor import BASE, Visitor
from tests.test_tracker_feeds_clients import Phone
from tracker.by_hand import drop
from tracker.feeds.links import ensure_feeds, feed_links
from tracker.store import people
from tracker.store.database import Database, open_database
from tracker.store.history import Actor
from tracker.store.records import Part
from tracker.web.site import national_calendar
from tracker.work import reassign

LAN, MINH = "Cô Lan", "Thầy Minh"
REPORT = make_task("Nộp báo cáo", date(2023, 10, 6), owners=(LAN,))
OTHER = make_task("Khảo sát", date(2023, 10, 13), owners=(MINH,))
SAID_ONCE = frozenset({"school", "committee", LAN, MINH})


class School:
    """A school at a clock that can be set forward, its calendars fetched as programs do."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, NOW
        self.visitor = Visitor(folder, clock=lambda: self.now)
        self.visitor.keep(make_plan(REPORT, OTHER))
        with self.change() as db:
            ensure_feeds(db, folder, 1, Actor(LAN, NOW))

    @contextmanager
    def change(self) -> Iterator[Database]:
        with open_database(self.folder) as db:
            yield db

    @property
    def paths(self) -> dict[str, str]:
        """The path of each calendar, by whose it is."""
        with self.change() as db:
            links = feed_links(db, self.folder, BASE, 1)
        return {one.person_name or one.kind.value: str(one.url).removeprefix(BASE) for one in links}

    def fetch(self, whose: str, **headers: str):
        return self.visitor.get(self.paths[whose], headers=headers)

    def events(self, whose: str) -> dict[str, icalendar.Event]:
        found = icalendar.Calendar.from_ical(self.fetch(whose).content).walk("VEVENT")
        return {str(one["SUMMARY"]).rpartition(": ")[2]: one for one in found}

    @property
    def report(self) -> str:
        return next(one.id for one in self.visitor.tasks() if one.task.title == REPORT.title)

    def hands(self, **parts: Part) -> None:
        self.now += timedelta(hours=1)
        with self.change() as db:
            known = {"lan": people.by_name(db, 1, LAN), "minh": people.by_name(db, 1, MINH)}
            wanted = [(known[one].id, part) for one, part in parts.items()]
            reassign(db, self.report, wanted, Actor("Cô Hoa", self.now), national_calendar())


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path / "data")


def test_it_leaves_the_old_calendar_and_stands_in_the_new_one(school: School) -> None:
    before = school.events(LAN)[REPORT.title]
    school.hands(minh=Part.LEAD)
    assert REPORT.title not in school.events(LAN)
    now = school.events(MINH)[REPORT.title]
    assert (now["UID"], str(now["STATUS"]), now["SEQUENCE"]) == (before["UID"], "CONFIRMED", before["SEQUENCE"] + 1)


def test_a_calendar_left_without_works_is_still_one(school: School) -> None:
    school.hands(minh=Part.LEAD)
    answer = school.fetch(LAN)
    assert answer.status_code == 200
    assert icalendar.Calendar.from_ical(answer.content).walk("VTIMEZONE")


def test_a_program_that_asks_whether_it_changed_is_given_the_calendar_without_it(school: School) -> None:
    was = school.fetch(LAN)
    etag, modified = was.headers["ETag"], was.headers["Last-Modified"]
    assert school.fetch(LAN, **{"If-None-Match": etag}).status_code == 304
    school.hands(minh=Part.LEAD)
    assert school.fetch(LAN, **{"If-None-Match": etag}).status_code == 200
    assert school.fetch(LAN, **{"If-Modified-Since": modified}).status_code == 200


@pytest.mark.parametrize("parts", [{"minh": Part.LEAD}, {"minh": Part.LEAD, "lan": Part.HELPER}, {}])
def test_one_event_says_the_same_in_every_calendar_that_has_it(school: School, parts: dict[str, Part]) -> None:
    school.hands(**parts)
    said: dict[str, set[tuple[str, int, datetime]]] = {}
    for whose in SAID_ONCE:
        for event in school.events(whose).values():
            told = str(event["STATUS"]), int(event["SEQUENCE"]), event["LAST-MODIFIED"].dt
            said.setdefault(str(event["UID"]), set()).add(told)
    assert len(said) == 2
    assert all(len(told) == 1 for told in said.values())


def test_who_keeps_a_part_keeps_the_event(school: School) -> None:
    school.hands(minh=Part.LEAD, lan=Part.HELPER)
    assert "Phối hợp: Cô Lan" in str(school.events(LAN)[REPORT.title]["DESCRIPTION"])


def test_given_back_it_is_newer_than_any_copy_somebody_kept(school: School) -> None:
    kept = school.events(LAN)[REPORT.title]["SEQUENCE"]
    school.hands(minh=Part.LEAD)
    school.hands(lan=Part.LEAD)
    back = school.events(LAN)[REPORT.title]
    assert (str(back["STATUS"]), back["SEQUENCE"] > kept) == ("CONFIRMED", True)


def test_dropped_after_it_was_handed_over_it_is_cancelled_for_who_has_it_alone(school: School) -> None:
    school.hands(minh=Part.LEAD)
    with school.change() as db:
        drop(db, school.report, Actor("Cô Hoa", school.now, "phòng không thu nữa"), national_calendar())
    assert str(school.events(MINH)[REPORT.title]["STATUS"]) == "CANCELLED"
    assert REPORT.title not in school.events(LAN)


def test_a_phone_with_both_calendars_loses_it_in_one_and_keeps_it_in_the_other(tmp_path: Path, school: School) -> None:
    with served(feed_app(school.folder, lambda: school.now)) as address:
        mine, whole = (Phone(tmp_path / one, address + school.paths[one]) for one in (LAN, "school"))
        for phone in (mine, whole):
            phone.subscribe()
            phone.fetch()
        assert any(REPORT.title in line for line in mine.listed())
        school.hands(minh=Part.LEAD)
        for phone in (mine, whole):
            assert phone.fetch().returncode == 0
        assert not [line for line in mine.listed() if REPORT.title in line]
        (line,) = [line for line in whole.listed() if REPORT.title in line]
        assert "Đã hủy" not in line
