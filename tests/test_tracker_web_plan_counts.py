"""The page of a plan: what changed stands first, its counts are those of the review, tasks in the document's order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import html

from schedules.plan import Block, Document, Duty, Finding, Mention, Place, Recurrence, Severity
from tests.conftest import NOW, due_on, make_plan, make_task
from tests.fakes.review_clerk import clerk_with
from tests.fakes.visitor import Visitor
from tests.test_tracker_web_review_weeks import WEEKS
from tracker import by_hand
from tracker.commands.importing_files import report_lines
from tracker.importing import Incoming, store_plan
from tracker.recurring import advance
from tracker.store import tasks
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import TaskState
from tracker.web.site import national_calendar

FINDINGS = tuple(Finding(f"diem-{n}", Severity.CHOICE, f"Điểm {n}.", (f"câu {n}",), "Xem lại.") for n in range(3))
TASK = make_task("Khảo sát", date(2023, 9, 29))


def test_both_pages_count_the_same_questions(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    alike = replace(FINDINGS[0], quotes=("câu khác",))
    visitor.keep(replace(make_plan(TASK), findings=(*FINDINGS, alike)), publish=False)
    asked = visitor.get("/api/plans/1/review").json()["questions_open"]
    for path in ("/ke-hoach/1", "/ke-hoach/1/duyet"):
        assert f"{asked} câu cần trả lời" in visitor.get(path).text


def test_every_page_and_the_import_say_the_same_counts(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    undated = make_task("Duy trì nề nếp", None)
    duty = Duty("Giữ vệ sinh lớp học", (), "Giữ vệ sinh lớp học", Place())
    plan = replace(make_plan(TASK, undated), duties=(duty,), findings=FINDINGS)
    visitor.keep(plan, publish=False)
    told = "2 việc (1 chưa có ngày), 1 nhiệm vụ không có ngày, 3 câu cần trả lời"
    for path in ("/ke-hoach", "/ke-hoach/1", "/ke-hoach/1/duyet"):
        assert told in html.fromstring(visitor.get(path).text).text_content()
    with open_database(visitor.folder) as db:
        report = store_plan(db, Incoming(b"again", plan), Actor("Cô Lan", NOW), national_calendar(), publish=False)
    assert f"  Đọc ra: {told}." in tuple(report_lines(report))


def test_what_is_decided_counts_at_once_on_every_page(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    first, _ = visitor.keep(make_plan(TASK, make_task("Họp", date(2023, 10, 2))), publish=False)
    page = "/ke-hoach/1/duyet"
    visitor.press(f"{page}/bo", on=page, revision="1", task=first.id, reason="trùng")
    for path in ("/ke-hoach", "/ke-hoach/1", page):
        shown = html.fromstring(visitor.get(path).text).text_content()
        assert "1 việc" in shown
        assert "2 việc" not in shown


def test_later_times_and_dropped_works_are_counted_apart(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    weekly = replace(due_on(date(2023, 9, 1)), recurrence=Recurrence.WEEKLY)
    kept = visitor.keep(make_plan(make_task("Họp tổ", due=weekly), TASK))
    (dropped,) = (one for one in kept if one.task.title == TASK.title)
    with open_database(visitor.folder) as db:
        tasks.set_state(db, dropped.id, TaskState.CANCELLED, Actor("Cô Lan", NOW, "không còn"))
        advance(db, NOW, national_calendar())
    (heading,) = html.fromstring(visitor.get("/ke-hoach/1").text).xpath("//h2[starts-with(., 'Việc')]/small/text()")
    assert heading.startswith("1 việc, thêm ")
    assert heading.endswith(" lần lặp lại, 1 đã bỏ")


def test_what_a_new_copy_changes_stands_before_the_findings(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(make_plan(TASK), publish=True)
    moved = make_task("Khảo sát", date(2023, 10, 6))
    visitor.keep(replace(make_plan(moved), findings=FINDINGS), publish=False)
    headings = html.fromstring(visitor.get("/ke-hoach/1").text).xpath("//h2/text()")
    assert headings.index("So với bản đang có hiệu lực") < headings.index("Điểm cần xem")
    assert "Việc " not in headings


def test_tasks_stand_in_the_order_of_the_document(tmp_path: Path) -> None:
    lines = [Block(f"Dòng {number}", Place(line=number)) for number in range(1, 4)]
    tasks = [_at(number) for number in (3, 1, 2)]
    visitor = Visitor(tmp_path / "data")
    plan = replace(make_plan(*tasks), document=Document("a.txt", "txt", tuple(lines)))
    visitor.keep(plan, publish=False)
    names = html.fromstring(visitor.get("/ke-hoach/1").text).xpath("//a[@class='name']/text()")
    assert names == ["Việc 1", "Việc 2", "Việc 3"]


def _at(number: int):
    due = due_on(date(2023, 10, 10 + number))
    mention = Mention(f"Dòng {number}", Place(line=number), due)
    return replace(make_task(f"Việc {number}", due.day), mentions=(mention,))


def test_the_list_has_as_many_points_as_are_counted(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    info = [Finding("roi", Severity.INFO, f"Điểm {n}.", (f"câu {n}",), "Xem lại.") for n in range(2)]
    visitor.keep(replace(make_plan(TASK), findings=(FINDINGS[0], *info)), publish=False)
    page = html.fromstring(visitor.get("/ke-hoach/1").text)
    assert "1 câu cần trả lời, 1 điểm để biết" in page.text_content()
    assert "1 điểm để biết" in page.xpath("//details/summary/text()")
    assert len(page.xpath("//section[h2='Điểm cần xem']/div[@class='finding']")) == 1


def test_the_choice_of_weeks_is_in_the_list_it_is_counted_in(tmp_path: Path) -> None:
    page = html.fromstring(clerk_with(tmp_path / "data", WEEKS).get("/ke-hoach/1").text)
    asked = re.search(r"(\d+) câu cần trả lời", page.text_content())
    assert int(asked[1]) == len(page.xpath("//section[h2='Điểm cần xem']/div[@class='finding']"))
    assert page.xpath("//a[contains(@href, '/duyet') and contains(@href, '#cach-tinh-tuan')]")


def test_a_work_dropped_since_is_not_counted_in_what_is_in_force(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    first, _ = visitor.keep(make_plan(TASK, make_task("Họp", date(2023, 10, 2))))
    with open_database(visitor.folder) as db:
        by_hand.drop(db, first.id, Actor("Cô Lan", NOW, "thôi"), national_calendar())
    page = html.fromstring(visitor.get("/ke-hoach/1").text)
    assert page.xpath("string(//dt[.='Gồm']/following-sibling::dd[1])") == "1 việc"
