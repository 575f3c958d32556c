"""The API tells and decides a review as its page does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.fakes.review_clerk import CONTEST, PLAN, Clerk, clerk_with


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_with(tmp_path / "data")


def test_the_api_tells_and_decides_the_same(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    review = clerk.get("/api/plans/1/review").json()
    assert (review["questions_open"], review["tasks"][0]["doubt"]) == (2, "doubtful")
    wish = {"kind": "due", "task": task, "words": "trước ngày 5/12"}
    after = clerk.client.post("/api/plans/1/review/operations?revision=1", json=wish).json()
    assert next(one for one in after["tasks"] if one["id"] == task)["due"] == "2023-12-05"
    assert after["undoable"] == [f"“{CONTEST}”: đổi hạn thành trước thứ Ba 5/12/2023"]
    back = clerk.client.post("/api/plans/1/review/undo").json()
    assert next(one for one in back["tasks"] if one["id"] == task)["due"] == "2023-10-28"


def test_the_api_tells_what_can_be_chosen_and_takes_it(tmp_path: Path) -> None:
    plan = PLAN.replace("trước ngày 28/10/2023", "thứ Hai 27/10/2023")
    clerk = clerk_with(tmp_path / "lech", plan)
    asked = clerk.get("/api/plans/1/review").json()["questions"]
    question = next(one for one in asked if one["findings"][0]["rule"] == "thu-lech-ngay")
    assert [one["days"][0]["due"] for one in question["choices"]] == ["2023-10-27", "2023-10-30"]
    wish = {"kind": "pick", "question": question["id"], "choice": question["choices"][1]["id"]}
    after = clerk.client.post("/api/plans/1/review/operations", json=wish).json()
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 10, 30)
    assert question["id"] not in [one["id"] for one in after["questions"] if one["open"]]
    clerk.client.post("/api/plans/1/review/undo")
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 10, 27)
    assert clerk.client.post("/api/plans/1/review/operations", json={**wish, "choice": "x"}).status_code == 422


def test_the_api_tells_the_works_one_may_be_and_parts_them(clerk: Clerk) -> None:
    before = clerk.get("/api/plans/1/review").json()
    first, second, _ = (one["id"] for one in sorted(before["tasks"], key=lambda one: one["due"]))
    clerk.client.post("/api/plans/1/review/operations", json={"kind": "merge", "task": second, "other": first})
    asked = clerk.get("/api/plans/1/review").json()["questions"]
    question = next(one for one in asked if one["works"])
    assert [one["due"] for one in question["works"]] == ["2023-10-28", "2023-09-25"]
    wish = {"kind": "part", "question": question["id"]}
    after = clerk.client.post("/api/plans/1/review/operations?revision=1", json=wish).json()
    assert (after["tasks"], after["questions"]) == (before["tasks"], before["questions"])
    assert clerk.client.post("/api/plans/1/review/undo").json()["questions"] == asked
    other = next(one["id"] for one in asked if not one["works"])
    refused = clerk.client.post("/api/plans/1/review/operations", json={**wish, "question": other})
    assert (refused.status_code, "Không tự tách" in refused.json()["error"]) == (422, True)


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"kind": "due", "task": "khong-co", "day": "2023-12-05"}, 404),
        ({"kind": "due", "task": "TASK"}, 422),
        ({"kind": "due", "task": "TASK", "day": "9999-12-31", "sure": True}, 422),
        ({"kind": "due", "task": "TASK", "start": "0001-01-01", "day": "2023-12-05", "sure": True}, 422),
        ({"kind": "merge", "task": "TASK", "other": "TASK"}, 422),
        ({"kind": "choose", "task": "TASK", "mention": 7}, 422),
        ({"kind": "split", "task": "TASK", "title": "Hai", "given": [1]}, 422),
        ({"kind": "split", "task": "TASK", "title": "Hai", "given": [9]}, 422),
        ({"kind": "split", "task": "TASK", "title": "Hai", "given": [0]}, 422),
        ({"kind": "waive", "question": "khong-co", "reason": "x"}, 404),
        ({"kind": "weeks", "rule": "khong-co"}, 422),
        ({"kind": "khac"}, 422),
    ],
)
def test_the_api_refuses_with_a_sentence(wish: dict[str, object], status: int, clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    sent = {name: task if value == "TASK" else value for name, value in wish.items()}
    answer = clerk.client.post("/api/plans/1/review/operations", json=sent)
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "wish",
    [
        {"kind": "title", "task": "TASK", "title": "Khác"},
        {"kind": "people", "tasks": ["TASK"], "owners": ["Cô Lan"], "helpers": ["Tổ trưởng"]},
        {"kind": "split", "task": "TASK", "title": "Hai", "day": "2023-12-05"},
        {"kind": "drop", "task": "TASK", "reason": "không làm"},
        {"kind": "confirm", "task": "TASK"},
        {"kind": "choose", "task": "TASK", "mention": 1},
        {"kind": "weeks", "rule": "blocks"},
    ],
)
def test_every_wish_of_the_api_can_be_undone(wish: dict[str, object], clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    before = clerk.get("/api/plans/1/review").json()
    sent = {
        name: {"TASK": task}.get(str(value), [task] if value == ["TASK"] else value) for name, value in wish.items()
    }
    answer = clerk.client.post("/api/plans/1/review/operations", json=sent)
    assert answer.status_code == 200, answer.text
    assert answer.json() != before
    assert clerk.client.post("/api/plans/1/review/undo").json() == before
