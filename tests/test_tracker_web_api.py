"""The API says the same as the pages, in the JSON of the contract."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from schedules.plan import Bound
from tests.conftest import NOW, due_on, make_plan, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tests.test_tracker_web_pages import PLAN
from tracker.store import notes, people, personnel
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Part


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    late = make_task("Công khai đầu năm", date(2023, 9, 12), owners=("Cô Lan",))
    return visitor_with(tmp_path / "data", late, make_task("Hội thi", date(2023, 10, 28)))


def test_tasks_come_as_the_contract_spells_them(visitor: Visitor) -> None:
    first = visitor.get("/api/tasks").json()[0]
    assert first["title"] == "Công khai đầu năm"
    assert (first["due"], first["state"], first["days_late"]) == ("2023-09-12", "open", 6)
    assert first["mentions"][0]["quote"]


def test_overdue_can_be_asked_as_of_any_day(visitor: Visitor) -> None:
    assert [task["title"] for task in visitor.get("/api/overdue").json()] == ["Công khai đầu năm"]
    assert visitor.get("/api/overdue?on=2023-09-01").json() == []
    later = visitor.get("/api/overdue?on=2023-11-01").json()
    assert [task["days_late"] for task in later] == [50, 4]


def test_a_draft_is_never_overdue(visitor: Visitor) -> None:
    visitor.keep(make_plan(make_task("Việc nháp", date(2023, 9, 1)), number="13/KH"), publish=False)
    assert "Việc nháp" in {task["title"] for task in visitor.get("/api/tasks").json()}
    assert "Việc nháp" not in {task["title"] for task in visitor.get("/api/overdue").json()}


def test_tasks_can_be_asked_by_school_and_state(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    visitor.client.post(f"/api/tasks/{task.id}/done")
    done = visitor.get("/api/tasks", params={"state": "done", "school": "truong mam non hoa ban"}).json()
    assert [one["id"] for one in done] == [task.id]


def test_a_plan_goes_in_as_a_draft_and_is_published(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    sent = visitor.client.post("/api/plans", files={"file": ("ke-hoach.txt", PLAN.encode())})
    assert sent.status_code == 201
    assert (sent.json()["status"], sent.json()["new"]) == ("draft", 2)
    assert visitor.get("/api/plans").json()[0]["status"] == "draft"
    assert visitor.client.post("/api/plans/1/publish").json()["status"] == "published"
    read = visitor.get("/api/plans/1").json()
    assert read["document"]["number"] == "12/KH-MNHB"
    assert [task["due"] for task in read["tasks"]] == ["2023-09-25", "2023-10-28"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"files": {"file": ("a.docx", b"\xff\xd8\xff")}}, "a.docx"),
        ({"data": {"text": " "}}, "Chưa có tệp"),
        ({}, "Chưa có tệp"),
        ({"files": {"file": ("a.txt", b"KE HOACH")}, "data": {"text": "KE HOACH"}}, "Có cả tệp lẫn chữ"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(sent: dict, told: str, tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    answer = visitor.client.post("/api/plans", **sent)
    assert answer.status_code == 422
    assert told in answer.json()["error"]
    assert visitor.get("/api/plans").json() == []


def test_a_task_is_done_checked_noted_and_reopened(visitor: Visitor) -> None:
    path = f"/api/tasks/{visitor.tasks()[0].id}"
    assert visitor.client.post(f"{path}/done", json={"note": "Biên bản số 3"}).json()["state"] == "done"
    own = visitor.client.post(f"{path}/checked")
    assert (own.status_code, "do chính thầy/cô ghi đã xong" in own.json()["error"]) == (409, True)
    with open_database(visitor.folder) as db:
        db.execute("UPDATE tasks SET done_by = 'Cô Lan' WHERE state = 'done'")
    assert visitor.client.post(f"{path}/checked").json()["checked_by"]
    assert visitor.client.post(f"{path}/notes", json={"note": "Đã xem hồ sơ"}).status_code == 201
    assert visitor.client.post(f"{path}/reopen").json()["state"] == "open"


def test_a_task_is_moved_and_the_day_from_before_stands_beside_it(visitor: Visitor) -> None:
    path = f"/api/tasks/{visitor.tasks()[1].id}"
    moved = visitor.client.post(f"{path}/move", json={"day": "2023-11-15", "reason": "Phòng lùi lịch"}).json()
    assert (moved["due"], moved["moved_from"]) == ("2023-11-15", "2023-10-28")
    back = visitor.client.post(f"{path}/move-back", json={"note": "giữ lịch cũ"}).json()
    assert (back["due"], "moved_from" in back) == ("2023-10-28", False)


def test_a_task_is_dropped_and_restored(visitor: Visitor) -> None:
    path = f"/api/tasks/{visitor.tasks()[1].id}"
    dropped = visitor.client.post(f"{path}/drop", json={"reason": "không tổ chức"}).json()
    assert (dropped["state"], dropped["dropped_by_hand"]) == ("cancelled", True)
    assert visitor.client.post(f"{path}/restore").json()["state"] == "open"


@pytest.mark.parametrize("act", ["done", "checked", "reopen"])
def test_a_dropped_task_stays_dropped_in_the_api_and_on_calendars(act: str, visitor: Visitor) -> None:
    path = f"/api/tasks/{visitor.tasks()[1].id}"
    visitor.client.post(f"{path}/drop", json={"reason": "không tổ chức"})
    dropped = visitor.tasks()
    answer = visitor.client.post(f"{path}/{act}")
    assert (answer.status_code, "đã bỏ việc này" in answer.json()["error"]) == (409, True)
    assert visitor.tasks() == dropped


def test_the_api_checks_nothing_that_its_page_would_not(visitor: Visitor) -> None:
    path = f"/api/tasks/{visitor.tasks()[0].id}"
    answer = visitor.client.post(f"{path}/checked", json={"note": "đã xem"})
    assert (answer.status_code, answer.json()["error"]) == (
        409, "Việc này chưa được báo xong nên chưa kiểm tra được.",
    )  # fmt: skip
    assert visitor.get(path).json()["state"] == "open"


@pytest.mark.parametrize("act", ["drop", "move"])
def test_finished_work_is_neither_moved_nor_dropped(act: str, visitor: Visitor) -> None:
    path = f"/api/tasks/{visitor.tasks()[0].id}"
    visitor.client.post(f"{path}/done")
    answer = visitor.client.post(f"{path}/{act}", json={"reason": "thôi", "day": "2023-11-15"})
    assert (answer.status_code, "đã xong nên không" in answer.json()["error"]) == (409, True)


@pytest.mark.parametrize(
    ("act", "body", "told"),
    [
        ("move", {"day": "2023-11-15"}, "thiếu “reason”"),
        ("move", {"day": "2023-11-15", "reason": " "}, "Lý do dời hạn cần từ 1"),
        ("move-back", {}, "không phải do dời tay"),
        ("drop", {"reason": ""}, "Lý do bỏ việc cần từ 1"),
    ],
)
def test_what_cannot_be_changed_by_hand_is_told_in_words(
    act: str, body: dict[str, str], told: str, visitor: Visitor
) -> None:
    was = visitor.tasks()
    answer = visitor.client.post(f"/api/tasks/{was[1].id}/{act}", json=body)
    assert answer.status_code == 422
    assert told in answer.json()["error"]
    assert visitor.tasks() == was


@pytest.mark.parametrize(("day", "odd"), [("2023-09-15", "đã qua nên việc sẽ tính là trễ"), ("2032-10-20", "năm 2032")])
def test_a_day_that_may_be_a_slip_is_asked_about_as_programs_answer(day: str, odd: str, visitor: Visitor) -> None:
    was = visitor.tasks()
    path, body = f"/api/tasks/{was[1].id}/move", {"day": day, "reason": "theo công văn"}
    answer = visitor.client.post(path, json=body)
    assert answer.status_code == 409
    assert odd in answer.json()["error"]
    assert "hãy gửi lại với “sure”: true" in answer.json()["error"]
    assert visitor.tasks() == was
    assert visitor.client.post(path, json={**body, "sure": True}).json()["due"] == day


@pytest.mark.parametrize(
    ("said", "start"),
    [({}, "2023-10-16"), ({"start": None}, None), ({"start": "2023-10-18"}, "2023-10-18")],
)
def test_a_work_of_several_days_moves_whole_unless_a_program_says_otherwise(
    said: dict[str, str | None], start: str | None, tmp_path: Path
) -> None:
    monday, friday = date(2023, 10, 2), date(2023, 10, 6)
    week = make_task("Hội thi", friday, due=due_on(friday, start=monday, bound=Bound.DURING))
    visitor = visitor_with(tmp_path / "data", week)
    body = {"day": "2023-10-20", "reason": "Phòng lùi lịch", **said}
    answer = visitor.client.post(f"/api/tasks/{visitor.tasks()[0].id}/move", json=body).json()
    assert (answer["start"], answer["due"]) == (start, "2023-10-20")


@pytest.mark.parametrize("sure", ["yes", 1, "true", "on"])
@pytest.mark.parametrize("act", ["move", "checked"])
def test_only_true_is_sure(act: str, sure: object, visitor: Visitor) -> None:
    was = visitor.tasks()
    body = {"day": "2023-09-15", "reason": "theo công văn", "sure": sure}
    answer = visitor.client.post(f"/api/tasks/{was[1].id}/{act}", json=body)
    assert (answer.status_code, visitor.tasks()) == (422, was)
    assert answer.json()["error"] == f"Yêu cầu chưa đúng: “sure” là “{sure}”; cần true hoặc false. Hãy sửa rồi gửi lại."


def test_work_is_given_only_to_people_there_are(visitor: Visitor) -> None:
    task = visitor.tasks()[1]
    lan = next(one["id"] for one in visitor.get("/api/people").json() if one["name"] == "Cô Lan")
    path = f"/api/tasks/{task.id}/people"
    assert visitor.client.put(path, json=[{"person": 999, "part": "lead"}]).status_code == 404
    assert visitor.client.put(path, json=[{"person": lan, "part": "lead"}]).status_code == 200
    assert visitor.get(f"/api/tasks/{task.id}").json()["people"] == [{"person": lan, "part": "lead"}]
    with open_database(visitor.folder) as db:
        assert people.assigned(db, task.id) == ((lan, Part.LEAD),)


@pytest.mark.parametrize("body", [{}, {"note": ""}, {"note": " \n"}])
def test_an_empty_note_is_no_note(body: dict[str, str], visitor: Visitor) -> None:
    task = visitor.tasks()[0].id
    answer = visitor.client.post(f"/api/tasks/{task}/notes", json=body)
    assert (answer.status_code, "Ghi chú còn trống" in answer.json()["error"]) == (422, True)
    with open_database(visitor.folder) as db:
        assert notes.newest_of_school(db, 1) == {}


def test_the_json_of_a_task_tells_who_does_it_now(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    with open_database(visitor.folder) as db, transaction(db):
        mai, nga = (people.ensure(db, 1, name).id for name in ("Cô Mai", "Cô Nga"))
    given = [{"person": mai, "part": "lead"}, {"person": nga, "part": "helper"}]
    answers = [visitor.client.put(f"/api/tasks/{task.id}/people", json=given), visitor.get(f"/api/tasks/{task.id}")]
    lists = [visitor.get("/api/tasks"), visitor.get("/api/overdue")]
    for told in [*(one.json() for one in answers), *(one.json()[0] for one in lists)]:
        assert (told["id"], told["owners"], told["helpers"]) == (task.id, ["Cô Mai"], ["Cô Nga"])
        assert told["named_in_plan"] == {"owners": ["Cô Lan"], "helpers": []}


def test_work_is_given_to_its_own_school_alone_and_each_gets_one_part(visitor: Visitor) -> None:
    visitor.keep(make_plan(make_task("Hội thi", owners=("Cô Mai",)), school="Trường Mầm non Hoa Sen"))
    ids = {one["name"]: one["id"] for one in visitor.get("/api/people").json()}
    task = visitor.tasks()[0]
    path = f"/api/tasks/{task.id}/people"
    for given, told in (
        ([("Cô Mai", "lead")], "thuộc trường khác"),
        ([("Cô Lan", "lead"), ("Cô Lan", "helper")], "Cô Lan có hai phần trong cùng một việc"),
    ):
        answer = visitor.client.put(path, json=[{"person": ids[name], "part": part} for name, part in given])
        assert (answer.status_code, told in answer.json()["error"]) == (422, True)
    assert visitor.get(f"/api/tasks/{task.id}").json()["people"] == [{"person": ids["Cô Lan"], "part": "lead"}]


def test_work_is_not_given_to_who_left_unless_they_have_it(visitor: Visitor) -> None:
    ids = {one["name"]: one["id"] for one in visitor.get("/api/people").json()}
    with open_database(visitor.folder) as db, transaction(db):
        personnel.change(db, replace(people.by_id(db, ids["Cô Lan"]), active=False), Actor("Cô Mai", NOW))
    had, other = (f"/api/tasks/{task.id}/people" for task in visitor.tasks())
    given = [{"person": ids["Cô Lan"], "part": "lead"}]
    assert visitor.client.put(had, json=given).status_code == 200
    refused = visitor.client.put(other, json=given)
    assert (refused.status_code, "không còn trong danh sách người làm" in refused.json()["error"]) == (422, True)


def test_people_come_without_their_addresses(visitor: Visitor) -> None:
    assert "addresses" not in visitor.get("/api/people").json()[0]


def test_a_sentence_is_read_as_on_the_command_line(visitor: Visitor) -> None:
    asked = {"text": "trước ngày 25/9", "context": {"school_year": "2023-2024"}}
    read = visitor.client.post("/api/when", json=asked).json()
    assert (read["due"], read["bound"], read["remind_by"], read["late_from"]) == (
        "2023-09-25", "before", "2023-09-22", "2023-09-26",
    )  # fmt: skip
    nothing = visitor.client.post("/api/when", json={"text": "Thông tư 19/2018"}).json()
    assert (nothing["due"], nothing["precision"]) == (None, "none")


@pytest.mark.parametrize("body", ['{"text": ', '{"text": 3}', '{"text": "\\ud800 x"}', "{}", '{"text": "a", "context": {"table_month": 13}}',
                                  '{"text": "a", "context": {"table_month": true}}',
                                  '{"text": "a", "context": {"school_year": "2023"}}',
                                  '{"text": "a", "context": {"doc_date": "9999-12-31"}}'])  # fmt: skip
def test_a_malformed_question_is_refused_without_our_insides(body: str, visitor: Visitor) -> None:
    answer = visitor.client.post("/api/when", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert set(answer.json()) == {"error"}


def test_the_api_describes_itself(visitor: Visitor) -> None:
    paths = visitor.get("/api/openapi.json").json()["paths"]
    wanted = {
        "/api/tasks",
        "/api/overdue",
        "/api/plans",
        "/api/plans/{plan_id}/publish",
        "/api/tasks/{task_id}/done",
        "/api/tasks/{task_id}/move",
        "/api/tasks/{task_id}/move-back",
        "/api/tasks/{task_id}/drop",
        "/api/tasks/{task_id}/restore",
        "/api/when",
    }
    assert wanted <= set(paths)


def test_a_wrong_way_of_sending_is_told_in_words_for_a_program(visitor: Visitor) -> None:
    answer = visitor.get("/api/when")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "không nhận cách gửi GET; cần POST" in answer.json()["error"]
    assert "/api/openapi.json" in visitor.get("/api/khong-co").json()["error"]
    assert "bảng việc" in visitor.client.delete("/").text


def test_the_description_says_how_a_program_signs_in_and_what_refuses_it(visitor: Visitor) -> None:
    told = visitor.get("/api/openapi.json").json()
    (scheme,) = told["components"]["securitySchemes"].items()
    assert (scheme[1]["type"], scheme[1]["in"], scheme[1]["name"]) == ("apiKey", "cookie", "dung_han")
    assert "tracker signin" in scheme[1]["description"]
    calls = [call for methods in told["paths"].values() for call in methods.values()]
    assert all(call["security"] == [{scheme[0]: []}] for call in calls)
    assert all({"401", "403", "421", "422", "503"} <= set(call["responses"]) for call in calls)
    assert "HTTPValidationError" not in told["components"]["schemas"]


def test_the_description_tells_where_something_may_be_absent_or_stand_otherwise(visitor: Visitor) -> None:
    paths = visitor.get("/api/openapi.json").json()["paths"]
    calls = {(path, method): call for path, methods in paths.items() for method, call in methods.items()}
    answers = {one: set(call["responses"]) for one, call in calls.items()}
    asked_by_school = {
        one for one, call in calls.items() if "school" in {part["name"] for part in call.get("parameters", ())}
    }
    assert {one for one, told in answers.items() if "404" in told} == asked_by_school | {("/api/plans", "post")} | {
        one for one in calls if "{" in one[0]
    }
    acts = ("done", "reopen", "checked", "move", "move-back", "drop")
    assert {path.rpartition("/")[2] for (path, _), told in answers.items() if "409" in told} == {
        *acts,
        "operations",
        "withdraw",
    }


def test_a_program_signs_in_as_the_description_says(tmp_path: Path) -> None:
    stranger = Visitor(tmp_path, signed_in=False)
    refused = stranger.get("/api/tasks")
    assert (refused.status_code, "gửi POST tới liên kết" in refused.json()["error"]) == (401, True)
    cookie = stranger.client.post(stranger.link).cookies["dung_han"]
    stranger.client.cookies.clear()
    assert stranger.get("/api/tasks", headers={"Cookie": f"dung_han={cookie}"}).json() == []


def test_a_school_named_in_letters_taken_apart_is_the_same_school(visitor: Visitor) -> None:
    name = visitor.get("/api/plans").json()[0]["school"]
    apart = visitor.get("/api/tasks", params={"school": unicodedata.normalize("NFD", name)})
    assert apart.json() == visitor.get("/api/tasks").json()
