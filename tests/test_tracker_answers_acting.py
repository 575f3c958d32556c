"""Answers are carried out once, only on one's own tasks, and can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.reminding import School, at, running_school
from tracker.answers.acting import NotNowError, Wish, act, standing, undo
from tracker.answers.saying import said
from tracker.answers.standing_words import standing_words
from tracker.answers.token import Action
from tracker.store import asked, extensions, notes, pauses, tasks
from tracker.store.records import Part, StoredTask, TaskState
from tracker.web.site import national_calendar

DUE = date(2023, 10, 27)
WORKING_DAYS = national_calendar().working_days
MORNING = at(2023, 10, 20, "09:00")


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as made:
        yield made


@pytest.fixture
def task(school: School) -> StoredTask:
    return school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")


def wish(school: School, task: StoredTask, action: Action, name: str = "Cô Lan", **more) -> Wish:
    return Wish(task.id, school.person(name).id, action, **more)


def answer(school: School, task: StoredTask, action: Action, name: str = "Cô Lan", now=MORNING, **more):
    return act(school.db, wish(school, task, action, name, **more), now, national_calendar())


def told_on(school: School, first: date, last: date) -> list[str]:
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    return [f"{day:%d/%m} {one.to}" for day in days for one in school.tick(at(day.year, day.month, day.day))]


def test_done_by_its_lead_is_done_in_their_name(school, task):
    answer(school, task, Action.DONE, reason="đã gửi phòng")
    found = tasks.by_id(school.db, task.id)
    assert (found.state, found.done_by) == (TaskState.DONE, "Cô Lan")
    assert told_on(school, date(2023, 10, 20), date(2023, 11, 3)) == []


def test_done_taken_back_is_open_and_reminded_again(school, task):
    undo(school.db, answer(school, task, Action.DONE), MORNING, national_calendar())
    assert tasks.by_id(school.db, task.id).open
    assert told_on(school, date(2023, 10, 24), date(2023, 10, 24)) == ["24/10 Cô Lan"]


def test_what_the_committee_checked_is_not_taken_back(school, task):
    given = answer(school, task, Action.DONE)
    school.move(task, TaskState.CHECKED)
    with pytest.raises(NotNowError, match="đã kiểm tra"):
        undo(school.db, given, MORNING, national_calendar())


def test_someone_else_cannot_answer(school, task):
    with pytest.raises(NotNowError, match="nay do Cô Lan phụ trách"):
        answer(school, task, Action.DONE, "Thầy Minh")
    assert tasks.by_id(school.db, task.id).open


def test_who_gave_the_task_away_is_told_who_has_it(school, task):
    school.assign(task, "Thầy Minh")
    with pytest.raises(NotNowError, match="nay do Thầy Minh phụ trách"):
        standing(school.db, task.id, school.person("Cô Lan").id)


def test_a_helper_finishes_only_their_part(school, task):
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    given = answer(school, task, Action.DONE, "Thầy Minh")
    assert tasks.by_id(school.db, task.id).open
    assert notes.newest_of_school(school.db, school.id)[task.id].startswith("Phần phối hợp đã xong")
    assert "phần phối hợp của thầy/cô" in said(given, standing(school.db, task.id, given.person_id), WORKING_DAYS)
    assert {one[6:] for one in told_on(school, date(2023, 10, 23), DUE)} == {"Cô Lan"}


def test_a_helper_whose_part_is_done_is_not_chased_when_the_work_is_late_until_they_lead_it(school, task):
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    answer(school, task, Action.DONE, "Thầy Minh")
    assert {one[6:] for one in told_on(school, date(2023, 10, 23), date(2023, 11, 3))} == {"Cô Lan"}
    school.assign_parts(task, {"Thầy Minh": Part.LEAD})
    assert {one[6:] for one in told_on(school, date(2023, 11, 6), date(2023, 11, 10))} == {"Thầy Minh"}


def test_an_answer_taken_back_says_nothing_of_the_work(school, task):
    undo(school.db, answer(school, task, Action.DONE), MORNING, national_calendar())
    answer(school, task, Action.DONE, now=at(2023, 10, 20, "10:00"))
    assert task.id not in notes.newest_of_school(school.db, school.id)


def test_received_rests_until_the_last_day_to_act(school, task):
    assert answer(school, task, Action.RECEIVED).day == DUE
    assert told_on(school, date(2023, 10, 20), DUE) == ["27/10 Cô Lan"]


def test_received_late_rests_three_working_days(school, task):
    told_on(school, date(2023, 10, 20), date(2023, 10, 30))
    given = answer(school, task, Action.RECEIVED, now=at(2023, 10, 30, "09:00"))
    assert given.day == date(2023, 11, 2)
    assert told_on(school, date(2023, 10, 31), date(2023, 11, 2)) == ["02/11 Cô Lan"]


def test_snooze_tells_on_the_day_asked_even_when_the_stage_was_told(school, task):
    told_on(school, date(2023, 10, 20), date(2023, 10, 20))
    answer(school, task, Action.SNOOZE, day=date(2023, 10, 25))
    assert told_on(school, date(2023, 10, 21), date(2023, 10, 25)) == ["25/10 Cô Lan"]
    assert tasks.by_id(school.db, task.id).task.due == task.task.due


def test_snoozed_to_a_day_off_it_is_told_on_the_working_day_after_as_its_words_say(school, task):
    told_on(school, date(2023, 10, 20), date(2023, 10, 20))
    given = answer(school, task, Action.SNOOZE, day=date(2023, 10, 22))
    words = said(given, standing(school.db, task.id, given.person_id), WORKING_DAYS)
    assert "vào thứ Hai 23/10/2023 (22/10 là Chủ nhật). Hạn không đổi" in words
    (told,) = standing_words(school.db, task, given.person_id, date(2023, 10, 22), WORKING_DAYS)
    assert "sẽ nhắc lại vào thứ Hai 23/10/2023 (22/10 là Chủ nhật)." in told
    assert standing_words(school.db, task, given.person_id, date(2023, 10, 23), WORKING_DAYS) == ()
    (asked,) = (row for row in school.rows() if row.planned.stage.startswith("R-"))
    assert asked.planned.at.date() == date(2023, 10, 23)
    assert told_on(school, date(2023, 10, 21), date(2023, 10, 23)) == ["23/10 Cô Lan"]


@pytest.mark.parametrize(
    ("day", "why"),
    [(date(2023, 10, 20), "sau hôm nay"), (date(2023, 10, 28), "xin thêm thời gian"), (None, "chọn ngày")],
)
def test_a_day_that_does_not_fit_is_refused_with_the_reason(school, task, day, why):
    with pytest.raises(NotNowError, match=why):
        answer(school, task, Action.SNOOZE, day=day)
    assert pauses.of_task(school.db, task.id) == ()


def test_an_extension_asks_and_moves_nothing(school, task):
    given = answer(school, task, Action.EXTEND, day=date(2023, 11, 3), reason="chờ phòng")
    assert [(one.day, one.reason) for one in extensions.waiting(school.db, school.id)] == [
        (date(2023, 11, 3), "chờ phòng")
    ]
    assert tasks.by_id(school.db, task.id).due_version == 0
    undo(school.db, given, MORNING, national_calendar())
    assert extensions.waiting(school.db, school.id) == ()


def test_a_second_extension_takes_the_place_of_the_first(school, task):
    answer(school, task, Action.EXTEND, day=date(2023, 11, 3))
    answer(school, task, Action.EXTEND, day=date(2023, 11, 6))
    assert [one.day for one in extensions.waiting(school.db, school.id)] == [date(2023, 11, 6)]


def test_an_answer_sent_twice_by_a_link_is_one_until_taken_back(school, task):
    given = answer(school, task, Action.RECEIVED, token_hash="a")
    assert answer(school, task, Action.RECEIVED, token_hash="a") == given
    undo(school.db, given, MORNING, national_calendar())
    assert asked.of_school(school.db, school.id) == ()
    assert answer(school, task, Action.RECEIVED, token_hash="a").id != given.id


def test_answering_about_finished_work_says_so(school, task):
    answer(school, task, Action.DONE)
    with pytest.raises(NotNowError, match="đã được ghi là xong"):
        answer(school, task, Action.SNOOZE, day=date(2023, 10, 25))


def test_the_manager_answers_for_work_without_a_lead(school):
    task = school.publish("Niêm yết", due=DUE, owner=None)
    manager = school.person("Người quản lý kế hoạch")
    act(school.db, Wish(task.id, manager.id, Action.DONE), MORNING, national_calendar())
    assert tasks.by_id(school.db, task.id).done_by == manager.name
