"""The page of a plan: what changed stands first, its counts are those of the review, tasks in the document's order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import html

from schedules.plan import Block, Document, Finding, Mention, Place, Severity
from tests.conftest import due_on, make_plan, make_task
from tests.fakes.visitor import Visitor

FINDINGS = tuple(Finding(f"diem-{n}", Severity.CHOICE, f"Điểm {n}.", (f"câu {n}",), "Xem lại.") for n in range(3))
TASK = make_task("Khảo sát", date(2023, 9, 29))


def test_both_pages_count_the_same_questions(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    alike = replace(FINDINGS[0], quotes=("câu khác",))
    visitor.keep(replace(make_plan(TASK), findings=(*FINDINGS, alike)), publish=False)
    asked = visitor.get("/api/plans/1/review").json()["questions_open"]
    for path in ("/ke-hoach/1", "/ke-hoach/1/duyet"):
        assert f"{asked} câu cần trả lời" in visitor.get(path).text


def test_what_a_new_copy_changes_stands_before_the_findings(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(make_plan(TASK), publish=True)
    moved = make_task("Khảo sát", date(2023, 10, 6))
    visitor.keep(replace(make_plan(moved), findings=FINDINGS), publish=False)
    headings = html.fromstring(visitor.get("/ke-hoach/1").text).xpath("//h2/text()")
    assert headings.index("So với bản đang có hiệu lực") < headings.index("Điểm cần xem")
    assert "Việc có hạn " not in headings


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
