"""A work given to someone long before its next reminder, a committee's note on late work: told once, together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker import work
from tracker.reminders.actions import Awaited, wait_for
from tracker.store import answers, notes
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

FAR, NEAR = date(2023, 11, 24), date(2023, 10, 18)
NOW, NEXT = at(2023, 10, 10, "09:30"), at(2023, 10, 10, "09:31")
HEAD = Actor("Cô Hoa", NOW, "nhớ hỏi mẫu ở văn phòng")
GIVEN, NOTED = (("Cô Lan", "tidings", reason) for reason in ("WORK_GIVEN", "WORK_NOTED"))


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def give(school: School, task: StoredTask, actor: Actor = HEAD, **parts: Part) -> None:
    names = {"lan": "Cô Lan", "minh": "Thầy Minh"}
    wanted = [(school.person(names[one]).id, part) for one, part in parts.items()]
    work.reassign(school.db, task.id, wanted, actor, school.desk.calendar)


def given(school: School, due: date = FAR, title: str = "Nộp báo cáo", actor: Actor = HEAD) -> StoredTask:
    task = school.publish(title, due=due, owner="Thầy Minh")
    give(school, task, actor, lan=Part.LEAD)
    return task


def noted(school: School, task: StoredTask, text: str = "Chưa thấy hồ sơ", actor: Actor = HEAD) -> None:
    with transaction(school.db):
        notes.add_found(school.db, task.id, text, actor)
        school.replan()


def told(school: School, now: datetime = NEXT) -> list[tuple[str, str, str]]:
    found = [
        one for one in school.tick(now) if one.message.state.value == "sent" and one.message.draft.channel == "wild"
    ]
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in found]


def caught_up(school: School) -> None:
    """Let everything that was due be told before the day of the note."""
    for day in (5, 6, 9, 10):
        told(school, at(2023, 10, day))


def test_who_is_given_a_work_weeks_before_hears_so_once_with_the_note(school: School, wild: Wild):
    task = given(school)
    assert told(school) == [GIVEN]
    (_, message) = wild.tried[0]
    assert message.subject == "Thầy/cô được giao việc: Nộp báo cáo – còn 45 ngày để xong"
    for words in (
        "thầy/cô được giao một việc:",
        "Việc này trước do Thầy Minh phụ trách, nay giao cho thầy/cô. Lời nhắn của Cô Hoa: nhớ hỏi mẫu ở văn phòng.",
        "Hạn: thứ Sáu 24/11/2023 – còn 45 ngày để xong",
        school.desk.links.task(task.id, school.person("Cô Lan").id, NEXT.date()).page,
    ):
        assert words in message.text
    assert answers.numbered(school.db, school.person("Cô Lan").id) == (task.id,)
    school.replan()
    school.postpone(task, date(2023, 11, 30))
    assert GIVEN not in [*told(school, at(2023, 10, 11)), *told(school, at(2023, 10, 12))]
    told(school, at(2023, 11, 23))
    assert "Lời nhắn" not in wild.tried[-1][1].text


def test_without_a_note_who_gave_it_is_named(school: School, wild: Wild):
    given(school, actor=replace(HEAD, why=None))
    assert told(school) == [GIVEN]
    assert "nay giao cho thầy/cô. Người giao: Cô Hoa." in wild.tried[0][1].text


def test_a_helper_is_told_to_help_and_nobody_what_they_took_themselves(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=FAR, owner="Thầy Minh")
    give(school, task, minh=Part.LEAD, lan=Part.HELPER)
    assert told(school) == [GIVEN]
    assert "Thầy/cô được giao phối hợp việc này." in wild.tried[0][1].text
    other = school.publish("Khảo sát", due=FAR, owner="Thầy Minh")
    give(school, other, Actor("Cô Lan", NEXT), lan=Part.LEAD)
    assert told(school, at(2023, 10, 11)) == []


def test_a_work_reminded_of_within_a_day_is_told_by_its_reminder_alone(school: School, wild: Wild):
    given(school, NEAR)
    assert told(school) == []
    assert told(school, at(2023, 10, 11))[0][1:] == ("routine", "FIRST_NOTICE")
    assert "Lời nhắn của Cô Hoa" in wild.tried[-1][1].text
    assert GIVEN not in told(school, at(2023, 10, 12))


def test_what_is_given_within_the_hour_goes_together(school: School, wild: Wild):
    given(school)
    assert told(school) == [GIVEN]
    for title in ("Khảo sát", "Thống kê"):
        given(school, title=title)
    assert told(school, NEXT + timedelta(minutes=20)) == []
    assert told(school, NEXT + timedelta(minutes=61)) == [GIVEN]
    assert wild.tried[-1][1].subject == "Việc của thầy/cô: 2 việc mới giao cho thầy/cô"


@pytest.mark.parametrize("after", ["done", "away", "dropped"])
def test_it_is_looked_at_again_as_it_is_sent(school: School, wild: Wild, after: str):
    task = given(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert told(school) == []
    wild.ends = OutcomeKind.SENT
    if after == "away":
        give(school, task, replace(HEAD, at=NEXT), minh=Part.LEAD)
    else:
        school.move(task, TaskState.DONE if after == "done" else TaskState.CANCELLED)
    wild.tried.clear()
    told(school, NEXT + timedelta(minutes=10))
    assert not [message for _, message in wild.tried if message.to_name == "Cô Lan"]


def test_who_has_it_back_before_hearing_of_anything_else_hears_nothing(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 17), owner="Cô Lan")
    assert told(school)[0][0] == "Cô Lan"
    give(school, task, replace(HEAD, at=at(2023, 10, 10, "10:00")), minh=Part.LEAD)
    give(school, task, replace(HEAD, at=at(2023, 10, 10, "10:01")), lan=Part.LEAD)
    assert GIVEN not in told(school, at(2023, 10, 10, "10:02"))


def test_a_work_that_waits_for_others_is_told_as_waiting_alone(school: School):
    task = given(school)
    wait_for(school.db, task.id, Awaited("Phòng GD&ĐT", None), HEAD, school.desk.working_days)
    assert told(school) == [("Cô Lan", "hold", "WORK_WAITS")]


def test_what_was_given_long_ago_is_no_news(school: School):
    given(school)
    assert GIVEN not in told(school, at(2023, 10, 18))


def test_a_note_on_late_work_reaches_who_leads_it_once(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 4), owner="Cô Lan")
    caught_up(school)
    noted(school, task)
    assert told(school) == [NOTED]
    message = wild.tried[-1][1]
    assert message.subject == "Tổ giám sát ghi: Nộp báo cáo – quá hạn 6 ngày"
    assert "Tổ giám sát có ghi về việc quá hạn của thầy/cô:" in message.text
    assert "Cô Hoa ghi: Chưa thấy hồ sơ" in message.text
    assert NOTED not in told(school, at(2023, 10, 12))


def test_notes_of_one_hour_go_together_and_works_done_meanwhile_are_left_out(school: School, wild: Wild):
    late = [
        school.publish(title, due=date(2023, 10, 4), owner="Cô Lan") for title in ("Nộp báo cáo", "Khảo sát", "Kê khai")
    ]
    caught_up(school)
    for task in late:
        noted(school, task)
    school.move(late[2], TaskState.DONE)
    assert told(school) == [NOTED]
    assert wild.tried[-1][1].subject == "Việc của thầy/cô: 2 ghi chú của Tổ giám sát"
    assert "Kê khai" not in wild.tried[-1][1].text


def test_a_note_on_work_that_is_not_late_and_ones_own_is_no_news(school: School):
    noted(school, school.publish("Nộp báo cáo", due=FAR, owner="Cô Lan"))
    late = school.publish("Khảo sát", due=date(2023, 10, 4), owner="Cô Lan")
    caught_up(school)
    noted(school, late, actor=Actor("Cô Lan", NOW))
    assert NOTED not in told(school)


@pytest.mark.parametrize("noted_first", [True, False])
def test_a_late_work_that_moved_is_told_as_moved_beside_the_note(school: School, wild: Wild, noted_first: bool):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 4), owner="Cô Lan")
    caught_up(school)
    if noted_first:
        noted(school, task)
    school.postpone(task, date(2023, 10, 6))
    if not noted_first:
        noted(school, task)
    assert sorted(told(school)) == [("Cô Lan", "change", "WORK_MOVED"), NOTED]
    (change,) = [message.text for _, message in wild.tried if "Hạn cũ" in message.text]
    assert "Hạn cũ: thứ Tư 4/10/2023. Hạn mới: thứ Sáu 6/10/2023" in change
    school.replan()
    assert told(school, NEXT + timedelta(hours=2)) == []


def test_a_late_work_moved_after_its_note_was_told_is_told_as_moved_once(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 4), owner="Cô Lan")
    caught_up(school)
    noted(school, task)
    assert told(school) == [NOTED]
    school.postpone(task, date(2023, 10, 20))
    assert told(school, NEXT + timedelta(minutes=5)) == [("Cô Lan", "change", "WORK_MOVED")]
    assert ("Cô Lan", "change", "WORK_MOVED") not in told(school, NEXT + timedelta(hours=2))


def test_who_heard_of_a_work_by_being_given_it_alone_hears_that_it_moved(school: School):
    task = given(school)
    assert told(school) == [GIVEN]
    school.postpone(task, date(2023, 12, 1))
    assert told(school, NEXT + timedelta(minutes=5)) == [("Cô Lan", "change", "WORK_MOVED")]
    assert told(school, NEXT + timedelta(hours=2)) == []


def test_a_helper_made_lead_of_a_work_that_moved_hears_both(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 13), owner="Thầy Minh")
    give(school, task, minh=Part.LEAD, lan=Part.HELPER)
    caught_up(school)
    wild.tried.clear()
    give(school, task, lan=Part.LEAD)
    school.postpone(task, FAR)
    assert sorted(one for one in told(school) if one[0] == "Cô Lan") == [("Cô Lan", "change", "WORK_MOVED"), GIVEN]
    assert any("Hạn cũ: thứ Sáu 13/10/2023" in message.text for _, message in wild.tried)
