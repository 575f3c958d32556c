"""A check stands for the evidence it saw: asked about, looked at again, taken back or made anew as that falls."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.fakes.answering import LEAD
from tests.fakes.committee import MEMBER, Committee
from tests.fakes.visitor import Visitor
from tracker.reporting import report_of
from tracker.reports.results import in_words
from tracker.store import evidence
from tracker.store.database import Database, open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import TaskState


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    return Committee(tmp_path / "data")


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


def test_the_manager_takes_a_check_back_that_stands_no_more_and_no_other(committee: Committee) -> None:
    committee.finish()
    with open_database(committee.folder) as db, transaction(db):
        kept = shown(committee, db, "ảnh", NOW)
    committee.client.post(f"{committee.work()}/kiem-tra")
    manager = Visitor(committee.folder, clock=lambda: committee.now)
    path = f"/viec/{committee.task().id}"
    assert "Lấy lại" not in manager.get(path).text
    assert manager.press(f"{path}/lay-lai", on=path).status_code == 409
    with open_database(committee.folder) as db, transaction(db):
        evidence.decide(db, kept.id, Actor("Cô Mai", NOW + timedelta(hours=1), "ảnh mờ"), accepted=False)
    committee.now += timedelta(hours=2)
    assert "Lấy lại “Đã kiểm tra”" in manager.get(path).text
    assert manager.press(f"{path}/lay-lai", on=path).headers["location"] == f"{path}?xong=chua-kiem-tra"
    assert committee.task().state is TaskState.DONE
    assert "Đã kiểm tra</button>" in manager.get(path).text
