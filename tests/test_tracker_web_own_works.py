"""The page of one's own works: only with the link of a message, nothing of anyone else, each work to be answered."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from schedules.calendar import WorkingDays
from tests.fakes.answering import LEAD, Answering
from tracker.answers.token import Action
from tracker.reminders.actions import Awaited, wait_for
from tracker.spoken import day_words
from tracker.store import people, tasks
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Part, TaskState


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data", "Nộp báo cáo", "Khảo sát trẻ", "Họp phụ huynh")


def path_of(lan: Answering, name: str = LEAD) -> str:
    url = lan.links().own(lan.person(name).id, lan.now.date())
    return "/" + url.split("/", 3)[3]


def test_the_link_shows_one_s_open_works_and_lets_nobody_change_them(lan: Answering) -> None:
    with open_database(lan.folder) as db, transaction(db):
        minh = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task(1).id, [(minh.id, Part.LEAD)])
    before = (lan.folder / "tracker.db").read_bytes()
    page = lan.get(path_of(lan)).text
    assert "Nộp báo cáo" in page
    assert "Khảo sát trẻ" not in page
    assert "<form" not in page
    assert 'href="/"' not in page
    assert lan.client.post(path_of(lan)).status_code == 405
    assert (lan.folder / "tracker.db").read_bytes() == before


def test_a_work_leads_to_its_answers_and_what_is_done_is_folded_below(lan: Answering) -> None:
    page = lan.get(path_of(lan)).text
    answer = re.search(r'href="(/tra-loi/[\w.-]+)">Khảo sát trẻ', page)
    assert answer
    done = re.search(r'action="(/tra-loi/[\w.-]+)">\s*<button>Đã xong', lan.get(answer[1]).text)
    assert done
    assert lan.client.post(done[1], follow_redirects=False).status_code == 303
    back = re.search(r'href="(/viec-cua-ban/[\w.-]+)"', lan.get(done[1]).text)
    assert back
    left, _, folded = lan.get(back[1]).text.partition("<details")
    assert "Khảo sát trẻ" not in left
    assert "Nộp báo cáo" in left
    assert "1 việc đã xong" in folded
    assert "Khảo sát trẻ" in folded
    assert "xong thứ Hai 18/9/2023, Cô Lan" in folded
    assert lan.get(re.search(r'href="(/tra-loi/[\w.-]+)">Khảo sát trẻ', folded)[1]).status_code == 200


def test_with_nothing_done_nothing_is_folded_and_works_of_others_are_not_there(lan: Answering) -> None:
    assert "<details" not in lan.get(path_of(lan)).text
    with open_database(lan.folder) as db, transaction(db):
        minh = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task(1).id, [(minh.id, Part.LEAD)])
        tasks.set_state(db, lan.task(1).id, TaskState.DONE, Actor("Thầy Minh", lan.now))
        tasks.set_state(db, lan.task(2).id, TaskState.CANCELLED, Actor("Văn thư", lan.now))
    page = lan.get(path_of(lan)).text
    assert "Khảo sát trẻ" not in page
    assert "Họp phụ huynh" not in page


def test_the_links_of_works_grow_old_with_the_page(lan: Answering) -> None:
    path = path_of(lan)
    lan.now += timedelta(days=44)
    answer = re.search(r'href="(/tra-loi/[\w.-]+)"', lan.get(path).text)
    assert answer
    assert lan.get(answer[1]).status_code == 200
    lan.now += timedelta(days=2)
    assert lan.get(answer[1]).status_code == 410


def test_links_of_answers_and_of_one_s_works_do_not_stand_for_each_other(lan: Answering) -> None:
    own = path_of(lan).rpartition("/")[2]
    assert lan.get(f"/tra-loi/{own}").status_code == 404
    assert lan.client.post(f"/tra-loi/{own}").status_code == 404
    assert lan.get(f"/ngung-nhan/{own}").status_code == 410
    answer = lan.path(Action.CHOOSE).rpartition("/")[2]
    assert lan.get(f"/viec-cua-ban/{answer}").status_code == 404


def test_the_link_grows_old_and_a_changed_one_is_nobody_s(lan: Answering) -> None:
    path = path_of(lan)
    assert lan.get(path[:-1]).status_code == 404
    lan.now += timedelta(days=46)
    assert lan.get(path).status_code == 410


def test_who_left_the_school_sees_nothing_any_more(lan: Answering) -> None:
    path = path_of(lan)
    with open_database(lan.folder) as db, transaction(db):
        db.execute("UPDATE people SET active = 0 WHERE id = ?", [lan.person().id])
    page = lan.get(path).text
    assert "Nộp báo cáo" not in page
    assert "không cần làm gì" in page


def test_a_work_on_hold_says_for_whom_it_waits_and_until_when(lan: Answering) -> None:
    with open_database(lan.folder) as db:
        until, head = lan.now.date() + timedelta(days=2), Actor("Cô Hoa", lan.now)
        wait_for(db, lan.task().id, Awaited("Phòng GD&ĐT", until), head, WorkingDays())
    words = f"Đang chờ Phòng GD&amp;ĐT đến hết {day_words(until)}; trong lúc chờ không nhắc, hạn không đổi."
    for page in (path_of(lan), lan.path(Action.CHOOSE)):
        assert words in lan.get(page).text
    lan.now += timedelta(days=3)
    assert "Đang chờ" not in lan.get(path_of(lan)).text
