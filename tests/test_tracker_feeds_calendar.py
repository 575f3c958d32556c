"""Tasks as iCalendar bytes, read back by a parser."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, time

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.plan import Bound, Origin
from tests.conftest import due_on
from tests.fakes.feed_school import NOW, stored
from tracker.feeds.calendar import calendar_bytes
from tracker.feeds.text import line
from tracker.feeds.view import FeedView
from tracker.store.feeds import FeedKind
from tracker.store.records import StoredTask, TaskState

VIEW = FeedView(FeedKind.SCHOOL, "Kế hoạch Trường Mầm non Hoa Ban", date(2023, 9, 20))
TITLES = st.text(st.characters() | st.sampled_from('ếữđ,;\\"\r\n\t🎉👩‍🏫\u0301\u2028:'), min_size=1, max_size=400)


def events(view: FeedView, *tasks: StoredTask) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(calendar_bytes(view, tasks))
    return list(calendar.walk("VEVENT"))


def event(one: StoredTask, view: FeedView = VIEW) -> icalendar.Event:
    return events(view, one)[0]


def test_a_task_is_an_all_day_event_on_its_last_day() -> None:
    one = event(stored("Nộp báo cáo", date(2023, 10, 6)))
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (date(2023, 10, 6), date(2023, 10, 7))
    assert (one["SUMMARY"], one["TRANSP"], one["STATUS"]) == ("Nộp báo cáo", "TRANSPARENT", "CONFIRMED")


def test_identity_and_version_come_from_the_task() -> None:
    one = event(stored(id="viec-abc", sequence=4))
    assert (one["UID"], one["SEQUENCE"]) == ("viec-abc@dung-han", 4)
    assert one.decoded("dtstamp") == one.decoded("last-modified") == NOW.astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "shown"),
    [(date(2023, 10, 16), date(2023, 10, 16)), (date(2023, 10, 15), date(2023, 10, 22)), (None, date(2023, 10, 22))],
)
def test_a_span_is_drawn_only_up_to_a_week(start: date | None, shown: date) -> None:
    due = due_on(date(2023, 10, 22), start=start)
    one = event(stored(due=due))
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (shown, date(2023, 10, 23))


def test_a_written_hour_makes_an_event_in_utc() -> None:
    due = replace(due_on(date(2023, 10, 6)), hour=time(16, 0))
    one = event(stored(due=due))
    assert one.decoded("dtstart") == datetime(2023, 10, 6, 9, 0, tzinfo=UTC)


def test_a_span_written_backwards_still_has_its_last_day() -> None:
    one = event(stored(due=due_on(date(2023, 10, 6), start=date(2023, 10, 9))))
    assert one.decoded("dtstart") == date(2023, 10, 6)


def test_a_dropped_task_is_cancelled() -> None:
    one = event(stored(state=TaskState.CANCELLED))
    assert (one["STATUS"], one["SUMMARY"]) == ("CANCELLED", "Đã hủy: Nộp báo cáo")


def test_the_calendar_names_itself_and_asks_to_be_read_hourly() -> None:
    calendar = icalendar.Calendar.from_ical(calendar_bytes(VIEW, [stored()]))
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == VIEW.name
    assert calendar_bytes(VIEW, []).count(b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n") == 1
    assert {"METHOD", "UID"}.isdisjoint(calendar)


def test_a_school_name_with_signs_of_the_format_is_escaped() -> None:
    body = calendar_bytes(replace(VIEW, name="Hoa Ban; cơ sở 2, xã A\\B"), [])
    assert "\r\nNAME:Hoa Ban\\; cơ sở 2\\, xã A\\\\B\r\n" in body.decode()
    assert "\r\nX-WR-CALNAME:Hoa Ban\\; cơ sở 2\\, xã A\\\\B\r\n" in body.decode()


def test_a_calendar_without_events_has_a_component_all_the_same() -> None:
    calendar = icalendar.Calendar.from_ical(calendar_bytes(VIEW, []))
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_an_event_links_to_its_page_only_where_pages_have_an_address() -> None:
    linked = replace(VIEW, base_url="https://lich.example.vn/")
    assert event(stored(id="viec-abc"), linked)["URL"] == "https://lich.example.vn/viec/viec-abc"
    assert "URL" not in event(stored())


def test_the_same_tasks_in_another_order_give_the_same_bytes() -> None:
    some = [stored(f"Việc {n}", date(2023, 10, 1 + n % 3), id=f"viec-{n}") for n in range(9)]
    assert calendar_bytes(VIEW, some) == calendar_bytes(VIEW, some[::-1])


def test_another_day_gives_the_same_bytes_while_no_window_closes() -> None:
    some = [stored("Việc mở"), stored("Việc xong", state=TaskState.DONE, done_at=NOW, id="viec-2")]
    assert calendar_bytes(VIEW, some) == calendar_bytes(replace(VIEW, today=date(2023, 10, 30)), some)


def test_no_event_carries_an_alarm_or_a_rule() -> None:
    body = calendar_bytes(VIEW, [stored(due=due_on(date(2023, 10, 6), bound=Bound.BEFORE), origin=Origin.LAW)])
    assert not any(word in body for word in (b"VALARM", b"RRULE", b"METHOD"))


@settings(deadline=None)
@given(TITLES)
def test_every_title_is_read_back_as_it_was_written(title: str) -> None:
    plain = line(title)
    read = str(event(stored(title))["SUMMARY"])
    assert read in {plain, "Việc theo kế hoạch"} or plain.startswith(read.rstrip("…"))
    assert unicodedata.is_normalized("NFC", read)


@settings(deadline=None)
@given(TITLES, TITLES)
def test_lines_are_at_most_75_octets_whole_letters_and_end_in_crlf(title: str, owner: str) -> None:
    body = calendar_bytes(VIEW, [stored(title, owners=(owner,))])
    rows = body.split(b"\r\n")
    assert rows[-1] == b""
    assert all(len(row) <= 75 and row.decode() and b"\n" not in row and b"\r" not in row for row in rows[:-1])


@settings(deadline=None)
@given(TITLES)
def test_making_twice_gives_the_same_bytes(title: str) -> None:
    one = stored(title)
    assert calendar_bytes(VIEW, [one]) == calendar_bytes(VIEW, [one])
