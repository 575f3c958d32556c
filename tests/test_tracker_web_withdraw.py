"""A draft nobody wants is deleted from its page; a published plan is recalled, with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.visitor import Visitor
from tracker.cli import tracker
from tracker.store import history, ledger, plans
from tracker.store.database import open_database
from tracker.store.ledger import ReminderState
from tracker.store.records import PlanStatus, TaskState

TASK = make_task("Khảo sát chất lượng", date(2023, 9, 29))
WORDS = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Kiểm định chất lượng giáo dục năm học 2023-2024
1. Khảo sát chất lượng đầu năm. (Hoàn thành trước ngày 29/9/2023).
"""
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
    assert "đã được xóa hoặc thu hồi" in visitor.client.post("/api/plans/1/review/undo").json()["error"]
    visitor.press("/ke-hoach/1/phat-hanh", on="/doc-thu", revision="1")
    assert not any(one.published for one in visitor.tasks())


def test_a_published_plan_is_never_deleted_like_a_draft(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=True)
    assert "Xóa bản nháp" not in visitor.get("/ke-hoach/1").text
    assert withdraw(visitor).status_code == 422
    assert visitor.client.post("/api/plans/1/withdraw").status_code == 422
    assert [one.state for one in visitor.tasks()] == [TaskState.OPEN]


def test_a_newer_draft_of_a_published_plan_is_discarded_and_what_is_in_force_stays(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=True)
    visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, 6))), publish=False)
    assert "Bỏ bản mới" in visitor.get("/ke-hoach/1").text
    assert withdraw(visitor, revision="2").headers["location"] == "/ke-hoach?xong=xoa-nhap"
    assert [(one.state, one.published, one.task.due.day) for one in visitor.tasks()] == [
        (TaskState.OPEN, True, date(2023, 9, 29))
    ]
    page = visitor.get("/ke-hoach/1").text
    assert "Bỏ bản mới" not in page
    assert "bản 1," in page
    (again,) = visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, 6))))
    assert again.task.due.day == date(2023, 10, 6)


@pytest.mark.parametrize("back", [True, False])
def test_a_newer_draft_discarded_takes_the_drafts_it_replaced_along(back: bool, visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=True)
    if back:
        recalled(visitor)
    for day in (6, 13):
        visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, day))), publish=False)
    assert withdraw(visitor, revision="3").headers["location"] == "/ke-hoach?xong=xoa-nhap"
    with open_database(visitor.folder) as db:
        newest = plans.newest_revision(db, 1)
    assert (newest.number, newest.status) == (1, PlanStatus.PUBLISHED)
    page = visitor.get("/ke-hoach/1")
    assert (page.status_code, "bản 1," in page.text) == ((303, False) if back else (200, True))
    (task,) = visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, 20))))
    assert (task.state, task.task.due.day) == (TaskState.OPEN, date(2023, 10, 20))


def test_a_draft_replaced_meanwhile_is_not_withdrawn(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    visitor.keep(make_plan(), publish=False)
    assert withdraw(visitor, revision="1").status_code == 409
    assert visitor.client.post("/api/plans/1/withdraw").json()["status"] == "withdrawn"


def stale(visitor: Visitor, path: str, revision: str) -> tuple[int, str, str]:
    """Press a button of a tab opened before; return the status, what is told, and where the page leads."""
    answer = visitor.press(path, on="/ke-hoach", revision=revision, task="x", title="Khác")
    page = html.fromstring(answer.text)
    return answer.status_code, page.xpath("string(//main)"), page.xpath("string(//main//a[1]/@href)")


@pytest.mark.parametrize("path", ["phat-hanh", "xoa-nhap", "duyet/ten"])
def test_an_old_tab_says_that_the_newer_draft_was_deleted_and_leads_back_to_the_plan(
    path: str, visitor: Visitor
) -> None:
    visitor.keep(make_plan(TASK))
    visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, 6))), publish=False)
    withdraw(visitor, revision="2")
    status, told, back = stale(visitor, f"/ke-hoach/1/{path}", "2")
    assert (status, back) == (409, "/ke-hoach/1")
    assert "Bản nháp đã bị xóa" in told
    assert "Lịch và lời nhắc vẫn theo bản 1 đã phát hành." in told
    assert "bản mới hơn" not in told


def test_an_old_tab_of_a_plan_never_published_says_that_nobody_was_told(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, 6))), publish=False)
    withdraw(visitor, revision="2")
    status, told, back = stale(visitor, "/ke-hoach/1/phat-hanh", "2")
    assert (status, back) == (409, "/ke-hoach")
    assert "đã phát hành" not in told


def test_an_old_tab_beside_a_draft_that_is_left_names_it_and_what_is_in_force(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    visitor.keep(make_plan(make_task("Khảo sát chất lượng", date(2023, 10, 6))), publish=False)
    status, told, back = stale(visitor, "/ke-hoach/1/phat-hanh", "3")
    assert (status, back) == (409, "/ke-hoach/1")
    assert "Bản nháp còn lại là bản 2; lịch và lời nhắc vẫn theo bản đã phát hành." in told


@pytest.mark.parametrize("path", ["phat-hanh", "xoa-nhap", "duyet/ten"])
def test_an_old_tab_of_a_deleted_plan_leads_to_the_plans(path: str, visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    withdraw(visitor, revision="1")
    status, told, back = stale(visitor, f"/ke-hoach/1/{path}", "1")
    assert (status, back) == (409, "/ke-hoach")
    assert "đã được xóa hoặc thu hồi" in told
    assert not any(one.published for one in visitor.tasks())


def test_an_old_tab_says_that_a_newer_copy_came_and_leads_to_it(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    visitor.keep(make_plan(), publish=False)
    status, told, back = stale(visitor, "/ke-hoach/1/phat-hanh", "1")
    assert (status, back, "bản mới hơn được tải lên" in told) == (409, "/ke-hoach/1", True)


def recalled(visitor: Visitor, reason: str = "tải nhầm trường"):
    return visitor.press("/ke-hoach/1/thu-hoi", on="/ke-hoach/1", reason=reason)


def feed(visitor: Visitor) -> str:
    result = CliRunner().invoke(tracker, ["--data", str(visitor.folder), "feed"])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_published_plan_is_recalled_for_a_reason_and_its_open_work_ends(visitor: Visitor) -> None:
    first, second = visitor.keep(make_plan(TASK, make_task("Hội thi", date(2023, 10, 28))))
    visitor.press(f"/viec/{second.id}/xong", on=f"/viec/{second.id}")
    assert recalled(visitor, reason="").status_code == 422
    assert recalled(visitor).headers["location"] == "/ke-hoach?xong=thu-hoi"
    states = {one.id: one.state for one in visitor.tasks()}
    assert states == {first.id: TaskState.CANCELLED, second.id: TaskState.DONE}
    with open_database(visitor.folder) as db:
        last = history.of_subject(db, "plan", "1")[-1]
        assert (last.what, last.why) == ("recalled", "tải nhầm trường")
        planned = [row for row in ledger.of_task(db, first.id) if row.state is ReminderState.PLANNED]
    assert planned == []


def test_a_recalled_plan_stands_apart_on_the_page_of_plans_with_who_when_and_why(visitor: Visitor) -> None:
    (task,) = visitor.keep(make_plan(TASK))
    assert "thu-hoi" not in visitor.get("/ke-hoach").text
    recalled(visitor)
    page = visitor.get("/ke-hoach").text
    assert "Người quản lý thu hồi lúc 09:00 thứ Hai 18/9/2023: tải nhầm trường" in page
    assert "12/KH-MNHB" in page[page.index('id="thu-hoi-1"') :]
    assert f'href="/viec/{task.id}"' in page
    assert visitor.get("/ke-hoach/1").headers["location"].endswith("#thu-hoi-1")
    assert visitor.get(f"/viec/{task.id}").status_code == 200


def test_a_plan_that_came_back_is_no_longer_told_as_recalled(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    recalled(visitor)
    visitor.keep(make_plan(TASK), publish=False)
    assert "thu-hoi-1" not in visitor.get("/ke-hoach").text
    withdraw(visitor, revision="2")
    assert "tải nhầm trường" in visitor.get("/ke-hoach").text


def test_programs_are_told_of_recalled_plans_and_of_no_deleted_draft(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    recalled(visitor)
    (told,) = visitor.get("/api/plans").json()
    assert (told["status"], told["published_at"] is None) == ("withdrawn", False)
    assert visitor.get("/api/plans/1/review").json()["status"] == "withdrawn"


def test_a_deleted_draft_is_not_among_the_recalled(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    withdraw(visitor)
    assert "thu-hoi" not in visitor.get("/ke-hoach").text
    assert visitor.get("/api/plans").json() == []
    assert visitor.get("/ke-hoach/1").status_code == 404


def test_a_recalled_plan_had_reminders_and_calendars_are_told_it_is_over(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.commands.writing_feeds.current_instant", lambda: NOW)
    (task,) = visitor.keep(make_plan(TASK))
    with open_database(visitor.folder) as db:
        assert any(row.state is ReminderState.PLANNED for row in ledger.of_task(db, task.id))
    before = feed(visitor)
    recalled(visitor)
    after = feed(visitor)
    assert task.id in before
    assert "STATUS:CANCELLED" not in before
    assert task.id in after
    assert "STATUS:CANCELLED" in after


def test_a_recalled_plan_comes_back_as_a_draft_nobody_hears_of(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    recalled(visitor)
    (task,) = visitor.keep(make_plan(TASK), publish=False)
    assert task.state is TaskState.CANCELLED
    with open_database(visitor.folder) as db:
        assert not [row for row in ledger.of_task(db, task.id) if row.state is ReminderState.PLANNED]
    assert withdraw(visitor, revision="2").headers["location"] == "/ke-hoach?xong=xoa-nhap"
    (task,) = visitor.keep(make_plan(TASK))
    assert (task.state, task.published) == (TaskState.OPEN, True)


def test_what_was_decided_outlives_a_recall(visitor: Visitor) -> None:
    (task,) = visitor.keep(make_plan(TASK), publish=False)
    visitor.press(
        "/ke-hoach/1/duyet/han",
        on="/ke-hoach/1/duyet",
        task=task.id,
        words="chậm nhất ngày 6/10/2023",
        sure="1",
        revision="1",
    )
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    assert [one.task.due.day for one in visitor.tasks()] == [date(2023, 10, 6)]
    recalled(visitor)
    upload = visitor.keep(make_plan(TASK), publish=False)
    assert [one.task.due.day for one in upload] == [date(2023, 10, 6)]


def test_the_same_file_after_a_recall_is_not_called_unchanged(visitor: Visitor) -> None:
    visitor.press("/ke-hoach/tai-len", text=WORDS)
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    recalled(visitor)
    answer = visitor.press("/ke-hoach/tai-len", text=WORDS)
    assert answer.headers["location"] == "/ke-hoach/1?xong=da-tai"


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"reason": "sai trường"}},
        {"data": {"reason": "sai trường"}},
        {"files": {"reason": (None, "sai trường")}},
        {"content": '{"reason": "sai trường"}'},
    ],
)
def test_a_program_recalls_by_json_or_by_a_form(sent: dict[str, object], visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    assert visitor.client.post("/api/plans/1/recall", **sent).json()["status"] == "withdrawn"
    with open_database(visitor.folder) as db:
        assert history.of_subject(db, "plan", "1")[-1].why == "sai trường"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Cần lý do thu hồi"),
        ({"json": {}}, "Cần lý do thu hồi"),
        ({"json": {"reason": "  "}}, "Cần lý do thu hồi"),
        ({"data": {"why": "x"}}, "Cần lý do thu hồi"),
        ({"json": {"reason": 5}}, "“reason” là “5”; cần chuỗi chữ"),
        ({"json": ["sai"]}, "thân yêu cầu; cần đối tượng JSON"),
        ({"content": "{", "headers": {"Content-Type": "application/json"}}, "không phải JSON đọc được"),
        ({"content": b"\xff", "headers": {"Content-Type": "application/json"}}, "không phải JSON đọc được"),
        ({"files": {"reason": ("a.txt", b"x")}}, "“reason”"),
    ],
)
def test_a_recall_that_says_no_reason_is_refused_in_words(sent: dict[str, object], told: str, visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    answer = visitor.client.post("/api/plans/1/recall", **sent)
    assert (answer.status_code, told in answer.json()["error"]) == (422, True), answer.json()
    assert [one.state for one in visitor.tasks()] == [TaskState.OPEN]


def test_the_description_says_both_ways(visitor: Visitor) -> None:
    call = visitor.get("/api/openapi.json").json()["paths"]["/api/plans/{plan_id}/recall"]["post"]
    content = call["requestBody"]["content"]
    assert set(content) == {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}
    assert all(set(one["schema"]["properties"]) == {"reason"} for one in content.values())


def test_a_stranger_recalls_nothing_whatever_they_send(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK))
    visitor.client.cookies.clear()
    assert visitor.client.post("/api/plans/1/recall", content="{").status_code == 401


def test_a_draft_is_not_recalled_and_the_api_asks_for_a_reason_too(visitor: Visitor) -> None:
    visitor.keep(make_plan(TASK), publish=False)
    assert visitor.client.post("/api/plans/1/recall", data={"reason": "x"}).status_code == 422
    visitor.keep(make_plan(TASK))
    assert visitor.client.post("/api/plans/1/recall").status_code == 422
    assert visitor.client.post("/api/plans/1/recall", data={"reason": "sai trường"}).json()["status"] == "withdrawn"
