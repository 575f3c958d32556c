"""A time of recurring work that was over before its plan came: on no calendar, and nobody dropped it."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from tests.fakes.recurring import CALENDAR, publish, times
from tests.fakes.reminding import at
from tracker import by_hand
from tracker.feeds.making import make
from tracker.reporting import report_of
from tracker.reports.results import Stage, in_words
from tracker.review.withdrawing import recall
from tracker.store import tasks
from tracker.store.database import Database, open_database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import StoredTask
from tracker.web.labels import standing


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path) as opened:
        yield opened


def _let_be(db: Database) -> StoredTask:
    return next(one for one in tasks.of_plan(db, 1) if one.task.due.recurrence)


def _events(db: Database, today: date) -> list[str]:
    body = make(db, FeedSubject(FeedKind.SCHOOL, 1), today).body
    return [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(body).walk("VEVENT")]


def test_a_time_that_was_over_is_on_no_calendar_and_nobody_dropped_it(db):
    publish(db, now=at(2023, 12, 5))
    first = _let_be(db)
    assert first.let_be
    assert standing(first) == "đã qua trước khi dùng Đúng Hạn, không theo dõi"
    assert not [one for one in _events(db, date(2023, 12, 5)) if "hủy" in one]
    by_hand.bring_back(db, first.id, Actor("Hiệu trưởng", at(2023, 12, 6)), CALENDAR)
    assert len(_events(db, date(2023, 12, 6))) == 3
    by_hand.drop(db, first.id, Actor("Hiệu trưởng", at(2023, 12, 7), "làm rồi"), CALENDAR)
    assert not _let_be(db).let_be
    assert [one for one in _events(db, date(2023, 12, 7)) if one.startswith("Đã hủy")]


def test_a_time_that_was_over_is_counted_as_dropped_in_no_report(db):
    publish(db, now=at(2023, 12, 5))
    found = report_of(db, 1, date(2023, 12, 5), at(2023, 12, 5)).results
    assert [one.stage for one in found] == [Stage.AHEAD, Stage.LATE]
    assert in_words(found)[0] == "Tổng số: 2 việc; hoàn thành 0 việc."


def test_a_work_whose_only_time_was_over_is_reported_as_such(db):
    publish(db, now=at(2024, 6, 5))
    found = report_of(db, 1, date(2024, 6, 5), at(2024, 6, 5)).results
    assert Stage.LET_BE in [one.stage for one in found]
    assert Stage.DROPPED not in [one.stage for one in found]
    assert in_words(found)[0].startswith(
        "Tổng số: 2 việc, trong đó 1 việc đã qua trước khi dùng Đúng Hạn, không theo dõi; hoàn thành"
    )


def test_a_time_that_was_over_stays_one_nobody_dropped_when_its_plan_is_recalled_and_returns(db):
    publish(db, now=at(2023, 12, 5))
    recall(db, 1, Actor("Hiệu trưởng", at(2023, 12, 6), "làm lại"), CALENDAR)
    publish(db, now=at(2023, 12, 8))
    assert _let_be(db).let_be
    assert not [one for one in _events(db, date(2023, 12, 8)) if "hủy" in one]


def test_a_time_dropped_by_hand_stays_dropped_when_its_plan_returns(db):
    publish(db)
    by_hand.drop(db, times(db)[0].id, Actor("Hiệu trưởng", at(2023, 9, 22), "Phòng hoãn"), CALENDAR)
    recall(db, 1, Actor("Hiệu trưởng", at(2023, 9, 23), "làm lại"), CALENDAR)
    publish(db, now=at(2023, 9, 25))
    first = _let_be(db)
    assert (first.one_time_dropped, first.let_be) == (True, False)
    found = report_of(db, 1, date(2023, 9, 25), at(2023, 9, 25)).results
    assert Stage.DROPPED in [one.stage for one in found]
