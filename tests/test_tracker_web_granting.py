"""A manager answers a request for more time by the link of their letter: their own rights, once, under their name."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import DUE, LEAD, Answering
from tracker import work
from tracker.answers.acting import Wish, act
from tracker.answers.saying import decided
from tracker.answers.token import Action
from tracker.importing import Incoming, store_plan
from tracker.store import extensions, history, ledger, people, schools
from tracker.store.database import open_database, transaction
from tracker.store.extensions import Extension
from tracker.store.history import Actor
from tracker.store.records import Office, TaskState
from tracker.web.site import national_calendar

HEAD, DEPUTY = "Cô Mai", "Thầy Quang"
OCTOBER_6, OCTOBER_3 = date(2023, 10, 6), date(2023, 10, 3)
YES = {"day": "2023-10-06"}


class Managers(Answering):
    """Two managers, each with the link of the letter about a request of Cô Lan's."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "Nộp báo cáo", "Khảo sát trẻ")
        for name in (HEAD, DEPUTY):
            self.appoint(name)
        self.request = self.ask()

    def appoint(self, name: str, office: Office = Office.MANAGER) -> None:
        with open_database(self.folder) as db, transaction(db):
            person = people.ensure(db, self.person(LEAD).school_id, name)
            db.execute("UPDATE people SET office = ? WHERE id = ?", [office.value, person.id])

    def ask(self, day: date = OCTOBER_6, reason: str = "chờ phòng", number: int = 0) -> Extension:
        with open_database(self.folder) as db:
            wish = Wish(self.task(number).id, self.person(LEAD).id, Action.EXTEND, day, reason)
            kept = act(db, wish, self.now, national_calendar())
            return extensions.by_id(db, kept.extension_id)

    def letter(self, name: str = HEAD, request: Extension | None = None) -> str:
        """The path of a manager's link to one request."""
        number = (request or self.request).id
        url = self.links().decide(self.person(name).id, self.now.date(), number)
        return "/" + url.split("/", 3)[3]

    def yes(self, path: str, **fields: str):
        return self.client.post(f"{path}/dong-y", data=YES | fields)

    def no(self, path: str, reason: str = "vẫn phải nộp đúng hạn"):
        return self.client.post(f"{path}/khong", data={"reason": reason})

    def stored(self) -> Extension:
        with open_database(self.folder) as db:
            return extensions.by_id(db, self.request.id)

    def story(self) -> list[tuple[str, str, str | None]]:
        with open_database(self.folder) as db:
            every = history.of_subject(db, "task", self.task().id)
        return [(one.what, one.who, one.why) for one in every if one.what.startswith("extension")]


@pytest.fixture
def school(tmp_path: Path) -> Managers:
    return Managers(tmp_path / "data")


def test_the_link_shows_who_asks_until_when_and_why_and_looking_changes_nothing(school: Managers) -> None:
    before = (school.folder / "tracker.db").read_bytes()
    page = school.get(school.letter()).text
    for words in (LEAD, "thứ Sáu 6/10/2023", "chờ phòng", "Nộp báo cáo", "- Nộp báo cáo: 29/09/2023"):
        assert words in page
    assert 'href="/gia-han' not in page
    assert (school.folder / "tracker.db").read_bytes() == before


def test_yes_moves_the_deadline_under_the_manager_s_name_and_who_asked_hears_it(school: Managers) -> None:
    path = school.letter()
    pressed = school.yes(path, note="cố gắng nhé")
    assert (pressed.status_code, pressed.headers["location"]) == (303, path)
    assert school.task().task.due.day == OCTOBER_6
    assert school.story()[-1] == ("extension approved", HEAD, "cố gắng nhé")
    with open_database(school.folder) as db:
        told = [one.planned.stage for one in ledger.of_task(db, school.task().id) if one.planned.stage.startswith("X-")]
    assert f"X-{school.request.id}" in told
    assert "Thầy/cô đã đồng ý gia hạn đến thứ Sáu 6/10/2023" in school.get(path).text


def test_another_day_is_given_and_told_as_another(school: Managers) -> None:
    school.yes(school.letter(), day="2023-10-03")
    assert school.task().task.due.day == OCTOBER_3
    assert "xin đến 06/10/2023" in school.task().task.due.basis
    assert (school.stored().day, school.stored().until) == (OCTOBER_6, OCTOBER_3)
    assert "đồng ý gia hạn đến thứ Ba 3/10/2023" in school.get(school.letter()).text
    teacher = school.get(school.path(Action.CHOOSE)).text
    assert "3/10/2023" in teacher
    with open_database(school.folder) as db:
        said = decided(extensions.by_id(db, school.request.id), school.task())
    assert "đến thứ Sáu 6/10/2023 đã được đồng ý đến thứ Ba 3/10/2023" in said


def test_no_keeps_the_deadline_and_needs_its_reason(school: Managers) -> None:
    path = school.letter()
    empty = school.no(path, " ")
    assert empty.status_code == 422
    assert "chưa viết vì sao" in empty.text
    assert school.stored().approved is None
    assert school.no(path).status_code == 303
    assert school.task().task.due.day == DUE
    assert school.story()[-1] == ("extension refused", HEAD, "vẫn phải nộp đúng hạn")


@pytest.mark.parametrize(
    ("day", "why"), [("", "chưa chọn ngày"), ("2023-09-29", "sau hạn hiện nay"), ("2029-01-01", "một năm")]
)
def test_a_day_that_cannot_be_is_told_and_nothing_typed_is_lost(school: Managers, day: str, why: str) -> None:
    answer = school.yes(school.letter(), day=day, note="cố gắng nhé")
    assert answer.status_code == 422
    assert why in answer.text
    assert 'value="cố gắng nhé"' in answer.text
    assert school.stored().approved is None


@pytest.mark.parametrize("press", [Managers.yes, Managers.no])
def test_a_double_tap_decides_once_and_shows_the_same(school: Managers, press) -> None:
    path = school.letter()
    for _ in range(2):
        assert press(school, path).status_code == 303
    assert len(school.story()) == 2
    assert "<b>✓</b> Thầy/cô đã" in school.get(path).text


def test_what_one_decided_is_told_to_the_other_and_stays(school: Managers) -> None:
    school.no(school.letter())
    other = school.letter(DEPUTY)
    page = school.get(other).text
    assert f"{HEAD} đã không đồng ý" in page
    assert "vẫn phải nộp đúng hạn" in page
    assert "<form" not in page
    late = school.yes(other, note="tôi đồng ý mà")
    assert late.status_code == 422
    assert f"{HEAD} đã không đồng ý" in late.text
    assert "tôi đồng ý mà" in late.text
    assert school.task().task.due.day == DUE


def test_who_decided_one_way_does_not_turn_it_by_the_same_page(school: Managers) -> None:
    school.no(school.letter())
    assert school.yes(school.letter()).status_code == 422
    assert school.stored().approved is False


def test_a_request_taken_back_or_replaced_says_so_and_leads_to_the_new_one(school: Managers) -> None:
    path = school.letter()
    newer = school.ask(date(2023, 10, 12), "phòng lùi lịch")
    page = school.get(path).text
    assert "đã rút đề nghị này" in page
    assert "<form" not in page
    assert school.letter(HEAD, newer) in page
    assert school.yes(path).status_code == 422
    assert school.task().task.due.day == DUE


def test_of_work_that_is_done_nothing_is_left_to_decide(school: Managers) -> None:
    with open_database(school.folder) as db:
        work.mark_done(db, school.task().id, Actor(LEAD, NOW), national_calendar())
    assert "Việc này đã xong nên" in school.get(school.letter()).text
    assert school.yes(school.letter()).status_code == 422
    assert school.task().state is TaskState.DONE


def test_the_other_requests_that_wait_are_one_press_away(school: Managers) -> None:
    second = school.ask(number=1)
    page = school.get(school.letter()).text
    assert "1 đề nghị khác đang chờ" in page
    assert school.letter(HEAD, second) in page
    assert school.get(school.letter(HEAD, second)).status_code == 200


@pytest.mark.parametrize("office", [Office.MEMBER, Office.COMMITTEE])
def test_the_link_opens_nothing_for_who_manages_no_more(school: Managers, office: Office) -> None:
    path = school.letter()
    school.appoint(HEAD, office)
    for answer in (school.get(path), school.yes(path), school.no(path)):
        assert "không phải người quản lý kế hoạch" in answer.text
        assert "Nộp báo cáo" not in answer.text
    assert school.stored().approved is None


def test_who_left_the_school_decides_nothing(school: Managers) -> None:
    path = school.letter()
    with open_database(school.folder) as db, transaction(db):
        db.execute("UPDATE people SET active = 0 WHERE id = ?", [school.person(HEAD).id])
    assert "Nộp báo cáo" not in school.yes(path).text
    assert school.stored().approved is None


def test_a_request_of_another_school_or_none_is_not_there(school: Managers) -> None:
    with open_database(school.folder) as db:
        other = make_plan(
            make_task("Việc trường khác", DUE, owners=("Cô Sen",)), school="Mầm non Sen Hồng", number="3/KH"
        )
        store_plan(db, Incoming(b"x", other), Actor("Văn thư", NOW), national_calendar(), publish=True)
        with transaction(db):
            (strange,) = [one for one in schools.all_schools(db) if "Sen Hồng" in one.name]
            stranger = people.ensure(db, strange.id, "Cô Hồng")
            db.execute("UPDATE people SET office = 'manager' WHERE id = ?", [stranger.id])
    url = school.links().decide(stranger.id, school.now.date(), school.request.id)
    path = "/" + url.split("/", 3)[3]
    for answer in (school.get(path), school.yes(path), school.no(path)):
        assert answer.status_code == 404
        assert "Nộp báo cáo" not in answer.text
    nowhere = school.links().decide(school.person(HEAD).id, school.now.date(), 999)
    assert school.get("/" + nowhere.split("/", 3)[3]).status_code == 404
    assert school.stored().approved is None


def test_nobody_grants_their_own_request_by_link(school: Managers) -> None:
    school.appoint(LEAD)
    path = school.letter(LEAD)
    assert "do chính thầy/cô gửi" in school.get(path).text
    assert school.yes(path).status_code == 422
    assert school.stored().approved is None


def test_links_of_other_kinds_do_not_stand_for_this_one(school: Managers) -> None:
    mine = school.letter().rpartition("/")[2]
    for path in ("/tra-loi/", "/giam-sat/", "/viec-cua-ban/"):
        assert school.get(path + mine).status_code == 404
    answer = school.path(Action.EXTEND, HEAD).rpartition("/")[2]
    assert school.get(f"/de-nghi/{answer}").status_code == 404
    assert school.client.post(f"/de-nghi/{answer}/dong-y", data=YES).status_code == 404


def test_the_link_grows_old_a_changed_one_is_nobody_s_and_another_site_cannot_press(school: Managers) -> None:
    path = school.letter()
    assert school.get(path[:-1]).status_code == 404
    headers = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert school.client.post(f"{path}/dong-y", data=YES, headers=headers).status_code == 403
    school.now += timedelta(days=46)
    old = school.yes(path)
    assert old.status_code == 410
    assert 'href="/"' not in old.text
    assert school.stored().approved is None
