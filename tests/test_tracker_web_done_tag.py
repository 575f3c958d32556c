"""How work that is over stands on every page: done on time, done so many days after its deadline, or dropped."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.fakes.answering import DUE, LEAD, Answering
from tests.fakes.visitor import Visitor
from tracker import work
from tracker.answers.acting import Wish, act
from tracker.answers.token import Action
from tracker.by_hand import drop
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Office
from tracker.web.site import national_calendar
from tracker.zone import HO_CHI_MINH

LATE = "sau hạn 3 ngày"


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


def pages_of(lan: Answering) -> list[str]:
    """The board, the page of the work, her own works, and where she answers."""
    manager = Visitor(lan.folder, clock=lambda: lan.now)
    own = "/" + lan.links().own(lan.person().id, lan.now.date()).split("/", 3)[3]
    found = [manager.get("/"), manager.get(f"/viec/{lan.task().id}"), lan.get(own), lan.get(lan.path(Action.CHOOSE))]
    return [page.text for page in found]


@pytest.mark.parametrize(("days", "told"), [(0, False), (3, True)])
def test_work_done_after_its_deadline_says_by_how_much_wherever_it_is_done(
    lan: Answering, days: int, told: bool
) -> None:
    lan.now = datetime(DUE.year, DUE.month, DUE.day, 9, tzinfo=HO_CHI_MINH) + timedelta(days=days)
    with open_database(lan.folder) as db:
        done = work.mark_done(db, lan.task().id, Actor(LEAD, lan.now), national_calendar())
    for page in pages_of(lan):
        assert "✓ đã xong" in page
        assert (LATE in page) is told
    with open_database(lan.folder) as db:
        work.mark_checked(db, done.id, Actor("Cô Mai", lan.now + timedelta(days=9)), national_calendar())
    for page in pages_of(lan):
        assert "✓ đã kiểm tra" in page
        assert (LATE in page) is told


def test_a_dropped_work_is_not_ticked_where_a_request_about_it_is_answered(lan: Answering) -> None:
    with open_database(lan.folder) as db:
        with transaction(db):
            mai = people.ensure(db, lan.person().school_id, "Cô Mai", Office.MANAGER)
        wish = Wish(lan.task().id, lan.person().id, Action.EXTEND, day=DUE + timedelta(days=7), reason="chờ mẫu")
        asked = act(db, wish, NOW, national_calendar())
        drop(db, lan.task().id, Actor("Cô Mai", NOW, "Phòng hoãn"), national_calendar())
    page = lan.get("/" + lan.links().decide(mai.id, NOW.date(), asked.extension_id).split("/", 3)[3]).text
    assert '<span class="tag plain">đã bỏ</span>' in page
    assert "✓ đã bỏ" not in page
