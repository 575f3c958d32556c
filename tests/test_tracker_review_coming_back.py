"""Work that one corrected copy leaves out and the next has again: done stays done, what passed unseen stays let be."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from schedules.calendar import SchoolCalendar
from tests.conftest import NOW, make_task
from tests.fakes.reminding import at
from tests.fakes.visitor import Visitor
from tests.test_tracker_recurring import PLAN
from tests.test_tracker_returned_plans import CONTEST, LATER_SURVEY, PUBLISHED, SURVEY, Office
from tracker import by_hand
from tracker.feeds.making import make
from tracker.store import history
from tracker.store.database import Database, open_database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState
from tracker.work import mark_done

MONTHLY, APPROVAL = "1. Kế toán", "2. Hiệu trưởng"


class Clerk:
    """A school's clerk who sends copies of the plan through the API; time goes on as the test says."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder, self.now = folder, now
        self.visitor = self.signed_in()

    def signed_in(self) -> Visitor:
        return Visitor(self.folder, clock=lambda: self.now)

    def post(self, path: str, **body: object):
        return self.visitor.client.post(f"/api{path}", json=body)

    def publishes(self, now: datetime, *without: str, when: str = "vào ngày 20 hằng tháng", more: str = "") -> dict:
        self.now = now
        self.visitor = self.signed_in()  # weeks went by: a session lasts no longer
        lines = [line for line in PLAN.format(when=when).splitlines() if not line.startswith(without or ("#",))]
        sent = {"file": ("ke-hoach.txt", ("\n".join(lines) + more).encode())}
        self.visitor.client.post("/api/plans", files=sent)
        return self.visitor.client.post("/api/plans/1/publish").json()

    def work(self, word: str) -> StoredTask:
        return next(one for one in self.visitor.tasks() if word in one.task.title and one.repeats is None)

    def late(self) -> list[str]:
        return [one["title"] for one in self.visitor.get("/api/overdue").json()]

    def body(self) -> bytes:
        with open_database(self.visitor.folder) as db:
            return make(db, FeedSubject(FeedKind.SCHOOL, 1), self.now.date()).body


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    clerk = Clerk(tmp_path / "data", at(2023, 9, 12))
    clerk.publishes(clerk.now)
    return clerk


@pytest.mark.parametrize("checked", [False, True])
def test_done_work_stays_done_when_a_copy_leaves_it_out_and_when_it_is_back(checked: bool, clerk: Clerk) -> None:
    path = f"/tasks/{clerk.work('uyệt kế hoạch').id}"
    clerk.post(f"{path}/done", note="biên bản số 3")
    facts = clerk.work("uyệt kế hoạch")
    if checked:
        with open_database(clerk.visitor.folder) as db:
            db.execute("UPDATE tasks SET state = 'checked', checked_by = 'Cô Hoa' WHERE id = ?", [facts.id])
        facts = clerk.work("uyệt kế hoạch")
    before = clerk.body()
    said = clerk.publishes(clerk.now + timedelta(days=1), APPROVAL)
    assert said["changes"]["gone"] == [{"id": facts.id, "title": facts.task.title, "done": True}]
    left = clerk.work("uyệt kế hoạch")
    assert (left.state, left.done_at, left.done_by, left.asked_for) == (
        facts.state,
        facts.done_at,
        facts.done_by,
        False,
    )
    assert clerk.body() == before
    assert (clerk.post(f"{path}/reopen").status_code, clerk.work("uyệt kế hoạch")) == (409, left)
    assert (
        clerk.publishes(clerk.now + timedelta(days=1), APPROVAL, more="\n3. Hội thi trước ngày 2/3/2024.")["gone"] == 0
    )
    clerk.publishes(clerk.now + timedelta(days=20))
    back = clerk.work("uyệt kế hoạch")
    assert (back.state, back.done_at, back.done_by, back.checked_by) == (
        facts.state, facts.done_at, facts.done_by, facts.checked_by,
    )  # fmt: skip
    assert (back.asked_for, back.sequence, clerk.late()) == (
        True,
        facts.sequence,
        ["Kế toán nộp báo cáo thu chi về Hiệu trưởng"],
    )
    with open_database(clerk.visitor.folder) as db:
        told = [one.what for one in history.of_subject(db, "task", facts.id)]
    assert told[-2:] == ["left out", "taken in again"]


def test_done_work_that_comes_back_with_another_day_is_to_do_and_what_was_done_stays(clerk: Clerk) -> None:
    done = clerk.work("uyệt kế hoạch")
    clerk.post(f"/tasks/{done.id}/done")
    clerk.publishes(clerk.now + timedelta(days=1), APPROVAL)
    clerk.publishes(
        clerk.now + timedelta(days=1), APPROVAL, more=f"\n{APPROVAL} duyệt kế hoạch kiểm tra trước ngày 20/1/2024."
    )
    found = {one.task.due.day: one.state for one in clerk.visitor.tasks() if "uyệt kế hoạch" in one.task.title}
    assert found == {date(2023, 9, 20): TaskState.DONE, date(2024, 1, 20): TaskState.OPEN}


def test_done_recurring_work_left_out_comes_no_more_and_goes_on_once_it_is_back(clerk: Clerk) -> None:
    clerk.now = at(2023, 9, 21)
    clerk.post(f"/tasks/{clerk.work('báo cáo').id}/done")
    clerk.publishes(clerk.now, MONTHLY)
    clerk.publishes(at(2023, 12, 1), MONTHLY, more="\n3. Hội thi trước ngày 2/3/2024.")
    assert clerk.work("báo cáo").state is TaskState.DONE
    times = [one.task.due.day for one in clerk.visitor.tasks() if one.open and one.task.due.recurrence]
    assert times == []
    clerk.publishes(at(2023, 12, 5))
    assert clerk.work("báo cáo").state is TaskState.DONE
    times = [one.task.due.day for one in clerk.visitor.tasks() if one.open and one.task.due.recurrence]
    assert times == [date(2023, 12, 20)]


def test_a_first_time_that_was_let_be_is_let_be_however_often_the_work_comes_back(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data", at(2023, 12, 5))
    assert [one["due"] for one in clerk.publishes(clerk.now)["passed"]] == ["2023-09-20"]
    first = clerk.work("báo cáo")
    for day in (6, 8):
        clerk.publishes(at(2023, 12, day), MONTHLY)
        said = clerk.publishes(at(2023, 12, day + 1))
        assert [one["due"] for one in said["passed"]] == ["2023-09-20"]
        again = clerk.work("báo cáo")
        assert (again.state, again.set_aside_at, again.sequence) == (
            TaskState.CANCELLED, first.set_aside_at, first.sequence,
        )  # fmt: skip
        assert not [title for title in clerk.late() if "báo cáo" in title]
        times = [one.task.due.day for one in clerk.visitor.tasks() if one.open and one.task.due.recurrence]
        assert times == [date(2023, 12, 20)]


def test_a_first_time_worded_anew_that_is_over_too_is_let_be(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data", at(2023, 12, 5))
    clerk.publishes(clerk.now)
    said = clerk.publishes(at(2023, 12, 6), when="vào ngày 25 hằng tháng")
    assert [one["due"] for one in said["passed"]] == ["2023-09-25"]
    assert not [title for title in clerk.late() if "báo cáo" in title]


def test_a_time_that_passed_while_the_plan_did_not_have_it_is_let_be(clerk: Clerk) -> None:
    clerk.publishes(at(2023, 9, 14), MONTHLY)
    assert [one["due"] for one in clerk.publishes(at(2023, 12, 5))["passed"]] == ["2023-09-20"]
    assert not [title for title in clerk.late() if "báo cáo" in title]


def test_a_time_that_was_late_when_it_was_left_out_comes_back_late(clerk: Clerk) -> None:
    clerk.publishes(at(2023, 9, 25), MONTHLY)
    assert clerk.publishes(at(2023, 12, 5))["passed"] == []
    assert [title for title in clerk.late() if "báo cáo" in title]


def test_the_page_that_publishes_names_what_is_let_be_and_not_as_late(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data", at(2023, 12, 5))
    clerk.publishes(clerk.now)
    clerk.publishes(at(2023, 12, 6), MONTHLY)
    sent = {"file": ("ke-hoach.txt", PLAN.format(when="vào ngày 20 hằng tháng").encode())}
    clerk.visitor.client.post("/api/plans", files=sent)
    page = clerk.visitor.get("/ke-hoach/1").text
    assert "việc đã qua hạn" not in page


def test_works_that_stand_as_before_the_recall_are_no_news_as_the_plan_returns(
    db: Database, calendar: SchoolCalendar
) -> None:
    office = Office(db, calendar)
    report, meeting = (make_task(title, date(2023, 12, 20)) for title in ("Báo cáo tổng kết", "Họp phụ huynh"))
    office.brings(SURVEY, CONTEST, report, meeting)
    mark_done(office.db, office.work(report.title).id, Actor("Cô Lan", NOW), office.calendar)
    by_hand.drop(office.db, office.work(meeting.title).id, Actor("Hiệu trưởng", NOW, "thôi"), office.calendar)
    before = [office.shows(one.title) for one in (report, meeting)]
    office.recalls()
    office.brings(LATER_SURVEY, CONTEST, report, meeting, at=PUBLISHED)
    assert [status for status, _, _ in before] == ["CONFIRMED", "CANCELLED"]
    assert [office.shows(one.title) for one in (report, meeting)] == before
    assert office.shows(SURVEY.title)[2] == PUBLISHED
