"""Who heard of a work that is moved, dropped or taken back by hand hears so once, with the reason; others do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.plan import Recurrence
from tests.fakes.changing import CHAIR, LATER, NOVEMBER_10, NOW, OCTOBER_27, TOLD, change, heard, last, told
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker import by_hand
from tracker.moving import NewDays
from tracker.reminders.actions import ask_extension
from tracker.store import ledger, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.records import StoredTask

APPROVED = ("Cô Lan", "decision", "EXTENSION_APPROVED")


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def move(school: School, task: StoredTask, day: date = NOVEMBER_10) -> None:
    by_hand.move(school.db, task.id, NewDays(day), CHAIR, school.desk.calendar)


def move_back(school: School, task: StoredTask) -> None:
    by_hand.move_back(school.db, task.id, replace(CHAIR, why="phòng giữ lịch cũ"), school.desk.calendar)


def drop(school: School, task: StoredTask) -> None:
    by_hand.drop(school.db, task.id, replace(CHAIR, why="phòng không thu nữa"), school.desk.calendar)


def bring_back(school: School, task: StoredTask) -> None:
    by_hand.bring_back(school.db, task.id, replace(CHAIR, why=None), school.desk.calendar)


def ask(school: School, task: StoredTask, day: date) -> None:
    ask_extension(school.db, task.id, school.person("Cô Lan").id, day, Actor("Cô Lan", NOW, "đợi số liệu"))


def planned(school: School, task: StoredTask) -> list[ledger.Reminder]:
    return [row for row in ledger.of_task(school.db, task.id) if row.state is ReminderState.PLANNED]


def test_a_moved_day_is_told_once_with_who_and_why(school: School, wild: Wild):
    task = heard(school)
    move(school, task)
    assert told(school) == [change("WORK_MOVED")]
    text = last(wild).text
    assert "Hạn cũ: thứ Sáu 27/10/2023. Hạn mới: chậm nhất thứ Sáu 10/11/2023" in text
    assert "Đã dời hạn; " in text
    assert "Người đổi: Hiệu trưởng. Lý do: phòng lùi lịch nộp." in text
    assert told(school, LATER) == []


def test_a_moved_day_is_reminded_of_as_any_other(school: School):
    task = heard(school)
    move(school, task)
    told(school)
    assert {row.planned.due_version for row in planned(school, task)} == {1}
    assert told(school, at(2023, 10, 27)) == []
    assert told(school, at(2023, 11, 9)) == [("Cô Lan", "routine", "FIRST_NOTICE")]


def test_a_move_taken_back_before_anyone_heard_is_no_news(school: School):
    task = heard(school)
    move(school, task)
    move_back(school, task)
    assert told(school) == []


def test_a_move_taken_back_after_it_was_told_is_told_with_its_own_reason(school: School, wild: Wild):
    task = heard(school)
    move(school, task)
    told(school)
    move_back(school, task)
    assert told(school, LATER) == [change("WORK_MOVED")]
    assert "Hạn cũ: thứ Sáu 10/11/2023. Hạn mới: thứ Sáu 27/10/2023" in last(wild).text
    assert "Lý do: phòng giữ lịch cũ." in last(wild).text


def test_a_dropped_work_is_told_once_and_reminded_of_no_more(school: School, wild: Wild):
    task = heard(school)
    drop(school, task)
    assert told(school) == [change("WORK_DROPPED")]
    assert last(wild).subject == "Bỏ việc: Nộp báo cáo – không phải làm nữa"
    assert "Nhà trường đã bỏ việc này; thầy/cô không phải làm nữa." in last(wild).text
    assert "Người bỏ: Hiệu trưởng. Lý do: phòng không thu nữa." in last(wild).text
    assert [told(school, at(2023, 10, day)) for day in (23, 26, 27, 30)] == [[], [], [], []]
    assert planned(school, task) == []


def test_a_dropped_work_taken_back_is_told_as_back_and_reminded_of_again(school: School, wild: Wild):
    task = heard(school)
    drop(school, task)
    told(school)
    bring_back(school, task)
    assert told(school, LATER) == [change("WORK_BACK")]
    assert "Người đưa lại: Hiệu trưởng." in last(wild).text
    assert planned(school, task) != []


def test_one_time_of_recurring_work_dropped_says_that_the_others_stay(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    monthly = replace(task.task, due=replace(task.task.due, recurrence=Recurrence.MONTHLY))
    with transaction(school.db):
        tasks.change(school.db, task.id, monthly, CHAIR)
        school.replan()
    school.tick(TOLD)
    drop(school, task)
    told(school)
    assert last(wild).subject == "Bỏ một lần: Nộp báo cáo – lần thứ Sáu 27/10/2023, hằng tháng"
    assert "Lần này đã bỏ, các lần khác vẫn có; thầy/cô không phải làm lần này." in last(wild).text


def test_who_asked_and_got_as_much_by_a_move_hears_the_answer_and_not_the_move_too(school: School, wild: Wild):
    task = heard(school)
    ask(school, task, date(2023, 11, 3))
    move(school, task)
    assert told(school) == [APPROVED]
    assert "Xin gia hạn đến thứ Sáu 3/11/2023: được đồng ý. Hạn mới: chậm nhất thứ Sáu 10/11/2023" in last(wild).text
    assert "Lời nhắn: phòng lùi lịch nộp" in last(wild).text
    assert told(school, LATER) == []


def test_who_asked_for_more_than_the_move_gives_hears_the_move(school: School):
    task = heard(school)
    ask(school, task, date(2023, 11, 24))
    move(school, task)
    assert ("Cô Lan", "change", "WORK_MOVED") in told(school)


def test_a_move_that_granted_a_request_and_is_taken_back_is_told(school: School):
    task = heard(school)
    ask(school, task, date(2023, 11, 3))
    move(school, task)
    told(school)
    move_back(school, task)
    assert ("Cô Lan", "change", "WORK_MOVED") in told(school, LATER)
