"""The board of the monitoring committee behind a member's link: they see all, change nothing, and check under their name."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import LEAD
from tests.fakes.committee import MEMBER, Committee
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.by_hand import bring_back, drop
from tracker.importing import Incoming, store_plan
from tracker.reporting import report_of
from tracker.reports.results import in_words
from tracker.store import evidence, history
from tracker.store.database import Database, open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import Office, TaskState
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


def test_a_check_whose_evidence_was_all_refused_since_stands_to_be_looked_at_again(committee: Committee) -> None:
    committee.finish()
    doubt = f"Minh chứng duy nhất đã bị trả lại (ảnh mờ) sau khi {MEMBER} ghi “Đã kiểm tra”; cần xem lại."
    with open_database(committee.folder) as db, transaction(db):
        shown = Evidence(0, NOW, committee.person().id, committee.task().id, "https://a.vn/1", "ảnh")
        kept = evidence.propose(db, shown, Actor(LEAD, NOW))
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert "xem-lai" not in committee.get(committee.board()).text
    with open_database(committee.folder) as db, transaction(db):
        evidence.decide(db, kept.id, Actor("Cô Mai", NOW + timedelta(hours=1), "ảnh mờ"), accepted=False)
    manager = Visitor(committee.folder)
    for page in (committee.get(committee.board()).text, committee.get(committee.work()).text, manager.get("/").text):
        assert 'id="xem-lai"' in page
        assert doubt in page.replace("</b> ", "")
    assert doubt in manager.get(f"/viec/{committee.task().id}").text
    committee.now += timedelta(hours=2)
    committee.client.post(f"{committee.work()}/lay-lai")
    assert committee.client.post(f"{committee.work()}/kiem-tra").status_code == 422
    committee.client.post(f"{committee.work()}/kiem-tra", data={"sure": "1"})
    for page in (committee.get(committee.board()).text, committee.get(committee.work()).text, manager.get("/").text):
        assert "xem-lai" not in page


def test_a_check_stands_for_the_evidence_it_saw_until_somebody_checks_anew(committee: Committee) -> None:
    """What is given after the check, waiting or taken, was not seen by who checked; another member may look again."""
    committee.appoint("Cô Hạnh")
    committee.finish()
    with open_database(committee.folder) as db, transaction(db):
        first = shown(committee, db, "ảnh", NOW)
    committee.client.post(f"{committee.work()}/kiem-tra")
    with open_database(committee.folder) as db, transaction(db):
        evidence.decide(db, first.id, Actor("Cô Mai", NOW + timedelta(hours=1), "ảnh mờ"), accepted=False)
        second = shown(committee, db, "bản ký", NOW + timedelta(hours=2))
    manager = Visitor(committee.folder, clock=lambda: committee.now)
    paths = (committee.board(), committee.work(), committee.board("Cô Hạnh"), committee.work("Cô Hạnh"))
    told = f"Minh chứng khi ấy đã bị trả lại (ảnh mờ) sau khi {MEMBER} ghi “Đã kiểm tra”; minh chứng gửi sau đó "
    committee.now += timedelta(hours=3)
    pages = [*map(committee.get, paths), manager.get("/"), manager.get(f"/viec/{committee.task().id}")]
    assert all(f"{told}đang chờ xác nhận; cần xem lại." in page.text for page in pages)
    with open_database(committee.folder) as db, transaction(db):
        evidence.decide(db, second.id, Actor("Cô Mai", committee.now), accepted=True)
    pages = [*map(committee.get, paths), manager.get("/"), manager.get(f"/viec/{committee.task().id}")]
    taken = f"{told}đã được nhận; cần xem minh chứng ấy rồi kiểm tra lại"
    assert all(f"{taken}." in page.text for page in pages)
    with open_database(committee.folder) as db:
        report = report_of(db, 1, committee.now.date(), committee.now)
    assert f"Xem lại: {taken}" in report.results[0].achieved
    assert "Minh chứng: bản ký (https://a.vn/bản ký, gửi sau khi đã kiểm tra)" in report.results[0].achieved
    assert "1 việc đã kiểm tra, minh chứng bị trả lại sau đó: cần kiểm tra lại." in in_words(report.results)
    committee.now += timedelta(hours=1)
    assert committee.client.post(f"{committee.work('Cô Hạnh')}/lay-lai").status_code == 303
    assert committee.client.post(f"{committee.work('Cô Hạnh')}/kiem-tra").status_code == 303
    pages = [*map(committee.get, paths), manager.get("/"), manager.get(f"/viec/{committee.task().id}")]
    assert not any("xem-lai" in page.text for page in pages)
    with open_database(committee.folder) as db:
        (found, *_) = report_of(db, 1, committee.now.date(), committee.now).results
    assert "Minh chứng: bản ký (https://a.vn/bản ký)" in found.achieved


def shown(committee: Committee, db: Database, words: str, at: datetime) -> Evidence:
    piece = Evidence(0, at, committee.person().id, committee.task().id, f"https://a.vn/{words}", words)
    return evidence.propose(db, piece, Actor(LEAD, at))


@pytest.mark.parametrize("beside", [None, True])
def test_a_check_stands_while_some_of_what_it_saw_does(committee: Committee, beside: bool | None) -> None:
    committee.finish()
    with open_database(committee.folder) as db, transaction(db):
        refused, other = shown(committee, db, "ảnh", NOW), shown(committee, db, "bản ký", NOW)
        if beside:
            evidence.decide(db, other.id, Actor("Cô Mai", NOW), accepted=True)
    committee.client.post(f"{committee.work()}/kiem-tra")
    with open_database(committee.folder) as db, transaction(db):
        evidence.decide(db, refused.id, Actor("Cô Mai", NOW + timedelta(hours=1), "ảnh mờ"), accepted=False)
    assert "xem-lai" not in committee.get(committee.board()).text
    committee.appoint("Cô Hạnh")
    assert committee.client.post(f"{committee.work('Cô Hạnh')}/lay-lai").status_code == 422


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
    assert "do chính bạn báo xong" in refused.text
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


def _shown(committee: Committee, *answers: bool | None) -> None:
    """Let the owner give pieces of evidence, each taken, refused, or not answered yet."""
    with open_database(committee.folder) as db, transaction(db):
        for number, accepted in enumerate(answers):
            piece = Evidence(0, NOW, 1, committee.task().id, f"https://so.vn/{number}", f"ảnh {number}")
            kept = evidence.propose(db, piece, Actor(LEAD, NOW))
            if accepted is not None:
                evidence.decide(db, kept.id, Actor("Cô Mai", NOW, "ảnh mờ"), accepted=accepted)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ((False,), "Minh chứng duy nhất đã bị trả lại (ảnh mờ)."),
        ((False, False), "Cả 2 minh chứng đều đã bị trả lại (ảnh mờ)."),
    ],
)
def test_a_check_over_evidence_that_was_all_refused_is_asked_about_once(
    committee: Committee, answers: tuple[bool, ...], asked: str
) -> None:
    committee.finish()
    _shown(committee, *answers)
    first = committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "Đã xem sổ"})
    assert (first.status_code, committee.task().state) == (422, TaskState.DONE)
    assert asked in first.text
    assert ">Đã xem sổ</textarea>" in first.text
    sure = re.search(r'name="(\w+)" value="1">Vẫn ghi Đã kiểm tra', first.text)
    again = committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "Đã xem sổ", sure[1]: "1"})
    assert (again.status_code, committee.task().state) == (303, TaskState.CHECKED)


@pytest.mark.parametrize("answers", [(), (None,), (True,), (False, True), (False, None)])
def test_a_check_with_other_evidence_or_none_is_not_asked_about(
    committee: Committee, answers: tuple[bool | None, ...]
) -> None:
    committee.finish()
    _shown(committee, *answers)
    assert committee.client.post(f"{committee.work()}/kiem-tra", data={"note": ""}).status_code == 303
    assert committee.task().state is TaskState.CHECKED


def test_who_looks_after_the_plan_is_asked_the_same(committee: Committee) -> None:
    committee.finish()
    _shown(committee, False)
    chair, page = Visitor(committee.folder), f"/viec/{committee.task().id}"
    first = chair.press(f"{page}/kiem-tra", on=page, note="Đã xem sổ")
    assert (first.status_code, committee.task().state) == (422, TaskState.DONE)
    assert "Minh chứng duy nhất đã bị trả lại (ảnh mờ)." in first.text
    assert ">Đã xem sổ</textarea>" in first.text
    assert 'name="sure" value="1">Vẫn ghi Đã kiểm tra' in first.text
    again = chair.press(f"{page}/kiem-tra", on=page, note="Đã xem sổ", sure="1")
    assert (again.status_code, committee.task().state) == (303, TaskState.CHECKED)


def test_a_program_is_told_that_all_evidence_was_refused_until_it_says_that_it_is_sure(committee: Committee) -> None:
    committee.finish()
    _shown(committee, False, False)
    chair, path = Visitor(committee.folder), f"/api/tasks/{committee.task().id}/checked"
    for body in (None, {"note": "Đã xem sổ"}, {"sure": False}):
        first = chair.client.post(path, json=body)
        assert (first.status_code, committee.task().state) == (409, TaskState.DONE)
        told = first.json()["error"]
        assert told.startswith("Cả 2 minh chứng đều đã bị trả lại (ảnh mờ).")
        assert "“sure”: true" in told
    again = chair.client.post(path, json={"note": "Đã xem sổ", "sure": True})
    assert (again.status_code, again.json()["state"], committee.task().state) == (200, "checked", TaskState.CHECKED)


@pytest.mark.parametrize("answers", [(), (None,), (True,), (False, True)])
def test_a_program_checks_a_work_with_other_evidence_or_none_at_once(
    committee: Committee, answers: tuple[bool | None, ...]
) -> None:
    committee.finish()
    _shown(committee, *answers)
    assert Visitor(committee.folder).client.post(f"/api/tasks/{committee.task().id}/checked").json()["checked_at"]


def test_the_description_of_the_api_tells_of_being_sure(committee: Committee) -> None:
    told = Visitor(committee.folder).get("/api/openapi.json").json()
    call = told["paths"]["/api/tasks/{task_id}/checked"]["post"]
    assert "minh chứng đã bị trả lại" in call["responses"]["409"]["description"]
    assert told["components"]["schemas"]["Checked"]["properties"]["sure"]["default"] is False
