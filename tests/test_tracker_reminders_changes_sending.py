"""News of a change goes bundled, at a fit hour, to the address people have now, and says what is true when it goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.changing import (
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
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.reminders.actions import snooze
from tracker.store import outbox
from tracker.store.database import transaction
from tracker.store.history import Actor


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def test_twenty_changes_at_once_are_one_message_that_names_each(school: School, wild: Wild):
    works = [school.publish(f"Việc số {number} của tổ", due=OCTOBER_27, owner="Cô Lan") for number in range(1, 21)]
    school.tick(TOLD)
    with transaction(school.db):
        for task in works:
            move(school, task, NOVEMBER_10)
    assert told(school) == [change("WORK_MOVED")]
    message = last(wild)
    assert message.subject == "Thay đổi ở việc đã báo thầy/cô: 20 việc đổi hạn"
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
