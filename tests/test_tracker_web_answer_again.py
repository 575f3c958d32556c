"""Answering again by the same link: the same form sent twice is one answer, a later one is new, no words are lost."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from schedules.calendar import WorkingDays
from tests.fakes.answering import LEAD, Answering
from tracker import by_hand, work
from tracker.answers.links import path_of
from tracker.answers.token import Action, Token
from tracker.feeds.secret import master_key
from tracker.moving import NewDays
from tracker.reminders.actions import decide_extension
from tracker.store import extensions, notes, people, tasks
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor, of_subject
from tracker.store.records import Part, TaskState
from tracker.web.site import national_calendar

ASKED = {"day": "2023-10-06", "reason": "chờ phòng"}
LATER = {"day": "2023-10-12", "reason": "phòng lùi lịch họp"}
RED = 'class="word bad"'


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


def decide(lan: Answering, *, approved: bool) -> None:
    with open_database(lan.folder) as db:
        (asked,) = extensions.waiting(db, lan.person().school_id)
        decide_extension(db, asked.id, Actor("Cô Mai", lan.now, "đã rõ"), WorkingDays(), approved=approved)


def requests(lan: Answering) -> list[tuple[date, bool | None]]:
    with open_database(lan.folder) as db:
        return [(one.day, one.approved) for one in extensions.of_task(db, lan.task().id)]


@pytest.mark.parametrize("approved", [True, False])
def test_a_decision_is_told_once_by_every_link_of_the_work_while_it_describes_the_deadline(
    lan: Answering, approved: bool
) -> None:
    path = lan.path(Action.EXTEND)
    lan.client.post(path, data=ASKED | form(lan.get(path).text, path))
    decide(lan, approved=approved)
    words = f"đến thứ Sáu 6/10/2023 {'đã' if approved else 'không'} được đồng ý"
    links = {action: lan.path(action) for action in (Action.EXTEND, Action.CHOOSE)}
    lan.now += timedelta(days=1)
    links["of the next day"] = lan.path(Action.EXTEND)
    own = path_of(Token(Action.OWN, lan.person().id, "", lan.now.date()), master_key(lan.folder))
    assert {lan.get(one).text.count(words) for one in (*links.values(), own)} == {1}
    with open_database(lan.folder) as db:
        by_hand.move(
            db, lan.task().id, NewDays(date(2023, 10, 20)), Actor("Cô Mai", lan.now, "dời"), national_calendar()
        )
    assert words not in lan.get(lan.path(Action.CHOOSE)).text


def form(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that posts to an address."""
    body = page.partition(f'action="{action}"')[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', body))


@pytest.mark.parametrize("approved", [True, False])
def test_after_a_decision_the_same_link_asks_anew(lan: Answering, approved: bool) -> None:
    path = lan.path(Action.EXTEND)
    lan.client.post(path, data=ASKED | form(lan.get(path).text, path))
    decide(lan, approved=approved)
    page = lan.get(path).text
    assert "được đồng ý" in page
    assert 'name="reason"' in page
    assert lan.client.post(path, data=LATER | form(page, path)).status_code == 303
    assert requests(lan) == [(date(2023, 10, 6), approved), (date(2023, 10, 12), None)]
    after = lan.get(path).text
    assert "đề nghị gia hạn việc “Nộp báo cáo” đến thứ Năm 12/10/2023" in after
    assert "được đồng ý" not in after


def test_the_ways_from_a_refusal_lead_to_a_form_that_is_taken(lan: Answering) -> None:
    path = lan.path(Action.EXTEND)
    lan.client.post(path, data=ASKED | form(lan.get(path).text, path))
    decide(lan, approved=False)
    own = path_of(Token(Action.OWN, lan.person().id, "", lan.now.date()), master_key(lan.folder))
    (choose,) = set(re.findall(r'href="(/tra-loi/\w+)"', lan.get(own).text))
    page = lan.get(choose).text
    assert f'action="{path}"' in page
    assert lan.client.post(path, data=LATER | form(page, path)).status_code == 303
    assert requests(lan)[-1] == (date(2023, 10, 12), None)


@pytest.mark.parametrize("decided", [False, True])
def test_one_form_sent_twice_is_one_request(lan: Answering, decided: bool) -> None:
    path = lan.path(Action.EXTEND)
    fields = ASKED | form(lan.get(path).text, path)
    assert lan.client.post(path, data=fields).status_code == 303
    if decided:
        decide(lan, approved=False)
    assert lan.client.post(path, data=fields).status_code == 303
    assert requests(lan) == [(date(2023, 10, 6), False if decided else None)]
    with open_database(lan.folder) as db:
        story = [one.what for one in of_subject(db, "task", lan.task().id)]
    assert story.count("extension asked") == 1


def test_the_same_words_in_a_new_form_are_a_new_request(lan: Answering) -> None:
    path = lan.path(Action.EXTEND)
    lan.client.post(path, data=ASKED | form(lan.get(path).text, path))
    decide(lan, approved=False)
    lan.client.post(path, data=ASKED | form(lan.get(path).text, path))
    assert requests(lan) == [(date(2023, 10, 6), False), (date(2023, 10, 6), None)]


@pytest.mark.parametrize(
    ("action", "fields", "words"),
    [
        (Action.DONE, {}, "Đã ghi: việc “Nộp báo cáo” đã xong"),
        (Action.RECEIVED, {}, "Đã ghi: thầy/cô đã nhận việc"),
        (Action.SNOOZE, {"day": "2023-09-21"}, "Sẽ nhắc lại việc “Nộp báo cáo” vào thứ Năm 21/9/2023"),
        (Action.EXTEND, ASKED, "đề nghị gia hạn việc “Nộp báo cáo” đến thứ Sáu 6/10/2023"),
    ],
)
@pytest.mark.parametrize("hidden", [True, False])
def test_a_double_tap_shows_the_same_green_answer(
    lan: Answering, action: Action, fields: dict[str, str], words: str, hidden: bool
) -> None:
    path = lan.path(action)
    sent = fields | (form(lan.get(path).text, path) if hidden else {})
    for _ in range(2):
        pressed = lan.client.post(path, data=sent)
        assert (pressed.status_code, pressed.headers.get("location")) == (303, path)
    page = lan.get(path).text
    assert f"<b>✓</b> {words}" in page or words in page.partition("<b>✓</b>")[2]
    assert RED not in page


def test_a_double_tap_from_another_message_shows_the_same_green_answer(lan: Answering) -> None:
    yesterday = lan.path(Action.DONE)
    lan.now += timedelta(days=1)
    lan.client.post(yesterday)
    today = lan.path(Action.DONE)
    assert lan.client.post(today).status_code == 303
    page = lan.get(today).text
    assert "Đã ghi: việc “Nộp báo cáo” đã xong" in page
    assert RED not in page


def test_what_someone_else_finished_is_not_told_as_one_s_own(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    with open_database(lan.folder) as db:
        work.mark_done(db, lan.task().id, Actor("Cô Mai", lan.now), national_calendar())
    pressed = lan.client.post(path)
    assert pressed.status_code == 422
    assert "Cô Mai" in pressed.text
    assert "<b>✓</b> Đã ghi" not in pressed.text
    assert lan.task().done_by == "Cô Mai"


def test_done_again_after_it_was_opened_again_is_done_anew(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    lan.client.post(path, data=form(lan.get(path).text, path))
    with open_database(lan.folder) as db:
        work.reopen(db, lan.task().id, Actor("Cô Mai", lan.now), national_calendar())
    page = lan.get(path).text
    assert "Đã ghi" not in page
    assert lan.client.post(path, data=form(page, path)).status_code == 303
    assert lan.task().state is TaskState.DONE


def test_a_helper_s_part_is_noted_once_however_often_it_is_pressed(lan: Answering) -> None:
    with open_database(lan.folder) as db, transaction(db):
        minh = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task().id, [(lan.person().id, Part.LEAD), (minh.id, Part.HELPER)])
    path = lan.path(Action.DONE, "Thầy Minh")
    fields = form(lan.get(path).text, path)
    for _ in range(2):
        assert lan.client.post(path, data=fields).status_code == 303
    with open_database(lan.folder) as db:
        story = [one.what for one in of_subject(db, "task", lan.task().id)]
        assert notes.newest_of_school(db, lan.person().school_id)[lan.task().id].startswith("Phần phối hợp đã xong")
    assert story.count("note") == 1


def test_another_day_by_the_same_link_takes_the_place_of_the_first(lan: Answering) -> None:
    path = lan.path(Action.SNOOZE)
    assert lan.client.post(path, data={"day": "2023-09-20"}).status_code == 303
    choose = lan.get(lan.path(Action.CHOOSE)).text
    assert f'action="{path}"' in choose
    assert lan.client.post(path, data={"day": "2023-09-21"} | form(choose, path)).status_code == 303
    assert "vào thứ Năm 21/9/2023" in lan.get(path).text
    lan.client.post(f"{path}/lay-lai")
    assert "hẹn nhắc lại" not in lan.get(lan.path(Action.CHOOSE)).text


def test_taking_back_twice_shows_the_same(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    lan.client.post(path)
    for _ in range(2):
        assert lan.client.post(f"{path}/lay-lai").headers.get("location") == f"{path}?xong=lay-lai"
    assert lan.task().open
    assert lan.client.post(f"{lan.path(Action.RECEIVED)}/lay-lai").status_code == 422


def test_withdrawing_twice_shows_the_same_and_what_was_decided_stays(lan: Answering) -> None:
    path = lan.path(Action.EXTEND)
    lan.client.post(path, data=ASKED | form(lan.get(path).text, path))
    for _ in range(2):
        assert lan.client.post(f"{path}/rut-xin").headers.get("location") == f"{path}?xong=da-rut"
    assert "Đã rút đề nghị gia hạn" in lan.get(f"{path}?xong=da-rut").text
    lan.client.post(path, data=LATER | form(lan.get(path).text, path))
    decide(lan, approved=False)
    assert lan.client.post(f"{path}/rut-xin").status_code == 422


def test_on_the_last_day_no_form_asks_for_another_day_of_reminding(lan: Answering) -> None:
    lan.now += timedelta(days=11)
    for action in (Action.SNOOZE, Action.CHOOSE):
        page = lan.get(lan.path(action)).text
        assert 'id="nhac"' not in page
        assert "ngày cuối" in page
        assert "xin thêm thời gian" in page


def test_the_day_a_reminder_starts_from_is_one_that_is_taken(lan: Answering) -> None:
    with open_database(lan.folder) as db, transaction(db):
        stored = tasks.by_id(db, lan.task().id)
        assert stored.task.due.day == date(2023, 9, 29)
    lan.now += timedelta(days=10)
    path = lan.path(Action.SNOOZE)
    day = re.search(r'id="nhac" type="date" name="day" value="([\d-]+)"', lan.get(path).text)[1]
    assert day == "2023-09-29"
    assert lan.client.post(path, data={"day": day}).status_code == 303


def test_who_helps_is_told_who_may_ask_for_more_time(lan: Answering) -> None:
    with open_database(lan.folder) as db, transaction(db):
        minh = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task().id, [(lan.person().id, Part.LEAD), (minh.id, Part.HELPER)])
    page = lan.get(lan.path(Action.EXTEND, "Thầy Minh")).text
    assert 'name="reason"' not in page
    assert f"hãy nhắn với {LEAD}" in page


def test_words_typed_for_work_that_is_over_or_another_s_are_shown_again(lan: Answering) -> None:
    path = lan.path(Action.EXTEND)
    with open_database(lan.folder) as db:
        work.mark_done(db, lan.task().id, Actor("Cô Mai", lan.now), national_calendar())
    over = lan.client.post(path, data=LATER)
    assert over.status_code == 422
    assert "phòng lùi lịch họp" in over.text
    with open_database(lan.folder) as db, transaction(db):
        minh = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task().id, [(minh.id, Part.LEAD)])
    gone = lan.client.post(path, data=LATER)
    assert "nay do Thầy Minh phụ trách" in gone.text
    assert "phòng lùi lịch họp" in gone.text
