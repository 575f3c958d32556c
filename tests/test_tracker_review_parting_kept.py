"""Works that were parted stay two in the store, through undoing, publishing and corrected copies."""

from __future__ import annotations

from datetime import date

import pytest
from sqlite_utils import Database

from schedules.calendar import SchoolCalendar
from tests.fakes.parting import (
    BODY,
    FIRST,
    SECOND,
    TEXT,
    Office,
    pressed,
    told,
)
from tracker.review import desk
from tracker.store import history, tasks
from tracker.store.history import Actor
from tracker.store.records import TaskState


@pytest.fixture
def office(db: Database, actor: Actor, calendar: SchoolCalendar) -> Office:
    office = Office(db, actor, calendar)
    office.brings(TEXT)
    return office


def test_one_press_parts_them_in_the_store_and_one_undo_joins_them(office: Office) -> None:
    before, asked_then = office.funds(), office.review.asked
    office.wishes(pressed)
    assert told(list(office.funds().values())) == [FIRST, SECOND]
    assert office.review.asked == asked_then - 1
    desk.undo(office.db, 1, office.actor, office.calendar)
    assert (office.funds(), office.review.asked) == (before, asked_then)


def test_published_they_stay_two_with_their_ids_when_the_same_plan_comes_again(office: Office) -> None:
    office.wishes(pressed)
    office.publishes()
    before = office.funds()
    office.brings(TEXT.replace("I. NỘI DUNG", "Căn cứ nhiệm vụ năm học.\nI. NỘI DUNG"))
    office.publishes()
    assert list(office.funds()) == list(before)
    assert told(list(office.funds().values())) == [FIRST, SECOND]


@pytest.mark.parametrize("row", ["Thu quỹ lớp đợt ba", "Thu quỹ lớp đợt hai của khối 9"])
def test_parted_again_after_other_words_they_are_the_same_two_tasks(office: Office, row: str) -> None:
    office.wishes(pressed)
    office.publishes()
    before = office.funds()
    office.brings(TEXT.replace("Thu quỹ lớp đợt hai", row))
    office.wishes(pressed)
    office.publishes()
    assert list(office.funds()) == list(before)


def test_a_plan_that_says_them_apart_itself_keeps_both_ids(office: Office) -> None:
    office.wishes(pressed)
    office.publishes()
    before = office.funds()
    office.brings(TEXT.replace(BODY, "2. Kế toán thu quỹ lớp trước ngày 16/10/2023."))
    assert office.review.draft.lapsed == ()
    assert not any(one.first.rule == "hai-han" for one in office.review.questions)
    office.publishes()
    assert {one: task.due.day for one, task in office.funds().items()} == {
        one: task.due.day for one, task in before.items()
    }


SESSIONS = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 15 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
I. NỘI DUNG
1. Thu quỹ lớp đợt một ngày 27/10/2023 (cô Lê Thị Mai).
PHỤ LỤC

| TT | Nội dung | Thời gian | Phụ trách |
| 1 | Thu quỹ lớp đợt một | 10/11/2023 | Lê Thị Mai |
| 2 | Họp phụ huynh | 12/12/2023 | GVCN |
"""
IN_ONE = SESSIONS.replace("27/10/2023", "24/11/2023").replace("10/11/2023", "24/11/2023")


@pytest.fixture
def two_sessions(db: Database, actor: Actor, calendar: SchoolCalendar) -> Office:
    office = Office(db, actor, calendar)
    office.brings(SESSIONS)
    office.wishes(pressed)
    office.publishes()
    return office


def test_a_copy_that_makes_one_of_them_says_that_the_parting_is_lost(two_sessions: Office) -> None:
    two_sessions.brings(IN_ONE)
    (told_so,) = two_sessions.review.outdated
    assert told_so == (
        "“Thu quỹ lớp đợt một”: là 2 việc khác nhau: “Thu quỹ lớp đợt một” (thứ Sáu 27/10/2023), "
        "“Thu quỹ lớp đợt một” (thứ Sáu 10/11/2023)"
    )


def test_what_they_became_goes_on_as_the_earlier_and_the_other_joins_it(two_sessions: Office) -> None:
    first, second = two_sessions.funds()
    two_sessions.brings(IN_ONE)
    two_sessions.publishes()
    assert {one: task.due.day for one, task in two_sessions.funds().items()} == {first: date(2023, 11, 24)}
    why = [one.why for one in history.of_subject(two_sessions.db, "task", second) if one.what == "state"]
    assert why == ["gộp vào “Thu quỹ lớp đợt một” (thứ Sáu 24/11/2023; cô Lê Thị Mai phụ trách)"]


def test_it_goes_on_as_the_one_still_to_do(two_sessions: Office) -> None:
    first, second = two_sessions.funds()
    tasks.set_state(two_sessions.db, first, TaskState.DONE, two_sessions.actor)
    two_sessions.brings(IN_ONE)
    two_sessions.publishes()
    assert tasks.by_id(two_sessions.db, second).task.due.day == date(2023, 11, 24)


def test_a_copy_without_one_of_them_keeps_the_other(two_sessions: Office) -> None:
    second = list(two_sessions.funds())[1]
    two_sessions.brings("".join(line for line in SESSIONS.splitlines(keepends=True) if "27/10" not in line))
    two_sessions.publishes()
    assert {one: task.due.day for one, task in two_sessions.funds().items()} == {second: date(2023, 11, 10)}
