"""While a plan is recalled: the boards say so, what was done keeps its evidence, parents are not told of an empty school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.committee import Committee
from tests.fakes.visitor import Visitor, visitor_with
from tracker.review.withdrawing import recall
from tracker.store import evidence
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.recalls import SHOWN
from tracker.web.site import national_calendar

PARENTS = "/lich/cong-khai/truong-mam-non-hoa-ban"
HEAD = Actor("Hiệu trưởng", NOW, "sửa theo công văn mới")


def recalls(folder: Path) -> None:
    with open_database(folder) as db:
        recall(db, 1, HEAD, national_calendar())


def words_of(page: str) -> str:
    return " ".join(html.fromstring(page).text_content().split())


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    made = Committee(tmp_path / "data")
    made.finish()
    made.client.post(made.link)
    with open_database(made.folder) as db, transaction(db):
        shown = Evidence(0, NOW, made.person().id, made.task().id, "https://a.vn/1", "ảnh")
        evidence.propose(db, shown, Actor("Cô Lan", NOW))
    return made


@pytest.mark.parametrize("theirs", [False, True])
def test_the_boards_say_that_a_plan_was_recalled_and_why(committee: Committee, *, theirs: bool) -> None:
    board = committee.board() if theirs else "/"
    assert "đã thu hồi" not in words_of(committee.get(board).text)
    recalls(committee.folder)
    told = words_of(committee.get(board).text)
    assert "12/KH-MNHB đã thu hồi lúc" in told
    assert ": sửa theo công văn mới. Việc chưa xong của kế hoạch này không còn trên bảng" in told
    assert ('href="/ke-hoach' in committee.get(committee.board()).text) is False


@pytest.mark.parametrize("theirs", [False, True])
def test_what_was_done_keeps_its_evidence_on_the_boards(committee: Committee, *, theirs: bool) -> None:
    board = committee.board() if theirs else "/"
    before = words_of(committee.get(board).text)
    recalls(committee.folder)
    after = words_of(committee.get(board).text)
    assert "Minh chứng: " in before
    assert "Minh chứng: " in after


def test_it_is_said_until_the_plan_is_back_and_no_longer_than_calendars_say_it(tmp_path: Path) -> None:
    now = [NOW]
    visitor = Visitor(tmp_path / "data", clock=lambda: now[0])
    plan = make_plan(make_task("Hội thi", date(2023, 12, 8)))
    visitor.keep(plan)
    recalls(visitor.folder)
    visitor.keep(replace(plan, tasks=(*plan.tasks, make_task("Khảo sát", date(2023, 12, 9)))), publish=False)
    assert "đã thu hồi" in visitor.get("/").text
    now[0] = NOW + SHOWN
    assert "đã thu hồi" not in visitor.get("/").text
    now[0] = NOW
    visitor.keep(plan)
    assert "đã thu hồi" not in visitor.get("/").text


def test_parents_are_told_that_a_plan_is_being_corrected_and_not_that_there_is_nothing(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Niêm yết học phí", date(2023, 9, 29), public=True))
    assert "Niêm yết học phí" in visitor.get(PARENTS).text
    recalls(visitor.folder)
    told = words_of(visitor.get(PARENTS).text)
    assert "Nhà trường đang sửa kế hoạch có việc công khai" in told
    assert "chưa có việc nào" not in told


def test_a_recalled_plan_without_anything_public_is_nothing_to_parents(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Họp hội đồng", date(2023, 9, 29)))
    recalls(visitor.folder)
    assert "chưa có việc nào trong lịch công khai" in words_of(visitor.get(PARENTS).text)


def test_dropped_works_are_counted_apart_for_parents(tmp_path: Path) -> None:
    fees = make_task("Niêm yết học phí", date(2023, 9, 29), public=True)
    menu = make_task("Đăng thực đơn", date(2023, 10, 6), public=True)
    visitor = visitor_with(tmp_path / "data", fees, menu)
    assert "Việc công khai 2 việc" in words_of(visitor.get(PARENTS).text)
    visitor.keep(make_plan(fees))
    told = words_of(visitor.get(PARENTS).text)
    assert "Việc công khai 1 việc, 1 đã hủy" in told
