"""What a recalled plan is told to have held: the works in force as it was recalled, each once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import make_plan, make_task
from tests.fakes.visitor import Visitor

TASK = make_task("Khảo sát chất lượng", date(2023, 9, 29))
CONTEST, MEETING = make_task("Hội thi giáo viên giỏi", date(2023, 11, 10)), make_task("Họp tổ", date(2023, 10, 6))


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return Visitor(tmp_path / "data")


def recalled(visitor: Visitor) -> str:
    """Recall the first plan and return what the page of plans says of it."""
    visitor.press("/ke-hoach/1/thu-hoi", on="/ke-hoach/1", reason="sai số liệu")
    (told,) = html.fromstring(visitor.get("/ke-hoach").text).xpath('//li[@id="thu-hoi-1"]')
    return " ".join(told.text_content().split())


def test_a_recalled_plan_counts_a_work_merged_into_another_once(visitor: Visitor) -> None:
    first, second, third = visitor.keep(make_plan(TASK, CONTEST, MEETING), publish=False)
    for wish in (
        {"kind": "merge", "task": first.id, "other": second.id},
        {"kind": "drop", "task": third.id, "reason": "không theo dõi"},
    ):
        assert visitor.client.post("/api/plans/1/review/operations", json=wish).status_code == 200
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    assert "1 việc" in visitor.get("/ke-hoach").text
    told = recalled(visitor)
    assert "1 việc của kế hoạch này" in told
    assert "Họp tổ" not in told


def test_a_work_merged_by_a_newer_copy_is_counted_once_and_one_it_left_out_not_at_all(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK, CONTEST, MEETING), publish=True)
    kept = visitor.keep(make_plan(TASK, CONTEST), publish=False)
    first, second = (one for one in kept if one.task.title != "Họp tổ")
    wish = {"kind": "merge", "task": first.id, "other": second.id}
    assert visitor.client.post("/api/plans/1/review/operations", json=wish).status_code == 200
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="2")
    told = recalled(visitor)
    assert "1 việc của kế hoạch này" in told
    assert "Họp tổ" not in told


def test_what_was_dropped_by_hand_before_a_recall_is_told_beside_and_what_is_done_counts(visitor: Visitor) -> None:
    first, second, third = visitor.keep(make_plan(TASK, CONTEST, MEETING), publish=True)
    visitor.press(f"/viec/{second.id}/bo", on=f"/viec/{second.id}", dropped_why="Phòng hoãn")
    visitor.press(f"/viec/{third.id}/xong", on=f"/viec/{third.id}")
    told = recalled(visitor)
    assert "2 việc của kế hoạch này, 1 đã bỏ trước đó" in told
    assert all(title in told for title in (first.task.title, second.task.title, third.task.title))
