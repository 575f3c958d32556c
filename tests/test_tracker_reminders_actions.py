"""Rests, extensions, overdue notices and the reporting line, on a real database."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.reminding import KNOWN, School, at, running_school
from tracker.reminders.actions import (
    Awaited,
    acknowledge,
    ask_extension,
    change_policy,
    decide_extension,
    snooze,
    stop_waiting,
    wait_for,
)
from tracker.store import extensions, people, tasks
from tracker.store.history import Actor, of_subject
from tracker.store.policies import Layer, Scope
from tracker.store.records import Office, Part

LAN = Actor("Cô Lan", KNOWN, "đợi số liệu của phòng")


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as made:
        yield made


def days(school: School, first: date, last: date) -> list[tuple[str, str, str]]:
    """Tick every morning and return day, person and reason of every message."""
    told = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        told += school.tick(at(day.year, day.month, day.day))
    return [(one.at.date().isoformat()[5:], one.to, one.message.draft.letter.reason) for one in told]


OCTOBER_27 = date(2023, 10, 27)


def test_work_that_waits_for_others_is_not_told_until_the_wait_ends(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    wait_for(school.db, task.id, Awaited("Phòng GD&ĐT"), LAN, school.desk.working_days)
    assert days(school, date(2023, 10, 20), date(2023, 10, 25)) == []
    assert school.rows()[0].reason == "HELD_WAITING"
    stop_waiting(school.db, task.id, LAN, school.desk.working_days)
    assert days(school, date(2023, 10, 25), date(2023, 10, 25)) == [("10-25", "Cô Lan", "CAUGHT_UP")]


def test_an_acknowledgement_stops_the_owner_and_the_reporting_line_until_its_day(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    days(school, date(2023, 10, 20), OCTOBER_27)
    acknowledge(school.db, task.id, school.person("Cô Lan").id, date(2023, 11, 2), LAN)
    assert days(school, date(2023, 10, 30), date(2023, 11, 3)) == [
        ("11-03", "Cô Lan", "CAUGHT_UP_OVERDUE"),
        ("11-03", "Thầy Minh", "ESCALATED"),
    ]


def test_a_snooze_puts_off_one_person_and_moves_no_deadline(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    snooze(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 20), LAN)
    assert days(school, date(2023, 10, 20), date(2023, 10, 23)) == [
        ("10-20", "Thầy Minh", "FIRST_NOTICE"),
        ("10-23", "Cô Lan", "CAUGHT_UP"),
    ]
    assert tasks.by_id(school.db, task.id).task.due.day == OCTOBER_27


def test_an_extension_moves_the_deadline_only_when_approved(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    asked = ask_extension(school.db, task.id, school.person("Cô Lan").id, date(2023, 11, 10), LAN)
    assert [one.id for one in extensions.waiting(school.db, school.id)] == [asked.id]
    assert tasks.by_id(school.db, task.id).task.due.day == OCTOBER_27
    decide_extension(school.db, asked.id, Actor("Hiệu trưởng", KNOWN), school.desk.working_days, approved=True)
    moved = tasks.by_id(school.db, task.id).task.due
    assert (moved.day, moved.words) == (date(2023, 11, 10), task.task.due.words)
    assert "27/10/2023" in moved.basis
    assert days(school, date(2023, 10, 27), date(2023, 11, 3)) == [
        ("10-27", "Cô Lan", "EXTENSION_APPROVED"),
        ("11-03", "Cô Lan", "FIRST_NOTICE"),
    ]


def test_a_refused_extension_changes_nothing_and_is_decided_once(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    asked = ask_extension(school.db, task.id, school.person("Cô Lan").id, date(2023, 11, 10), LAN)
    chair = Actor("Hiệu trưởng", KNOWN)
    assert decide_extension(school.db, asked.id, chair, school.desk.working_days, approved=False).approved is False
    with pytest.raises(LookupError):
        decide_extension(school.db, asked.id, chair, school.desk.working_days, approved=True)
    assert tasks.by_id(school.db, task.id).task.due.day == OCTOBER_27


def test_what_people_do_about_reminders_stands_in_the_history(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    wait_for(school.db, task.id, Awaited("Phòng GD&ĐT"), LAN, school.desk.working_days)
    entry = of_subject(school.db, "task", task.id)[-1]
    assert (entry.who, entry.what, entry.why) == ("Cô Lan", "waiting", "đợi số liệu của phòng")
    assert "Phòng GD&ĐT" in (entry.now or "")


def test_overdue_work_goes_up_the_reporting_line_after_its_grace(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    people.ensure(school.db, school.id, "Tổ giám sát", Office.COMMITTEE)
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    told = days(school, date(2023, 10, 28), date(2023, 11, 26))
    assert [one for one in told if one[1] == "Cô Lan"] == [
        ("10-30", "Cô Lan", "OVERDUE"),
        ("11-01", "Cô Lan", "OVERDUE"),
        ("11-06", "Cô Lan", "OVERDUE"),
        ("11-13", "Cô Lan", "OVERDUE"),
        ("11-20", "Cô Lan", "OVERDUE"),
    ]
    assert ("11-06", "Tổ giám sát", "ESCALATED") in told
    assert ("11-13", people.MANAGER_NAME, "ESCALATED") in told


def test_work_late_before_it_was_known_goes_to_its_owner_and_not_up_the_line(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 3), owner="Cô Lan", published=at(2023, 10, 20))
    assert days(school, date(2023, 10, 20), date(2023, 11, 12)) == [
        ("10-20", "Cô Lan", "LATE_BORN_OVERDUE"),
        ("10-23", "Cô Lan", "OVERDUE"),
        ("10-30", "Cô Lan", "OVERDUE"),
        ("11-06", "Cô Lan", "OVERDUE"),
    ]


def test_work_late_for_more_than_half_a_year_when_it_is_known_is_told_once(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 3, 3), owner="Cô Lan", published=at(2023, 10, 20))
    assert days(school, date(2023, 10, 20), date(2023, 11, 30)) == [("10-20", "Cô Lan", "LATE_BORN_OVERDUE")]


def test_what_is_long_late_does_not_hide_what_became_late_or_comes(school: School):
    for number in range(8):
        school.publish(f"Việc trễ lâu {number}", due=date(2023, 9, 15), owner="Cô Lan")
    school.publish("Việc mới trễ", due=OCTOBER_27, owner="Cô Lan")
    school.publish("Việc sắp đến hạn", due=date(2023, 11, 6), owner="Cô Lan")
    days(school, date(2023, 9, 8), date(2023, 10, 29))
    text = next(one for one in school.tick(at(2023, 10, 30)) if one.to == "Cô Lan").message.draft.letter.text
    assert text.index("1. Việc mới trễ") < text.index("2. Việc sắp đến hạn") < text.index("3. Việc trễ lâu 0")
    assert "\n8. " in text
    assert (
        "\nViệc khác vẫn còn quá hạn:\n- Việc trễ lâu 6: quá hạn 45 ngày\n- Việc trễ lâu 7: quá hạn 45 ngày\n" in text
    )


def test_all_works_that_are_late_stand_in_one_message_as_a_week_opens(school: School):
    for day in (9, 11, 18):
        school.publish(f"Việc hạn {day}", due=date(2023, 10, day), owner="Cô Lan")
    days(school, date(2023, 10, 2), date(2023, 10, 29))
    (monday,) = school.tick(at(2023, 10, 30))
    assert monday.message.draft.letter.subject == "Nhắc việc thứ Hai 30/10/2023: 3 việc quá hạn"
    assert "Cô Lan" not in [who for _, who, _ in days(school, date(2023, 10, 31), date(2023, 11, 5))]


@pytest.mark.parametrize("scope", list(Scope))
def test_a_school_plan_task_or_person_may_be_reminded_otherwise(school: School, scope: Scope):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    ids = {
        "house": "",
        "school": school.id,
        "plan": task.plan_id,
        "task": task.id,
        "person": school.person("Cô Lan").id,
    }
    change_policy(school.db, Layer(scope, str(ids[scope.value]), {"days_before": [5]}), LAN)
    school.replan()
    assert [day for day, _, _ in days(school, date(2023, 10, 16), OCTOBER_27)] == ["10-20"]


def test_the_nearer_difference_wins(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    change_policy(school.db, Layer(Scope.SCHOOL, str(school.id), {"days_before": [5, 0], "send_at": "08:00"}), LAN)
    change_policy(school.db, Layer(Scope.TASK, task.id, {"days_before": [2]}), LAN)
    school.replan()
    planned = [row.planned for row in school.rows() if row.state == "planned" and row.planned.stage.startswith("D-")]
    assert [(one.stage, one.at) for one in planned] == [("D-2", at(2023, 10, 25, "08:00"))]


@pytest.mark.parametrize("values", [{"khong_co": 1}, {"days_before": "7"}, {"overdue_most": -1}, {"send_at": "25 giờ"}])
def test_a_difference_that_is_no_policy_is_refused_with_a_sentence(school: School, values):
    with pytest.raises(ValueError, match="cách nhắc"):
        change_policy(school.db, Layer(Scope.SCHOOL, str(school.id), values), LAN)
    assert school.replan().superseded == 0
