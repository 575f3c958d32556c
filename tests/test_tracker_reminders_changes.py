"""Whoever heard of a work hears when it is moved, dropped, recalled or given away: once, bundled, while it matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notifiers import OutcomeKind
from schedules.plan import Due
from tests.fakes.reminding import School, at, due_on, preview_desk, running_school
from tests.fakes.wild import Wild
from tracker import work
from tracker.answers.links import AnswerLinks
from tracker.reminders.actions import ask_extension, decide_extension, snooze
from tracker.store import outbox, people, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Office, Part, StoredTask, TaskState

OCTOBER_27, NOVEMBER_10 = date(2023, 10, 27), date(2023, 11, 10)
TOLD, NOW, LATER = at(2023, 10, 20), at(2023, 10, 20, "09:30"), at(2023, 10, 20, "10:31")
CHAIR = Actor("Hiệu trưởng", NOW, "phòng lùi lịch nộp")


@pytest.fixture
def wild():
    return Wild()


@pytest.fixture
def school(tmp_path, wild):
    desk = preview_desk()
    links = AnswerLinks("https://lich.truong.vn", b"khoa")
    desk = replace(desk, channels=(wild, *desk.channels), base_url=links.base_url, links=links)
    with running_school(tmp_path, desk) as made:
        made.reach("Cô Lan", "wild:lan")
        made.reach("Thầy Minh", "wild:minh")
        yield made


def heard(school: School, title: str = "Nộp báo cáo", due: date = OCTOBER_27) -> StoredTask:
    """Publish a work and let its owner hear of it."""
    task = school.publish(title, due=due, owner="Cô Lan")
    school.tick(TOLD)
    return task


def move(school: School, task: StoredTask, day: date, actor: Actor = CHAIR) -> None:
    with transaction(school.db):
        old = tasks.by_id(school.db, task.id)
        tasks.change(school.db, task.id, replace(old.task, due=due_on(day)), actor)
        school.replan()


def give(school: School, task: StoredTask, name: str) -> None:
    work.reassign(school.db, task.id, [(school.person(name).id, Part.LEAD)], CHAIR, school.desk.calendar)


def told(school: School, now=NOW) -> list[tuple[str, str, str]]:
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in school.tick(now)]


def last(wild: Wild):
    return wild.tried[-1][1]


def change(reason: str, name: str = "Cô Lan") -> tuple[str, str, str]:
    return name, "change", reason


def test_a_moved_work_is_told_once_with_both_days_who_and_why(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]
    message = last(wild)
    assert message.subject == "Đổi hạn: Nộp báo cáo – hạn mới: thứ Sáu 10/11/2023"
    for words in (
        "Trường Mẫu giáo Thử Nghiệm",
        "Hạn cũ: thứ Sáu 27/10/2023. Hạn mới: thứ Sáu 10/11/2023 – còn 21 ngày",
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
    assert "Hạn đã báo: thứ Sáu 27/10/2023. Việc này không còn trong kế hoạch; bạn không phải làm nữa." in text
    assert "Người bỏ: Hiệu trưởng. Lý do: phòng lùi lịch nộp." in text
    assert "Xem mọi việc của bạn: https://lich.truong.vn/viec-cua-ban/" in text
    assert "/tra-loi/" not in text


def test_a_work_given_to_another_is_told_to_who_had_it_and_reminded_of_to_who_has_it(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    assert sorted(told(school)) == [change("WORK_GIVEN_AWAY"), ("Thầy Minh", "routine", "FIRST_NOTICE")]
    text = next(
        message.text for _, message in wild.tried if message.to_name == "Cô Lan" and "Chuyển" in message.subject
    )
    assert "Việc này nay do Thầy Minh phụ trách; bạn không phải làm nữa." in text
    assert "Người chuyển: Hiệu trưởng. Lý do: phòng lùi lịch nộp." in text


def test_the_first_message_to_who_has_it_now_says_who_had_it_and_the_next_does_not(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    school.tick(NOW)
    first = next(message for _, message in wild.tried if message.to_name == "Thầy Minh")
    assert first.subject == "Nhận việc: Nộp báo cáo – còn 7 ngày"
    for text in (first.text, first.html):
        assert "Việc này trước do Cô Lan phụ trách, nay giao cho bạn." in text
    school.tick(at(2023, 10, 24))
    assert last(wild).subject == "Nhắc việc: Nộp báo cáo – còn 3 ngày"
    assert "Việc này trước do" not in last(wild).text


def test_a_helper_who_leads_from_now_on_is_told_so(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    school.tick(TOLD)
    assert "trước do" not in last(wild).text
    give(school, task, "Thầy Minh")
    school.tick(at(2023, 10, 24))
    assert "Việc này trước do Cô Lan phụ trách, nay giao cho bạn." in last(wild).text


def test_who_could_not_be_reached_reads_who_had_it_once_they_can(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    school.reach("Thầy Minh", "preview:")
    school.tick(NOW)
    school.reach("Thầy Minh", "wild:minh")
    school.tick(LATER)
    assert last(wild).subject.startswith("Nhận việc: ")


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


def test_twenty_changes_at_once_are_one_message_that_names_each(school: School, wild: Wild):
    works = [school.publish(f"Việc số {number} của tổ", due=OCTOBER_27, owner="Cô Lan") for number in range(1, 21)]
    school.tick(TOLD)
    with transaction(school.db):
        for task in works:
            move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]
    message = last(wild)
    assert message.subject == "Thay đổi ở việc đã báo bạn: 20 việc đổi hạn"
    assert all(f"Việc số {number} của tổ\n" in message.text for number in range(1, 21))
    assert message.text.count("Hiệu trưởng") == 1
    assert told(school, LATER) == []


def test_changes_one_by_one_within_the_hour_are_two_messages(school: School):
    works = [school.publish(f"Việc số {number}", due=OCTOBER_27, owner="Cô Lan") for number in range(1, 6)]
    school.tick(TOLD)
    found = []
    for minute, task in enumerate(works):
        move(school, task, NOVEMBER_10)
        found += told(school, NOW + timedelta(minutes=minute))
    assert found == [change("WORK_MOVED")]
    (report,) = school.report(NOW + timedelta(minutes=9)).held
    assert (report.hold.reason.value, report.hold.until, len(report.tasks)) == (
        "HELD_JUST_TOLD",
        NOW + timedelta(hours=1),
        4,
    )
    (message,) = school.tick(NOW + timedelta(hours=1))
    assert len(message.reminders) == 4


@pytest.mark.parametrize("clock", ["21:30", "05:00"])
def test_it_waits_for_a_fit_hour(school: School, clock: str):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    assert told(school, at(2023, 10, 21 if clock == "05:00" else 20, clock)) == []
    assert told(school, at(2023, 10, 23)) == [change("WORK_MOVED")]


def test_a_deadline_told_with_its_change_is_not_told_again_at_once(school: School):
    task = heard(school)
    move(school, task, date(2023, 10, 25))
    assert told(school) == [change("WORK_MOVED")]
    assert told(school, at(2023, 10, 23)) == []
    assert told(school, at(2023, 10, 24)) == [("Cô Lan", "routine", "FIRST_NOTICE")]


def test_it_does_not_rest_with_the_reminders(school: School):
    task = heard(school)
    snooze(school.db, task.id, school.person("Cô Lan").id, date(2023, 11, 1), Actor("Cô Lan", NOW))
    move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]


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


def test_it_goes_to_the_address_people_have_now(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    school.reach("Cô Lan", "wild:lan-moi")
    assert told(school) == [change("WORK_MOVED")]
    assert last(wild).to == "wild:lan-moi"
    school.reach("Cô Lan", "wild:lan")
    assert told(school, LATER) == []


def test_who_wants_no_more_messages_is_not_written_to_until_they_do(school: School, wild: Wild):
    task = heard(school)
    school.reach("Cô Lan")
    move(school, task, NOVEMBER_10)
    (kept,) = school.tick(NOW)
    assert kept.message.unsent
    assert len(wild.tried) == 1
    school.reach("Cô Lan", "wild:lan")
    assert told(school, at(2023, 10, 20, "10:45")) == [change("WORK_MOVED")]


def test_it_is_looked_at_again_when_it_is_sent(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    move(school, task, OCTOBER_27)
    wild.ends = OutcomeKind.SENT
    kept = [one.message for one in school.tick(at(2023, 10, 20, "09:40")) if one.message.draft.kind == "change"]
    assert [(one.state.value, one.outcome) for one in kept] == [("cancelled", "NOTHING_LEFT")]


def test_a_message_that_waits_says_what_is_true_when_it_goes(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    give(school, task, "Thầy Minh")
    wild.ends = OutcomeKind.SENT
    school.tick(at(2023, 10, 20, "09:40"))
    assert "nay do Thầy Minh phụ trách" in next(m.text for _, m in reversed(wild.tried) if m.to_name == "Cô Lan")
    assert told(school, LATER) == []


def test_the_next_day_takes_over_what_did_not_go(school: School, wild: Wild):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(at(2023, 10, 20, "20:50"))
    wild.ends = OutcomeKind.SENT
    assert told(school, at(2023, 10, 23)) == [change("WORK_MOVED")]


def test_the_rows_stand_in_the_ledger_with_their_reason(school: School):
    task = heard(school)
    move(school, task, NOVEMBER_10)
    (one,) = school.tick(NOW)
    assert outbox.by_id(school.db, one.message.id).draft.letter.stage == "C-1"
    assert [(row.planned.task_id, row.reason) for row in one.reminders] == [(task.id, "WORK_MOVED")]
