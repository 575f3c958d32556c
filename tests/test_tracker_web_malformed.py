"""A request the API cannot read is told which part is missing or wrong, and what was expected."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import make_task
from tests.fakes.visitor import Visitor, visitor_with

REVIEW = "/api/plans/1/review/operations"


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 29)), publish=False)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({}, "thiếu “kind”"),
        ({"kind": "khac"}, "“kind” là “khac”; cần một trong: title, due"),
        ({"kind": "due"}, "thiếu “due.task”"),
        ({"kind": "due", "task": "x", "day": "31/4/2024"}, "“due.day” là “31/4/2024”; cần ngày dạng 2023-09-25"),
        ({"kind": "people", "tasks": "x"}, "“people.tasks” là “x”; cần danh sách"),
        ({"kind": "choose", "task": "x", "mention": "hai"}, "“choose.mention” là “hai”; cần số nguyên"),
        ({"kind": "due", "task": "x", "sure": "yes"}, "“due.sure” là “yes”; cần true hoặc false"),
        ({"kind": "weeks", "rule": "khac"}, "“weeks.rule” là “khac”; cần một trong: "),
    ],
)
def test_a_wrong_wish_is_told_by_part(wish: dict[str, object], told: str, visitor: Visitor) -> None:
    answer = visitor.client.post(REVIEW, json=wish)
    assert answer.status_code == 422
    assert told in answer.json()["error"]


def test_what_is_no_json_is_said_so(visitor: Visitor) -> None:
    answer = visitor.client.post(REVIEW, content=b"{", headers={"content-type": "application/json"})
    assert answer.json()["error"] == "Yêu cầu chưa đúng: thân yêu cầu không phải JSON đọc được. Hãy sửa rồi gửi lại."


def test_a_form_where_json_is_wanted_is_told_without_our_own_spelling(visitor: Visitor) -> None:
    answer = visitor.client.post(f"/api/tasks/{visitor.tasks()[0].id}/checked", data={"sure": "true"})
    assert answer.status_code == 422
    assert "thân yêu cầu không gửi dưới dạng JSON" in answer.json()["error"]
    assert "b'" not in answer.json()["error"]


def test_a_truth_is_said_back_as_it_was_sent(visitor: Visitor) -> None:
    answer = visitor.client.post(REVIEW, json={"kind": "due", "task": "x", "day": True})
    assert "“due.day” là “true”; cần ngày" in answer.json()["error"]


def test_a_wrong_part_of_the_address_is_named(visitor: Visitor) -> None:
    answer = visitor.client.post(f"{REVIEW}?revision=hai", json={"kind": "confirm", "task": "x"})
    assert "“revision” trên địa chỉ là “hai”; cần số nguyên" in answer.json()["error"]


def test_numbers_and_lengths_out_of_bounds_say_the_bounds(visitor: Visitor) -> None:
    sent = {"text": "x" * 20_001, "context": {"table_month": 13}}
    error = visitor.client.post("/api/when", json=sent).json()["error"]
    assert "cần không quá 20000 ký tự" in error
    assert "“context.table_month” là “13”; cần số đến 12" in error
    assert len(error) < 400


BEYOND = [str(2**63), "-1", "9" * 30, "9" * 5000]


def every_call(visitor: Visitor) -> list[tuple[str, str]]:
    paths = visitor.get("/api/openapi.json").json()["paths"]
    return [(method, path) for path, methods in paths.items() for method in methods]


@pytest.mark.parametrize("number", BEYOND, ids=len)
def test_a_number_of_nothing_in_a_path_is_told_as_absent_whatever_is_called(number: str, visitor: Visitor) -> None:
    calls = [(method, path) for method, path in every_call(visitor) if "{plan_id}" in path]
    assert len(calls) > 5
    wish = {"kind": "look", "question": "x"}
    for method, path in calls:
        answer = visitor.client.request(method, path.replace("{plan_id}", number), json=wish)
        assert (path, answer.status_code) == (path, 404)
        assert answer.json()["error"].startswith("Không tìm thấy")


@pytest.mark.parametrize("number", BEYOND[:3], ids=len)
def test_a_number_too_large_in_a_body_is_refused_in_words(number: str, visitor: Visitor) -> None:
    draft = visitor.tasks()[0]
    bodies = {
        f"/api/tasks/{draft.id}/people": f'[{{"person": {number}, "part": "lead"}}]',
        REVIEW: f'{{"kind": "choose", "task": "{draft.id}", "mention": {number}}}',
        f"{REVIEW}?": f'{{"kind": "split", "task": "{draft.id}", "title": "Hai", "given": [{number}]}}',
        f"{REVIEW}?x": f'{{"kind": "add", "title": "Hai", "duty": {number}}}',
        f"{REVIEW}?revision={number}": '{"kind": "look", "question": "x"}',
    }
    was = visitor.tasks()
    for path, body in bodies.items():
        method = "PUT" if path.endswith("people") else "POST"
        answer = visitor.client.request(method, path, content=body, headers={"content-type": "application/json"})
        assert (body, answer.status_code, set(answer.json())) == (body, 422, {"error"})
    assert visitor.tasks() == was
