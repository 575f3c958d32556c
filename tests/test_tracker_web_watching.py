"""The board of the monitoring committee behind a member's link: they see all, change nothing, and check under their name."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import LEAD
from tests.fakes.committee import MEMBER, Committee
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.by_hand import bring_back, drop
from tracker.importing import Incoming, store_plan
from tracker.store import evidence, history, people
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import Office, Part, TaskState
from tracker.web.site import national_calendar


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    return Committee(tmp_path / "data")


def test_the_link_shows_every_work_and_looking_changes_nothing(committee: Committee) -> None:
    before = (committee.folder / "tracker.db").read_bytes()
    page = committee.get(committee.board()).text
    assert "Nộp báo cáo" in page
    assert "Khảo sát trẻ" in page
    assert LEAD in page
    assert 'method="post"' not in page
    assert 'href="/"' not in page
    assert (committee.folder / "tracker.db").read_bytes() == before


def test_the_board_leads_to_the_page_of_a_work_with_its_quote(committee: Committee) -> None:
    found = re.search(r'href="(/giam-sat/\w+/viec/[\w-]+)">Nộp báo cáo', committee.get(committee.board()).text)
    assert found
    page = committee.get(found[1]).text
    assert "- Nộp báo cáo: 29/09/2023" in page.replace("<mark>", "").replace("</mark>", "")
    assert 'href="/viec/' not in page
    assert 'href="/ke-hoach/' not in page


def test_a_member_checks_what_is_done_under_their_own_name(committee: Committee) -> None:
    committee.finish()
    page = committee.get(committee.board()).text
    assert "Đã xong, chờ kiểm tra" in page
    answer = committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "Đã xem bản ký"})
    assert answer.status_code == 303
    task = committee.task()
    assert (task.state, task.checked_by, task.done_by) == (TaskState.CHECKED, MEMBER, LEAD)
    with open_database(committee.folder) as db:
        last = history.of_subject(db, "task", task.id)[-1]
    assert (last.who, last.why) == (MEMBER, "Đã xem bản ký")
    assert f", {MEMBER}" in committee.get(answer.headers["location"]).text


def test_a_double_tap_checks_once_and_shows_the_same(committee: Committee) -> None:
    committee.finish()
    for _ in range(2):
        assert committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "Đã xem"}).status_code == 303
    with open_database(committee.folder) as db:
        story = [one.now for one in history.of_subject(db, "task", committee.task().id)]
    assert story.count(TaskState.CHECKED.value) == 1


def test_a_member_sees_how_the_evidence_stands_before_checking(committee: Committee) -> None:
    committee.finish()
    with open_database(committee.folder) as db, transaction(db):
        shown = Evidence(0, NOW, committee.person().id, committee.task().id, "https://a.vn/1", "ảnh")
        for accepted in (None, False):
            kept = evidence.propose(db, shown, Actor(LEAD, NOW))
            if accepted is False:
                evidence.decide(db, kept.id, Actor("Cô Mai", NOW, "ảnh mờ"), accepted=False)
    assert "1 chờ xác nhận; 1 không nhận (ảnh mờ)" in committee.get(committee.board()).text
    page = committee.get(committee.work()).text
    assert page.index("1 chờ xác nhận; 1 không nhận (ảnh mờ)") < page.index('id="kiem-tra"')


def test_what_was_dropped_by_hand_is_told_on_both_boards_until_it_is_taken_up(committee: Committee) -> None:
    why = Actor("Cô Mai", NOW, "Phòng hoãn.")
    with open_database(committee.folder) as db:
        drop(db, committee.task().id, why, national_calendar())
    for page in (committee.get(committee.board()).text, Visitor(committee.folder).get("/").text):
        assert "<b>1</b>đã bỏ" in page
        assert "Đã bỏ: 1 việc" in page
        assert "Phòng hoãn (Cô Mai, 18/09/2023)" in page
    with open_database(committee.folder) as db:
        bring_back(db, committee.task().id, why, national_calendar())
    assert "đã bỏ" not in committee.get(committee.board()).text


def test_what_is_not_done_yet_cannot_be_checked(committee: Committee) -> None:
    assert "kiem-tra" not in committee.get(committee.work()).text
    refused = committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "x"})
    assert refused.status_code == 422
    assert "chưa được báo xong" in refused.text
    assert committee.task().open


def test_nobody_checks_what_they_reported_done_themselves(committee: Committee) -> None:
    committee.finish(MEMBER)
    refused = committee.client.post(f"{committee.work()}/kiem-tra")
    assert refused.status_code == 422
    assert "do chính thầy/cô báo xong" in refused.text
    assert committee.task().state is TaskState.DONE


def test_a_check_pressed_by_mistake_is_taken_back_and_the_owner_s_word_stays(committee: Committee) -> None:
    committee.finish()
    done_at = committee.task().done_at
    committee.now += timedelta(hours=1)
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert committee.client.post(f"{committee.work()}/lay-lai").status_code == 303
    task = committee.task()
    assert (task.state, task.done_by, task.done_at, task.checked_by) == (TaskState.DONE, LEAD, done_at, None)


def test_only_who_checked_takes_it_back(committee: Committee) -> None:
    committee.appoint("Cô Hoa")
    committee.finish()
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert committee.client.post(f"{committee.work('Cô Hoa')}/lay-lai").status_code == 422
    assert committee.task().checked_by == MEMBER


def test_a_note_too_long_is_refused_and_kept_on_the_form(committee: Committee) -> None:
    committee.finish()
    refused = committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "Đã xem " * 100})
    assert refused.status_code == 422
    assert "cần không quá 500" in refused.text
    assert "Đã xem Đã xem" in refused.text
    assert committee.task().state is TaskState.DONE


@pytest.mark.parametrize("office", [Office.MEMBER, Office.MANAGER])
def test_the_link_opens_nothing_for_who_is_not_of_the_committee(office: Office, committee: Committee) -> None:
    committee.finish()
    committee.appoint(MEMBER, office)
    for path in (committee.board(), committee.work()):
        page = committee.get(path).text
        assert "Nộp báo cáo" not in page
        assert "không có tên trong Tổ giám sát" in page
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert committee.task().state is TaskState.DONE


def test_who_left_the_school_sees_and_checks_nothing_any_more(committee: Committee) -> None:
    committee.finish()
    committee.leave()
    assert "Nộp báo cáo" not in committee.get(committee.board()).text
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert committee.task().state is TaskState.DONE


def test_the_works_of_another_school_and_drafts_are_not_there(committee: Committee) -> None:
    with open_database(committee.folder) as db:
        actor, calendar = Actor("Văn thư", NOW), national_calendar()
        other = make_plan(make_task("Việc trường khác", NOW.date()), school="Trường Mầm non Sen Hồng", number="3/KH")
        draft = make_plan(make_task("Việc còn nháp", NOW.date()), number="9/KH")
        store_plan(db, Incoming(b"x", other), actor, calendar, publish=True)
        store_plan(db, Incoming(b"y", draft), actor, calendar, publish=False)
    strange = [one for one in committee.tasks() if one.task.title in {"Việc trường khác", "Việc còn nháp"}]
    page = committee.get(committee.board()).text
    assert len(strange) == 2
    for task in strange:
        assert task.task.title not in page
        assert committee.get(committee.board(task_id=task.id)).status_code == 404
        assert committee.client.post(committee.board(task_id=task.id) + "/kiem-tra").status_code == 404


def test_links_of_works_and_of_the_board_do_not_stand_for_each_other(committee: Committee) -> None:
    board = committee.board().rpartition("/")[2]
    assert committee.get(f"/viec-cua-ban/{board}").status_code == 404
    assert committee.get(f"/tra-loi/{board}").status_code == 404
    assert committee.client.post(f"/tra-loi/{board}").status_code == 404
    own = committee.path(Action.CHOOSE, MEMBER).rpartition("/")[2]
    assert committee.get(f"/giam-sat/{own}").status_code == 404


def test_the_link_grows_old_and_a_changed_one_is_nobody_s(committee: Committee) -> None:
    path = committee.board()
    assert committee.get(path[:-1]).status_code == 404
    committee.now += timedelta(days=46)
    assert committee.get(path).status_code == 410
    assert committee.client.post(f"{path}/viec/{committee.task().id}/kiem-tra").status_code == 410


def test_the_board_is_asked_for_one_person_s_works(committee: Committee) -> None:
    page = committee.get(f"{committee.board()}?nguoi={committee.person(MEMBER).id}").text
    assert "Nộp báo cáo" not in page
    assert "Người này chưa có việc nào" in page


def test_the_manager_finds_a_member_s_link_on_their_page_and_nobody_else_has_one(committee: Committee) -> None:
    committee.client.post(committee.link)
    found = re.search(
        r'value="http://[^/"]+(/giam-sat/\w+)"', committee.get(f"/nguoi/{committee.person(MEMBER).id}").text
    )
    assert found
    committee.client.cookies.clear()
    assert "Nộp báo cáo" in committee.get(found[1]).text
    committee.client.post(committee.link)
    assert "/giam-sat/" not in committee.get(f"/nguoi/{committee.person(LEAD).id}").text


def test_work_whose_last_useful_day_is_over_presses_on_both_boards_and_is_not_called_due(committee: Committee) -> None:
    committee.now += timedelta(days=12)  # Saturday behind a Friday's deadline: late on Monday
    manager = Visitor(committee.folder, clock=lambda: committee.now)
    for page in (committee.get(committee.board()).text, manager.get("/").text):
        shown = html.fromstring(page)
        pressing = shown.xpath('//section[@id="can-xong-ngay"]//a[@class="name"]/text()')
        assert sorted(pressing) == ["Khảo sát trẻ", "Nộp báo cáo"]
        assert shown.xpath('//a[@href="#can-xong-ngay"]/b/text()') == ["2"]
        assert not shown.xpath('//section[@id="tuan-nay" or @id="qua-han"]')


def test_who_leads_a_work_stands_before_who_helps(committee: Committee) -> None:
    with open_database(committee.folder) as db, transaction(db):
        school, lead = committee.person().school_id, committee.person().id
        helper = people.ensure(db, school, "An").id  # first by name
        people.assign(db, committee.task().id, [(helper, Part.HELPER), (lead, Part.LEAD)])
    page = html.fromstring(committee.get(committee.work()).text)
    (listed,) = page.xpath('//section[h2="Người làm"]')
    told = " ".join(listed.text_content().split())
    assert told.index(f"{LEAD} (chủ trì)") < told.index("An (phối hợp)")


def test_a_member_named_as_the_committee_is_not_told_so_twice(committee: Committee) -> None:
    committee.appoint("Tổ giám sát")
    (kicker,) = html.fromstring(committee.get(committee.board("Tổ giám sát")).text).xpath('//p[@class="kicker"]')
    assert kicker.text_content().count("Tổ giám sát") == 1
    (kicker,) = html.fromstring(committee.get(committee.board()).text).xpath('//p[@class="kicker"]')
    assert f"Tổ giám sát: {MEMBER}" in kicker.text_content()
