"""Whoever looks after the plan hears that someone asks for more time: at the next fit hour, once, while it waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers.acting import Wish, act
from tracker.answers.token import Action
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.store import extensions, ledger, outbox, people
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.letters import MessageState, Result
from tracker.store.records import Office, StoredTask, TaskState
from tracker.web.site import national_calendar

OCTOBER_27, NOVEMBER_10 = date(2023, 10, 27), date(2023, 11, 10)
NOW, LATER = at(2023, 10, 18, "09:30"), at(2023, 10, 18, "10:00")
LAN = Actor("Cô Lan", NOW, "đợi số liệu của phòng")
CHAIR = Actor("Cô Hoa", NOW, "phòng gửi số liệu muộn")
ASKED = ("Cô Hoa", "request", "EXTENSION_ASKED")


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild) as made:
        with transaction(made.db):
            people.ensure(made.db, made.id, "Cô Hoa", Office.MANAGER)
        made.reach("Cô Hoa", "wild:hoa")
        made.reach("Cô Lan", "wild:lan")
        yield made


def asked(school: School, title: str = "Nộp báo cáo", actor: Actor = LAN) -> tuple[StoredTask, int]:
    task = school.publish(title, due=OCTOBER_27, owner="Cô Lan")
    request = ask_extension(school.db, task.id, school.person(actor.who).id, NOVEMBER_10, actor).id
    school.replan()
    return task, request


def told(school: School, now=NOW) -> list[tuple[str, str, str]]:
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in school.tick(now)]


def reasons(school: School) -> set[str]:
    return {row.reason for row in school.rows() if row.planned.stage.startswith("X-Q")}


def decide(school: School, request: int, *, approved: bool) -> None:
    decide_extension(school.db, request, CHAIR, school.desk.working_days, approved=approved)


def test_the_manager_hears_at_the_next_tick_who_asks_until_when_and_why_and_only_once(school: School, wild: Wild):
    asked(school)
    assert told(school) == [ASKED]
    message = wild.tried[0][1]
    assert message.to == "wild:hoa"
    assert message.subject == "Xin gia hạn: Nộp báo cáo – Cô Lan xin đến thứ Sáu 10/11/2023"
    for words in (
        "Cô Lan xin gia hạn đến thứ Sáu 10/11/2023. Hạn đang có: thứ Sáu 27/10/2023 – còn 9 ngày để xong",
        "Lý do: đợi số liệu của phòng",
        "https://lich.truong.vn/de-nghi/",
    ):
        assert words in message.text
        assert words in message.html
    school.replan()
    assert told(school, LATER) + told(school, at(2023, 10, 19)) == []


def test_it_waits_for_a_fit_hour(school: School):
    asked(school, actor=replace(LAN, at=at(2023, 10, 18, "22:10")))
    assert told(school, at(2023, 10, 18, "22:11")) == []
    assert reasons(school) == {"HELD_QUIET_HOURS"}
    assert told(school, at(2023, 10, 19)) == [ASKED]


def test_it_goes_beside_the_message_of_the_day(school: School):
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 19), owner=None)
    assert told(school, at(2023, 10, 18)) == [("Cô Hoa", "routine", "FIRST_NOTICE")]
    asked(school)
    assert told(school) == [ASKED]


def test_requests_of_one_moment_are_one_message_and_a_later_one_another(school: School, wild: Wild):
    asked(school)
    asked(school, "Họp tổ")
    assert told(school) == [ASKED]
    assert wild.tried[0][1].subject == "Có 2 đề nghị gia hạn chờ trả lời"
    asked(school, "Khảo sát")
    assert told(school, LATER) == [ASKED]


@pytest.mark.parametrize("approved", [True, False])
def test_an_answer_before_the_tick_leaves_nothing_to_say_and_one_after_it_corrects_nothing(school: School, approved):
    decide(school, asked(school)[1], approved=approved)
    assert "EXTENSION_ASKED" not in {reason for _, _, reason in told(school)}
    second = asked(school, "Họp tổ")[1]
    assert told(school, LATER) == [ASKED]
    decide(school, second, approved=approved)
    assert {name for name, _, _ in told(school, at(2023, 10, 18, "11:10"))} == {"Cô Lan"}


def test_a_request_taken_back_or_done_with_its_work_is_not_passed_on(school: School):
    first, request = asked(school)[1], asked(school, "Họp tổ")
    extensions.withdraw(school.db, first, LAN)
    school.move(request[0], TaskState.DONE)
    assert told(school) == []
    assert reasons(school) == {"REQUEST_OVER", "TASK_DONE"}


def test_it_is_looked_at_again_when_it_is_sent(school: School, wild: Wild):
    _, request = asked(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    decide(school, request, approved=False)
    wild.ends = OutcomeKind.SENT
    sent = {one.to: one.message.outcome for one in school.tick(LATER)}
    assert sent["Cô Hoa"] == "NOTHING_LEFT"


def test_a_new_address_hears_it_once_and_who_had_none_hears_it_when_there_is_one(school: School, wild: Wild):
    school.reach("Cô Hoa")
    asked(school)
    (kept,) = school.tick(NOW)
    assert kept.message.unsent
    school.reach("Cô Hoa", "wild:hoa-moi")
    assert told(school, LATER) == [ASKED]
    school.reach("Cô Hoa", "wild:hoa")
    assert told(school, at(2023, 10, 18, "10:30")) == []
    assert [message.to for _, message in wild.tried] == ["wild:hoa-moi"]


def test_another_day_for_the_work_does_not_tell_the_request_again(school: School):
    task, _ = asked(school)
    assert told(school) == [ASKED]
    school.postpone(task, date(2023, 11, 3))
    assert told(school, LATER) == []


def test_a_request_on_its_way_while_its_work_is_moved_goes_all_the_same_and_once(school: School, wild: Wild):
    task, _ = asked(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    school.postpone(task, date(2023, 11, 3))
    wild.ends = OutcomeKind.SENT
    assert told(school, LATER) == [ASKED]
    assert "Hạn đang có: thứ Sáu 3/11/2023" in wild.tried[-1][1].text
    assert told(school, at(2023, 10, 18, "10:30")) == []


def test_of_a_work_moved_meanwhile_what_is_given_back_to_the_ledger_outlives_planning(school: School, wild: Wild):
    task, _ = asked(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    (tried,) = school.tick(NOW)
    school.postpone(task, date(2023, 11, 3))
    school.tick(LATER)
    with transaction(school.db):  # as for a message of an earlier day, of someone whose hours have not come
        rows = ledger.of_message(school.db, tried.message.id)
        ledger.plan_again(school.db, ((row.id, row.planned.at) for row in rows))
        ledger.plan_twins(school.db, rows)
        outbox.finish(school.db, tried.message.id, Result(MessageState.CANCELLED, "REPLACED_NEXT_DAY", ""), LATER)
    school.replan()
    wild.ends = OutcomeKind.SENT
    assert told(school, at(2023, 10, 19)) == [ASKED]


def test_who_was_not_reached_by_an_address_that_is_theirs_no_more_hears_it_by_the_new_one(school: School, wild: Wild):
    asked(school)
    wild.ends = OutcomeKind.PERMANENT_RECIPIENT
    school.tick(NOW)
    school.reach("Cô Hoa", "wild:hoa-moi")
    wild.ends = OutcomeKind.SENT
    assert ASKED in told(school, LATER)
    school.reach("Cô Hoa", "wild:hoa")
    assert told(school, at(2023, 10, 18, "10:30")) == []


def test_a_message_that_did_not_go_that_day_goes_the_next(school: School, wild: Wild):
    asked(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(at(2023, 10, 18, "20:50"))
    wild.ends = OutcomeKind.SENT
    assert told(school, at(2023, 10, 19)) == [ASKED]


def test_who_looks_after_the_plan_is_not_told_what_they_asked_themselves(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Hoa")
    ask_extension(school.db, task.id, school.person("Cô Hoa").id, NOVEMBER_10, replace(LAN, who="Cô Hoa"))
    school.replan()
    assert told(school) == []


def test_a_changed_request_is_told_once_with_whose_place_it_takes(school: School, wild: Wild):
    task, _ = asked(school)
    told(school)
    wish = Wish(task.id, school.person("Cô Lan").id, Action.EXTEND, date(2023, 11, 14), "phòng lùi lịch")
    act(school.db, wish, LATER, national_calendar())
    assert told(school, LATER) == [ASKED]
    assert "đến thứ Ba 14/11/2023, thay cho đề nghị đến 10/11/2023. Hạn đang có" in wild.tried[-1][1].text
    assert told(school, at(2023, 10, 18, "11:00")) == []
