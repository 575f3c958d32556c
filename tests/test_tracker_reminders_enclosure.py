"""The calendar part of a letter as a real mail server receives it: the events of the feed, once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar, Event

from notifiers import build_channels
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import School, at, preview_desk, running_school
from tests.fakes.smtp import FakeSmtp, Letter, running_smtp
from tracker.feeds.making import make
from tracker.store import people
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.records import TaskState

NOW = at(2023, 10, 20)
BASE = "https://lich.truong.edu.vn"


@pytest.fixture
def smtp():
    with running_smtp() as server:
        yield server


@pytest.fixture
def school(tmp_path, smtp: FakeSmtp):
    desk = replace(preview_desk(), channels=build_channels(channel_settings(smtp.port)), base_url=BASE)
    with running_school(tmp_path, desk) as made:
        made.reach("Cô Lan", "mailto:lan@truong.vn")
        yield made


def calendar_of(letter: Letter) -> Calendar:
    """Return the calendar in a letter, the alternative and the file being the same bytes."""
    parts = [part for part in letter.parsed.walk() if part.get_content_type() in {"text/calendar", "application/ics"}]
    inline, file = (part.get_payload(decode=True) for part in parts)
    assert inline == file
    assert parts[0].get_param("method") == "PUBLISH"
    return Calendar.from_ical(inline)


def feed_events(school: School) -> dict[str, Event]:
    body = make(school.db, FeedSubject(FeedKind.SCHOOL, school.id), NOW.date(), BASE).body
    return {str(event["UID"]): event for event in Calendar.from_ical(body).walk("VEVENT")}


def test_a_letter_carries_its_tasks_as_the_feed_shows_them(school: School, smtp: FakeSmtp):
    for title in ("Nộp báo cáo", "Hội thi"):
        school.publish(title, due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    calendar = calendar_of(smtp.letters[0])
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert calendar["METHOD"] == "PUBLISH"
    assert "X-WR-CALNAME" not in calendar
    assert {uid: event.to_ical() for uid, event in events.items()} == {
        uid: event.to_ical() for uid, event in feed_events(school).items()
    }


def test_a_moved_deadline_raises_the_sequence_in_the_next_letter(school: School, smtp: FakeSmtp):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    school.postpone(task, date(2023, 10, 30))
    school.tick(at(2023, 10, 23))
    first, second = (calendar_of(letter).walk("VEVENT")[0] for letter in smtp.letters)
    assert (first["UID"], second["SEQUENCE"]) == (second["UID"], first["SEQUENCE"] + 1)
    assert second["DTSTART"].dt == date(2023, 10, 30)


def test_what_was_done_since_is_not_in_the_calendar(school: School, smtp: FakeSmtp):
    tasks = [school.publish(title, due=date(2023, 10, 27), owner="Cô Lan") for title in ("Nộp báo cáo", "Hội thi")]
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy", "250 OK"]
    school.tick(NOW)
    school.move(tasks[0], TaskState.DONE)
    school.tick(at(2023, 10, 20, "09:00"))
    (event,) = calendar_of(smtp.letters[0]).walk("VEVENT")
    assert str(event["UID"]).startswith(tasks[1].id)


def test_no_other_channel_is_given_a_calendar(school: School):
    given = []

    class Recording:
        name = "recording"

        def accepts(self, address: str) -> bool:
            return address.startswith("zalobot:")

        def send(self, message, now):
            given.append(message.calendar)
            raise RuntimeError

    school.desk = replace(school.desk, channels=(Recording(),))
    school.reach("Cô Lan", "zalobot:lan")
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    assert given == [None]


def test_events_lead_to_pages_only_for_who_signs_in(school: School, smtp: FakeSmtp):
    manager = people.manager(school.db, school.id).name
    school.reach(manager, "mailto:quanly@truong.vn")
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.publish("Hội thi", due=date(2023, 10, 27), owner=manager)
    school.tick(NOW)
    shown = {letter.to: calendar_of(letter).to_ical().decode() for letter in smtp.letters}
    assert "/viec/" not in shown["lan@truong.vn"]
    assert f"{BASE}/viec/" in shown["quanly@truong.vn"]
    assert "URL" not in next(iter(feed_events(school).values()))
