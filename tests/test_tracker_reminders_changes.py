"""Whoever heard of a work hears when it is moved, dropped, recalled or given away: once, while it matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers import OutcomeKind
from schedules.plan import Due
from tests.fakes.changing import (
    CHAIR,
    LATER,
    NOVEMBER_10,
    NOW,
    OCTOBER_27,
    TOLD,
    change,
    give,
    heard,
    last,
    move,
    told,
)
from tests.fakes.reminding import School, at, due_on
from tests.fakes.wild import Wild, wild_school
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reports.beside import asked_words
from tracker.store import extensions, people, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Office, Part, TaskState


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def test_a_moved_work_is_told_once_with_both_days_who_and_why(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]
    message = last(wild)
    assert message.subject == "Đổi hạn: Nộp báo cáo – hạn mới: thứ Sáu 10/11/2023"
    for words in (
        "Trường Mẫu giáo Thử Nghiệm",
        "Hạn cũ: thứ Sáu 27/10/2023. Hạn mới: thứ Sáu 10/11/2023 – còn 21 ngày để xong",
        "Người đổi: Hiệu trưởng. Lý do: phòng lùi lịch nộp.",
        "Theo kế hoạch số 01/KH-THS",
        "https://lich.truong.vn/tra-loi/",
    ):
        assert words in message.text
        assert words in message.html
    school.replan()
    assert told(school, LATER) == []


def test_a_dropped_work_is_told_with_the_reason(school: School, wild: Wild):
    task = heard(school)
    with transaction(school.db):
        tasks.set_state(school.db, task.id, TaskState.CANCELLED, CHAIR)
        school.replan()
    assert told(school) == [change("WORK_DROPPED")]
    text = last(wild).text
    assert "Hạn đã báo: thứ Sáu 27/10/2023. Việc này không còn trong kế hoạch; thầy/cô không phải làm nữa." in text
    assert "Người bỏ: Hiệu trưởng. Lý do: phòng lùi lịch nộp." in text
    assert (
        "Xem mọi việc của thầy/cô, lịch trên điện thoại, ngừng hay đổi tin nhắc: https://lich.truong.vn/viec-cua-ban/"
        in text
    )
    assert "/tra-loi/" not in text


def test_a_work_given_to_another_is_told_to_who_had_it_and_reminded_of_to_who_has_it(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    assert sorted(told(school)) == [change("WORK_GIVEN_AWAY"), ("Thầy Minh", "routine", "FIRST_NOTICE")]
    text = next(
        message.text for _, message in wild.tried if message.to_name == "Cô Lan" and "Chuyển" in message.subject
    )
    assert "Việc này nay do Thầy Minh phụ trách; thầy/cô không phải làm nữa." in text
    assert "Người chuyển: Hiệu trưởng." in text
    assert "phòng lùi lịch nộp" not in text  # that word is for who has it now


def test_who_heard_nothing_hears_of_no_change(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.tick(at(2023, 10, 18))
    move(school, task, NOVEMBER_10)
    assert told(school) == []


@pytest.mark.parametrize("ends", [OutcomeKind.PERMANENT_RECIPIENT, OutcomeKind.RETRY_AFTER])
def test_who_was_not_reached_hears_of_no_change(school: School, wild: Wild, ends):
    wild.ends = ends
    task = heard(school)
    wild.ends = OutcomeKind.SENT
    move(school, task, NOVEMBER_10)
    assert told(school) == [] or school.rows()[-1].state.value != "composed"
    assert "change" not in {kind for _, kind, _ in told(school, LATER)}
    assert [message for _, message in wild.tried[1:]] == []


def test_who_may_have_been_reached_hears_of_it(school: School, wild: Wild):
    wild.ends = OutcomeKind.UNKNOWN
    task = heard(school)
    wild.ends = OutcomeKind.SENT
    move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]


def test_what_is_changed_and_changed_back_before_the_next_tick_is_not_told(school: School):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    move(school, task, OCTOBER_27)
    give(school, task, "Thầy Minh")
    give(school, task, "Cô Lan")
    school.move(task, TaskState.CANCELLED)
    school.move(task, TaskState.OPEN)
    assert "change" not in {kind for _, kind, _ in told(school)}


def test_changed_back_after_it_was_told_is_told_too(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]
    move(school, task, OCTOBER_27)
    assert told(school, LATER) == [change("WORK_MOVED")]
    assert "Hạn cũ: thứ Sáu 10/11/2023. Hạn mới: thứ Sáu 27/10/2023" in last(wild).text


def test_dropped_and_taken_up_again_is_told_twice(school: School, wild: Wild):
    task = heard(school)
    school.move(task, TaskState.CANCELLED)
    assert told(school) == [change("WORK_DROPPED")]
    school.move(task, TaskState.OPEN)
    assert told(school, LATER) == [change("WORK_BACK")]
    assert "nay lại có" in last(wild).text


def test_a_work_that_lost_its_day_says_so_and_hears_when_it_has_one_again(school: School, wild: Wild):
    task = heard(school)
    with transaction(school.db):
        old = tasks.by_id(school.db, task.id)
        tasks.change(school.db, task.id, replace(old.task, due=Due(words="khi có lịch của phòng")), CHAIR)
        school.replan()
    assert told(school) == [change("WORK_MOVED")]
    assert "Hạn cũ: thứ Sáu 27/10/2023. Hạn mới: chưa có ngày (“khi có lịch của phòng”)" in last(wild).text
    move(school, task, NOVEMBER_10)
    assert told(school, LATER) == [change("WORK_MOVED")]
    assert "\n   Hạn mới: thứ Sáu 10/11/2023" in last(wild).text


def test_of_two_moves_the_newest_is_told(school: School, wild: Wild):
    task = heard(school)
    move(school, task, date(2023, 11, 3))
    move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]
    assert "Hạn cũ: thứ Sáu 27/10/2023. Hạn mới: thứ Sáu 10/11/2023" in last(wild).text


def test_finished_work_changes_for_nobody(school: School):
    task = heard(school)
    school.move(task, TaskState.DONE)
    move(school, task, NOVEMBER_10)
    school.move(task, TaskState.CANCELLED)
    assert told(school) == []


def test_who_asked_for_more_time_hears_the_decision_alone_and_the_helper_the_change(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    school.tick(TOLD)
    request = ask_extension(school.db, task.id, school.person("Cô Lan").id, NOVEMBER_10, Actor("Cô Lan", NOW))
    decide_extension(school.db, request.id, CHAIR, school.desk.working_days, approved=True)
    assert sorted(told(school)) == [("Cô Lan", "decision", "EXTENSION_APPROVED"), change("WORK_MOVED", "Thầy Minh")]
    school.move(task, TaskState.CANCELLED)
    assert sorted(told(school, LATER)) == [change("WORK_DROPPED"), change("WORK_DROPPED", "Thầy Minh")]


def test_the_word_beside_a_yes_is_for_who_asked_and_others_read_why_the_day_moved(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    school.tick(TOLD)
    wish = Actor("Cô Lan", NOW, "chờ kho bạc")
    request = ask_extension(school.db, task.id, school.person("Cô Lan").id, NOVEMBER_10, wish)
    yes = Actor("Hiệu trưởng", NOW, "lần cuối, cô chậm hai lần rồi")
    decide_extension(school.db, request.id, yes, school.desk.working_days, approved=True)
    school.tick(NOW)
    told_of = {message.to_name: message.text for _, message in wild.tried[-2:]}
    assert "lần cuối" in told_of["Cô Lan"]
    assert "lần cuối" not in told_of["Thầy Minh"]
    assert "Lý do: gia hạn theo đề nghị của người chủ trì: chờ kho bạc." in told_of["Thầy Minh"]
    assert "lần cuối" not in asked_words(extensions.by_id(school.db, request.id))


def test_time_that_was_granted_and_is_taken_back_is_told_by_its_day(school: School, wild: Wild):
    task = heard(school)
    request = ask_extension(school.db, task.id, school.person("Cô Lan").id, NOVEMBER_10, Actor("Cô Lan", NOW))
    decide_extension(school.db, request.id, CHAIR, school.desk.working_days, approved=True)
    school.tick(NOW)
    move(school, task, date(2023, 11, 3))
    assert told(school, LATER) == [change("WORK_MOVED")]
    assert "Hạn cũ: thứ Sáu 10/11/2023. Hạn mới: thứ Sáu 3/11/2023" in last(wild).text


def test_a_work_of_several_days_is_told_with_its_first_and_last(school: School, wild: Wild):
    task = heard(school)
    with transaction(school.db):
        old = tasks.by_id(school.db, task.id)
        span = replace(due_on(NOVEMBER_10), start=date(2023, 11, 6), words="đợt 2")
        tasks.change(school.db, task.id, replace(old.task, due=span), CHAIR)
        school.replan()
    assert told(school) == [change("WORK_MOVED")]
    move(school, task, date(2023, 11, 17))
    assert told(school, LATER) == [change("WORK_MOVED")]
    assert "Hạn cũ: từ 6/11 đến thứ Sáu 10/11/2023. Hạn mới: thứ Sáu 17/11/2023" in last(wild).text


def test_those_who_watch_hear_of_moves_and_drops_but_not_of_hands(school: School, wild: Wild):
    with transaction(school.db):
        watcher = people.ensure(school.db, school.id, "Cô Hoa", Office.COMMITTEE)
        people.set_addresses(school.db, watcher.id, ["wild:hoa"])
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    for day in (27, 30):
        school.tick(at(2023, 10, day))
    school.tick(at(2023, 11, 3))
    give(school, task, "Thầy Minh")
    assert "Cô Hoa" not in {name for name, kind, _ in told(school, at(2023, 11, 6)) if kind == "change"}
    move(school, task, date(2023, 11, 17))
    assert change("WORK_MOVED", "Cô Hoa") in told(school, at(2023, 11, 7))
    assert "/tra-loi/" not in next(m.text for _, m in reversed(wild.tried) if m.to_name == "Cô Hoa")


def test_who_left_the_school_hears_nothing(school: School):
    task = heard(school)
    school.db.execute("UPDATE people SET active = 0 WHERE name = 'Cô Lan'")
    move(school, task, NOVEMBER_10)
    assert told(school) == []


def test_a_day_long_past_is_let_be(school: School):
    task = heard(school)
    with transaction(school.db):
        tasks.set_state(school.db, task.id, TaskState.CANCELLED, CHAIR)
        school.replan()
    assert told(school, at(2023, 11, 28)) == []
    assert [row.reason for row in school.rows() if row.planned.stage.startswith("C-")] == ["CHANGE_LONG_PAST"]
