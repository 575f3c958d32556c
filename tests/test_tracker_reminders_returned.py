"""A refusal of evidence is told again at the start of every week until other is given, in one letter with the rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers.showing import judge
from tracker.reminders.returned import HEAD, MOST_NAMED
from tracker.store import evidence
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

DUE, FAR = date(2023, 10, 27), date(2024, 3, 29)
GIVEN, ANSWERED = at(2023, 10, 18, "08:00"), at(2023, 10, 18, "09:30")
MONDAY, NEXT = at(2023, 10, 23), at(2023, 10, 30)
LINE = "- Nộp báo cáo: minh chứng “biên bản” không được nhận ngày 18/10/2023. Lý do: ảnh mờ"


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def refused(school: School, title: str = "Nộp báo cáo", due: date = DUE, *, done: bool = True) -> StoredTask:
    """Publish work of Cô Lan whose evidence was refused."""
    task = school.publish(title, due=due, owner="Cô Lan")
    if done:
        school.move(task, TaskState.DONE)
    show(school, task)
    decide(school, task)
    return task


def show(school: School, task: StoredTask, when: datetime = GIVEN) -> None:
    piece = Evidence(0, when, school.person("Cô Lan").id, task.id, f"https://anh.vn/{when:%d%H}", "biên bản")
    evidence.propose(school.db, piece, Actor("Cô Lan", when))


def decide(school: School, task: StoredTask, when: datetime = ANSWERED, *, accepted: bool = False) -> None:
    piece = evidence.of_task(school.db, task.id)[-1]
    judge(school.db, piece.id, Actor("Cô Hoa", when, "ảnh mờ"), school.desk.working_days, accepted=accepted)


def sent(school: School, now: datetime, who: str = "Cô Lan"):
    return [one for one in school.tick(now) if one.to == who and one.message.state.value == "sent"]


def texts(school: School, now: datetime) -> list[str]:
    return [one.message.draft.letter.text for one in sent(school, now)]


def test_it_is_told_each_week_in_a_letter_of_its_own_where_no_other_goes(school: School, wild: Wild):
    task = refused(school)
    assert len(texts(school, ANSWERED)) == 1
    assert texts(school, at(2023, 10, 19)) == texts(school, at(2023, 10, 20)) == []
    (monday,) = sent(school, MONDAY)
    letter = monday.message.draft.letter
    assert (letter.subject, letter.reason) == ("Minh chứng cần gửi lại: Nộp báo cáo", "EVIDENCE_REFUSED")
    assert letter.text.startswith(f"Kính gửi Cô Lan,\n\n{HEAD}\n")
    page = school.desk.links.task(task.id, school.person("Cô Lan").id, MONDAY.date()).page
    assert f"{HEAD}\n{LINE}\n   {page}#minh-chung" in letter.text
    assert f'<li><a href="{page}#minh-chung">{LINE.removeprefix("- ")}</a></li>' in letter.html
    assert (monday.message.draft.kind, monday.tasks) == ("routine", [task.id])
    assert texts(school, MONDAY + timedelta(hours=3)) == texts(school, at(2023, 10, 24)) == []
    assert len(texts(school, NEXT)) == 1


def test_it_stands_in_the_first_letter_of_the_week_that_goes_anyway(school: School):
    refused(school)
    school.publish("Họp tổ", due=date(2023, 10, 24), owner="Cô Lan")
    sent(school, ANSWERED)
    (monday,) = texts(school, MONDAY)
    assert "1. Họp tổ" in monday
    assert LINE in monday
    (tuesday,) = texts(school, at(2023, 10, 24))
    assert HEAD not in tuesday


def test_of_work_that_is_told_itself_it_is_a_line_of_its_entry(school: School):
    refused(school, due=date(2023, 10, 24), done=False)
    sent(school, ANSWERED)
    (monday,) = texts(school, MONDAY)
    assert monday.count("Nộp báo cáo") == 1
    assert "Minh chứng “biên bản” không được nhận ngày 18/10/2023. Lý do: ảnh mờ" in monday
    assert HEAD not in monday


@pytest.mark.parametrize("how", ["given anew", "taken", "dropped", "given away"])
def test_it_ends_with_other_evidence_and_with_the_work(school: School, how: str):
    task = refused(school)
    sent(school, ANSWERED)
    match how:
        case "given anew":
            show(school, task, at(2023, 10, 20))
        case "taken":
            show(school, task, at(2023, 10, 20))
            decide(school, task, at(2023, 10, 20, "09:00"), accepted=True)
        case "dropped":
            school.move(task, TaskState.CANCELLED)
        case "given away":
            school.assign_parts(task, {"Thầy Minh": Part.LEAD})
    school.tick(at(2023, 10, 20, "10:00"))
    assert [one for one in texts(school, MONDAY) if "không được nhận" in one] == []
    if how == "given anew":
        decide(school, task, at(2023, 10, 24))
        sent(school, at(2023, 10, 24, "10:00"))
        assert "không được nhận ngày 24/10/2023" in texts(school, NEXT)[0]


def test_what_is_refused_on_the_day_itself_is_news_first(school: School):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
    school.move(task, TaskState.DONE)
    show(school, task)
    decide(school, task, at(2023, 10, 22, "20:00"))
    (news,) = sent(school, MONDAY)
    assert news.message.draft.kind == "evidence"
    assert len(texts(school, NEXT)) == 1


def test_what_was_given_anew_while_the_letter_waited_is_not_told(school: School, wild: Wild):
    task, other = refused(school), refused(school, "Khảo sát")
    sent(school, ANSWERED)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(MONDAY)
    show(school, task, MONDAY + timedelta(minutes=1))
    wild.ends = OutcomeKind.SENT
    (text,) = texts(school, MONDAY + timedelta(minutes=10))
    assert ("Khảo sát" in text, "Nộp báo cáo" in text) == (True, False)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NEXT)
    show(school, other, NEXT + timedelta(minutes=1))
    wild.ends = OutcomeKind.SENT
    assert texts(school, NEXT + timedelta(minutes=10)) == []


def test_of_many_the_first_are_named_and_a_chat_has_room(school: School):
    for number in range(MOST_NAMED + 3):
        refused(school, f"Việc {number} " + "rất dài " * 20)
    sent(school, ANSWERED)
    (text,) = texts(school, MONDAY)
    assert text.count("không được nhận ngày") == MOST_NAMED
    assert "và minh chứng của 3 việc khác." in text


def test_half_a_year_later_it_is_over(school: School):
    refused(school, due=FAR)
    sent(school, ANSWERED)
    assert len(texts(school, at(2024, 4, 8))) == 1
    assert texts(school, at(2024, 4, 22)) == []
