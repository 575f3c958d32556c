"""“Không phải việc của tôi”: told with a reason, it waits for a manager; the work stays until one gives it to another."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import DUE, LEAD, Answering
from tests.fakes.visitor import Visitor
from tracker import work
from tracker.answers.links import path_of
from tracker.answers.token import Action, Token
from tracker.feeds.secret import master_key
from tracker.importing import Incoming, store_plan
from tracker.store import declines, history, people, schools
from tracker.store.database import open_database, transaction
from tracker.store.declines import Decline
from tracker.store.history import Actor
from tracker.store.records import Office, Part, TaskState
from tracker.web.site import national_calendar

HEAD, DEPUTY, OTHER = "Cô Mai", "Thầy Quang", "Thầy Minh"
REASON = "việc này của tổ Văn phòng"


class Staffroom(Answering):
    """Cô Lan has a work that is not hers; two managers and Thầy Minh."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "Nộp báo cáo")
        for name, office in ((HEAD, Office.MANAGER), (DEPUTY, Office.MANAGER), (OTHER, Office.MEMBER)):
            self.appoint(name, office)

    def appoint(self, name: str, office: Office) -> None:
        with open_database(self.folder) as db, transaction(db):
            person = people.ensure(db, self.person(LEAD).school_id, name)
            db.execute("UPDATE people SET office = ? WHERE id = ?", [office.value, person.id])

    def decline(self, reason: str = REASON):
        path = self.path(Action.NOT_MINE)
        after = re.search(r'name="after" value="(\d+)"', self.get(path).text)
        return self.client.post(path, data={"reason": reason, "after": after[1] if after else "0"})

    def told(self) -> list[Decline]:
        with open_database(self.folder) as db:
            return list(declines.waiting(db, self.person().school_id))

    def newest(self) -> Decline:
        with open_database(self.folder) as db:
            return declines.newest(db, self.task().id, self.person().id)

    def letter(self, name: str = HEAD, number: int | None = None) -> str:
        """The path of a manager's link to what was told."""
        url = self.links().hand(self.person(name).id, self.now.date(), number or self.newest().id)
        return "/" + url.split("/", 3)[3]

    def give(self, path: str, taker: str = OTHER, note: str = ""):
        chosen = str(self.person(taker).id) if taker else ""
        return self.client.post(f"{path}/giao", data={"taker": chosen, "note": note})

    def stays(self, path: str, reason: str = "tổ Văn phòng đã bàn giao"):
        return self.client.post(f"{path}/van-la", data={"reason": reason})

    def holders(self) -> dict[str, Part]:
        with open_database(self.folder) as db:
            return {people.by_id(db, one).name: part for one, part in people.assigned(db, self.task().id)}

    def story(self) -> list[tuple[str, str, str | None]]:
        with open_database(self.folder) as db:
            return [(one.what, one.who, one.why) for one in history.of_subject(db, "task", self.task().id)]

    def signed_in(self) -> Visitor:
        return Visitor(self.folder, clock=lambda: self.now)


@pytest.fixture
def school(tmp_path: Path) -> Staffroom:
    return Staffroom(tmp_path / "data")


def test_it_is_told_once_and_the_work_stays_until_it_is_answered(school: Staffroom) -> None:
    path = school.path(Action.NOT_MINE)
    for _ in range(2):
        assert school.client.post(path, data={"reason": REASON, "after": "0"}).headers.get("location") == path
    assert [one.reason for one in school.told()] == [REASON]
    assert school.holders() == {LEAD: Part.LEAD}
    assert school.task().open
    assert [one for one in school.story() if one[0] == "declined"] == [("declined", LEAD, REASON)]
    page = school.get(path).text
    assert "không phải của thầy/cô" in page
    assert 'class="word bad"' not in page


@pytest.mark.parametrize("where", ["choose", "own"])
def test_what_waits_is_shown_wherever_the_work_is_answered(school: Staffroom, where: str) -> None:
    school.decline()
    own = path_of(Token(Action.OWN, school.person().id, "", school.now.date()), master_key(school.folder))
    page = school.get(school.path(Action.CHOOSE) if where == "choose" else own).text
    assert "Thầy/cô đã báo đây không phải việc của mình" in page
    assert f'action="{school.path(Action.NOT_MINE)}"' not in page


def test_it_needs_a_reason(school: Staffroom) -> None:
    answer = school.decline(" ")
    assert answer.status_code == 422
    assert "chưa viết vì sao" in answer.text
    assert school.told() == []


def test_it_is_taken_back_while_nobody_answered(school: Staffroom) -> None:
    school.decline()
    path = school.path(Action.NOT_MINE)
    for _ in range(2):
        assert school.client.post(f"{path}/lay-lai").headers.get("location") == f"{path}?xong=lay-lai"
    assert school.told() == []
    assert [what for what, *_ in school.story()].count("decline withdrawn") == 1
    assert school.decline().status_code == 303
    assert len(school.told()) == 1


def test_a_reminder_stays_as_it_was(school: Staffroom) -> None:
    school.client.post(school.path(Action.SNOOZE), data={"day": "2023-09-21"})
    school.decline()
    school.client.post(f"{school.path(Action.NOT_MINE)}/lay-lai")
    assert "hẹn nhắc lại việc này; sẽ nhắc lại vào thứ Năm 21/9/2023" in school.get(school.path(Action.CHOOSE)).text


def test_the_manager_sees_it_on_the_board_the_page_of_requests_and_the_work(school: Staffroom) -> None:
    school.decline()
    manager = school.signed_in()
    assert "<b>1 việc</b> được báo là không phải" in manager.get("/").text
    assert REASON in manager.get("/gia-han").text
    assert f"{LEAD} báo đây không phải việc của mình" in manager.get(f"/viec/{school.task().id}").text
    assert "Báo không phải việc của mình" in manager.get(f"/viec/{school.task().id}").text


def test_given_to_another_by_the_page_of_the_work_it_waits_no_more(school: Staffroom) -> None:
    school.decline()
    manager, task = school.signed_in(), school.task()
    manager.press(f"/viec/{task.id}/giao", on=f"/viec/{task.id}", **{f"part-{school.person(OTHER).id}": "lead"})
    assert school.told() == []
    assert school.newest().decision == declines.GIVEN
    assert f"nay do {OTHER} phụ trách" in school.get(school.path(Action.NOT_MINE)).text
    manager.press(f"/viec/{task.id}/giao", on=f"/viec/{task.id}", **{f"part-{school.person().id}": "lead"})
    assert school.told() == []


def test_signed_in_a_manager_says_that_it_stays_with_a_reason(school: Staffroom) -> None:
    school.decline()
    manager, path = school.signed_in(), f"/gia-han/bao-nham/{school.newest().id}/van-la"
    assert manager.press(path, on="/gia-han", reason=" ").status_code == 422
    assert len(school.told()) == 1
    for _ in range(2):
        assert manager.press(path, on="/gia-han", reason="đã phân công").status_code == 303
    assert school.told() == []
    assert "việc vẫn của thầy/cô. Lý do: đã phân công" in school.get(school.path(Action.CHOOSE)).text
    assert [what for what, *_ in school.story()].count("decline kept") == 1


def test_by_the_letter_the_work_is_given_to_another_in_the_manager_s_name(school: Staffroom) -> None:
    school.decline()
    path = school.letter()
    page = school.get(path).text
    assert REASON in page
    assert LEAD in page
    for _ in range(2):
        assert school.give(path, note="thầy nhận giúp").headers.get("location") == path
    assert school.holders() == {OTHER: Part.LEAD}
    assert [one for one in school.story() if one[0] == "reassigned"][-1] == ("reassigned", HEAD, "thầy nhận giúp")
    assert "<b>✓</b> Thầy/cô đã giao việc cho người khác" in school.get(path).text
    late = school.stays(school.letter(DEPUTY), "vẫn của cô Lan")
    assert late.status_code == 422
    assert f"{HEAD} đã giao việc" in late.text
    assert "vẫn của cô Lan" in late.text


def test_by_the_letter_the_part_is_given_and_the_others_keep_theirs(school: Staffroom) -> None:
    with open_database(school.folder) as db, transaction(db):
        parts = [(school.person().id, Part.HELPER), (school.person(DEPUTY).id, Part.LEAD)]
        people.assign(db, school.task().id, parts)
    school.decline()
    school.give(school.letter())
    assert school.holders() == {OTHER: Part.HELPER, DEPUTY: Part.LEAD}


def test_who_leads_already_keeps_leading_when_given_a_helper_s_part(school: Staffroom) -> None:
    with open_database(school.folder) as db, transaction(db):
        parts = [(school.person().id, Part.HELPER), (school.person(DEPUTY).id, Part.LEAD)]
        people.assign(db, school.task().id, parts)
    school.decline()
    school.give(school.letter(), DEPUTY)
    assert school.holders() == {DEPUTY: Part.LEAD}


def test_by_the_letter_it_stays_for_a_reason(school: Staffroom) -> None:
    school.decline()
    path = school.letter()
    empty = school.stays(path, " ")
    assert (empty.status_code, "chưa viết vì sao" in empty.text) == (422, True)
    nobody = school.give(path, "", "ai cũng được")
    assert (nobody.status_code, "chưa chọn người" in nobody.text, 'value="ai cũng được"' in nobody.text) == (
        422,
        True,
        True,
    )
    for _ in range(2):
        assert school.stays(path).status_code == 303
    assert school.holders() == {LEAD: Part.LEAD}
    assert school.newest().decision == declines.KEPT


def test_a_work_that_stays_may_be_told_again(school: Staffroom) -> None:
    school.decline()
    school.stays(school.letter())
    assert school.decline("đã hỏi lại tổ trưởng").status_code == 303
    assert [one.reason for one in school.told()] == ["đã hỏi lại tổ trưởng"]


def test_of_work_that_is_done_nothing_waits(school: Staffroom) -> None:
    school.decline()
    path = school.letter()
    with open_database(school.folder) as db:
        work.mark_done(db, school.task().id, Actor(LEAD, NOW), national_calendar())
    assert school.told() == []
    assert school.give(path).status_code == 422
    assert school.holders() == {LEAD: Part.LEAD}
    assert school.task().state is TaskState.DONE


@pytest.mark.parametrize("office", [Office.MEMBER, Office.COMMITTEE])
def test_the_link_opens_nothing_for_who_manages_no_more(school: Staffroom, office: Office) -> None:
    school.decline()
    path = school.letter()
    school.appoint(HEAD, office)
    for answer in (school.get(path), school.give(path), school.stays(path)):
        assert "không phải người quản lý kế hoạch" in answer.text
        assert "Nộp báo cáo" not in answer.text
    assert len(school.told()) == 1


def test_people_and_works_of_another_school_are_not_there(school: Staffroom) -> None:
    school.decline()
    with open_database(school.folder) as db:
        other = make_plan(make_task("Việc khác", DUE, owners=("Cô Sen",)), school="Mầm non Sen Hồng", number="3/KH")
        store_plan(db, Incoming(b"x", other), Actor("Văn thư", NOW), national_calendar(), publish=True)
        with transaction(db):
            (strange,) = [one for one in schools.all_schools(db) if "Sen Hồng" in one.name]
            db.execute("UPDATE people SET office = 'manager' WHERE school_id = ? AND name = 'Cô Sen'", [strange.id])
    path = school.letter("Cô Sen")
    for answer in (school.get(path), school.give(path), school.stays(path)):
        assert answer.status_code == 404
    assert school.give(school.letter(), "Cô Sen").status_code == 422
    assert school.holders() == {LEAD: Part.LEAD}
    assert school.get(school.letter(number=999)).status_code == 404


def test_links_of_other_kinds_do_not_stand_for_this_one_and_it_grows_old(school: Staffroom) -> None:
    school.decline()
    path = school.letter()
    token = path.rpartition("/")[2]
    for other in ("/tra-loi/", "/giam-sat/", "/viec-cua-ban/", "/de-nghi/"):
        assert school.get(other + token).status_code == 404
    request = school.links().decide(school.person(HEAD).id, school.now.date(), school.newest().id)
    assert school.get(f"/doi-nguoi/{request.rpartition('/')[2]}").status_code == 404
    school.now += timedelta(days=46)
    assert school.give(path).status_code == 410
    assert len(school.told()) == 1


def test_the_work_s_row_says_that_it_was_declined_until_somebody_answered(school: Staffroom) -> None:
    words = f"Báo không phải việc của mình {school.now:%d/%m/%Y}: {REASON} (chưa trả lời)"
    manager = school.signed_in()
    assert words not in manager.get("/").text
    school.decline()
    assert words in manager.get("/").text
    manager.press(f"/gia-han/bao-nham/{school.newest().id}/van-la", on="/gia-han", reason="đã phân công")
    assert words not in manager.get("/").text
