"""What is wrong with reminders stands on the board, with what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NOW, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.store import heartbeats, outbox, people, schools
from tracker.store.database import open_database, transaction
from tracker.store.heartbeats import Heartbeat
from tracker.store.letters import Draft, Kind, Letter, MessageState, Result


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    made = visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 29), owners=("Cô Lan",)))
    with open_database(made.folder) as db:
        heartbeats.beat(db, Heartbeat("tick", NOW, ""))
    return made


def fail(visitor: Visitor, name: str, result: Result, school: str = "") -> None:
    """Let a message to someone end badly."""
    with open_database(visitor.folder) as db, transaction(db):
        at = schools.ensure(db, school) if school else schools.all_schools(db)[0]
        person = people.ensure(db, at.id, name)
        letter = Letter("D-3", "STAGE_REACHED", "Tin", "Nội dung", "")
        draft = Draft(f"tin-{name}", person.id, Kind.ROUTINE, NOW.date(), "mailto:a@truong.vn", "email", letter)
        outbox.finish(db, outbox.add(db, draft, NOW), result, NOW)


LOST = Result(MessageState.FAILED, "permanent_recipient", "hộp thư không tồn tại")


def test_when_all_is_well_there_is_no_alarm(visitor: Visitor) -> None:
    assert "word bad" not in visitor.get("/").text


def test_when_nothing_has_ticked_the_board_says_so_and_what_to_do(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        heartbeats.beat(db, Heartbeat("tick", NOW.replace(year=NOW.year - 1), ""))
    assert "Hãy chạy lại “tracker serve”" in visitor.get("/").text


def test_a_channel_that_is_down_is_named_with_its_reason(visitor: Visitor) -> None:
    fail(visitor, "Cô Lan", Result(MessageState.WAITING, "permanent_configuration", "sai mật khẩu", not_before=NOW))
    page = visitor.get("/").text
    assert "Kênh email không gửi được (1 tin): sai mật khẩu. Hãy sửa thiết lập kênh" in page


def test_someone_who_cannot_be_reached_is_named_with_the_way_to_mend_it(visitor: Visitor) -> None:
    fail(visitor, "Cô Lan", LOST)
    page = visitor.get("/").text
    with open_database(visitor.folder) as db:
        (lan,) = people.find(db, "Cô Lan")
    assert "Tin cho Cô Lan không gửi được: hộp thư không tồn tại" in page
    mend = f'<a href="/nguoi/{lan.id}">Sửa kênh nhận</a>'
    assert mend in page
    assert mend in visitor.get("/tin-nhan?loai=hong").text


def test_of_a_message_of_unknown_fate_it_is_not_said_that_it_failed(visitor: Visitor) -> None:
    fail(visitor, "Cô Lan", Result(MessageState.UNKNOWN, "unknown", "mất kết nối"))
    page = visitor.get("/").text
    assert "Tin cho Cô Lan chưa chắc đã tới: mất kết nối" in page
    assert "Tin cho Cô Lan không gửi được" not in page


def test_people_of_another_school_are_not_told_of_here(visitor: Visitor) -> None:
    fail(visitor, "Cô Mai", LOST, school="Trường khác")
    assert "Cô Mai" not in visitor.get("/").text
