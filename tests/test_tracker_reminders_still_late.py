"""Late work stays in the first message of each week as long as it is late, said once; nothing resting or told is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.reminders.actions import Awaited, snooze, wait_for
from tracker.reminders.policy import Policy
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

MONDAY, NEXT = at(2024, 5, 6), at(2024, 5, 13)
OLD = date(2023, 9, 29)
LINE = "Việc khác vẫn còn quá hạn:\n- Nộp báo cáo: quá hạn 220 ngày"


@pytest.fixture
def school(tmp_path, wild):
    """A school in May with work that is late since September: its 26 notices are over."""
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        made.desk = replace(made.desk, policy=Policy(week_summary=False))
        made.old = made.publish("Nộp báo cáo", due=OLD, owner="Cô Lan")
        made.tick(at(2024, 5, 2))
        yield made


def soon(school: School, day: date = date(2024, 5, 7), owner: str = "Cô Lan") -> StoredTask:
    return school.publish(f"Họp {day:%d/%m}", due=day, owner=owner, published=at(2024, 5, 1))


def texts(school: School, now) -> dict[str, str]:
    return {one.to: one.message.draft.letter.text for one in school.tick(now)}


def test_it_is_named_in_the_first_message_of_a_week_once_and_opens_none(school: School, wild: Wild):
    assert texts(school, MONDAY) == {}
    soon(school)
    told = texts(school, MONDAY + timedelta(minutes=1))["Cô Lan"]
    assert LINE in told
    page = school.desk.links.task(school.old.id, school.person("Cô Lan").id, MONDAY.date()).page
    assert f'<li><a href="{page}">Nộp báo cáo: quá hạn 220 ngày</a></li>' in wild.tried[-1][1].html
    assert "Nộp báo cáo" not in texts(school, at(2024, 5, 7))["Cô Lan"]
    soon(school, date(2024, 5, 16))
    assert "Nộp báo cáo: quá hạn 227 ngày" in texts(school, NEXT)["Cô Lan"]


def test_only_who_leads_it_reads_it(school: School):
    school.assign_parts(school.old, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    school.tick(at(2024, 5, 3))
    soon(school, owner="Thầy Minh")
    assert "Nộp báo cáo" not in texts(school, MONDAY)["Thầy Minh"]


@pytest.mark.parametrize("how", ["done", "snoozed", "awaited", "moved"])
def test_what_is_done_or_rests_or_is_late_no_more_is_not_named(school: School, how: str):
    soon(school)
    actor, until = Actor("Cô Lan", at(2024, 5, 2)), date(2024, 5, 10)
    match how:
        case "done":
            school.move(school.old, TaskState.DONE)
        case "snoozed":
            snooze(school.db, school.old.id, school.person("Cô Lan").id, until, actor)
        case "awaited":
            wait_for(school.db, school.old.id, Awaited("Phòng", until), actor, school.desk.working_days)
            school.tick(at(2024, 5, 2, "10:00"))
        case "moved":
            school.postpone(school.old, date(2024, 6, 28))
            school.tick(at(2024, 5, 2, "10:00"))
    told = texts(school, MONDAY)["Cô Lan"]
    assert "Họp 07/05" in told
    assert "Nộp báo cáo" not in told


def test_what_is_told_by_a_step_is_not_said_twice(school: School):
    late = school.publish("Khảo sát", due=date(2024, 4, 23), owner="Cô Lan", published=at(2024, 4, 1))
    told = texts(school, MONDAY)["Cô Lan"]
    assert told.count("Khảo sát") == 1
    assert told.count("Nộp báo cáo") == 1
    assert late.task.title in told.partition("Việc khác vẫn còn quá hạn:")[0]


def test_finished_while_the_letter_waited_it_is_named_no_more(school: School, wild: Wild):
    soon(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert "Nộp báo cáo" in texts(school, MONDAY)["Cô Lan"]
    school.move(school.old, TaskState.DONE)
    wild.ends = OutcomeKind.SENT
    told = texts(school, MONDAY + timedelta(minutes=10))["Cô Lan"]
    assert "Họp 07/05" in told
    assert "Nộp báo cáo" not in told


def test_a_chat_names_as_many_as_it_has_room_for_and_counts_the_others(school: School):
    school.reach("Cô Lan", "wild:lan")
    titles = [
        f"Rà soát hồ sơ phổ cập giáo dục và chống mù chữ của thôn số {number} trên địa bàn" for number in range(40)
    ]
    for title in titles:
        school.publish(title, due=OLD, owner="Cô Lan")
    school.tick(at(2024, 5, 3))
    soon(school)
    text = texts(school, MONDAY)["Cô Lan"]
    named = sum(title in text for title in titles) + ("Nộp báo cáo" in text)
    assert len(text) <= 1900
    assert 0 < named < 41
    assert f"và {41 - named} việc khác." in text


def test_times_of_one_name_are_told_apart_by_their_day(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 6), owner="Cô Lan")
    school.publish("Khảo sát", due=OLD, owner="Cô Lan")
    school.tick(at(2024, 5, 3))
    soon(school)
    told = texts(school, MONDAY)["Cô Lan"]
    assert "- Nộp báo cáo (29/9/2023): quá hạn 220 ngày" in told
    assert "- Nộp báo cáo (6/10/2023): quá hạn 213 ngày" in told
    assert "- Khảo sát: quá hạn 220 ngày" in told
