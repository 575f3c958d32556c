"""A member of the committee takes evidence or refuses it from their link, never their own, and downloads the reports."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import docx
import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import LEAD
from tests.fakes.committee import MEMBER, Committee
from tests.fakes.visitor import Visitor
from tracker.importing import Incoming, store_plan
from tracker.store import evidence, history
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import Office
from tracker.web.site import national_calendar


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    made = Committee(tmp_path / "data")
    made.finish()
    return made


def give(committee: Committee, who: str = LEAD, task: int = 0) -> Evidence:
    with open_database(committee.folder) as db, transaction(db):
        piece = Evidence(0, NOW, committee.person(who).id, committee.task(task).id, "https://a.vn/1", "ảnh bảng tin")
        return evidence.propose(db, piece, Actor(who, NOW))


def shown(committee: Committee, piece: Evidence) -> Evidence:
    with open_database(committee.folder) as db:
        return evidence.by_id(db, piece.id)


def press(committee: Committee, piece: Evidence, button: str, name: str = MEMBER, **fields: str):
    return committee.client.post(f"{committee.work(name)}/minh-chung/{piece.id}/{button}", data=fields)


def test_what_waits_stands_on_the_board_and_leads_to_its_buttons(committee: Committee) -> None:
    piece = give(committee)
    board = committee.get(committee.board()).text
    assert "<b>Minh chứng chờ xem: 1</b>" in board
    assert f'href="{committee.work()}#minh-chung"' in board
    page = committee.get(committee.work()).text
    for button in ("nhan", "khong"):
        assert f'action="{committee.work()}/minh-chung/{piece.id}/{button}"' in page


def test_a_member_takes_evidence_under_their_own_name_once(committee: Committee) -> None:
    piece = give(committee)
    for _ in range(2):
        assert press(committee, piece, "nhan").headers["location"].endswith("?xong=nhan-minh-chung#minh-chung")
    found = shown(committee, piece)
    assert (found.accepted, found.decided_by) == (True, MEMBER)
    with open_database(committee.folder) as db:
        story = [(one.what, one.who) for one in history.of_subject(db, "task", committee.task().id)]
    assert story.count(("evidence accepted", MEMBER)) == 1
    assert "Minh chứng chờ xem" not in committee.get(committee.board()).text


def test_a_refusal_needs_its_reason_which_the_sender_reads(committee: Committee) -> None:
    piece = give(committee)
    missing = press(committee, piece, "khong", refused_why=" ")
    assert missing.status_code == 422
    assert "Lý do không nhận cần từ 1 đến 500 ký tự" in missing.text
    assert shown(committee, piece).accepted is None
    assert press(committee, piece, "khong", refused_why="ảnh mờ").status_code == 303
    assert "Lý do không nhận: ảnh mờ" in committee.get(committee.work()).text
    own = "/" + committee.links().own(committee.person().id, committee.now.date()).split("/", 3)[3]
    assert "ảnh bảng tin: ảnh mờ" in committee.get(own).text


def test_who_answers_first_counts_and_the_other_reads_who_did(committee: Committee) -> None:
    committee.appoint("Cô Hạnh")
    piece = give(committee)
    press(committee, piece, "nhan", "Cô Hạnh")
    late = press(committee, piece, "khong", refused_why="ảnh mờ")
    assert late.status_code == 422
    assert "Cô Hạnh đã nhận minh chứng này rồi." in late.text
    assert shown(committee, piece).accepted is True


def test_nobody_judges_what_they_gave_or_what_shows_their_own_work(committee: Committee) -> None:
    piece = give(committee, MEMBER)
    assert "do chính thầy/cô gửi" in committee.get(committee.work()).text
    assert f"/minh-chung/{piece.id}/nhan" not in committee.get(committee.work()).text
    refused = press(committee, piece, "nhan")
    assert (refused.status_code, shown(committee, piece).accepted) == (422, None)
    committee.appoint(LEAD)
    of_lead = give(committee)
    others = give(committee, MEMBER)
    for one in (of_lead, others):
        refused = press(committee, one, "nhan", LEAD)
        assert (refused.status_code, shown(committee, one).accepted) == (422, None)
        assert "do chính thầy/cô báo xong" in refused.text


@pytest.mark.parametrize("button", ["nhan", "khong"])
@pytest.mark.parametrize("office", [Office.MEMBER, Office.MANAGER])
def test_who_is_not_of_the_committee_judges_nothing_and_downloads_nothing(
    committee: Committee, office: Office, button: str
) -> None:
    committee.appoint("Cô Hoa", office)
    piece = give(committee)
    assert "không có tên trong Tổ giám sát" in press(committee, piece, button, "Cô Hoa", refused_why="x").text
    assert shown(committee, piece).accepted is None
    for file in ("phu-luc-2", "so-theo-doi"):
        answer = committee.get(f"{committee.board('Cô Hoa')}/ke-hoach/1/{file}")
        assert "không có tên trong Tổ giám sát" in answer.text


def test_evidence_of_another_work_is_not_there(committee: Committee) -> None:
    other = give(committee, task=1)
    assert press(committee, other, "nhan").status_code == 404
    assert shown(committee, other).accepted is None


def test_evidence_given_after_a_refusal_is_taken_by_the_committee(committee: Committee) -> None:
    press(committee, give(committee), "khong", refused_why="ảnh mờ")
    committee.now += timedelta(hours=1)
    assert "đã báo xong, chưa được chấp nhận" in committee.get(committee.work()).text
    with open_database(committee.folder) as db, transaction(db):
        newer = Evidence(0, committee.now, committee.person().id, committee.task().id, "https://a.vn/2", "bản ký")
        piece = evidence.propose(db, newer, Actor(LEAD, committee.now))
    press(committee, piece, "nhan")
    assert "✓ đã xong" in committee.get(committee.work()).text


def test_a_member_downloads_the_report_and_the_workbook_of_each_published_plan(committee: Committee) -> None:
    board = committee.get(committee.board()).text
    for file in ("phu-luc-2", "so-theo-doi"):
        assert f'href="{committee.board()}/ke-hoach/1/{file}"' in board
    answer = committee.get(f"{committee.board()}/ke-hoach/1/phu-luc-2")
    assert answer.headers["content-type"].endswith("wordprocessingml.document")
    cells = [cell.text for table in docx.Document(io.BytesIO(answer.content)).tables for cell in table._cells]
    assert {"Nộp báo cáo", "Khảo sát trẻ"} <= set(cells)
    answer = committee.get(f"{committee.board()}/ke-hoach/1/so-theo-doi")
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    assert "so-theo-doi.xlsx" in answer.headers["content-disposition"]
    assert Visitor(committee.folder).get("/ke-hoach/1/so-theo-doi").content == answer.content


@pytest.mark.parametrize(("school", "publish"), [("Trường Mầm non Sen Hồng", True), ("Trường Mầm non Hoa Ban", False)])
def test_reports_of_another_school_and_of_drafts_are_not_there(
    committee: Committee, school: str, publish: bool
) -> None:
    with open_database(committee.folder) as db:
        other = make_plan(make_task("Việc khác", NOW.date()), school=school, number="3/KH")
        kept = store_plan(db, Incoming(b"x", other), Actor("Văn thư", NOW), national_calendar(), publish=publish)
    for file in ("phu-luc-2", "so-theo-doi"):
        answer = committee.get(f"{committee.board()}/ke-hoach/{kept.plan.id}/{file}")
        assert answer.status_code == 404
        assert "3/KH" not in answer.text
