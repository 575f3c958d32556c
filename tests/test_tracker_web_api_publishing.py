"""Publishing through the API: what is in force already stays as it is, to the last byte of its calendars."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.visitor import Visitor
from tests.test_tracker_recurring import PLAN
from tracker.feeds.making import make
from tracker.store import history
from tracker.store.database import open_database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.zone import HO_CHI_MINH

DECEMBER = datetime(2023, 12, 5, 9, 0, tzinfo=HO_CHI_MINH)
TEXT = PLAN.format(when="vào ngày 20 hằng tháng") + "3. Hội thi giáo viên dạy giỏi trước ngày 25/1/2024.\n"


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """Return a program whose plan is in force: one time was over by then, one work is moved and one dropped by hand."""
    visitor = Visitor(tmp_path / "data", clock=lambda: DECEMBER)
    visitor.client.post("/api/plans", files={"file": ("ke-hoach.txt", TEXT.encode())})
    visitor.client.post("/api/plans/1/publish")
    ids = {one.task.title: one.id for one in visitor.tasks() if not one.task.due.recurrence}
    approval, contest = (next(task for title, task in ids.items() if word in title) for word in ("duyệt", "Hội thi"))
    move = {"day": "2024-02-05", "reason": "Phòng lùi lịch"}
    assert visitor.client.post(f"/api/tasks/{contest}/move", json=move).status_code == 200
    assert visitor.client.post(f"/api/tasks/{approval}/drop", json={"reason": "thôi"}).status_code == 200
    return visitor


def standing(visitor: Visitor) -> tuple[object, ...]:
    """Return the works, all that is told of them and of their plan, and the bytes of the school's calendar."""
    works = visitor.tasks()
    with open_database(visitor.folder) as db:
        told = [history.of_subject(db, "plan", "1"), *(history.of_subject(db, "task", one.id) for one in works)]
        body = make(db, FeedSubject(FeedKind.SCHOOL, 1), DECEMBER.date()).body
    return works, told, visitor.get("/api/plans").json(), body


def test_a_plan_in_force_published_once_more_changes_nothing(visitor: Visitor) -> None:
    before = standing(visitor)
    answer = visitor.client.post("/api/plans/1/publish")
    said = answer.json()
    assert (answer.status_code, said["status"], said["unchanged"], said["passed"]) == (200, "published", True, [])
    assert [said[one] for one in ("new", "moved", "gone")] == [0, 0, 0]
    assert standing(visitor) == before


def test_a_newer_copy_is_published_and_is_no_standstill(visitor: Visitor) -> None:
    later = TEXT.replace("25/1/2024", "26/1/2024")
    visitor.client.post("/api/plans", files={"file": ("ke-hoach.txt", later.encode())})
    said = visitor.client.post("/api/plans/1/publish").json()
    assert (said["moved"], said["unchanged"]) == (1, False)


def test_a_reason_to_recall_is_as_long_as_any_other(visitor: Visitor) -> None:
    before = standing(visitor)
    answer = visitor.client.post("/api/plans/1/recall", json={"reason": "x" * 501})
    assert (answer.status_code, answer.json()["error"]) == (
        422, "Lý do thu hồi cần từ 1 đến 500 ký tự, hiện có 501. Hãy ghi lại.",
    )  # fmt: skip
    assert standing(visitor) == before
    assert visitor.client.post("/api/plans/1/recall", json={"reason": "x" * 500}).json()["status"] == "withdrawn"


def test_a_recalled_plan_has_no_draft_to_delete_and_keeps_when_it_first_came_into_force(visitor: Visitor) -> None:
    visitor.client.post("/api/plans/1/recall", json={"reason": "làm lại"})
    before = standing(visitor)
    answer = visitor.client.post("/api/plans/1/withdraw")
    assert (answer.status_code, "đã thu hồi" in answer.json()["error"]) == (409, True)
    assert standing(visitor) == before
    later = Visitor(visitor.folder, clock=lambda: DECEMBER + timedelta(days=2))
    later.client.post("/api/plans", files={"file": ("ke-hoach.txt", TEXT.encode())})
    assert later.client.post("/api/plans/1/publish").json()["status"] == "published"
    assert later.get("/api/plans/1").json()["published_at"] == DECEMBER.isoformat()
