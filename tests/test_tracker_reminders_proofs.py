"""Who looks after the plan reads in the letter of a day or week how much evidence waits, and never a message a piece."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, watched_school
from tracker.answers.checking import not_theirs_to_judge
from tracker.reminders import rechecks
from tracker.reminders.proofs import MOST_NAMED
from tracker.store import evidence, tasks
from tracker.store.database import transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

MONDAY, TUESDAY = at(2023, 10, 23), at(2023, 10, 24)
GIVEN, FAR = at(2023, 10, 20, "15:00"), date(2024, 3, 1)
LINE = "Minh chứng chờ xem: {}. Mở từng việc để nhận hoặc không nhận."


@pytest.fixture
def school(tmp_path, wild):
    with watched_school(tmp_path, wild) as made:
        yield made


def finished(school: School, title: str = "Nộp báo cáo", pieces: int = 1, given: datetime = GIVEN) -> StoredTask:
    """Publish work that Cô Lan has done and gave evidence of."""
    task = school.publish(title, due=FAR, owner="Cô Lan")
    school.move(task, TaskState.DONE)
    for number in range(pieces):
        piece = Evidence(0, given, school.person("Cô Lan").id, task.id, f"https://anh.vn/{task.id}/{number}")
        evidence.propose(school.db, piece, Actor("Cô Lan", given))
    return task


def look_at(school: School, task: StoredTask) -> None:
    for piece in evidence.of_task(school.db, task.id):
        evidence.decide(school.db, piece.id, Actor("Cô Hoa", MONDAY), accepted=True)


def letters(school: School, now: datetime) -> dict[str, str]:
    return {one.to: one.message.draft.letter.text for one in school.tick(now)}


def test_the_letter_of_the_week_counts_what_waits_and_leads_to_each_work(school: School, wild: Wild):
    school.publish("Họp giao ban", due=date(2023, 10, 27), owner="Cô Lan")
    first, second = finished(school, pieces=2), finished(school, "Khảo sát")
    told = letters(school, MONDAY)
    assert LINE.format(3) in told["Cô Hoa"]
    hoa = school.person("Cô Hoa").id
    pages = [school.desk.links.open(hoa, MONDAY.date(), f"/viec/{one.id}") for one in (first, second)]
    assert f"- Nộp báo cáo (2)\n   {pages[0]}#minh-chung\n" in told["Cô Hoa"]
    assert f"- Khảo sát\n   {pages[1]}#minh-chung\n" in told["Cô Hoa"]
    (message,) = [message for _, message in wild.tried if message.to == "wild:hoa"]
    assert message.subject.startswith("Tuần 23/10–29/10: 1 việc đến hạn, 3 minh chứng chờ xem – ")
    assert LINE.format(3) in message.html
    assert f'<a href="{pages[0]}#minh-chung">Nộp báo cáo (2)</a>' in message.html
    to = school.person("Tổ giám sát").id
    watched = [school.desk.links.watch(to, MONDAY.date(), one.id) for one in (first, second)]
    assert LINE.format(3) in told["Tổ giám sát"]
    assert f"- Nộp báo cáo (2)\n   {watched[0]}#minh-chung\n" in told["Tổ giám sát"]
    assert f"- Khảo sát\n   {watched[1]}#minh-chung\n" in told["Tổ giám sát"]


def test_evidence_alone_opens_the_letter_of_the_week_once_and_for_who_looks_at_it_only(school: School):
    finished(school)
    told = letters(school, MONDAY)
    assert set(told) == {"Cô Hoa", "Tổ giám sát"}
    assert "Tuần 23/10–29/10: 1 minh chứng chờ xem – Trường" in told["Tổ giám sát"]
    assert "Tuần 23/10–29/10: 1 minh chứng chờ xem – Trường" in told["Cô Hoa"]
    finished(school, "Khảo sát")
    assert letters(school, MONDAY + timedelta(hours=2)) == letters(school, TUESDAY) == {}
    assert LINE.format(2) in letters(school, at(2023, 10, 30))["Cô Hoa"]


@pytest.mark.parametrize("how", ["gave it", "did the work", "another's"])
def test_a_member_reads_of_what_they_may_judge_themselves_alone(school: School, how: str):
    task = finished(school)
    member, other = school.person("Tổ giám sát"), school.publish("Khảo sát", due=FAR, owner="Cô Lan")
    match how:
        case "gave it":
            (piece,) = evidence.of_task(school.db, task.id)
            school.db.execute("UPDATE evidence SET person_id = ? WHERE id = ?", [member.id, piece.id])
        case "did the work":
            with transaction(school.db):
                actor = Actor(member.name, GIVEN)
                tasks.set_state(school.db, task.id, TaskState.OPEN, actor)
                tasks.set_state(school.db, task.id, TaskState.DONE, actor)
        case "another's":
            assert other.open
    told = letters(school, MONDAY)
    assert ("Tổ giám sát" in told) == (how == "another's")
    assert bool(not_theirs_to_judge(school.db, tasks.by_id(school.db, task.id), member)) == (how != "another's")
    assert LINE.format(1) in told["Cô Hoa"]


def test_the_committee_reads_of_it_once_a_week_and_not_in_the_message_of_a_day(school: School):
    school.publish("Nộp sổ", due=date(2023, 10, 10), owner="Cô Lan", published=at(2023, 9, 5))
    letters(school, MONDAY)
    finished(school)
    school.publish("Kiểm kê", due=date(2023, 10, 16), owner="Cô Lan", published=at(2023, 9, 5))
    told = letters(school, TUESDAY)
    assert "Kiểm kê" in told["Tổ giám sát"]
    assert "inh chứng" not in told["Tổ giám sát"]


def test_the_message_of_a_day_tells_it_too(school: School):
    finished(school)
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 25), owner=None)
    told = letters(school, TUESDAY)
    assert "Việc chưa ai nhận" in told["Cô Hoa"]
    assert LINE.format(1) in told["Cô Hoa"]


def test_where_nothing_waits_no_line_stands_and_no_letter_goes(school: School):
    look_at(school, finished(school))
    assert letters(school, MONDAY) == {}
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 25), owner=None)
    assert "inh chứng" not in letters(school, TUESDAY)["Cô Hoa"]


def test_of_dropped_work_and_of_days_to_come_nothing_waits(school: School):
    school.move(finished(school), TaskState.CANCELLED)
    finished(school, "Khảo sát", given=at(2023, 10, 26))
    assert letters(school, MONDAY) == {}


def test_a_teacher_who_is_reminded_does_not_hear_what_waits_for_others(school: School):
    finished(school)
    school.publish("Họp giao ban", due=date(2023, 10, 25), owner="Cô Lan")
    assert "inh chứng" not in letters(school, TUESDAY)["Cô Lan"]


@pytest.mark.parametrize("beside", [True, False])
def test_what_was_looked_at_while_the_letter_waited_is_not_told(school: School, wild: Wild, beside: bool):
    task, other = finished(school), finished(school, "Khảo sát")
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 25), owner=None)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert LINE.format(2) in letters(school, TUESDAY)["Cô Hoa"]
    look_at(school, task)
    if not beside:
        look_at(school, other)
    wild.ends = OutcomeKind.SENT
    told = letters(school, TUESDAY + timedelta(minutes=10))["Cô Hoa"]
    assert (LINE.format(1) in told, "Nộp báo cáo" in told) == (beside, False)
    assert ("inh chứng" in told) == beside


def test_a_letter_of_evidence_alone_does_not_go_once_all_was_looked_at(school: School, wild: Wild):
    task = finished(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(MONDAY)
    look_at(school, task)
    wild.ends = OutcomeKind.SENT
    dropped = school.tick(MONDAY + timedelta(minutes=10))
    assert ([one.message.state for one in dropped], len(wild.tried)) == (["cancelled"] * 2, 2)


def test_of_many_works_the_first_are_named_and_the_letter_stays_short(school: School):
    for number in range(12):
        finished(school, f"Việc {number} " + "rất dài " * 30)
    text = letters(school, MONDAY)["Cô Hoa"]
    assert LINE.format(12) in text
    assert len(re.findall(r"#minh-chung", text)) == MOST_NAMED
    assert "và minh chứng của 9 việc khác." in text
    assert len(text) < 1900


def test_the_letter_of_the_week_names_the_works_whose_check_stands_no_more(school: School, wild: Wild):
    """The committee sees that it must look again, though newer evidence was taken, until somebody checks anew."""
    task = finished(school)
    school.move(task, TaskState.CHECKED, GIVEN + timedelta(hours=1))
    assert "Cần kiểm tra lại" not in letters(school, MONDAY)["Tổ giám sát"]
    (piece,) = evidence.of_task(school.db, task.id)
    evidence.decide(school.db, piece.id, Actor("Cô Hoa", MONDAY, "ảnh mờ"), accepted=False)
    newer = Evidence(0, TUESDAY, school.person("Cô Lan").id, task.id, "https://anh.vn/ro")
    kept = evidence.propose(school.db, newer, Actor("Cô Lan", TUESDAY))
    evidence.decide(school.db, kept.id, Actor("Cô Hoa", TUESDAY), accepted=True)
    told = letters(school, at(2023, 10, 30))
    page = school.desk.links.watch(school.person("Tổ giám sát").id, date(2023, 10, 30), task.id)
    line = f"{rechecks.HEAD}\n- Nộp báo cáo\n   {page}"
    assert line in told["Tổ giám sát"]
    assert "Cần kiểm tra lại" in told["Cô Hoa"]
    _, message = [one for _, one in wild.tried if one.to == "wild:to"]
    assert message.subject.startswith("Tuần 30/10–05/11: 1 việc cần kiểm tra lại – ")
    assert f'<a href="{page}">Nộp báo cáo</a>' in message.html
    school.move(task, TaskState.DONE, at(2023, 10, 30))
    school.move(task, TaskState.CHECKED, at(2023, 10, 30, "09:00"))
    assert "Tổ giám sát" not in letters(school, at(2023, 11, 6))
