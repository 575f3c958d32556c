"""Who gave evidence hears what became of it: once, why it is not taken and where to give other, while it is news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers.acting import standing
from tracker.answers.own_work import last_list
from tracker.answers.showing import Shown, judge, show
from tracker.merging import merge
from tracker.reminders.actions import snooze
from tracker.store import answers, carried, evidence, tasks
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState
from tracker.web.site import national_calendar

OCTOBER_27 = date(2023, 10, 27)
GIVEN, NOW, LATER = at(2023, 10, 18, "08:00"), at(2023, 10, 18, "09:30"), at(2023, 10, 18, "10:00")
CHAIR = Actor("Cô Hoa", NOW, "ảnh mờ, không đọc được chữ ký")
REFUSED, TAKEN = (("Cô Lan", "evidence", f"EVIDENCE_{answer}") for answer in ("REFUSED", "ACCEPTED"))


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def finished(school: School, title: str = "Nộp báo cáo") -> StoredTask:
    """Publish work that Cô Lan has done."""
    task = school.publish(title, due=OCTOBER_27, owner="Cô Lan")
    school.move(task, TaskState.DONE)
    return task


def given(
    school: School, task: StoredTask, words: str = "biên bản", when: datetime = GIVEN, who: str = "Cô Lan"
) -> int:
    piece = Evidence(0, when, school.person(who).id, task.id, f"https://anh.vn/{words}", words)
    return evidence.propose(school.db, piece, Actor(who, when)).id


def answer(school: School, piece: int, *, accepted: bool = False, actor: Actor = CHAIR) -> None:
    judge(school.db, piece, actor, school.desk.working_days, accepted=accepted)


def refused(school: School, title: str = "Nộp báo cáo") -> StoredTask:
    task = finished(school, title)
    answer(school, given(school, task))
    return task


def recall(school: School, task: StoredTask) -> None:
    with transaction(school.db):
        school.db.execute("UPDATE plans SET status = 'withdrawn' WHERE id = ?", [task.plan_id])
        school.db.execute("UPDATE tasks SET published_at = NULL WHERE plan_id = ?", [task.plan_id])
        school.replan()


def told(school: School, now: datetime = NOW) -> list[tuple[str, str, str]]:
    """What went out at an instant."""
    found = [one for one in school.tick(now) if one.message.state.value == "sent"]
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in found]


def reasons(school: School) -> list[str]:
    return [row.reason for row in school.rows() if row.planned.stage.startswith("P-")]


def test_who_gave_it_hears_once_which_piece_why_by_whom_and_where_to_give_other(school: School, wild: Wild):
    task = refused(school)
    assert told(school) == [REFUSED]
    message = wild.tried[0][1]
    assert (message.to, message.subject) == ("wild:lan", "Minh chứng không được nhận: Nộp báo cáo")
    page = school.desk.links.task(task.id, school.person("Cô Lan").id, NOW.date()).page
    for words in (
        "Minh chứng “biên bản” không được nhận. Lý do: ảnh mờ, không đọc được chữ ký",
        "Người xem: Cô Hoa",
        f"{page}#minh-chung",
        "Xin gửi minh chứng khác ở trang của việc.",
    ):
        assert words in message.text
        assert words in message.html
    school.replan()
    assert told(school, LATER) + told(school, at(2023, 10, 19)) == []


def test_who_gave_it_hears_once_that_it_is_taken(school: School, wild: Wild):
    task = finished(school)
    answer(school, given(school, task), accepted=True, actor=Actor("Cô Hoa", NOW))
    assert told(school) == [TAKEN]
    (_, message) = wild.tried[0]
    assert message.subject == "Minh chứng được nhận: Nộp báo cáo"
    for words in ("minh chứng thầy/cô gửi đã được nhận:", "Minh chứng “biên bản” đã được nhận.", "Người xem: Cô Hoa"):
        assert words in message.text
    assert "gửi minh chứng khác" not in message.text
    assert "báo “đã xong”" not in message.text
    school.move(task, TaskState.CHECKED)
    school.postpone(task, date(2023, 11, 10))
    assert told(school, LATER) + told(school, at(2023, 10, 19)) == []


def test_of_work_that_is_not_reported_done_its_lead_is_told_to_say_so(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    for who in ("Cô Lan", "Thầy Minh"):
        answer(school, given(school, task, who=who), accepted=True)
    assert len(told(school)) == 2
    assert {message.to_name: "xin báo “đã xong”" in message.text for _, message in wild.tried} == {
        "Cô Lan": True,
        "Thầy Minh": False,
    }


def test_what_is_taken_piece_by_piece_within_the_hour_is_told_together(school: School, wild: Wild):
    answer(school, given(school, finished(school)), accepted=True)
    assert told(school) == [TAKEN]
    for title in ("Khảo sát", "Hội thi"):
        answer(school, given(school, finished(school, title)), accepted=True)
        assert told(school, LATER) == []
    assert told(school, at(2023, 10, 18, "10:31")) == [TAKEN]
    assert wild.tried[-1][1].subject == "Có 2 minh chứng được nhận"


def test_what_is_refused_waits_for_no_hour_and_takes_what_waits_with_it(school: School, wild: Wild):
    for piece in ("biên bản", "ảnh"):
        answer(school, given(school, finished(school, f"Việc có {piece}"), piece), accepted=True)
        told(school)
    refused(school)
    assert told(school, LATER) == [REFUSED]
    message = wild.tried[-1][1]
    assert message.subject == "Minh chứng thầy/cô gửi: 1 không được nhận, 1 được nhận"
    assert message.text.index("“ảnh” đã được nhận") < message.text.index("“biên bản” không được nhận")
    numbers = [
        tasks.by_id(school.db, one).task.title for one in answers.numbered(school.db, school.person("Cô Lan").id)
    ]
    assert numbers == ["Việc có ảnh", "Nộp báo cáo"]


def test_who_takes_what_they_gave_themselves_knows_it(school: School):
    answer(school, given(school, finished(school)), accepted=True, actor=Actor("Cô Lan", NOW))
    assert told(school) == []


@pytest.mark.parametrize(
    "change",
    [lambda school, task: school.move(task, TaskState.CANCELLED), recall, lambda s, t: s.assign(t, "Thầy Minh")],
)
def test_that_it_is_taken_is_not_told_of_work_that_is_dropped_recalled_or_another_s(school: School, change):
    task = finished(school)
    answer(school, given(school, task), accepted=True)
    change(school, task)
    assert told(school) == []


def test_work_still_to_do_is_told_as_well_and_rests_hold_nothing_back(school: School):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    snooze(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 25), Actor("Cô Lan", GIVEN))
    answer(school, given(school, task))
    assert told(school) == [REFUSED]


def test_it_waits_for_a_fit_hour_and_goes_beside_the_message_of_the_day(school: School):
    school.publish("Họp tổ", due=date(2023, 10, 26), owner="Cô Lan")
    answer(school, given(school, finished(school)), actor=replace(CHAIR, at=at(2023, 10, 18, "22:10")))
    assert told(school, at(2023, 10, 18, "22:11")) == []
    assert reasons(school) == ["HELD_QUIET_HOURS"]
    assert told(school, at(2023, 10, 19)) == [REFUSED, ("Cô Lan", "routine", "FIRST_NOTICE")]


def test_pieces_of_one_moment_are_one_message_and_a_later_one_another(school: School, wild: Wild):
    refused(school)
    refused(school, "Khảo sát")
    assert told(school) == [REFUSED]
    assert wild.tried[0][1].subject == "Có 2 minh chứng không được nhận"
    refused(school, "Hội thi")
    assert told(school, LATER) == [REFUSED]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda school, task: school.move(task, TaskState.CHECKED, NOW), "EVIDENCE_OVER"),
        (lambda school, task: school.move(task, TaskState.CANCELLED), "TASK_CANCELLED"),
        (recall, "NOT_PUBLISHED"),
        (lambda school, task: school.assign(task, "Thầy Minh"), "REASSIGNED"),
        (lambda school, task: given(school, task, "ảnh rõ", LATER), "EVIDENCE_OVER"),
        (
            lambda school, task: answer(school, given(school, task, "ảnh rõ", LATER, "Thầy Minh"), accepted=True),
            "EVIDENCE_OVER",
        ),
    ],
)
@pytest.mark.parametrize("on_its_way", [False, True])
def test_what_is_news_no_more_is_not_told_before_the_tick_nor_on_its_way(school, wild, change, reason, on_its_way):
    task = refused(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    if on_its_way:
        school.tick(NOW)
    change(school, task)
    wild.ends = OutcomeKind.SENT
    assert REFUSED not in told(school, LATER)
    assert reasons(school) == [reason]
    assert len(wild.tried) == on_its_way


def test_other_evidence_given_before_the_refusal_leaves_it_news_whatever_became_of_that(school: School):
    task = finished(school)
    first, second = given(school, task), given(school, task, "ảnh")
    given(school, task, "danh sách", who="Thầy Minh")
    answer(school, first)
    answer(school, second, accepted=True)
    assert told(school) == [REFUSED]


@pytest.mark.parametrize("checked", [False, True])
def test_where_one_piece_was_taken_a_refusal_asks_for_no_other(school: School, wild: Wild, checked: bool):
    """The reason is told, for both may have been needed; the letter says one thing of one work."""
    task, other = finished(school), finished(school, "Khảo sát")
    first, second, third = given(school, task, "ảnh 1"), given(school, task, "ảnh 2"), given(school, other)
    if checked:
        school.move(task, TaskState.CHECKED, GIVEN)
    answer(school, first, accepted=True, actor=Actor("Cô Hoa", NOW))
    answer(school, second, actor=replace(CHAIR, why="trùng tệp cũ"))
    assert told(school) == [REFUSED]
    text = wild.tried[0][1].text
    assert "Minh chứng “ảnh 1” đã được nhận." in text
    assert "Minh chứng “ảnh 2” không được nhận. Lý do: trùng tệp cũ" in text
    assert "đã có minh chứng được nhận nên không phải gửi thêm, trừ khi lý do trên nói còn thiếu" in text
    assert "minh chứng khác" not in text
    answer(school, third)
    assert told(school, LATER) == [REFUSED]
    assert "Xin gửi minh chứng khác ở trang của việc." in wild.tried[-1][1].text
    assert "không phải gửi thêm" not in wild.tried[-1][1].text


def test_what_another_gave_since_and_nobody_took_leaves_it_news(school: School):
    given(school, refused(school), "ảnh", LATER, "Thầy Minh")
    assert told(school, LATER) == [REFUSED]


def test_a_check_taken_back_before_it_was_told_makes_it_news_again(school: School):
    task = refused(school)
    school.move(task, TaskState.CHECKED, NOW)
    school.tick(NOW)
    school.move(task, TaskState.DONE)
    assert told(school, LATER) == [REFUSED]


def test_refused_after_the_check_it_is_told_and_a_check_made_anew_ends_it(school: School, wild: Wild):
    first, second = (finished(school, title) for title in ("Nộp báo cáo", "Khảo sát"))
    for task in (first, second):
        piece = given(school, task)
        school.move(task, TaskState.CHECKED, GIVEN)
        answer(school, piece)
    school.move(second, TaskState.DONE)
    school.move(second, TaskState.CHECKED, LATER)
    assert told(school, LATER) == [REFUSED]
    assert "Minh chứng không được nhận: Nộp báo cáo" in wild.tried[0][1].subject
    assert "“đã kiểm tra”" in wild.tried[0][1].text
    assert told(school, at(2023, 10, 18, "11:00")) == []


@pytest.mark.parametrize("before", [True, False])
def test_another_deadline_changes_nothing_of_it(school: School, wild: Wild, before: bool):
    task = refused(school)
    wild.ends = OutcomeKind.SENT if before else OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    school.postpone(task, date(2023, 11, 3))
    wild.ends = OutcomeKind.SENT
    assert told(school, LATER) == ([] if before else [REFUSED])
    school.postpone(task, date(2023, 11, 10))
    assert told(school, at(2023, 10, 18, "11:00")) == []


def test_dropped_moved_and_taken_up_again_it_is_told(school: School):
    task = refused(school)
    school.move(task, TaskState.CANCELLED)
    school.tick(NOW)
    school.postpone(task, date(2023, 11, 3))
    school.move(task, TaskState.DONE)
    assert told(school, LATER) == [REFUSED]
    school.replan()
    assert told(school, at(2023, 10, 18, "11:00")) == []


def test_a_helper_hears_of_what_they_gave(school: School):
    task = finished(school)
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    answer(school, given(school, task, who="Thầy Minh"))
    assert told(school) == [("Thầy Minh", "evidence", "EVIDENCE_REFUSED")]


def test_the_next_address_takes_over_a_new_one_hears_it_and_who_had_none_once_there_is_one(school: School, wild: Wild):
    school.reach("Cô Lan")
    refused(school)
    (kept,) = school.tick(NOW)
    assert kept.message.unsent
    wild.ends = OutcomeKind.PERMANENT_RECIPIENT
    school.reach("Cô Lan", "wild:cu", "wild:hai")
    school.tick(LATER)
    school.reach("Cô Lan", "wild:lan-moi")
    wild.ends = OutcomeKind.SENT
    assert REFUSED in told(school, at(2023, 10, 18, "10:30"))
    school.reach("Cô Lan", "wild:lan")
    assert told(school, at(2023, 10, 18, "11:00")) == []
    assert [message.to for _, message in wild.tried if "Minh chứng" in message.subject] == [
        *("wild:cu", "wild:hai", "wild:lan-moi")
    ]


def test_a_message_that_did_not_go_that_day_goes_the_next_though_its_work_moved_meanwhile(school: School, wild: Wild):
    task = refused(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(at(2023, 10, 18, "20:50"))
    school.postpone(task, date(2023, 11, 3))
    wild.ends = OutcomeKind.SENT
    assert told(school, at(2023, 10, 19)) == [REFUSED]


def test_two_names_that_are_one_person_hear_it_once(school: School):
    refused(school)
    assert told(school) == [REFUSED]
    gone, kept = (school.person(name).id for name in ("Cô Lan", "Thầy Minh"))
    merge(school.db, gone, kept, Actor("Cô Hoa", LATER), national_calendar())
    assert told(school, LATER) == []


def test_given_anew_by_the_link_and_refused_again_it_is_told_again(school: School):
    task = refused(school)
    assert told(school) == [REFUSED]
    show(school.db, standing(school.db, task.id, school.person("Cô Lan").id), Shown("https://anh.vn/hai"), LATER)
    answer(school, evidence.of_task(school.db, task.id)[-1].id, actor=replace(CHAIR, at=at(2023, 10, 18, "11:00")))
    assert told(school, at(2023, 10, 18, "11:01")) == [REFUSED]


def test_it_is_no_word_about_a_deadline(school: School):
    task = refused(school)
    school.tick(NOW)
    school.postpone(task, date(2023, 11, 10))
    school.move(task, TaskState.OPEN)
    assert carried.of_school(school.db, school.id) == {}
    assert "WORK_MOVED" not in {reason for _, _, reason in told(school, LATER)}


def test_what_was_refused_before_this_was_told_says_nothing(school: School, tmp_path):
    task = finished(school)
    evidence.decide(school.db, given(school, task), CHAIR, accepted=False)
    for statement in (
        "ALTER TABLE evidence DROP COLUMN due_version",
        "DELETE FROM _sqlite_migrations WHERE name LIKE 'm953%'",
    ):
        school.db.execute(statement)
    school.db.conn.commit()
    with open_database(tmp_path) as db, transaction(db):
        assert evidence.of_task(db, task.id)[0].accepted is False
        assert evidence.looked_at(db, school.id) == ()
    school.replan()
    assert told(school) == []


def test_its_works_are_numbered_for_who_answers_in_a_chat(school: School):
    task = refused(school)
    school.tick(NOW)
    assert [one.task_id for one in last_list(school.db, school.person("Cô Lan"))] == [task.id]
