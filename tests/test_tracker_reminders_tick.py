"""The tick on a real database: what is told, when, once, and what is held or dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.fakes.reminding import School, at, running_school
from tests.fakes.wild import Wild
from tracker.store import outbox_search, people
from tracker.store.letters import MessageState
from tracker.store.outbox_search import Query
from tracker.store.records import Part, TaskState


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as made:
        yield made


def test_a_task_is_told_seven_three_and_one_days_before_and_on_the_day(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    told = [message for day in range(1, 28) for message in school.tick(at(2023, 10, day))]
    assert [(one.at.date(), one.message.draft.letter.stage) for one in told] == [
        (date(2023, 10, 20), "D-7"),
        (date(2023, 10, 24), "D-3"),
        (date(2023, 10, 26), "D-1"),
        (date(2023, 10, 27), "D-0"),
    ]


def test_nothing_goes_before_seven(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    assert school.tick(at(2023, 10, 20, "06:59")) == ()
    assert len(school.tick(at(2023, 10, 20, "07:00"))) == 1


def test_the_first_notice_and_the_following_ones_have_their_own_reasons(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    reasons = [one.message.draft.letter.reason for day in (20, 24) for one in school.tick(at(2023, 10, day))]
    assert reasons == ["FIRST_NOTICE", "STAGE_REACHED"]


def test_the_same_instant_again_sends_nothing(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 20))) == 1
    assert school.tick(at(2023, 10, 20)) == ()


def test_a_stage_on_a_day_off_goes_the_working_day_before(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 24), owner="Cô Lan")  # D-3 is a Saturday
    told = [one.at.date() for day in range(17, 25) for one in school.tick(at(2023, 10, day))]
    assert [day.day for day in told] == [17, 20, 23, 24]


def test_a_task_published_late_is_told_at_once(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan", published=at(2023, 10, 25, "10:00"))
    (one,) = school.tick(at(2023, 10, 25, "10:01"))
    assert (one.message.draft.letter.stage, one.message.draft.letter.reason) == ("late_born", "LATE_BORN")


def test_a_task_already_late_when_published_is_told_once_as_overdue(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 20), owner="Cô Lan", published=at(2023, 10, 25, "10:00"))
    (one,) = school.tick(at(2023, 10, 25, "10:01"))
    assert (one.message.draft.letter.stage, one.message.draft.letter.reason) == ("overdue", "LATE_BORN_OVERDUE")
    assert "quá hạn 5 ngày" in one.message.draft.letter.text
    assert school.tick(at(2023, 10, 26)) == ()


def test_a_tick_in_the_past_takes_a_task_as_known_since_its_plan(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan", published=at(2026, 1, 5))
    (one,) = school.tick(at(2023, 10, 24))
    assert (one.message.draft.letter.stage, one.message.draft.letter.reason) == ("D-3", "FIRST_NOTICE")


def test_several_tasks_of_one_person_make_one_message(school: School):
    for number in range(10):
        school.publish(f"Việc số {number}", due=date(2023, 10, 27), owner="Cô Lan")
    (one,) = school.tick(at(2023, 10, 20))
    assert len(one.reminders) == 10
    rest = [f"- Việc số {number}: còn 7 ngày để xong" for number in (8, 9)]
    assert "\n".join(["Việc khác:", *rest]) in one.message.draft.letter.text


def test_a_late_born_task_after_the_daily_message_goes_at_once_and_the_second_waits(school: School):
    school.publish("Việc đầu", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 20))) == 1
    school.publish("Việc gấp", due=date(2023, 10, 23), owner="Cô Lan", published=at(2023, 10, 20, "09:00"))
    assert [one.message.draft.kind for one in school.tick(at(2023, 10, 20, "09:01"))] == ["late_born"]
    school.publish("Việc gấp nữa", due=date(2023, 10, 23), owner="Cô Lan", published=at(2023, 10, 20, "10:00"))
    report = school.report(at(2023, 10, 20, "10:01"))
    assert [one.hold.reason for one in report.held] == ["HELD_ONE_A_DAY"]
    assert len(school.tick(at(2023, 10, 23))) == 1


def test_work_whose_last_day_it_is_waits_for_no_other_day(school: School):
    school.publish("Việc đầu", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 20))) == 1
    for number, hour in enumerate(("09:00", "10:00", "11:00")):
        for title, day in (("gấp", 22), ("còn kịp", 23)):
            due = date(2023, 10, day)
            school.publish(f"Việc {title} {number}", due=due, owner="Cô Lan", published=at(2023, 10, 20, hour))
    told = school.tick(at(2023, 10, 20, "11:01"))
    assert [(one.message.draft.kind, len(one.reminders)) for one in told] == [("late_born", 6)]
    for title, day in (("gấp nữa", 22), ("còn kịp nữa", 23)):
        due = date(2023, 10, day)
        school.publish(f"Việc {title}", due=due, owner="Cô Lan", published=at(2023, 10, 20, "12:00"))
    report = school.report(at(2023, 10, 20, "12:01"))
    (one,) = report.delivered
    assert (one.message.draft.kind, len(one.reminders)) == ("last_day", 1)
    assert "Việc gấp nữa" in one.message.draft.letter.subject
    assert [held.hold.reason for held in report.held] == ["HELD_ONE_A_DAY"]
    assert school.tick(at(2023, 10, 20, "12:02")) == ()
    assert [len(one.reminders) for one in school.tick(at(2023, 10, 23))] == [8]


def test_work_opened_again_on_its_last_day_is_told_that_day_beside_the_message_it_had(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 22), owner="Cô Lan")
    school.publish("Việc khác", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 19))) == 1
    school.move(task, TaskState.DONE)
    assert [one.message.draft.kind for one in school.tick(at(2023, 10, 20))] == ["routine"]
    school.move(task, TaskState.OPEN)
    assert school.report(at(2023, 10, 20, "21:30")).delivered == ()
    assert [one.message.draft.kind for one in school.tick(at(2023, 10, 20, "14:00"))] == ["last_day"]
    assert school.tick(at(2023, 10, 20, "15:00")) == ()


def test_quiet_hours_and_days_off_hold_and_deliver(school: School):
    school.publish("Việc gấp", due=date(2023, 10, 24), owner="Cô Lan", published=at(2023, 10, 20, "22:00"))
    assert [one.hold.reason for one in school.report(at(2023, 10, 20, "22:01")).held] == ["HELD_QUIET_HOURS"]
    saturday = school.report(at(2023, 10, 21, "09:00"))
    assert [(one.hold.reason, one.hold.until) for one in saturday.held] == [("HELD_DAY_OFF", at(2023, 10, 23))]
    assert len(school.tick(at(2023, 10, 23))) == 1


def test_a_deadline_on_a_friday_is_told_late_on_the_days_and_by_the_numbers_the_guide_gives(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 13), owner="Cô Lan")
    school.tick(at(2023, 10, 13))
    told = {day: [one.message.draft.letter.subject for one in school.tick(at(2023, 10, day))] for day in range(14, 24)}
    late = {day: re.findall(r"quá hạn (\d+) ngày", " ".join(subjects)) for day, subjects in told.items() if subjects}
    assert late == {16: ["3"], 18: ["5"], 23: ["10"]}
    guide = (Path(__file__).parents[1] / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    assert "thứ Hai, thứ Tư và thứ Hai tuần sau, ghi “quá hạn 3 ngày”, “5 ngày”, “10 ngày”" in guide


def test_a_finished_task_is_not_told(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.move(task, TaskState.DONE)
    assert school.tick(at(2023, 10, 20)) == ()
    assert {row.reason for row in school.rows()} == {"TASK_DONE"}


def test_a_reopened_task_is_told_again(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.move(task, TaskState.DONE)
    school.move(task, TaskState.OPEN)
    assert len(school.tick(at(2023, 10, 20))) == 1


def test_a_moved_deadline_withdraws_the_old_stages_and_plans_new_ones(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.postpone(task, date(2023, 11, 30))
    assert school.tick(at(2023, 10, 27)) == ()
    assert len(school.tick(at(2023, 11, 23))) == 1


def test_a_task_given_to_someone_else_is_told_to_them_alone(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.assign(task, "Thầy Minh")
    assert [one.to for one in school.tick(at(2023, 10, 20))] == ["Thầy Minh"]


def test_near_work_that_comes_to_someone_after_their_daily_message_is_told_at_once(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 23), owner="Cô Lan")
    school.publish("Việc khác", due=date(2023, 10, 27), owner="Thầy Minh")
    assert len(school.tick(at(2023, 10, 20))) == 2
    school.assign(task, "Thầy Minh")
    (one,) = school.tick(at(2023, 10, 20, "09:00"))
    assert (one.to, one.message.draft.letter.reason) == ("Thầy Minh", "NEWLY_ASSIGNED")


@pytest.mark.parametrize("how", ["given", "published"])
def test_new_work_with_days_left_waits_for_the_message_of_the_next_working_day(school: School, how: str):
    """One routine message a person a day; late work and what is due by the next working day alone goes beside it."""
    school.publish("Việc khác", due=date(2023, 10, 27), owner="Thầy Minh")
    assert len(school.tick(at(2023, 10, 20))) == 1
    if how == "given":
        school.assign(school.publish("Nộp báo cáo", due=date(2023, 10, 24), owner=None), "Thầy Minh")
    else:
        school.publish("Nộp báo cáo", due=date(2023, 10, 24), owner="Thầy Minh", published=at(2023, 10, 20, "09:00"))
    report = school.report(at(2023, 10, 20, "09:10"))
    assert report.delivered == ()
    assert [held.hold.reason for held in report.held] == ["HELD_ONE_A_DAY"]
    (one,) = school.tick(at(2023, 10, 23))
    assert "Nộp báo cáo" in one.message.draft.letter.text
    assert school.tick(at(2023, 10, 23, "09:10")) == ()
    school.publish("Việc trễ", due=date(2023, 10, 16), owner="Thầy Minh", published=at(2023, 10, 23, "10:00"))
    school.publish("Việc mới", due=date(2023, 10, 27), owner="Thầy Minh", published=at(2023, 10, 23, "10:00"))
    (late,) = school.tick(at(2023, 10, 23, "10:10"))
    assert {one.planned.task_id for one in late.reminders} == {"viec-000003", "viec-000004"}


def test_work_nobody_leads_is_told_to_the_manager(school: School):
    school.publish("Việc không ai nhận", due=date(2023, 10, 27), owner=None)
    assert [one.to for one in school.tick(at(2023, 10, 20))] == [people.MANAGER_NAME]


def test_a_helper_hears_of_the_task_as_helper_and_a_watcher_does_not(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER, "Bà Ba": Part.WATCHER})
    told = {one.to: one.message.draft.letter.text for one in school.tick(at(2023, 10, 20))}
    assert set(told) == {"Cô Lan", "Thầy Minh"}
    assert "phối hợp" in told["Thầy Minh"]


def test_a_machine_asleep_for_a_week_tells_the_newest_stage_only(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    (one,) = school.tick(at(2023, 10, 27))
    assert one.message.draft.letter.stage == "D-0"
    come = [row for row in school.rows() if row.state != "planned"]
    assert sorted(row.reason for row in come) == ["FIRST_NOTICE"] + ["NEWER_STAGE"] * 3


def test_a_machine_asleep_past_the_deadline_says_that_it_is_overdue(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    (one,) = school.tick(at(2023, 10, 31))
    assert (one.message.draft.letter.stage, one.message.draft.letter.reason) == ("overdue", "CAUGHT_UP_OVERDUE")


def test_a_clock_that_jumps_back_repeats_nothing(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 24))) == 1
    assert school.tick(at(2023, 10, 20)) == ()
    assert len(school.tick(at(2023, 10, 26))) == 1


def test_a_draft_reaches_nobody(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan", published=None)
    assert school.tick(at(2023, 10, 27)) == ()


def test_planning_twice_changes_nothing(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    before = school.rows()
    planned = school.replan()
    assert (planned.new, planned.again, planned.superseded) == (0, 0, 0)
    assert school.rows() == before


def test_a_changed_address_takes_over_what_is_still_to_come_and_repeats_nothing(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 20))) == 1
    school.reach("Cô Lan", "preview:moi")
    assert school.tick(at(2023, 10, 20, "08:00")) == ()
    assert [one.message.draft.address for one in school.tick(at(2023, 10, 24))] == ["preview:moi"]


def test_the_outbox_is_found_by_person_and_words(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(at(2023, 10, 20))
    (found,) = outbox_search.search(school.db, Query(person_id=school.person("Cô Lan").id, words="báo cáo"))
    assert found.state is MessageState.SENT
    assert outbox_search.search(school.db, Query(words="không có")) == ()


def test_whoever_is_reached_for_the_first_time_hears_what_was_only_previewed(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    assert [one.message.draft.channel for one in school.tick(at(2023, 10, 20))] == ["preview"]
    school.desk = replace(school.desk, channels=(Wild(), *school.desk.channels))
    school.reach("Cô Lan", "wild:lan")
    told = [one for clock in ("09:00", "10:00") for one in school.tick(at(2023, 10, 20, clock))]
    assert [(one.message.draft.address, one.message.draft.letter.reason) for one in told] == [
        ("wild:lan", "NOW_REACHABLE")
    ]


def test_without_an_address_nothing_is_previewed_twice(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    assert len(school.tick(at(2023, 10, 20))) == 1
    school.replan()
    assert school.tick(at(2023, 10, 20, "09:00")) == ()
