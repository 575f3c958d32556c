"""Tasks → iCalendar bytes, the same bytes for the same tasks (RFC 5545, RFC 7986).

Every date here is a day or an instant of the task itself, never of the moment of writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component, Event, Timezone, TimezoneStandard, vText

from schedules.plan import Due
from tracker.feeds.text import line
from tracker.feeds.view import FeedView, shown
from tracker.feeds.words import categories, description, first_day, summary, task_url
from tracker.store.records import StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

PRODUCT = "-//Dung Han//Lich viec co han//VI"
UID_HOST = "dung-han"
REFRESH = timedelta(hours=1)
MEETING = timedelta(minutes=30)
"""Length of an event with an hour: a deadline has none, and a point in time is not drawn by every program."""


def calendar_bytes(feed: FeedView, tasks: Iterable[StoredTask]) -> bytes:
    """Return the feed of these tasks as iCalendar text in UTF-8: one event per dated task that is shown."""
    calendar = _heading(feed)
    parts: list[Component] = [_event(feed, stored) for stored in shown(feed, tasks)]
    for part in parts or [_viet_nam()]:
        calendar.add_component(part)
    body: bytes = calendar.to_ical()
    return body


def enclosure_bytes(feed: FeedView, tasks: Iterable[StoredTask]) -> bytes:
    """Return the tasks a message is about as its calendar part (METHOD:PUBLISH), the events being those of the feed.

    Raises ValueError when a task has no day. It has no name: a program that takes it in must not open a new calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for stored in tasks:
        calendar.add_component(_event(feed, stored))
    body: bytes = calendar.to_ical()
    return body


def _heading(feed: FeedView) -> Calendar:
    """Return the calendar's own properties.

    No UID among them (RFC 7986 5.3 allows one): vdirsyncer 0.21 copies it into every event and then keeps only one.
    """
    calendar = Calendar()
    name = vText(line(feed.name))  # as plain text it would not be escaped
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", HO_CHI_MINH.key)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return calendar


def _event(feed: FeedView, stored: StoredTask) -> Event:
    changed = stored.changed_at.astimezone(UTC)
    begin, end = _span(stored.task.due)
    event = Event()
    event.add("uid", f"{stored.id}@{UID_HOST}")
    event.add("sequence", stored.sequence)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if stored.state is TaskState.CANCELLED else "CONFIRMED")
    event.add("summary", summary(feed, stored))
    event.add("description", description(feed, stored))
    event.add("categories", categories(feed, stored.task))
    if url := task_url(feed, stored):
        event.add("url", url)
    return event


def _span(due: Due) -> tuple[date, date]:
    """Return begin and (exclusive) end: days, or instants in UTC where the plan wrote an hour."""
    if due.day is None:
        raise ValueError("việc không có ngày thì không lên lịch")
    if due.hour:
        begin = datetime.combine(due.day, due.hour, HO_CHI_MINH).astimezone(UTC)
        return begin, begin + MEETING
    return first_day(due) or due.day, due.day + timedelta(days=1)


def _viet_nam() -> Timezone:
    """Return the one zone: a calendar without any component is not valid, one without events may be."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - RFC 5545 3.6.5: local time, no zone
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", HO_CHI_MINH.key)
    zone.add_component(standard)
    return zone
