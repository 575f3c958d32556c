"""A work that waits for others: who does it hears so once, and once when it waits no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from notifiers import OutcomeKind
from schedules.calendar import load_calendar
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker import by_hand
from tracker.moving import NewDays
from tracker.reminders.actions import Awaited, stop_waiting, wait_for
from tracker.store import answers, carried
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

DUE = date(2023, 10, 27)
NOW, NEXT, LATER = at(2023, 10, 10, "09:30"), at(2023, 10, 10, "09:31"), at(2023, 10, 12, "09:30")
HEAD = Actor("Cô Hoa", NOW)
WAITS, GOES_ON = (("Cô Lan", "hold", reason) for reason in ("WORK_WAITS", "WORK_GOES_ON"))


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def hold(school: School, task: StoredTask, until: date | None = None, actor: Actor = HEAD) -> None:
    wait_for(school.db, task.id, Awaited("Phòng GD&ĐT", until), actor, school.desk.working_days)


def end(school: School, task: StoredTask, when: datetime = LATER) -> None:
    stop_waiting(school.db, task.id, replace(HEAD, at=when), school.desk.working_days)


def held(
    school: School, until: date | None = None, title: str = "Nộp báo cáo", owner: str | None = "Cô Lan"
) -> StoredTask:
    task = school.publish(title, due=DUE, owner=owner)
    hold(school, task, until)
    return task


def told(school: School, now: datetime = NEXT) -> list[tuple[str, str, str]]:
    """What went out at an instant to those who can be reached."""
    found = [
        one for one in school.tick(now) if one.message.state.value == "sent" and one.message.draft.channel == "wild"
    ]
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in found]


def steps(school: School, begins: str) -> list[str]:
    return [row.reason for row in school.rows() if row.planned.stage.startswith(begins)]


def test_who_does_it_hears_once_for_whom_it_waits_until_when_and_its_deadline(school: School, wild: Wild):
    task = held(school, date(2023, 10, 20))
    assert told(school) == [WAITS]
    (_, message) = wild.tried[0]
    assert message.subject == "Tạm ngừng nhắc: Nộp báo cáo – chờ Phòng GD&ĐT"
    for words in (
        "việc của thầy/cô đang chờ bên khác, tạm ngừng nhắc:",
        "Đang chờ Phòng GD&ĐT đến hết thứ Sáu 20/10/2023. Trong lúc chờ việc này không được nhắc.",
        "Hạn không đổi: thứ Sáu 27/10/2023 – còn 17 ngày để xong",
        "Người ghi: Cô Hoa",
        school.desk.links.task(task.id, school.person("Cô Lan").id, NEXT.date()).page,
    ):
        assert words in message.text
    assert answers.numbered(school.db, school.person("Cô Lan").id) == (task.id,)
    school.replan()
    school.postpone(task, date(2023, 11, 10))
    assert WAITS not in [*told(school, LATER), *told(school, at(2023, 10, 13))]


def test_its_end_is_told_once_to_who_heard_of_it(school: School, wild: Wild):
    task = held(school)
    told(school)
    end(school, task)
    assert told(school, LATER) == [GOES_ON]
    (_, message) = wild.tried[-1]
    assert message.subject == "Hết chờ: Nộp báo cáo – còn 15 ngày để xong"
    assert "Không còn chờ Phòng GD&ĐT. Việc này lại được nhắc như thường. Hạn không đổi: thứ Sáu" in message.text
    assert told(school, at(2023, 10, 20)) == [("Cô Lan", "routine", "FIRST_NOTICE")]


def test_a_wait_with_a_last_day_ends_by_itself_the_working_day_after(school: School):
    held(school, date(2023, 10, 13))
    assert [day for day in range(10, 18) for one in told(school, at(2023, 10, day, "09:31")) if one == WAITS] == [10]
    assert steps(school, "H-E") == ["WORK_GOES_ON"]
    assert [at.day for at, _ in school.desk.channels[0].tried] == [10, 16]


def test_the_end_stands_for_what_the_wait_held_back(school: School):
    task = held(school)
    told(school)
    assert told(school, at(2023, 10, 24)) == []
    end(school, task, at(2023, 10, 24, "10:00"))
    assert told(school, at(2023, 10, 24, "10:01")) == [GOES_ON]
    assert "TOLD_WITH_CHANGE" in steps(school, "D-3")
    assert told(school, at(2023, 10, 25)) == []
    assert told(school, at(2023, 10, 26)) == [("Cô Lan", "routine", "FIRST_NOTICE")]


def test_who_heard_nothing_of_a_wait_hears_nothing_of_its_end(school: School):
    task = held(school)
    end(school, task, NEXT)
    assert told(school, LATER) == []
    assert (steps(school, "H-"), steps(school, "H-E")) == (["WAIT_OVER", "WAIT_OVER"], ["WAIT_OVER"])


def test_another_wait_in_its_place_is_told_and_its_end_alone(school: School, wild: Wild):
    task = held(school)
    told(school)
    wait_for(school.db, task.id, Awaited("Sở trả lời"), replace(HEAD, at=LATER), school.desk.working_days)
    assert told(school, LATER) == [WAITS]
    assert "Đang chờ Sở trả lời." in wild.tried[-1][1].text
    end(school, task, at(2023, 10, 13))
    assert told(school, at(2023, 10, 13)) == [GOES_ON]
    assert "Không còn chờ Sở trả lời." in wild.tried[-1][1].text


def test_works_of_one_moment_are_one_message(school: School, wild: Wild):
    first = held(school)
    told(school)
    for title in ("Khảo sát", "Hội thi"):
        held(school, title=title)
    end(school, first)
    assert told(school, LATER) == [WAITS]
    (_, message) = wild.tried[-1]
    assert message.subject == "Việc chờ bên khác: 2 việc tạm ngừng nhắc, 1 việc hết chờ"
    assert "có thay đổi ở việc chờ bên khác:" in message.text


def test_it_waits_for_a_fit_hour(school: School):
    hold(
        school,
        school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan"),
        actor=replace(HEAD, at=at(2023, 10, 10, "22:00")),
    )
    assert told(school, at(2023, 10, 10, "22:01")) == []
    assert told(school, at(2023, 10, 11)) == [WAITS]


def test_helpers_hear_it_and_who_wrote_it_or_stands_in_for_a_missing_lead_does_not(school: School):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    hold(school, task, actor=Actor("Cô Lan", NOW))
    held(school, title="Chưa giao cho ai", owner=None)
    assert [one.to for one in school.tick(NEXT)] == ["Thầy Minh"]


@pytest.mark.parametrize("change", [TaskState.DONE, TaskState.CANCELLED, None])
@pytest.mark.parametrize("on_its_way", [False, True])
def test_what_is_news_no_more_is_not_told(school: School, wild: Wild, change: TaskState | None, on_its_way: bool):
    task = held(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    if on_its_way:
        school.tick(NEXT)
    if change:
        school.move(task, change)
    else:
        school.assign(task, "Thầy Minh")
    wild.ends = OutcomeKind.SENT
    assert WAITS not in told(school, LATER)
    assert [message.to_name for _, message in wild.tried[on_its_way:]] == ([] if change else ["Thầy Minh"])


def test_who_is_given_a_work_on_hold_hears_that_it_is(school: School):
    task = held(school)
    told(school)
    school.assign(task, "Thầy Minh")
    assert ("Thầy Minh", "hold", "WORK_WAITS") in told(school, LATER)


def test_taken_up_again_after_it_was_done_a_wait_is_told_once_in_all(school: School):
    task = held(school)
    told(school)
    school.move(task, TaskState.DONE)
    school.move(task, TaskState.OPEN)
    assert told(school, LATER) == []
    assert len(carried.of_school(school.db, school.id)) <= 1


@pytest.mark.parametrize("over", [True, False])
def test_a_move_beside_a_wait_is_told_by_itself_with_the_old_day(school: School, wild: Wild, over: bool):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    assert len(told(school, at(2023, 10, 20))) == 2
    morning = at(2023, 10, 23, "09:30")
    hold(school, task, actor=replace(HEAD, at=morning))
    if over:
        assert len(told(school, morning)) == 2
        end(school, task, at(2023, 10, 23, "10:00"))
    moves = replace(HEAD, at=at(2023, 10, 23, "10:01"), why="phòng lùi lịch")
    by_hand.move(school.db, task.id, NewDays(date(2023, 11, 10)), moves, load_calendar())
    before = len(wild.tried)
    sent = told(school, at(2023, 10, 23, "11:00"))
    waits = "WORK_GOES_ON" if over else "WORK_WAITS"
    assert sent == [
        (who, *what) for who in ("Cô Lan", "Thầy Minh") for what in (("hold", waits), ("change", "WORK_MOVED"))
    ]
    for _, message in wild.tried[before::2]:
        assert "Hạn" not in message.text
        assert "10/11" not in f"{message.subject} {message.text}"
    for _, message in wild.tried[before + 1 :: 2]:
        assert "Hạn cũ: thứ Sáu 27/10/2023. Hạn mới: chậm nhất thứ Sáu 10/11/2023" in message.text
        assert "Người đổi: Cô Hoa. Lý do: phòng lùi lịch." in message.text
    assert told(school, at(2023, 10, 24)) == []


def test_a_wait_begun_after_a_move_was_told_says_the_deadline_as_it_is(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
    told(school, at(2023, 10, 20))
    by_hand.move(school.db, task.id, NewDays(date(2023, 11, 10)), replace(HEAD, why="lùi lịch"), load_calendar())
    assert told(school, at(2023, 10, 23)) == [("Cô Lan", "change", "WORK_MOVED")]
    hold(school, task, actor=replace(HEAD, at=at(2023, 10, 23, "09:30")))
    assert told(school, at(2023, 10, 23, "09:31")) == [WAITS]
    assert "Hạn không đổi: chậm nhất thứ Sáu 10/11/2023" in wild.tried[-1][1].text
