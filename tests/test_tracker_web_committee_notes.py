"""What a member of the committee found of a work and agreed: under their name, beside what its owner says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.fakes.answering import LEAD
from tests.fakes.committee import MEMBER, Committee
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.by_hand import drop
from tracker.reporting import report_of
from tracker.store import history, notes
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import TaskState
from tracker.web.site import national_calendar

FOUND = "Đã gặp cô Lan, hẹn nộp thứ Sáu 6/10"
SAID = f"Tổ giám sát ({MEMBER}, 06/10/2023): {FOUND}"


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    return Committee(tmp_path / "data")


def test_what_a_member_found_of_late_work_stands_under_their_name_wherever_reasons_do(committee: Committee) -> None:
    committee.now += timedelta(days=18)
    with open_database(committee.folder) as db:
        notes.add(db, committee.task().id, "Chờ kho bạc", Actor(LEAD, committee.now))
    assert 'id="ghi-chu"' in committee.get(committee.work()).text
    for _ in range(2):
        answer = committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND})
        assert answer.status_code == 303
    assert f"Chờ kho bạc. {SAID}" in committee.get(committee.board()).text
    assert SAID in committee.get(answer.headers["location"]).text
    chair = Visitor(committee.folder, clock=lambda: committee.now)
    assert f"Chờ kho bạc. {SAID}" in chair.get("/").text
    assert SAID in chair.get(f"/viec/{committee.task().id}").text
    assert SAID in committee.get(committee.path(Action.CHOOSE)).text
    with open_database(committee.folder) as db:
        story = history.of_subject(db, "task", committee.task().id)
        found = report_of(db, 1, committee.now.date(), committee.now).results[0]
    assert [(one.who, one.why) for one in story if one.what == "committee note"] == [(MEMBER, FOUND)]
    assert found.reasons == ("Chờ kho bạc", SAID)
    assert committee.task().open


def test_a_newer_note_of_the_committee_takes_the_place_of_its_last_and_of_nobody_else_s(committee: Committee) -> None:
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": "Chưa có bản ký"})
    with open_database(committee.folder) as db:
        notes.add(db, committee.task().id, "Ký rồi", Actor(LEAD, committee.now))
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND})
    page = committee.get(committee.board()).text
    assert "Chưa có bản ký" not in page
    assert "Ký rồi. Tổ giám sát (" in page
    assert "Chưa có bản ký" in committee.get(committee.work()).text


def test_what_is_done_is_noted_without_being_checked(committee: Committee) -> None:
    committee.finish()
    assert "Chỉ ghi chú" in committee.get(committee.work()).text
    assert committee.client.post(f"{committee.work()}/ghi-chu", data={"note": "Thiếu bản ký"}).status_code == 303
    assert committee.task().state is TaskState.DONE
    with open_database(committee.folder) as db:
        found = report_of(db, 1, committee.now.date(), committee.now).results[0]
    assert found.reasons == (f"Tổ giám sát ({MEMBER}, 18/09/2023): Thiếu bản ký",)


@pytest.mark.parametrize(("note", "told"), [("", "Ghi chú còn trống"), ("dài " * 200, "cần không quá 500")])
def test_no_words_or_too_many_are_told_beside_them_and_kept(committee: Committee, note: str, told: str) -> None:
    refused = committee.client.post(f"{committee.work()}/ghi-chu", data={"note": note})
    assert refused.status_code == 422
    assert told in refused.text
    assert note.strip() in refused.text
    assert f'action="{committee.work()}/ghi-chu"' in refused.text


def test_what_is_checked_or_dropped_is_noted_no_more(committee: Committee) -> None:
    committee.finish()
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND}).status_code == 422
    other = committee.task(1)
    with open_database(committee.folder) as db:
        drop(db, other.id, Actor("Cô Mai", NOW, "Phòng hoãn."), national_calendar())
    path = committee.board(task_id=other.id)
    assert 'name="note"' not in committee.get(path).text
    refused = committee.client.post(f"{path}/ghi-chu", data={"note": FOUND})
    assert (refused.status_code, "đã bỏ nên không cần ghi chú" in refused.text) == (422, True)
