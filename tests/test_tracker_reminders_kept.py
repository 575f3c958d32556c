"""“Không phải việc của tôi” answered by “việc vẫn của thầy/cô”: who told it hears so, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers import acting, handing
from tracker.answers.acting import Wish
from tracker.answers.handing import Declined
from tracker.answers.token import Action
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.store import answers, declines, tasks
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

DUE = date(2023, 10, 27)
SAID, NOW, LATER = at(2023, 10, 18, "08:00"), at(2023, 10, 18, "09:30"), at(2023, 10, 18, "11:00")
CHAIR = Actor("Cô Hoa", NOW, "tổ Văn phòng đã bàn giao cho cô")
KEPT = ("Cô Lan", "decision", "WORK_KEPT")


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def declined(school: School, title: str = "Nộp báo cáo", when: datetime = SAID, task: StoredTask | None = None):
    """Let Cô Lan say that a work is not hers; return the work and the number of what she said."""
    task = task or school.publish(title, due=DUE, owner="Cô Lan")
    wish = Wish(task.id, school.person("Cô Lan").id, Action.NOT_MINE, reason=f"của tổ khác ({when:%H:%M})", after=0)
    acting.act(school.db, wish, when, school.desk.calendar)
    return task, declines.newest(school.db, task.id, school.person("Cô Lan").id)


def keep(school: School, task: StoredTask, decline, actor: Actor = CHAIR) -> None:
    handing.stays(school.db, Declined(decline, task), actor, school.desk.calendar)


def kept(school: School, title: str = "Nộp báo cáo") -> StoredTask:
    task, decline = declined(school, title)
    keep(school, task, decline)
    return task


def told(school: School, now: datetime = NOW) -> list[tuple[str, str, str]]:
    """What went out at an instant to those who do works."""
    found = [
        one for one in school.tick(now) if one.message.state.value == "sent" and one.message.draft.channel == "wild"
    ]
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in found]


def test_who_told_it_hears_once_that_it_stays_why_by_whom_and_until_when(school: School, wild: Wild):
    task = kept(school)
    assert told(school) == [KEPT]
    (_, message) = wild.tried[0]
    assert message.subject == "Việc vẫn của thầy/cô: Nộp báo cáo – hạn: thứ Sáu 27/10/2023"
    page = school.desk.links.task(task.id, school.person("Cô Lan").id, NOW.date()).page
    for words in (
        "lời báo “không phải việc của tôi” của thầy/cô đã có trả lời:",
        "Trả lời: việc vẫn của thầy/cô. Hạn: thứ Sáu 27/10/2023 – còn 9 ngày để xong",
        "Người trả lời: Cô Hoa",
        "Lý do: tổ Văn phòng đã bàn giao cho cô",
        page,
    ):
        assert words in message.text
    assert answers.numbered(school.db, school.person("Cô Lan").id) == (task.id,)
    school.replan()
    school.postpone(task, date(2023, 11, 10))
    assert KEPT not in [*told(school, LATER), *told(school, at(2023, 10, 19))]


def test_it_waits_for_a_fit_hour_and_goes_with_the_other_answers(school: School, wild: Wild):
    late = replace(CHAIR, at=at(2023, 10, 18, "22:00"))
    task, decline = declined(school)
    keep(school, task, decline, late)
    other = school.publish("Khảo sát", due=DUE, owner="Cô Lan")
    asked = ask_extension(school.db, other.id, school.person("Cô Lan").id, date(2023, 11, 10), Actor("Cô Lan", SAID))
    decide_extension(school.db, asked.id, late, school.desk.working_days, approved=False)
    assert told(school, at(2023, 10, 18, "22:01")) == []
    assert told(school, at(2023, 10, 19)) == [KEPT]
    message = wild.tried[0][1]
    assert message.subject == "Đã trả lời 2 đề nghị và lời báo của thầy/cô"
    assert message.text.index("1. Nộp báo cáo") < message.text.index("2. Khảo sát")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda school, task: school.move(task, TaskState.DONE), "TASK_DONE"),
        (lambda school, task: school.move(task, TaskState.CANCELLED), "TASK_CANCELLED"),
        (lambda school, task: school.assign(task, "Thầy Minh"), "REASSIGNED"),
        (lambda school, task: declined(school, when=at(2023, 10, 18, "09:31"), task=task), "DECLINE_OVER"),
    ],
)
@pytest.mark.parametrize("on_its_way", [False, True])
def test_what_is_news_no_more_is_not_told(school: School, wild: Wild, change, reason: str, on_its_way: bool):
    task = kept(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    if on_its_way:
        school.tick(NOW)
    change(school, task)
    wild.ends = OutcomeKind.SENT
    assert KEPT not in told(school, LATER)
    assert len(wild.tried) == on_its_way
    assert [row.reason for row in school.rows() if row.planned.stage.startswith("N-A")] == [reason]


def test_told_anew_and_answered_anew_it_is_told_anew(school: School):
    task = kept(school)
    assert told(school) == [KEPT]
    _, again = declined(school, when=at(2023, 10, 18, "10:00"), task=task)
    keep(school, task, again)
    assert told(school, LATER) == [KEPT]


def test_a_helper_and_a_work_without_a_day_are_answered_as_well(school: School):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Thầy Minh")
    school.assign_parts(task, {"Thầy Minh": Part.LEAD, "Cô Lan": Part.HELPER})
    bare = replace(task.task, due=replace(task.task.due, day=None, remind_by=None, late_from=None))
    tasks.change(school.db, task.id, bare, CHAIR)
    school.replan()
    _, decline = declined(school, task=task)
    keep(school, task, decline)
    assert told(school) == [KEPT]


def test_who_cannot_be_reached_hears_it_once_they_can_and_the_next_address_takes_over(school: School):
    school.reach("Cô Lan", "preview:")
    kept(school)
    school.tick(NOW)
    school.reach("Cô Lan", "wild:lan")
    assert told(school, LATER) == [KEPT]


def test_a_work_that_moved_before_its_answer_is_told_as_moved_too(school: School):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
    heard = at(2023, 10, 20, "07:00")
    assert told(school, heard)
    _, decline = declined(school, when=heard + timedelta(hours=1), task=task)
    school.postpone(task, date(2023, 11, 10))
    keep(school, task, decline, replace(CHAIR, at=heard + timedelta(hours=2)))
    assert sorted(told(school, heard + timedelta(hours=2))) == [("Cô Lan", "change", "WORK_MOVED"), KEPT]
    assert told(school, heard + timedelta(hours=4)) == []
