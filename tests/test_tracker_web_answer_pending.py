"""A request for more time that waits is shown wherever its work is answered; it is changed or taken back there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.fakes.answering import Answering
from tracker import work
from tracker.answers.links import path_of
from tracker.answers.token import Action, Token
from tracker.feeds.secret import master_key
from tracker.reports.beside import asked_words
from tracker.store import extensions, people
from tracker.store.database import open_database, transaction
from tracker.store.extensions import Extension
from tracker.store.history import Actor
from tracker.store.records import Part
from tracker.web.site import national_calendar

ASKED = {"day": "2023-10-06", "reason": "chờ phòng"}


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    made = Answering(tmp_path / "data")
    assert made.client.post(made.path(Action.EXTEND), data=ASKED).status_code == 303
    return made


def waiting(lan: Answering) -> list[tuple[date, str]]:
    with open_database(lan.folder) as db:
        return [(one.day, one.reason) for one in extensions.waiting(db, lan.person().school_id)]


def minh(lan: Answering) -> str:
    """Let Thầy Minh lead the work too."""
    with open_database(lan.folder) as db, transaction(db):
        other = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task().id, [(lan.person().id, Part.LEAD), (other.id, Part.LEAD)])
    return other.name


@pytest.mark.parametrize("action", [Action.CHOOSE, Action.EXTEND, Action.RECEIVED])
def test_every_link_of_the_work_shows_what_waits(lan: Answering, action: Action) -> None:
    page = lan.get(lan.path(action)).text
    assert "thứ Sáu 6/10/2023" in page
    assert "Rút đề nghị gia hạn" in page


def test_the_page_of_own_works_shows_what_waits_and_what_was_taken_on(lan: Answering) -> None:
    lan.client.post(lan.path(Action.RECEIVED))
    token = Token(Action.OWN, lan.person().id, "", lan.now.date())
    page = lan.get(path_of(token, master_key(lan.folder))).text
    assert "Thầy/cô đã xin gia hạn đến thứ Sáu 6/10/2023, đang chờ" in page
    assert "Thầy/cô đã nhận việc này; sẽ nhắc lại vào thứ Sáu 29/9/2023" in page


def test_another_link_of_a_work_taken_on_says_so(lan: Answering) -> None:
    lan.client.post(lan.path(Action.RECEIVED))
    assert "Thầy/cô đã nhận việc này; sẽ nhắc lại vào" in lan.get(lan.path(Action.CHOOSE)).text


def test_a_new_day_takes_the_place_of_the_old_one(lan: Answering) -> None:
    new = {"day": "2023-10-09", "reason": "phòng lùi lịch"}
    assert lan.client.post(lan.path(Action.EXTEND), data=new).status_code == 303
    assert waiting(lan) == [(date(2023, 10, 9), "phòng lùi lịch")]
    assert "đến thứ Hai 9/10/2023" in lan.get(lan.path(Action.EXTEND)).text


def test_pressing_twice_asks_once(lan: Answering) -> None:
    with open_database(lan.folder) as db:
        before = extensions.waiting(db, lan.person().school_id)
        assert lan.client.post(lan.path(Action.EXTEND), data=ASKED).status_code == 303
        assert extensions.waiting(db, lan.person().school_id) == before


def test_a_past_day_is_refused_and_says_nothing_of_having_been_sent(lan: Answering) -> None:
    answer = lan.client.post(lan.path(Action.EXTEND), data={"day": "2023-09-01", "reason": "chờ số liệu"})
    assert answer.status_code == 422
    assert "Ngày xin gia hạn phải sau hôm nay" in answer.text
    assert "Đã gửi người quản lý" not in answer.text
    assert 'value="2023-09-01"' in answer.text
    assert 'value="chờ số liệu"' in answer.text
    assert waiting(lan) == [(date(2023, 10, 6), "chờ phòng")]


def test_a_request_says_why(lan: Answering) -> None:
    answer = lan.client.post(lan.path(Action.EXTEND), data={"day": "2023-10-12", "reason": " "})
    assert answer.status_code == 422
    assert "chưa viết vì sao" in answer.text
    assert 'value="2023-10-12"' in answer.text


def test_what_waits_is_taken_back_by_any_link(lan: Answering) -> None:
    choose = lan.path(Action.CHOOSE)
    assert lan.client.post(f"{choose}/rut-xin").status_code == 303
    assert waiting(lan) == []
    assert "đang chờ" not in lan.get(choose).text
    assert lan.client.post(f"{choose}/rut-xin").status_code == 303
    other = lan.client.post(f"{lan.path(Action.CHOOSE, minh(lan))}/rut-xin")
    assert (other.status_code, "đang chờ: đã có trả lời hoặc đã rút" in other.text) == (422, True)
    assert lan.client.post(lan.path(Action.EXTEND), data=ASKED).status_code == 303


def test_taking_a_request_back_leaves_what_was_taken_on(lan: Answering) -> None:
    lan.client.post(lan.path(Action.RECEIVED))
    lan.client.post(f"{lan.path(Action.CHOOSE)}/rut-xin")
    assert "Thầy/cô đã nhận việc này" in lan.get(lan.path(Action.CHOOSE)).text


def test_of_work_that_is_done_no_request_waits_anywhere(lan: Answering) -> None:
    with open_database(lan.folder) as db:
        work.mark_done(db, lan.task().id, Actor("Cô Lan", lan.now), national_calendar())
        assert extensions.waiting_of(db, lan.task().id) == ()
        (asked,) = extensions.of_task(db, lan.task().id)
        with pytest.raises(LookupError):
            extensions.decide(db, asked.id, Actor("Hiệu trưởng", lan.now), approved=True)
    assert asked.needless
    assert "(không còn cần: việc đã xong)" in asked_words(asked)
    page = lan.get(lan.path(Action.CHOOSE)).text
    assert "đang chờ" not in page
    assert "Rút đề nghị" not in page


def test_an_open_request_is_told_as_not_answered() -> None:
    assert "(chưa trả lời)" in asked_words(Extension(1, "viec-1", 1, date(2023, 10, 6), ""))
