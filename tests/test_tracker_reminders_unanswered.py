"""What a manager was asked stands in their letters until it is answered; late letters say that an answer is awaited."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, watched_school
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.store import declines, extensions, people
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

ASKED, MONDAY, TUESDAY = at(2023, 10, 18, "09:30"), at(2023, 10, 23), at(2023, 10, 24)
FAR = date(2024, 3, 1)
HEAD = "Còn chờ trả lời: {}. Bấm vào từng dòng để trả lời."
WAITS = "Đang chờ trả lời xin thêm thời gian: đã xin đến thứ Sáu 10/11/2023"


@pytest.fixture
def school(tmp_path, wild):
    with watched_school(tmp_path, wild) as made:
        yield made


def asked(school: School, title: str = "Nộp báo cáo", due: date = FAR, until: date = date(2024, 3, 8)) -> StoredTask:
    task = school.publish(title, due=due, owner="Cô Lan")
    ask_extension(school.db, task.id, school.person("Cô Lan").id, until, Actor("Cô Lan", ASKED, "đợi số liệu"))
    school.replan()
    return task


def decide(school: School, task: StoredTask, *, approved: bool) -> None:
    (request,) = extensions.waiting_of(school.db, task.id)
    actor = Actor("Cô Hoa", MONDAY - timedelta(hours=1), "đã rõ")
    decide_extension(school.db, request.id, actor, school.desk.working_days, approved=approved)


def letters(school: School, now) -> dict[str, str]:
    return {one.to: one.message.draft.letter.text for one in school.tick(now)}


def test_a_request_nobody_answered_stands_in_the_letter_of_every_week_with_its_link(school: School, wild: Wild):
    task = asked(school)
    assert "xin gia hạn" in letters(school, ASKED)["Cô Hoa"]
    for monday in (MONDAY, at(2023, 10, 30)):
        (request,) = extensions.waiting_of(school.db, task.id)
        page = school.desk.links.decide(school.person("Cô Hoa").id, monday.date(), request.id)
        line = "Nộp báo cáo: Cô Lan xin gia hạn đến thứ Sáu 8/3/2024 (gửi 18/10/2023)"
        told = letters(school, monday)
        assert set(told) == {"Cô Hoa"}
        assert f"{HEAD.format('1 đề nghị gia hạn')}\n- {line}\n   {page}\n" in told["Cô Hoa"]
        message = wild.tried[-1][1]
        assert "1 đề nghị chờ trả lời – Trường" in message.subject
        assert f'<a href="{page}">{line}</a>' in message.html
    decide(school, task, approved=False)
    assert "Cô Hoa" not in letters(school, at(2023, 11, 6))


def test_what_is_asked_this_morning_is_told_by_its_own_letter_and_not_twice(school: School):
    asked(school)
    school.publish("Họp giao ban", due=date(2023, 10, 20), owner=None)
    told = [one.message.draft.letter for one in school.tick(at(2023, 10, 18, "10:00")) if one.to == "Cô Hoa"]
    assert len(told) == 2
    assert sum("Còn chờ trả lời" in one.text for one in told) == 0
    assert HEAD.format("1 đề nghị gia hạn") in letters(school, at(2023, 10, 20))["Cô Hoa"]


def test_that_a_work_is_not_theirs_stands_there_too_until_it_is_answered(school: School):
    task = school.publish("Khảo sát", due=FAR, owner="Cô Lan")
    with transaction(school.db):
        declines.tell(school.db, task.id, school.person("Cô Lan").id, Actor("Cô Lan", ASKED, "việc của cô Hà"))
        school.replan()
    asked(school)
    letters(school, ASKED)
    told = letters(school, MONDAY)["Cô Hoa"]
    assert HEAD.format("1 đề nghị gia hạn, 1 lời báo nhầm việc") in told
    (said,) = declines.waiting_of(school.db, task.id)
    page = school.desk.links.hand(school.person("Cô Hoa").id, MONDAY.date(), said.id)
    assert f"- Khảo sát: Cô Lan báo không phải việc của mình (gửi 18/10/2023)\n   {page}" in told


def test_what_was_answered_while_the_letter_waited_is_not_asked_again(school: School, wild: Wild):
    task = asked(school)
    school.publish("Họp giao ban", due=date(2023, 10, 27), owner="Cô Lan")
    letters(school, ASKED)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert "Còn chờ trả lời" in letters(school, MONDAY)["Cô Hoa"]
    decide(school, task, approved=False)
    wild.ends = OutcomeKind.SENT
    told = letters(school, MONDAY + timedelta(hours=1))["Cô Hoa"]
    assert "Họp giao ban" in told
    assert "chờ trả lời" not in told


def test_of_done_work_nothing_is_asked(school: School):
    task = asked(school)
    letters(school, ASKED)
    school.move(task, TaskState.DONE)
    assert letters(school, MONDAY) == {}


def test_late_letters_of_the_work_say_that_an_answer_is_awaited(school: School):
    task = asked(school, due=date(2023, 10, 9), until=date(2023, 11, 10))
    letters(school, ASKED)
    told = letters(school, MONDAY)
    assert WAITS in told["Cô Lan"]
    week = "quá hạn 14 ngày, đang chờ trả lời xin thêm thời gian – Cô Lan"
    assert f"Nộp báo cáo: {week}" in told["Tổ giám sát"]
    assert f"Nộp báo cáo: {week}" in told["Cô Hoa"]
    decide(school, task, approved=False)
    after = letters(school, at(2023, 10, 30))
    assert "quá hạn 21 ngày" in after["Cô Lan"]
    assert not any("chờ trả lời" in one for one in after.values())


def test_a_helper_reads_who_asked(school: School):
    task = asked(school, due=date(2023, 10, 27), until=date(2023, 11, 10))
    minh = {"Cô Lan": people.Part.LEAD, "Thầy Minh": people.Part.HELPER}
    school.assign_parts(task, minh)
    school.reach("Thầy Minh", "wild:minh")
    told = letters(school, TUESDAY)
    assert "Đang chờ trả lời xin thêm thời gian: Cô Lan xin đến thứ Sáu 10/11/2023" in told["Thầy Minh"]


@pytest.mark.parametrize("asks_first", [True, False])
def test_a_letter_that_waits_says_how_the_request_stands_as_it_goes(school: School, wild: Wild, asks_first: bool):
    due, until = date(2023, 10, 9), date(2023, 11, 10)
    task = asked(school, due=due, until=until) if asks_first else school.publish("Nộp báo cáo", due=due, owner="Cô Lan")
    wild.ends = OutcomeKind.RETRY_AFTER
    assert (WAITS in letters(school, TUESDAY)["Cô Lan"]) is asks_first
    if asks_first:
        decide(school, task, approved=False)
    else:
        actor = Actor("Cô Lan", TUESDAY, "đợi")
        ask_extension(school.db, task.id, school.person("Cô Lan").id, until, actor)
        school.replan()
    wild.ends = OutcomeKind.SENT
    told = [one.message.draft for one in school.tick(TUESDAY + timedelta(hours=1)) if one.to == "Cô Lan"]
    late = [one.letter.text for one in told if "quá hạn 15 ngày" in one.letter.text and one.kind.value != "decision"]
    assert [WAITS in one for one in late] == [not asks_first]
