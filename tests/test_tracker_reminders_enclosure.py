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
from tracker import work
from tracker.answers.links import AnswerLinks
from tracker.feeds.making import make
from tracker.store import people
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Office, Part, TaskState

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


def text_of(letter: Letter) -> str:
    return letter.parsed.get_body(("plain",)).get_content().replace("\r", "")


def has_calendar(letter: Letter) -> bool:
    return any(part.get_content_type() in {"text/calendar", "application/ics"} for part in letter.parsed.walk())


def test_who_watches_over_works_is_sent_to_the_board_and_gets_no_days_of_others(school: School, smtp: FakeSmtp):
    """Reminders and changes alike: a deadline of a teacher is nothing for the calendar of a committee or a manager."""
    school.desk = replace(school.desk, links=AnswerLinks(BASE, b"khoa"))
    manager = people.manager(school.db, school.id).name
    people.ensure(school.db, school.id, "Thầy Minh", Office.COMMITTEE)
    school.reach(manager, "mailto:quanly@truong.vn")
    school.reach("Thầy Minh", "mailto:minh@truong.vn")
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 4), owner="Cô Lan")
    for day in (5, 12, 19):
        school.tick(at(2023, 10, day))
    assert {one.to: has_calendar(one) for one in smtp.letters} == {
        "lan@truong.vn": True,
        "minh@truong.vn": False,
        "quanly@truong.vn": False,
    }
    smtp.letters.clear()
    school.move(task, TaskState.CANCELLED, NOW)
    school.tick(NOW)
    changed = {one.to: one for one in smtp.letters}
    assert {to: has_calendar(one) for to, one in changed.items()} == {
        "lan@truong.vn": True,
        "minh@truong.vn": False,
        "quanly@truong.vn": False,
    }
    assert f"Xem bảng việc của trường: {BASE}/giam-sat/" in text_of(changed["minh@truong.vn"])
    assert "Xem mọi việc" not in text_of(changed["minh@truong.vn"])
    words = "Xem mọi việc của thầy/cô, lịch trên điện thoại, ngừng hay đổi tin nhắc"
    assert f"{words}: {BASE}/viec-cua-ban/" in text_of(changed["lan@truong.vn"])


def test_a_member_of_the_committee_who_gave_a_work_of_their_own_away_is_led_to_both(school: School, smtp: FakeSmtp):
    school.desk = replace(school.desk, links=AnswerLinks(BASE, b"khoa"))
    people.ensure(school.db, school.id, "Thầy Minh", Office.COMMITTEE)
    school.reach("Thầy Minh", "mailto:minh@truong.vn")
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Thầy Minh")
    school.tick(NOW)
    work.reassign(
        school.db,
        task.id,
        [(school.person("Cô Lan").id, Part.LEAD)],
        Actor("Cô Hoa", at(2023, 10, 20, "08:00")),
        school.desk.calendar,
    )
    smtp.letters.clear()
    school.tick(at(2023, 10, 20, "09:00"))
    (letter,) = [one for one in smtp.letters if one.to == "minh@truong.vn"]
    assert f"{BASE}/giam-sat/" in text_of(letter)
    assert f"{BASE}/viec-cua-ban/" in text_of(letter)
    assert "mục thầy/cô tự thêm vào lịch từ thư hay từ tệp thì còn lại, xin xóa tay" in text_of(letter)
    assert "xóa tay" in letter.parsed.get_body(("html",)).get_content()
    assert not has_calendar(letter)
