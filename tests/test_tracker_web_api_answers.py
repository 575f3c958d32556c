"""Whatever is sent, the API answers as its description says: a status told there, and one Vietnamese sentence."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import make_plan, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.store.database import FILE_NAME

Call = tuple[str, str]

NUMBERS = ["0", "999", "-1", "x", "%00", "9" * 30, "1.5"]
NAMES = ["x", "0", "%00", "%ED%A0%80", "a" * 3000]
QUERIES = ["school=x", "on=2024-02-30", "on=9999-12-31", "state=x", "revision=x", f"revision={'9' * 30}"]
RAW = [b"", b"{", b"\xff", b"null", b"[]", b"{}", b"[" * 100_000, b'{"note": NaN}', b'{"reason": ' + b"9" * 5000 + b"}"]
TYPES = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]
ODD = [None, True, 10**30, 1.5, "", "\x00", "\ud800", "a" * 20_000, [], {}, "2024-02-30", "9999-12-31", "😀"]
GOOD = {"kind": "look", "question": "x", "day": "2023-10-01", "reason": "vì", "note": "xem"}
FIELDS = ["note", "sure", "day", "start", "reason", "text", "context", "kind", "task", "words", "owners", "rule"]


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    folder = tmp_path_factory.mktemp("goi") / "data"
    made = visitor_with(folder, make_task("Công khai", date(2023, 9, 12), owners=("Cô Lan",)))
    made.keep(make_plan(make_task("Nháp", date(2023, 9, 29)), number="13/KH"), publish=False)
    return made


def calls(visitor: Visitor) -> dict[Call, dict[str, Any]]:
    paths = visitor.get("/api/openapi.json").json()["paths"]
    return {(method, path): call for path, methods in paths.items() for method, call in methods.items()}


def of_something(visitor: Visitor, path: str) -> str:
    return path.format(task_id=visitor.tasks()[0].id, plan_id=2)


def odd_requests(visitor: Visitor, method: str, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield addresses of a call with what is sent there, all of it odd."""
    good = of_something(visitor, path)
    for name in NUMBERS if "{plan_id}" in path else NAMES if "{task_id}" in path else ():
        yield path.format(plan_id=name, task_id=name), {"json": [] if path.endswith("/people") else GOOD}
    yield from ((f"{good}?{query}", {}) for query in QUERIES)
    yield good, {"headers": {"Host": "la.example.com"}}
    if method == "get":
        return
    yield good, {"headers": {"Sec-Fetch-Site": "cross-site"}}
    yield good, {"content": b"x", "headers": {"Content-Length": str(2**30)}}
    yield from ((good, {"content": body, "headers": {"Content-Type": kind}}) for body in RAW for kind in TYPES)
    for field in FIELDS:
        for value in ODD:
            sent = json.dumps({"kind": "due", "task": "x", "reason": "vì", "day": "2023-10-01", field: value}).encode()
            yield good, {"content": sent, "headers": {"Content-Type": "application/json"}}


def test_every_answer_is_one_the_description_tells_of_and_a_sentence(visitor: Visitor) -> None:
    given: defaultdict[Call, set[str]] = defaultdict(set)
    told = calls(visitor)
    for (method, path), call in told.items():
        for address, sent in odd_requests(visitor, method, path):
            answer = visitor.client.request(method, address, **sent)
            status = str(answer.status_code)
            given[method, path].add(status)
            assert (method, address[:80], status) == (
                method,
                address[:80],
                status if status in call["responses"] else "",
            )
            assert answer.headers["cache-control"] == "no-store"
            if answer.status_code >= 400:
                assert set(answer.json()) == {"error"}
                assert " " in answer.json()["error"]
        stranger = Visitor(visitor.folder, signed_in=False)
        given[method, path].add(str(stranger.client.request(method, of_something(visitor, path)).status_code))
    for (method, path), call in told.items():
        wanted = {"400", "401", "404", "413", "421"} | ({"403", "422"} if method != "get" else set())
        assert (path, wanted & set(call["responses"]) - given[method, path] - _by_form(path)) == (path, set())


def _by_form(path: str) -> set[str]:
    """What a call answers only where its form names something: told by the tests of that call."""
    return {"404"} if path == "/api/plans" else set()


def test_a_database_that_cannot_be_read_is_told_as_described(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Công khai", date(2023, 9, 12)))
    (tmp_path / "data" / FILE_NAME).write_bytes(b"khong phai co so du lieu " * 400)
    answer = visitor.get("/api/tasks")
    assert (answer.status_code, set(answer.json())) == (503, {"error"})


@pytest.mark.parametrize(
    ("corrects", "status", "told"),
    [
        ("99", 404, "không có kế hoạch số 99"),
        ("9" * 30, 422, "“corrects” là"),
        ("x", 422, "“corrects” là “x”; cần số nguyên"),
        ("2", 422, "Kế hoạch có mã 2 chưa từng phát hành"),
        ("3", 422, "là của Trường Tiểu học Đồi Chè"),
    ],
)
def test_a_file_that_cannot_correct_the_plan_it_names_is_refused_and_not_kept(
    tmp_path: Path, corrects: str, status: int, told: str
) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Công khai", date(2023, 9, 12)))
    visitor.keep(make_plan(make_task("Nháp", date(2023, 9, 29)), number="13/KH"), publish=False)
    visitor.keep(make_plan(make_task("Thi", date(2023, 9, 30)), number="1/KH", school="Trường Tiểu học Đồi Chè"))
    before = visitor.get("/api/plans").json()
    text = "TRƯỜNG MẦM NON HOA BAN\nSố: 20/KH-MNHB\nKẾ HOẠCH\n1. Cô Lan nộp báo cáo trước ngày 25/10/2023."
    answer = visitor.client.post("/api/plans", data={"text": text, "corrects": corrects})
    assert (answer.status_code, told in answer.json()["error"]) == (status, True)
    assert visitor.get("/api/plans").json() == before


def test_a_new_copy_of_one_plan_is_no_correction_of_another(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Công khai", date(2023, 9, 12)))
    visitor.keep(make_plan(make_task("Thi", date(2023, 9, 29)), number="13/KH-MNHB"))
    head = "TRƯỜNG MẦM NON HOA BAN\nSố: {}/KH-MNHB\nHoa Ban, ngày 18 tháng 9 năm 2023\nKẾ HOẠCH\nnăm học 2023-2024\n"
    text = head + "1. Cô Lan nộp báo cáo trước ngày 25/10/2023."
    refused = visitor.client.post("/api/plans", data={"text": text.format("13"), "corrects": "1"})
    assert (refused.status_code, refused.json()["error"]) == (
        422,
        "Tệp này là bản mới của kế hoạch có mã 2, nên không thể là bản sửa của kế hoạch có mã 1.",
    )
    taken = visitor.client.post("/api/plans", data={"text": text.format("20"), "corrects": "1"})
    assert taken.status_code == 201
    questions = visitor.get(f"/api/plans/{taken.json()['plan']['id']}/review").json()["questions"]
    assert [one["plan"] for question in questions for one in question["corrects"]] == [1]
