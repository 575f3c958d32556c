"""What a replay shows of the time ahead is what the clock will send, message by message, whatever happened before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text
from tests.fakes.reminding import at, preview_desk
from tracker.by_hand import move
from tracker.importing import Incoming, store_plan
from tracker.moving import NewDays
from tracker.reminders.account import Told
from tracker.reminders.actions import Awaited, change_policy, decide_extension, wait_for
from tracker.reminders.desk import Desk
from tracker.reminders.planning import Replanned, replan, withdraw_done
from tracker.reminders.policy import Policy
from tracker.reminders.replay import Period, going, replay
from tracker.reminders.tick import tick
from tracker.store import extensions, ledger, people, rehearsal, tasks
from tracker.store.database import Database, open_database
from tracker.store.history import Actor
from tracker.store.policies import Layer, Scope
from tracker.store.records import StoredTask
from tracker.work import mark_done
from tracker.zone import HO_CHI_MINH

CALENDAR = load_calendar()
PLAN = """TRƯỜNG TIỂU HỌC SAO MAI
Số: 7/KH-SM
Hà Nội, ngày 12 tháng 10 năm 2026
KẾ HOẠCH
KIỂM TRA NỘI BỘ
Năm học 2026-2027
II. NHIỆM VỤ
1. Tổ trưởng chuyên môn nộp báo cáo tuần về Hiệu trưởng vào thứ Sáu hằng tuần.
2. Kế toán nộp báo cáo thu chi về Hiệu trưởng vào ngày 20 hằng tháng.
3. Văn thư nộp hồ sơ kiểm tra trước ngày 27/11/2026.
4. Thủ quỹ kiểm kê quỹ tiền mặt vào ngày 6/12/2026.
"""
PUBLISHED = at(2026, 11, 23, "09:30")
MONDAY = date(2026, 11, 30)
Line = tuple[datetime, str, str, str, tuple[tuple[str, str, str], ...]]


def publish(db: Database, now: datetime) -> None:
    plan = understand(read_text(PLAN, "ke-hoach.txt"), CALENDAR)
    store_plan(db, Incoming(PLAN.encode(), plan), Actor("Văn thư", now), CALENDAR, publish=True)


def desk_at(now: datetime) -> Desk:
    return replace(preview_desk(), calendar=CALENDAR, policy=Policy(), wall=lambda: now)


def lines(told: Iterator[Told] | tuple[Told, ...]) -> list[Line]:
    """Return all that matters of messages, in an order of their own."""
    return sorted(
        (
            one.at,
            one.to,
            one.message.draft.letter.subject,
            one.message.draft.letter.text,
            tuple((row.planned.task_id, row.planned.stage, row.reason) for row in one.reminders),
        )
        for one in told
    )


def played(db: Database, now: datetime, last: date) -> list[Line]:
    return lines(replay(db, Period(now.date(), last), desk_at(now)))


def clock(db: Database, now: datetime, last: date) -> list[Line]:
    """Let the real clock tick from now on, at the hours of the day, and return what it sent."""
    days = (now.date() + timedelta(days=number) for number in range((last - now.date()).days + 1))
    hours = (datetime.combine(day, time(hour), HO_CHI_MINH) for day in days for hour in (0, 7, 8, 15))
    instants = [now, *(one for one in hours if one > now)]
    return lines(tuple(one for instant in instants for one in going(tick(db, instant, desk_at(instant)))))


def works(db: Database) -> list[StoredTask]:
    return list(tasks.of_school(db, 1))


@contextmanager
def late_school(published: datetime = PUBLISHED) -> Iterator[Database]:
    with TemporaryDirectory() as folder, open_database(Path(folder)) as db:
        publish(db, published)
        yield db


@pytest.fixture
def db() -> Iterator[Database]:
    with late_school() as opened:
        yield opened


def test_the_week_of_a_plan_published_late_counts_the_times_that_are_works(db: Database) -> None:
    weeks = [one[2] for one in played(db, PUBLISHED, MONDAY) if one[0].date() == MONDAY and "Tuần" in one[2]]
    sent = [one[2] for one in clock(db, PUBLISHED, MONDAY) if one[0].date() == MONDAY and "Tuần" in one[2]]
    late = sum(1 for one in works(db) if one.days_late(MONDAY))
    assert weeks == sent
    assert len(weeks) == 1
    assert f"{late} việc quá hạn" in weeks[0]


@settings(max_examples=12, deadline=None)
@given(
    published=st.integers(0, 40).map(lambda days: at(2026, 10, 12, "15:00") + timedelta(days=days)),
    waited=st.integers(0, 9),
    hour=st.sampled_from([0, 7, 8, 15, 23]),
    done=st.integers(0, 5),
    paused=st.integers(0, 5),
    ticked=st.booleans(),
)
def test_a_replay_from_now_on_is_what_the_clock_sends(
    *, published: datetime, waited: int, hour: int, done: int, paused: int, ticked: bool
) -> None:
    with late_school(published) as db:
        now = datetime.combine(published.date() + timedelta(days=waited), time(hour), HO_CHI_MINH)
        now = max(now, published)
        if ticked:
            clock(db, published, now.date() - timedelta(days=1))
        known = [one for one in works(db) if one.open]
        mark_done(db, known[done % len(known)].id, Actor("Kế toán", now), CALENDAR)
        held, until = known[paused % len(known)].id, now.date() + timedelta(days=6)
        wait_for(db, held, Awaited("Phòng", until), Actor("Văn thư", now), CALENDAR.working_days)
        last = now.date() + timedelta(days=17)
        expected = played(db, now, last)
        assert clock(db, now, last) == expected
        assert expected


def test_a_school_with_an_hour_of_its_own_is_played_at_that_hour(db: Database) -> None:
    change_policy(db, Layer(Scope.SCHOOL, 1, {"send_at": "08:00"}), Actor("Hiệu trưởng", PUBLISHED))
    replan(db, 1, CALENDAR.working_days)
    expected = played(db, PUBLISHED, MONDAY)
    assert {one[0].hour for one in expected if one[0] > PUBLISHED} == {8}
    assert clock(db, PUBLISHED, MONDAY) == expected


def test_what_went_this_morning_is_not_shown_again(db: Database) -> None:
    clock(db, PUBLISHED, PUBLISHED.date())
    assert played(db, at(2026, 11, 23, "10:00"), PUBLISHED.date()) == []


def test_the_answer_to_a_request_that_left_already_is_not_ahead(db: Database) -> None:
    (asked,) = [one for one in works(db) if "hồ sơ kiểm tra" in one.task.title]
    doer = people.assigned(db, asked.id)[0][0]
    request = extensions.ask(db, asked.id, doer, date(2026, 12, 4), Actor("Văn thư", at(2026, 11, 23, "09:35")))
    decide_extension(
        db, request.id, Actor("Hiệu trưởng", at(2026, 11, 23, "09:40")), CALENDAR.working_days, approved=False
    )
    refused = [one for one in played(db, at(2026, 11, 23, "09:44"), MONDAY) if "EXTENSION_REFUSED" in str(one)]
    assert [one[0] for one in refused] == [at(2026, 11, 23, "09:44")]
    tick(db, at(2026, 11, 23, "09:44"), desk_at(at(2026, 11, 23, "09:44")))
    assert "EXTENSION_REFUSED" not in str(played(db, at(2026, 11, 23, "09:50"), MONDAY))


def test_playing_what_is_ahead_changes_nothing(db: Database) -> None:
    before = list(db.conn.iterdump())
    assert played(db, PUBLISHED, MONDAY)
    assert list(db.conn.iterdump()) == before


@settings(max_examples=8, deadline=None)
@given(days=st.integers(0, 30), moved=st.booleans(), waits=st.booleans(), asked=st.booleans(), decided=st.booleans())
def test_works_supposed_to_be_done_leave_nothing_for_a_plan_of_the_whole_school(
    *, days: int, moved: bool, waits: bool, asked: bool, decided: bool
) -> None:
    with late_school() as db:
        now = PUBLISHED + timedelta(days=days)
        clock(db, PUBLISHED, now.date())
        one = next(one for one in works(db) if "hồ sơ kiểm tra" in one.task.title)
        boss, doer = Actor("Hiệu trưởng", now), people.assigned(db, one.id)[0][0]
        if moved:
            move(
                db, one.id, NewDays(now.date() + timedelta(days=40), sure=True), replace(boss, why="đoàn bận"), CALENDAR
            )
        if waits:
            wait_for(db, one.id, Awaited("Phòng", now.date() + timedelta(days=6)), boss, CALENDAR.working_days)
        if asked:
            request = extensions.ask(db, one.id, doer, now.date() + timedelta(days=9), Actor("Văn thư", now))
            if decided:
                decide_extension(db, request.id, boss, CALENDAR.working_days, approved=False)
        replan(db, 1, CALENDAR.working_days)
        done = rehearsal.finish_on_time(db, date(2027, 3, 1))
        assert one.id in done
        withdraw_done(db, done)
        assert replan(db, 1, CALENDAR.working_days) == Replanned(0, 0, 0)
        planned = [row for row in ledger.of_task(db, one.id) if row.state is ledger.ReminderState.PLANNED]
        assert not planned
