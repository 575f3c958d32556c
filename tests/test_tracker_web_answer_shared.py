"""Two people who share a work read of each other, and what shows that it is done, on the page where they answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from schedules.plan import Mention, Place
from tests.conftest import NOW, make_plan, make_task
from tests.fakes.answering import DUE, LEAD, Answering
from tests.fakes.reminding import preview_desk
from tracker.answers.token import Action
from tracker.reminders.tick import tick
from tracker.spoken import instant_words
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.records import Part

BINH, HA = "Thầy Bình", "Cô Hà"


class Sharing(Answering):
    """Cô Lan and Thầy Bình lead one work, Cô Hà helps; its plan names what is to come of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        due = replace(make_task("Nộp báo cáo", DUE).due, words="trước ngày 30/9")
        work = make_task("Nộp báo cáo", DUE, owners=(LEAD, BINH), helpers=(HA,), expected="Báo cáo có dấu")
        mention = Mention("Nộp báo cáo trước ngày 30/9", Place(line=3), due)
        self.keep(make_plan(replace(work, due=due, mentions=(mention,))))


@pytest.fixture
def shared(tmp_path: Path) -> Sharing:
    return Sharing(tmp_path / "data")


@pytest.mark.parametrize(
    ("name", "role"),
    [
        (LEAD, f"Thầy/cô chủ trì cùng {BINH}; phối hợp: {HA}"),
        (BINH, f"Thầy/cô chủ trì cùng {LEAD}; phối hợp: {HA}"),
        (HA, f"Thầy/cô phối hợp với {LEAD}, {BINH}"),
    ],
)
def test_everyone_reads_with_whom_they_do_a_work(shared: Sharing, name: str, role: str) -> None:
    own = "/" + shared.links().own(shared.person(name).id, shared.now.date()).split("/", 3)[3]
    assert role in shared.get(own).text
    assert f"{role}." in shared.get(shared.path(Action.CHOOSE, name)).text


def test_who_works_alone_or_stands_in_reads_of_nobody_else(tmp_path: Path) -> None:
    alone = Answering(tmp_path / "data")
    assert "Thầy/cô chủ trì." in alone.get(alone.path(Action.CHOOSE)).text
    with open_database(alone.folder) as db, transaction(db):
        manager = people.manager(db, alone.person().school_id)
        people.assign(db, alone.task().id, [])
    assert "Thầy/cô chủ trì" not in alone.get(alone.path(Action.CHOOSE, manager.name)).text


def test_who_left_is_not_named(shared: Sharing) -> None:
    with open_database(shared.folder) as db, transaction(db):
        db.execute("UPDATE people SET active = 0 WHERE id = ?", [shared.person(BINH).id])
    assert f"Thầy/cô chủ trì; phối hợp: {HA}." in shared.get(shared.path(Action.CHOOSE)).text


def test_once_one_said_that_it_is_done_the_other_reads_who_and_when(shared: Sharing) -> None:
    assert shared.client.post(shared.path(Action.DONE, BINH), follow_redirects=False).status_code == 303
    assert f"{BINH} báo xong {instant_words(NOW)}" in shared.get(shared.path(Action.CHOOSE)).text


def test_where_evidence_is_asked_for_the_plan_s_words_and_what_is_to_come_of_it_stand(shared: Sharing) -> None:
    before = shared.get(shared.path(Action.DONE)).text
    assert before.count("trước ngày 30/9") == 1
    assert "“Nộp báo cáo trước ngày 30/9”</blockquote>" in before
    assert "<b>Kết quả cần đạt:</b> Báo cáo có dấu" in before
    shared.client.post(shared.path(Action.DONE), follow_redirects=False)
    proof = shared.get(shared.path(Action.DONE)).text.partition('id="minh-chung"')[2]
    assert "Cần cho thấy: Báo cáo có dấu" in proof


def test_letters_say_with_whom_and_what_is_to_come_of_it(shared: Sharing) -> None:
    with open_database(shared.folder) as db, transaction(db):
        people.assign(db, shared.task().id, [(shared.person(one).id, Part.LEAD) for one in (LEAD, BINH)])
    with open_database(shared.folder) as db:
        late = NOW.replace(month=date(2023, 9, 28).month, day=28)
        told = {one.person.name: one.message.draft.letter.text for one in tick(db, late, preview_desk()).delivered}
    assert f"Vai trò: chủ trì cùng {BINH};" in told[LEAD]
    assert f"Vai trò: chủ trì cùng {LEAD};" in told[BINH]
    assert "Kết quả cần đạt: Báo cáo có dấu" in told[LEAD]
