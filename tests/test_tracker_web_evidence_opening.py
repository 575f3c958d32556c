"""Evidence that was sent as a file: who opens it, how it comes back, and where it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import Answering
from tests.fakes.evidence import (
    HEIC,
    JPEG,
    kept,
    on_disk,
    said_done,
    sends,
)
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.importing import Incoming, store_plan
from tracker.reporting import report_of
from tracker.store import evidence, evidence_files, people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Office
from tracker.web.site import national_calendar


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


@pytest.fixture
def done(lan: Answering) -> str:
    return said_done(lan)


def test_manager_and_committee_open_it_and_who_may_not_see_the_work_does_not(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG, words="bảng tin")
    (one,), task = kept(lan), lan.task()
    page, file = f"/viec/{task.id}", f"/viec/{task.id}/minh-chung/{one.id}"
    chair = Visitor(lan.folder)
    assert f'href="{file}"' in chair.get(page).text
    assert f'<img class="proof" src="{file}"' in chair.get(page).text
    assert chair.get(file).content == JPEG
    assert Visitor(lan.folder, signed_in=False).get(file).status_code == 401
    with open_database(lan.folder) as db, transaction(db):
        school_id = lan.person().school_id
        minh = people.ensure(db, school_id, "Thầy Minh").id
        hoa = people.ensure(db, school_id, "Cô Hoa").id
        db.execute("UPDATE people SET office = ? WHERE id = ?", [Office.COMMITTEE.value, minh])
        db.execute("INSERT INTO assignments (task_id, person_id, part) VALUES (?, ?, 'helper')", [task.id, hoa])
    watch = "/" + lan.links().watch(minh, lan.now.date(), task.id).split("/", 3)[3]
    assert f'href="{watch}/minh-chung/{one.id}"' in lan.get(watch).text
    assert lan.get(f"{watch}/minh-chung/{one.id}").content == JPEG
    assert lan.get(f"{lan.path(Action.CHOOSE, 'Cô Hoa')}/minh-chung/{one.id}").status_code == 404
    with open_database(lan.folder) as db, db.conn:
        db.execute("UPDATE people SET office = 'member' WHERE id = ?", [minh])
        db.execute("DELETE FROM assignments")
    assert lan.get(f"{watch}/minh-chung/{one.id}").content != JPEG
    assert lan.get(f"{done}/minh-chung/{one.id}").status_code == 404


def test_a_file_is_not_found_under_another_work_or_school(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    (one,) = kept(lan)
    with open_database(lan.folder) as db:
        other = make_plan(make_task("Việc khác", NOW.date()), school="Trường Mầm non Sen Hồng", number="3/KH")
        store_plan(db, Incoming(b"x", other), Actor("Văn thư", NOW), national_calendar(), publish=True)
    strange = next(task for task in lan.tasks() if task.task.title == "Việc khác")
    assert Visitor(lan.folder).get(f"/viec/{strange.id}/minh-chung/{one.id}").status_code == 404
    assert lan.get(f"{done}/minh-chung/{one.id + 1}").status_code == 404


def test_a_file_lost_from_the_folder_is_told_in_a_sentence(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    on_disk(lan)[0].unlink()
    answer = lan.get(f"{done}/minh-chung/{kept(lan)[0].id}")
    assert answer.status_code == 404
    assert "sao lưu" in answer.text


def test_a_picture_a_browser_cannot_show_is_only_offered_to_be_saved(lan: Answering, done: str) -> None:
    sends(lan, done, HEIC, "a.heic")
    assert "<img class" not in lan.get(done).text
    assert f'href="{done}/minh-chung/{kept(lan)[0].id}"' in lan.get(done).text


def test_the_report_names_the_file_and_its_day(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG, words="bảng tin")
    with open_database(lan.folder) as db:
        evidence.decide(db, kept(lan)[0].id, Actor("Cô Mai", NOW), accepted=True)
        (found,) = report_of(db, 1, NOW.date(), NOW).results
        (file,) = evidence_files.every(db)
    assert "Minh chứng: bảng tin (tệp gửi ngày 18/09/2023)" in found.achieved
    assert (file.name, file.size) == ("IMG_1.jpg", len(JPEG))
