"""Publishing in the middle of a year: what is over already is shown first, and is done when somebody says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.visitor import Visitor
from tracker.store import history, ledger, people
from tracker.store.database import open_database
from tracker.store.ledger import ReminderState
from tracker.store.records import TaskState

OVER, TO_COME = make_task("Khai giảng", date(2023, 9, 5)), make_task("Hội thi", date(2023, 10, 27))


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(make_plan(OVER, TO_COME), publish=False)
    return visitor


def publish(visitor: Visitor, **fields: str) -> dict[str, TaskState]:
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1", **fields)
    return {one.task.title: one.state for one in visitor.tasks()}


def planned(visitor: Visitor) -> set[str]:
    """Return the titles of the works somebody is still to be reminded of."""
    with open_database(visitor.folder) as db:
        rows = {one.task.title: ledger.of_task(db, one.id) for one in visitor.tasks()}
    return {title for title, of in rows.items() if any(row.state is ReminderState.PLANNED for row in of)}


@pytest.mark.parametrize("page", ["/ke-hoach/1", "/ke-hoach/1/duyet"])
def test_works_that_are_over_are_named_before_publishing(visitor: Visitor, page: str) -> None:
    shown = visitor.get(page).text.partition('class="overdue"')[2].partition("</div>")[0]
    assert "1 việc đã qua hạn" in shown
    assert "Khai giảng" in shown
    assert "Hội thi" not in shown


def test_without_a_word_they_are_overdue_and_reminded_of(visitor: Visitor) -> None:
    assert publish(visitor) == {"Khai giảng": TaskState.OPEN, "Hội thi": TaskState.OPEN}
    assert planned(visitor) == {"Khai giảng", "Hội thi"}


def test_said_to_be_done_they_are_done_and_nobody_is_reminded(visitor: Visitor) -> None:
    assert publish(visitor, overdue="done") == {"Khai giảng": TaskState.DONE, "Hội thi": TaskState.OPEN}
    assert planned(visitor) == {"Hội thi"}
    with open_database(visitor.folder) as db:
        over = next(one for one in visitor.tasks() if one.task.title == "Khai giảng")
        last = history.of_subject(db, "task", over.id)[-1]
    assert (last.who, last.at) == ("Người quản lý", NOW)
    assert "trước khi kế hoạch được phát hành" in (last.why or "")


def test_a_new_copy_asks_only_about_works_that_are_new(visitor: Visitor) -> None:
    publish(visitor)
    visitor.keep(make_plan(OVER, TO_COME, make_task("Đại hội", date(2023, 9, 8))), publish=False)
    shown = visitor.get("/ke-hoach/1").text.partition('class="overdue"')[2].partition("</div>")[0]
    assert "1 việc đã qua hạn" in shown
    assert "Đại hội" in shown


def test_nothing_is_asked_when_nothing_is_over(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(make_plan(TO_COME), publish=False)
    assert 'class="overdue"' not in visitor.get("/ke-hoach/1").text


def test_the_school_year_typed_beside_a_file_dates_it(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    words = "KẾ HOẠCH\nKiểm tra nội bộ\n1. Khảo sát chất lượng. (Hoàn thành trước ngày 29/9).\n"
    assert visitor.press("/ke-hoach/tai-len", text=words, year="2026").status_code == 422
    visitor.press("/ke-hoach/tai-len", text=words, year="2026-2027")
    assert [one.task.due.day for one in visitor.tasks()] == [date(2026, 9, 29)]


def test_the_list_of_plans_lets_choose_between_schools(visitor: Visitor) -> None:
    assert 'id="truong"' not in visitor.get("/ke-hoach").text
    visitor.keep(make_plan(TO_COME, school="Trường THCS Lê Lợi"), publish=False)
    assert 'id="truong"' in visitor.get("/ke-hoach").text
    assert "THCS Lê Lợi" in visitor.get("/ke-hoach?truong=truong-thcs-le-loi").text


def test_who_has_work_and_no_channel_is_named_once_it_is_published(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(make_plan(replace(TO_COME, owners=("Cô Lan", "Thầy Minh"))), publish=False)
    assert "chưa có kênh nhận tin</b>" not in visitor.get("/ke-hoach/1").text
    publish(visitor)
    page = visitor.get("/ke-hoach/1").text
    assert "2 người có việc trong kế hoạch này chưa có kênh nhận tin" in page
    with open_database(visitor.folder) as db:
        for one in people.unreached(db, 1):
            people.set_addresses(db, one.id, ["mailto:gv@truong.edu.vn"])
    assert "chưa có kênh nhận tin</b>" not in visitor.get("/ke-hoach/1").text
