"""The same file again keeps nothing new: no draft, no line of history, whatever was decided or changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity
from tests.conftest import make_plan, make_task
from tests.fakes.review_clerk import PAGE, PLAN, Clerk
from tracker import by_hand
from tracker.commands.importing_files import report_json, report_lines
from tracker.importing import ImportReport, Incoming, store_plan
from tracker.moving import NewDays
from tracker.review import deciding, desk
from tracker.review.withdrawing import withdraw
from tracker.store import history, plans, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import PlanStatus

SURVEY, REPORT = make_task("Khảo sát đội ngũ", date(2023, 9, 29)), make_task("Báo cáo", date(2024, 4, 26))
WRONG = Finding("ngay-khong-co", Severity.BLOCK, "Ngày 31/9 không có.", ("31/9/2023",), "Xem lại ngày.")


class Importer:
    """Imports one file again and again, and counts what the store keeps of it."""

    def __init__(self, db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
        self.db, self.actor, self.calendar = db, actor, calendar

    def __call__(self, *, plan: Plan | None = None, publish: bool = False, waiving: str = "") -> ImportReport:
        incoming = Incoming(b"v1", plan or make_plan(SURVEY, REPORT), waiving=waiving)
        return store_plan(self.db, incoming, replace(self.actor, why=""), self.calendar, publish=publish)

    def kept(self) -> tuple[int, int, list[object]]:
        """Return the number of the newest copy, how long the history is, and the works."""
        told = list(history.of_subject(self.db, "plan", "1"))
        return plans.newest_revision(self.db, 1).number, len(told), list(tasks.of_plan(self.db, 1))


@pytest.fixture
def importer(db: Database, actor: Actor, calendar: SchoolCalendar) -> Importer:
    return Importer(db, actor, calendar)


@pytest.mark.parametrize("publish", [False, True])
def test_a_published_plan_stays_as_it_is_however_its_file_is_brought_again(publish: bool, importer: Importer) -> None:
    importer(publish=True)
    before = importer.kept()
    for _ in range(2):
        report = importer(publish=publish)
        assert importer.kept() == before
        assert (report.unchanged, report.status) == (True, PlanStatus.PUBLISHED)
        assert report.counts() == {"new": 0, "moved": 0, "gone": 0, "same": 2}


def test_what_was_changed_by_hand_since_counts_as_the_same(importer: Importer) -> None:
    importer(publish=True)
    survey, report = (one.id for one in tasks.of_plan(importer.db, 1))
    by_hand.move(importer.db, survey, NewDays(date(2023, 12, 8)), replace(importer.actor, why="lùi"), importer.calendar)
    by_hand.drop(importer.db, report, replace(importer.actor, why="không làm"), importer.calendar)
    before = importer.kept()
    assert importer(publish=True).counts() == {"new": 0, "moved": 0, "gone": 0, "same": 1}
    assert importer.kept() == before


def test_a_draft_and_what_was_decided_about_it_stay_and_can_be_published_by_the_file(importer: Importer) -> None:
    importer()
    survey = tasks.of_plan(importer.db, 1)[0].id
    desk.decide(
        importer.db, 1, lambda one: deciding.retitle(one.draft, survey, "Tên khác"), importer.actor, importer.calendar
    )
    before = importer.kept()
    assert (importer().status, importer.kept()) == (PlanStatus.DRAFT, before)
    report = importer(publish=True)
    assert (report.status, importer.kept()[0]) == (PlanStatus.PUBLISHED, 1)
    assert [one.task.title for one in tasks.of_plan(importer.db, 1)] == ["Tên khác", REPORT.title]


def test_a_file_held_back_is_published_when_a_reason_is_given(importer: Importer) -> None:
    plan = replace(make_plan(SURVEY), findings=(WRONG,))
    assert importer(plan=plan, publish=True).status is PlanStatus.DRAFT
    assert importer(plan=plan, publish=True, waiving="đã hỏi").status is PlanStatus.PUBLISHED
    assert importer.kept()[0] == 1


def test_a_file_under_another_name_is_the_same_file(importer: Importer) -> None:
    importer(publish=True)
    plan = make_plan(SURVEY, REPORT)
    named = replace(plan, header=replace(plan.header, source="ban-sao.docx"))
    assert importer(plan=named).unchanged


def test_a_file_that_reads_otherwise_now_is_a_new_draft_and_says_so(importer: Importer) -> None:
    importer(publish=True)
    report = importer(plan=make_plan(SURVEY, replace(REPORT, title="Báo cáo tổng kết")))
    assert (report.same_file, report.unchanged, report.status) == (True, False, PlanStatus.DRAFT)
    assert importer.kept()[0] == 2
    assert "  Tệp này giống hệt lần nhập trước nhưng nay đọc ra khác; đã lưu thành bản mới." in report_lines(report)


def test_a_draft_that_was_deleted_comes_back_with_its_file(importer: Importer) -> None:
    importer()
    withdraw(importer.db, 1, importer.actor, importer.calendar)
    assert (importer().unchanged, importer.kept()[0]) == (False, 2)


def test_the_terminal_says_that_nothing_changed(importer: Importer) -> None:
    importer(publish=True)
    report = importer()
    assert "  Tệp này giống hệt lần nhập trước; không có gì đổi." in list(report_lines(report))
    assert (report_json(report)["unchanged"], report_json(report)["same"]) == (True, 2)


def test_a_waiting_draft_published_by_its_own_file_is_no_standstill(importer: Importer) -> None:
    importer(publish=True)
    moved = make_plan(make_task(SURVEY.title, date(2023, 10, 6)))
    incoming = Incoming(b"v2", moved)
    for publish, unchanged in ((False, False), (True, False), (True, True)):
        report = store_plan(importer.db, incoming, importer.actor, importer.calendar, publish=publish)
        assert report_json(report)["unchanged"] is unchanged
        told = [line for line in report_lines(report) if "giống hệt" in line]
        if publish and not unchanged:
            assert (report.counts()["moved"], report.counts()["gone"]) == (1, 1)
            assert told == ["  Tệp này giống hệt bản nháp đang chờ; bản nháp ấy nay phát hành."]


def test_the_page_of_a_published_plan_offers_nothing_to_publish(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    sent = {"file": ("ke-hoach.txt", PLAN.encode())}
    clerk.press("/ke-hoach/tai-len", files=sent)
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    answer = clerk.press("/ke-hoach/tai-len", files=sent)
    assert answer.headers["location"] == "/ke-hoach/1?xong=cung-tep"
    page = clerk.get(answer.headers["location"]).text
    assert "không có gì đổi" in page
    assert "Phát hành lịch" not in page
    assert "bản 1" in page
