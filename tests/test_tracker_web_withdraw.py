"""A draft nobody wants is withdrawn from its page; a published plan never is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import make_plan, make_task
from tests.fakes.visitor import Visitor
from tracker.store import history
from tracker.store.database import open_database
from tracker.store.records import TaskState

TASK = make_task("Khảo sát chất lượng", date(2023, 9, 29))
NAMELESS = make_plan(number="7/KH", school="")


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return Visitor(tmp_path / "data")


def withdraw(visitor: Visitor, plan: int = 1, revision: str = "1"):
    return visitor.press(f"/ke-hoach/{plan}/xoa-nhap", on="/doc-thu", revision=revision, reason="tải nhầm")


def test_a_draft_without_tasks_goes_and_the_history_says_who_and_why(visitor: Visitor) -> None:
    visitor.keep(NAMELESS, publish=False)
    assert "Trường chưa rõ tên" in visitor.get("/ke-hoach").text
    assert "Xóa bản nháp" in visitor.get("/ke-hoach/1").text
    assert withdraw(visitor).headers["location"] == "/ke-hoach?xong=xoa-nhap"
    assert "Trường chưa rõ tên" not in visitor.get("/ke-hoach").text
    assert visitor.get("/ke-hoach/1").status_code == 404
    with open_database(visitor.folder) as db:
        last = history.of_subject(db, "plan", "1")[-1]
    assert (last.what, last.why) == ("withdrawn", "tải nhầm")
    assert visitor.client.get("/api/plans").json() == []


def test_the_tasks_of_a_withdrawn_draft_go_with_it_and_come_back_with_the_file(visitor: Visitor) -> None:
    (first,) = visitor.keep(make_plan(TASK), publish=False)
    withdraw(visitor)
    assert [one.state for one in visitor.tasks()] == [TaskState.CANCELLED]
    (again,) = visitor.keep(make_plan(TASK), publish=False)
    assert (again.id, again.state) == (first.id, TaskState.OPEN)
    assert visitor.get("/ke-hoach/1").status_code == 200


def test_a_withdrawn_draft_is_neither_reviewed_nor_published(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    withdraw(visitor)
    assert visitor.client.post("/api/plans/1/publish").status_code == 422
    assert "đã được xóa" in visitor.client.post("/api/plans/1/review/undo").json()["error"]
    visitor.press("/ke-hoach/1/phat-hanh", on="/doc-thu", revision="1")
    assert not any(one.published for one in visitor.tasks())


def test_a_published_plan_is_never_withdrawn_not_even_with_a_new_draft(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=True)
    assert "Xóa bản nháp" not in visitor.get("/ke-hoach/1").text
    assert withdraw(visitor).status_code == 422
    visitor.keep(make_plan(), publish=False)
    assert withdraw(visitor, revision="2").status_code == 422
    assert visitor.client.post("/api/plans/1/withdraw").status_code == 422
    assert [one.state for one in visitor.tasks()] == [TaskState.OPEN]


def test_a_draft_replaced_meanwhile_is_not_withdrawn(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    visitor.keep(make_plan(), publish=False)
    assert withdraw(visitor, revision="1").status_code == 409
    assert visitor.client.post("/api/plans/1/withdraw").json()["status"] == "withdrawn"
