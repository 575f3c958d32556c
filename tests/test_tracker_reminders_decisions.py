"""Who asked for more time hears how it was decided: once, by the usual ways, and only while it is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.reminders.actions import Awaited, ask_extension, decide_extension, snooze, wait_for
from tracker.store import outbox, tasks
from tracker.store.history import Actor
from tracker.store.people import MANAGER_NAME
from tracker.store.records import StoredTask, TaskState

OCTOBER_27, NOVEMBER_10 = date(2023, 10, 27), date(2023, 11, 10)
NOW = at(2023, 10, 18, "09:30")
LAN = Actor("Cô Lan", NOW, "đợi số liệu của phòng")
CHAIR = Actor("Hiệu trưởng", NOW, "phòng gửi số liệu muộn")


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan") as made:
        yield made


def asked(school: School, title: str = "Nộp báo cáo") -> tuple[StoredTask, int]:
    task = school.publish(title, due=OCTOBER_27, owner="Cô Lan")
    return task, ask_extension(school.db, task.id, school.person("Cô Lan").id, NOVEMBER_10, LAN).id


def decide(school: School, request: int, *, approved: bool = True) -> None:
    decide_extension(school.db, request, CHAIR, school.desk.working_days, approved=approved)


def told(school: School, now=NOW) -> list[tuple[str, str, str]]:
    return [(one.to, one.message.draft.kind, one.message.draft.letter.reason) for one in school.tick(now)]


APPROVED = ("Cô Lan", "decision", "EXTENSION_APPROVED")
REFUSED = ("Cô Lan", "decision", "EXTENSION_REFUSED")


@pytest.mark.parametrize(("approved", "wanted"), [(True, APPROVED), (False, REFUSED)])
def test_the_decision_goes_back_once(school: School, approved, wanted):
    decide(school, asked(school)[1], approved=approved)
    assert told(school) == [wanted]
    school.replan()
    assert told(school, at(2023, 10, 18, "10:00")) == []


def test_it_says_the_deadline_in_force_who_decided_and_why(school: School, wild: Wild):
    decide(school, asked(school)[1])
    school.tick(NOW)
    _, message = wild.tried[0]
    assert "Đồng ý gia hạn: Nộp báo cáo – hạn mới: chậm nhất thứ Sáu 10/11/2023" in message.subject
    for words in ("Người trả lời: Hiệu trưởng", "Lời nhắn: phòng gửi số liệu muộn", "thứ Sáu 10/11/2023"):
        assert words in message.text
        assert words in message.html


def test_a_refusal_says_that_the_deadline_stays(school: School, wild: Wild):
    decide(school, asked(school)[1], approved=False)
    school.tick(NOW)
    assert "không được đồng ý. Hạn vẫn là: thứ Sáu 27/10/2023" in wild.tried[0][1].text


def test_it_waits_for_a_fit_hour_and_stands_for_the_reminder_of_that_morning(school: School):
    decide_extension(
        school.db,
        asked(school)[1],
        replace(CHAIR, at=at(2023, 10, 26, "22:10")),
        school.desk.working_days,
        approved=False,
    )
    assert told(school, at(2023, 10, 26, "22:11")) == []
    assert [row.reason for row in school.rows() if row.planned.stage.startswith("X-")] == ["HELD_QUIET_HOURS"]
    school.publish("Khảo sát", due=OCTOBER_27, owner="Cô Lan")
    first, second = [one.message.draft for one in school.tick(at(2023, 10, 27))]
    assert ("Cô Lan", first.kind, first.letter.reason) == REFUSED
    assert second.kind == "routine"
    assert "Khảo sát" in second.letter.text
    assert "Nộp báo cáo" not in second.letter.text


def test_it_takes_no_place_of_a_reminder(school: School):
    decide(school, asked(school)[1], approved=False)
    assert told(school) == [REFUSED]
    assert told(school, at(2023, 10, 20)) == [("Cô Lan", "routine", "FIRST_NOTICE")]


def test_two_decisions_of_a_day_both_go(school: School):
    first, second = asked(school)[1], asked(school, "Họp tổ")[1]
    decide(school, first)
    assert sorted(told(school)) == [APPROVED, (MANAGER_NAME, "request", "EXTENSION_ASKED")]
    decide(school, second, approved=False)
    assert told(school, at(2023, 10, 18, "09:31")) == [REFUSED]


def test_decisions_of_one_moment_are_one_message(school: School, wild: Wild):
    requests = [asked(school)[1], asked(school, "Họp tổ")[1]]
    decide(school, requests[0])
    decide(school, requests[1], approved=False)
    assert told(school) == [APPROVED]
    assert "Đã trả lời 2 đề nghị gia hạn" in wild.tried[0][1].subject


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda school, task: school.move(task, TaskState.DONE), "TASK_DONE"),
        (lambda school, task: school.postpone(task, date(2023, 12, 1)), "DUE_MOVED"),
        (lambda school, task: school.assign(task, "Thầy Minh"), "REASSIGNED"),
    ],
)
def test_what_is_no_longer_true_is_not_told(school: School, change, reason):
    task, request = asked(school)
    decide(school, request)
    change(school, task)
    assert "decision" not in [kind for _, kind, _ in told(school)]
    assert [row.reason for row in school.rows() if row.planned.stage.startswith("X-")] == [reason]


def test_it_is_looked_at_again_when_it_is_sent(school: School, wild: Wild):
    task, request = asked(school)
    decide(school, request)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    school.postpone(task, date(2023, 12, 1))
    wild.ends = OutcomeKind.SENT
    (kept,) = school.tick(at(2023, 10, 18, "09:40"))
    assert (kept.message.state, kept.message.outcome) == ("cancelled", "NOTHING_LEFT")
    assert len(wild.tried) == 1


@pytest.mark.parametrize("rest", [snooze, wait_for])
def test_an_answer_does_not_rest(school: School, rest):
    task, request = asked(school)
    decide(school, request)
    if rest is snooze:
        snooze(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 25), LAN)
    else:
        wait_for(school.db, task.id, Awaited("Phòng GD&ĐT"), LAN, school.desk.working_days)
    assert told(school) == [APPROVED]


def test_the_next_address_takes_over(school: School, wild: Wild):
    school.reach("Cô Lan", "wild:lan", "preview:")
    decide(school, asked(school)[1])
    wild.ends = OutcomeKind.PERMANENT_RECIPIENT
    states = [(one.message.draft.address, one.message.state.value) for one in school.tick(NOW)]
    assert states == [("wild:lan", "failed"), ("preview:", "sent")]


def test_a_new_address_hears_it_once(school: School, wild: Wild):
    decide(school, asked(school)[1])
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    school.reach("Cô Lan", "wild:lan-moi")
    wild.ends = OutcomeKind.SENT
    for minute in (40, 41, 42):
        school.tick(at(2023, 10, 18, f"09:{minute}"))
        school.replan()
    assert [message.to for _, message in wild.tried] == ["wild:lan", "wild:lan-moi"]


def test_a_request_taken_back_or_decided_before_this_was_told_says_nothing(school: School):
    _, request = asked(school)
    decide(school, request)
    school.db.execute("UPDATE extensions SET due_version = NULL")
    school.replan()
    assert told(school) == []


def test_the_task_and_the_message_hang_together_in_the_outbox(school: School):
    task, request = asked(school)
    decide(school, request)
    (one,) = school.tick(NOW)
    assert [row.planned.task_id for row in one.reminders] == [task.id]
    assert outbox.by_id(school.db, one.message.id).draft.letter.stage == f"X-{request}"
    assert tasks.by_id(school.db, task.id).task.due.day == NOVEMBER_10
