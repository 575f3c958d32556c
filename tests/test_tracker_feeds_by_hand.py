"""Calendars follow what is done by hand: another day, cancelled before it goes, back again; each a newer SEQUENCE."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.conftest import NOW, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker import by_hand
from tracker.feeds.making import make
from tracker.moving import NewDays
from tracker.store.database import open_database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.web.site import national_calendar

CHAIR = Actor("Hiệu trưởng", NOW, "Phòng lùi lịch")
CALENDAR, TODAY = national_calendar(), NOW.date()


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Nộp báo cáo", date(2023, 10, 6), public=True))


def events(visitor: Visitor, today: date = TODAY, kind: FeedKind = FeedKind.SCHOOL) -> list[icalendar.Event]:
    with open_database(visitor.folder) as db:
        body = make(db, FeedSubject(kind, 1, None), today).body
    return list(icalendar.Calendar.from_ical(body).walk("VEVENT"))


def move(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        by_hand.move(db, visitor.tasks()[0].id, NewDays(date(2023, 10, 20)), CHAIR, CALENDAR)


def drop(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        by_hand.drop(db, visitor.tasks()[0].id, CHAIR, CALENDAR)


def test_a_moved_work_is_the_same_event_on_the_new_day(visitor: Visitor) -> None:
    (was,) = events(visitor)
    move(visitor)
    (now,) = events(visitor)
    assert (now["UID"], now["SEQUENCE"]) == (was["UID"], was["SEQUENCE"] + 1)
    assert now.decoded("DTSTART") == date(2023, 10, 20)


def test_the_text_of_a_moved_event_says_what_the_plan_says_and_why_it_moved(visitor: Visitor) -> None:
    move(visitor)
    text = str(events(visitor)[0]["DESCRIPTION"])
    assert "(đã dời hạn; kế hoạch viết: “06/10/2023”)" in text
    assert "Hiệu trưởng dời sang thứ Sáu 20/10/2023" in text
    assert "nguyên văn" not in text


def test_the_public_calendar_names_nobody_who_moved_it(visitor: Visitor) -> None:
    move(visitor)
    text = str(events(visitor, kind=FeedKind.PUBLIC)[0]["DESCRIPTION"])
    assert "đã dời hạn" in text
    assert "Hiệu trưởng" not in text
    assert "Phòng lùi lịch" not in text


def test_a_dropped_work_is_cancelled_for_thirty_days_and_then_gone(visitor: Visitor) -> None:
    (was,) = events(visitor)
    drop(visitor)
    (now,) = events(visitor)
    assert (now["STATUS"], now["SEQUENCE"]) == ("CANCELLED", was["SEQUENCE"] + 1)
    assert "Nhà trường đã bỏ việc này; lịch giữ lại 30 ngày" in str(now["DESCRIPTION"])
    assert events(visitor, date(2023, 10, 19)) == []


def test_a_work_taken_back_is_confirmed_again(visitor: Visitor) -> None:
    drop(visitor)
    with open_database(visitor.folder) as db:
        by_hand.bring_back(db, visitor.tasks()[0].id, CHAIR, CALENDAR)
    (now,) = events(visitor)
    assert (now["STATUS"], now["SEQUENCE"]) == ("CONFIRMED", 2)
