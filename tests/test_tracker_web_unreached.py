"""Late work whose lead no reminder reaches says so on the board, the committee's board and in the week's letter."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import make_plan, make_task
from tests.fakes.answering import DUE, LEAD, Answering
from tests.fakes.visitor import Visitor
from tracker.reminders.facts import Facts
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.web.addresses import read_addresses

BOARD = f"<b>Chưa có kênh nhận tin:</b> {LEAD};"
LETTER = f"{LEAD} (chưa có kênh nhận tin)"


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    found = Answering(tmp_path / "data")
    ahead = make_task("Khảo sát", DUE + timedelta(days=9), owners=(LEAD,))
    found.keep(make_plan(make_task("Nộp báo cáo", DUE, owners=(LEAD,)), ahead))
    return found


def board(lan: Answering, days: int) -> str:
    visitor = Visitor(lan.folder, clock=lambda: lan.now + timedelta(days=days))
    return visitor.get("/").text


def week(lan: Answering, days: int) -> list[str]:
    with open_database(lan.folder) as db:
        found = Facts(db).week(lan.person().school_id, lan.now.date() + timedelta(days=days))
    return [one.words for one in found.works] if found else []


def test_only_late_work_says_that_its_lead_has_no_channel(lan: Answering) -> None:
    assert BOARD not in board(lan, 0)
    assert not any(LETTER in one for one in week(lan, 10))
    assert board(lan, 14).count(BOARD) == 1
    assert [LETTER in one for one in week(lan, 14)] == [True, False]


def test_who_has_a_channel_is_reached(lan: Answering) -> None:
    with open_database(lan.folder) as db, transaction(db):
        people.set_addresses(db, lan.person().id, ["mailto:lan@truong.vn"])
    assert BOARD not in board(lan, 14)
    assert not any(LETTER in one for one in week(lan, 14))


def test_who_reads_on_the_page_alone_as_set_for_them_lacks_no_channel(lan: Answering) -> None:
    plan_page = Visitor(lan.folder, clock=lambda: lan.now)
    assert "chưa ai nhắc được họ" in plan_page.get("/ke-hoach/1").text
    with open_database(lan.folder) as db, transaction(db):
        people.set_addresses(db, lan.person().id, read_addresses("chỉ xem trên trang"))
    assert "chưa ai nhắc được họ" not in plan_page.get("/ke-hoach/1").text
    assert BOARD not in board(lan, 14)
    assert not any(LETTER in one for one in week(lan, 14))
