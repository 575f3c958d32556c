"""What was moved or dropped by hand outlives a copy that says the same day; what another day ends is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Task
from tests.conftest import NOW, make_plan, make_task
from tracker import by_hand
from tracker.importing import ImportReport, Incoming, publish_plan, store_plan
from tracker.moving import NewDays
from tracker.refusal import Refusal
from tracker.review import deciding, desk
from tracker.review.deadlines import picked
from tracker.review.desk import Review
from tracker.review.withdrawing import recall
from tracker.store import history, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

CHAIR = Actor("Hiệu trưởng", NOW, "Phòng lùi lịch")
CLERK = Actor("Văn thư", NOW + timedelta(hours=1))
NOVEMBER_24, DECEMBER_1, DECEMBER_8 = date(2023, 11, 24), date(2023, 12, 1), date(2023, 12, 8)
CONTEST, REPORT = make_task("Hội thi giáo viên dạy giỏi", NOVEMBER_24), make_task("Báo cáo", date(2024, 4, 26))
RENAMED = replace(CONTEST, title="Hội thi giáo viên dạy giỏi cấp trường")
SOONER = make_task(CONTEST.title, DECEMBER_1)


class Office:
    """A clerk who brings copies of one plan, and the principal who changes its contest by hand."""

    def __init__(self, db: Database, calendar: SchoolCalendar) -> None:
        self.db, self.calendar, self.copies = db, calendar, 0
        self.brings(CONTEST, REPORT)
        self.contest_id = tasks.of_plan(db, 1)[0].id

    def brings(self, *works: Task, publish: bool = True) -> ImportReport:
        plan, self.copies = make_plan(*works), self.copies + 1
        content = f"{self.copies} {plan!r}".encode()
        return store_plan(self.db, Incoming(content, plan), CLERK, self.calendar, publish=publish)

    def publishes(self) -> None:
        publish_plan(self.db, 1, CLERK, self.calendar)

    def moves(self, day: date = DECEMBER_8) -> None:
        by_hand.move(self.db, self.contest_id, NewDays(day), CHAIR, self.calendar)

    def drops(self) -> None:
        by_hand.drop(self.db, self.contest_id, CHAIR, self.calendar)

    def decides(self, wish: desk.Decide) -> None:
        desk.decide(self.db, 1, wish, CLERK, self.calendar)

    @property
    def contest(self) -> StoredTask:
        return tasks.by_id(self.db, self.contest_id)

    @property
    def review(self) -> Review:
        return desk.open_review(self.db, 1, self.calendar)


@pytest.fixture
def office(db: Database, calendar: SchoolCalendar) -> Office:
    return Office(db, calendar)


def test_a_moved_day_outlives_a_copy_that_says_the_same(office: Office) -> None:
    office.moves()
    report = office.brings(RENAMED, REPORT)
    assert (report.counts()["moved"], report.lapsed) == (0, ())
    assert (office.contest.task.title, office.contest.task.due.day) == (RENAMED.title, DECEMBER_8)
    assert by_hand.move_back(office.db, office.contest_id, CHAIR, office.calendar).task.due == CONTEST.due


def test_a_copy_that_says_another_day_holds_and_the_review_tells_what_it_ends(office: Office) -> None:
    office.moves()
    report = office.brings(SOONER, REPORT, publish=False)
    (told,) = report.lapsed
    assert told.startswith(f"“{CONTEST.title}”: Kế hoạch viết “24/11/2023”, tức ")
    assert told.endswith("Lý do: Phòng lùi lịch. Bản mới: chậm nhất thứ Sáu 1/12/2023.")
    assert office.contest.task.due.day == DECEMBER_8
    office.publishes()
    assert (office.contest.task.due.day, office.review.outdated) == (DECEMBER_1, ())


def test_a_copy_that_says_the_day_people_moved_to_ends_nothing(office: Office) -> None:
    office.moves(DECEMBER_1)
    version = office.contest.due_version
    assert office.brings(SOONER, REPORT).lapsed == ()
    assert (office.contest.task.due, office.contest.due_version) == (SOONER.due, version)


def test_a_dropped_work_stays_dropped_in_a_copy_that_says_the_same(office: Office) -> None:
    office.drops()
    report = office.brings(RENAMED, REPORT)
    assert (report.counts(), report.lapsed) == ({"new": 0, "moved": 0, "gone": 0, "same": 1}, ())
    assert (office.contest.state, office.contest.task.title) == (TaskState.CANCELLED, RENAMED.title)
    assert by_hand.bring_back(office.db, office.contest_id, CHAIR, office.calendar).open


def test_the_review_shows_a_dropped_work_with_the_reason(office: Office) -> None:
    office.drops()
    office.brings(CONTEST, REPORT, publish=False)
    assert [(one.dropped, one.live) for one in office.review.draft.items] == [("Phòng lùi lịch", False), (None, True)]


def test_a_copy_with_another_day_brings_a_dropped_work_back_and_says_so(office: Office) -> None:
    office.drops()
    report = office.brings(SOONER, REPORT)
    assert report.lapsed == (
        f"“{CONTEST.title}”: đã bỏ vì Phòng lùi lịch; nay lại có. Bản mới: chậm nhất thứ Sáu 1/12/2023.",
    )
    assert (office.contest.open, office.contest.set_aside_at, office.contest.task.due.day) == (True, None, DECEMBER_1)


def test_whoever_reviews_the_copy_may_take_a_dropped_work_back(office: Office) -> None:
    office.drops()
    office.brings(CONTEST, REPORT, publish=False)
    office.decides(lambda review: deciding.restore(review.draft, office.contest_id))
    assert [item.live for item in office.review.draft.items] == [True, True]
    office.publishes()
    assert (office.contest.open, office.contest.set_aside_at) == (True, None)


def test_a_work_dropped_after_the_review_took_it_back_is_dropped(office: Office) -> None:
    office.brings(CONTEST, REPORT, publish=False)
    office.decides(lambda review: deciding.drop(review.draft, office.contest_id, "nhầm"))
    office.decides(lambda review: deciding.restore(review.draft, office.contest_id))
    later = replace(CHAIR, at=CLERK.at + timedelta(hours=1))
    by_hand.drop(office.db, office.contest_id, later, office.calendar)
    office.publishes()
    assert office.contest.state is TaskState.CANCELLED


def test_a_day_the_reviewer_gives_the_copy_holds_even_if_it_is_the_plan_s(office: Office) -> None:
    office.moves()
    office.brings(CONTEST, REPORT, publish=False)
    due = picked(None, NOVEMBER_24, office.calendar)
    office.decides(lambda review: deciding.redate(review.draft, office.contest_id, due))
    office.publishes()
    assert office.contest.task.due.day == NOVEMBER_24


@pytest.mark.parametrize("act", [Office.moves, Office.drops])
def test_a_plan_recalled_and_brought_in_again_keeps_what_was_done_by_hand(act, office: Office) -> None:
    act(office)
    was = office.contest
    recall(office.db, 1, CHAIR, office.calendar)
    office.brings(CONTEST, REPORT)
    now = office.contest
    assert (now.state, now.task, now.set_aside_at, now.published) == (was.state, was.task, was.set_aside_at, True)


def test_a_work_the_copy_leaves_out_is_no_longer_only_set_aside(office: Office) -> None:
    office.drops()
    office.brings(REPORT)
    assert (office.contest.state, office.contest.set_aside_at) == (TaskState.CANCELLED, None)
    office.brings(CONTEST, REPORT)
    assert office.contest.open


def test_the_day_people_moved_to_can_be_kept_against_the_copy(office: Office) -> None:
    office.moves()
    office.brings(SOONER, REPORT, publish=False)
    office.decides(lambda review: deciding.keep_moved(review.draft, office.contest_id, office.calendar))
    assert office.review.outdated == ()
    office.publishes()
    due = office.contest.task.due
    assert (due.day, due.basis.startswith("Người duyệt giữ ngày đã dời. Bản trước: Kế hoạch viết")) == (
        DECEMBER_8,
        True,
    )


def test_what_was_not_moved_has_no_day_to_keep(office: Office) -> None:
    office.drops()
    office.brings(SOONER, REPORT, publish=False)
    with pytest.raises(Refusal, match="Không còn ngày đã dời"):
        deciding.keep_moved(office.review.draft, office.contest_id, office.calendar)


def test_a_day_chosen_in_review_and_moved_since_is_told_once(db: Database, calendar: SchoolCalendar) -> None:
    office = Office(db, calendar)
    office.brings(RENAMED, REPORT, publish=False)
    due = picked(None, DECEMBER_1, calendar)
    office.decides(lambda review: deciding.redate(review.draft, office.contest_id, due))
    office.publishes()
    office.moves()
    (told,) = office.brings(make_task(CONTEST.title, date(2023, 12, 15)), REPORT, publish=False).lapsed
    assert "Lý do: Phòng lùi lịch. Bản mới: chậm nhất thứ Sáu 15/12/2023." in told


def test_the_history_names_the_copy_that_changed_a_work(office: Office) -> None:
    office.brings(SOONER, REPORT)
    (moved,) = (one for one in history.of_subject(office.db, "task", office.contest_id) if one.what == "moved")
    assert moved.why == "do bản 2"
    office.brings(CONTEST, REPORT)
    office.brings(REPORT)
    office.brings(CONTEST, REPORT)
    whys = [one.why for one in history.of_subject(office.db, "task", office.contest_id) if one.what == "state"]
    assert whys == ["không còn trong bản kế hoạch mới", "bản 5 lại có việc này"]
