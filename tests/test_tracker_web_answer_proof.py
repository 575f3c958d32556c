"""Who did a work shows that it is done: a link given on the page where they answer, confirmed by the manager."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.fakes.answering import Answering
from tests.fakes.reminding import preview_desk
from tests.fakes.visitor import Visitor
from tracker.answers.showing import MOST_WAITING, judge
from tracker.answers.token import Action
from tracker.reminders.tick import tick
from tracker.store import evidence
from tracker.store.database import open_database
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.web.site import national_calendar

DRIVE = "https://drive.google.com/drive/folders/abc?usp=sharing&x=1"
TITLE = "biên bản số 3"


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


@pytest.fixture
def done(lan: Answering) -> str:
    """The path of the link by which Cô Lan said that her work is done."""
    path = lan.path(Action.DONE)
    lan.client.post(path, follow_redirects=False)
    return path


def shows(lan: Answering, path: str, url: str = DRIVE, words: str = TITLE):
    return lan.client.post(f"{path}/minh-chung", data={"proof": url, "words": words}, follow_redirects=False)


def kept(lan: Answering) -> tuple[Evidence, ...]:
    with open_database(lan.folder) as db:
        return evidence.of_task(db, lan.task().id)


def test_open_work_asks_for_no_evidence(lan: Answering) -> None:
    assert 'id="minh-chung"' not in lan.get(lan.path(Action.CHOOSE)).text


def test_right_after_saying_done_a_link_is_given_and_waits_for_the_manager(lan: Answering, done: str) -> None:
    assert f'action="{done}/minh-chung"' in lan.get(done).text
    answer = shows(lan, done)
    assert answer.status_code == 303
    page = lan.get(answer.headers["location"]).text
    assert "Đã gửi minh chứng" in page
    assert TITLE in page
    assert "chờ xác nhận" in page
    (one,) = kept(lan)
    assert (one.url, one.words, one.via, one.accepted, one.person_id) == (DRIVE, TITLE, "link", None, lan.person().id)


def test_a_done_work_leads_to_it_from_one_s_own_works(lan: Answering, done: str) -> None:
    own = "/" + lan.links().own(lan.person().id, lan.now.date()).split("/", 3)[3]
    found = re.search(r'href="(/tra-loi/[\w.-]+)#minh-chung">Gửi minh chứng', lan.get(own).text)
    assert found
    shows(lan, found[1])
    assert ">1 minh chứng đã gửi</a>" in lan.get(own).text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "drive",
        "www.",
        "drive.google.com/a b",
        "a@b.vn",
        "https://",
        "https://a b.vn/x",
        "https://[x",
        "ftp://a.vn",
    ],
)
def test_what_is_no_link_is_refused_beside_it_and_stands_as_typed(lan: Answering, done: str, url: str) -> None:
    answer = shows(lan, done, url)
    assert answer.status_code == 422
    assert 'id="sai-lien-ket"' in answer.text
    assert f'value="{TITLE}"' in answer.text
    assert f'action="{done}/minh-chung"' in answer.text
    assert kept(lan) == ()


@pytest.mark.parametrize("typed", ["drive.google.com/abc", "drive.google.com", "onedrive.live.com:443/x?id=1"])
def test_a_link_typed_without_its_beginning_gets_it(lan: Answering, done: str, typed: str) -> None:
    assert shows(lan, done, typed).status_code == 303
    assert [one.url for one in kept(lan)] == [f"https://{typed}"]


def test_nothing_given_at_all_is_said_beside_the_first_way_to_give_it(lan: Answering, done: str) -> None:
    answer = shows(lan, done, "")
    assert answer.status_code == 422
    assert 'id="sai-tep">Chưa có gì để gửi.' in answer.text
    assert f'value="{TITLE}"' in answer.text
    assert kept(lan) == ()


def test_the_same_link_is_kept_once_and_only_so_many_wait(lan: Answering, done: str) -> None:
    for number in (0, *range(MOST_WAITING)):
        assert shows(lan, done, f"{DRIVE}{number}").status_code == 303
    assert len(kept(lan)) == MOST_WAITING
    assert shows(lan, done, f"{DRIVE}more").status_code == 422


def test_work_given_to_another_takes_nothing_by_an_old_link(lan: Answering, done: str) -> None:
    with open_database(lan.folder) as db, db.conn:
        db.execute("DELETE FROM assignments")
    answer = shows(lan, done)
    assert "thầy/cô không cần làm gì" in answer.text
    assert kept(lan) == ()


def test_who_gave_it_sees_that_the_manager_took_it(lan: Answering, done: str) -> None:
    shows(lan, done)
    (one,) = kept(lan)
    assert Visitor(lan.folder).press(f"/minh-chung/{one.id}/nhan", on=f"/viec/{lan.task().id}").status_code == 303
    assert "✓ đã nhận" in lan.get(done).text


def test_who_gave_it_reads_why_it_was_not_taken_there_and_among_their_works(lan: Answering, done: str) -> None:
    shows(lan, done)
    (one,) = kept(lan)
    Visitor(lan.folder).press(f"/minh-chung/{one.id}/khong", on=f"/viec/{lan.task().id}", refused_why="chưa có chữ ký")
    assert "Lý do không nhận: chưa có chữ ký" in lan.get(done).text
    own = "/" + lan.links().own(lan.person().id, lan.now.date()).split("/", 3)[3]
    assert f"{TITLE}: chưa có chữ ký" in lan.get(own).text


def test_how_evidence_stands_is_said_where_the_done_works_are_folded(lan: Answering, done: str) -> None:
    shows(lan, done)
    own = "/" + lan.links().own(lan.person().id, lan.now.date()).split("/", 3)[3]
    folded = "1 việc đã xong · 1 việc có minh chứng đang chờ xem</summary>"
    assert folded in lan.get(own).text
    assert '<details id="da-xong"><' in lan.get(own).text
    chair, page = Visitor(lan.folder), f"/viec/{lan.task().id}"
    chair.press(f"/minh-chung/{kept(lan)[0].id}/khong", on=page, refused_why="chưa có chữ ký")
    assert '<details id="da-xong" open><' in lan.get(own).text
    assert "1 việc đã xong · 1 việc có minh chứng không được nhận</summary>" in lan.get(own).text
    lan.now += timedelta(minutes=5)
    shows(lan, done, f"{DRIVE}&y=2", "biên bản có chữ ký")
    assert folded in lan.get(own).text
    assert "2 minh chứng đã gửi</a>: 1 chờ xác nhận; 1 không nhận (chưa có chữ ký)" in lan.get(own).text
    assert chair.press(f"/minh-chung/{kept(lan)[1].id}/nhan", on=page).status_code == 303
    assert "1 việc đã xong</summary>" in lan.get(own).text


def test_refused_after_the_check_it_is_shown_among_their_works_until_they_gave_other(lan: Answering, done: str) -> None:
    shows(lan, done)
    chair, page = Visitor(lan.folder), f"/viec/{lan.task().id}"
    assert chair.press(f"{page}/kiem-tra", on=page).status_code == 303
    own = "/" + lan.links().own(lan.person().id, lan.now.date()).split("/", 3)[3]
    assert "không được nhận" not in lan.get(own).text
    lan.now += timedelta(minutes=5)
    with open_database(lan.folder) as db:
        judge(db, kept(lan)[0].id, Actor("Cô Mai", lan.now, "ảnh mờ"), national_calendar().working_days, accepted=False)
    for words in ("đã kiểm tra, cần xem lại", "1 việc có minh chứng không được nhận</summary>", f"{TITLE}: ảnh mờ"):
        assert words in lan.get(own).text
    lan.now += timedelta(minutes=5)
    shows(lan, done, f"{DRIVE}&y=2", "biên bản có chữ ký")
    assert "1 việc có minh chứng đang chờ xem</summary>" in lan.get(own).text


@pytest.mark.parametrize("button", ["nhan", ""])
def test_among_their_works_a_refusal_is_over_once_they_gave_other(lan: Answering, done: str, button: str) -> None:
    shows(lan, done)
    chair, page = Visitor(lan.folder), f"/viec/{lan.task().id}"
    chair.press(f"/minh-chung/{kept(lan)[0].id}/khong", on=page, refused_why="chưa có chữ ký")
    lan.now += timedelta(minutes=5)
    shows(lan, done, f"{DRIVE}&y=2", "biên bản có chữ ký")
    if button:
        assert chair.press(f"/minh-chung/{kept(lan)[1].id}/{button}", on=page).status_code == 303
    own = "/" + lan.links().own(lan.person().id, lan.now.date()).split("/", 3)[3]
    assert "không được nhận" not in lan.get(own).text


def test_who_gave_it_is_written_to_when_it_is_not_taken(lan: Answering, done: str) -> None:
    shows(lan, done)
    (one,) = kept(lan)
    chair = Visitor(lan.folder)
    answer = chair.press(f"/minh-chung/{one.id}/khong", on=f"/viec/{lan.task().id}", refused_why="chưa có chữ ký")
    assert "Người gửi được báo lý do trong giờ gửi." in chair.get(answer.headers["location"]).text
    with open_database(lan.folder) as db:
        (told,) = tick(db, NOW + timedelta(hours=1), preview_desk()).delivered
    assert (told.person.name, told.message.draft.kind) == ("Cô Lan", "evidence")
    page = chair.get("/tin-nhan").text
    assert "minh chứng không được nhận; báo lại cho người gửi" in page
    assert f"Minh chứng “{TITLE}” không được nhận. Lý do: chưa có chữ ký" in page
    assert "trả lời minh chứng · Cô Lan" in chair.get(f"/viec/{lan.task().id}").text
