"""A plan as lines: the law's tasks and the proposals stand apart from the plan's own, each saying where it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from schedules.law import LawTask
from schedules.plan import Duty, Origin, Place, Recurrence
from tests.conftest import due_on, make_plan, make_task
from tests.test_tracker_web_review import PLAN
from tracker.cli import tracker
from tracker.listing import plan_lines

CITED = "khoản 2 Điều 6 Thông tư 61/2017/TT-BTC"
LAW = LawTask("Công khai dự toán", due_on(date(2024, 1, 15)), origin=Origin.LAW, citation=CITED, verified=False)
EARLIER = replace(LAW, title="Công khai quý III", due=due_on(date(2023, 10, 15)), verified=True)
PROPOSED = make_task("Rà soát", date(2024, 1, 12), origin=Origin.CHECKPOINT, mentions=())


def sections() -> dict[str, list[str]]:
    text = "\n".join(plan_lines(make_plan(make_task("Khảo sát", date(2023, 9, 29)), LAW, EARLIER, PROPOSED)))
    parts = [part.splitlines() for part in text.split("\n\n")]
    return {part[0]: part[1:] for part in parts}


def test_law_and_proposals_have_sections_of_their_own() -> None:
    assert list(sections())[1:] == ["Đọc ra: 1 việc", "Theo luật: 2", "Mốc đề xuất (kế hoạch không nêu ngày này): 1"]


def test_the_laws_tasks_are_cited_sorted_by_day_and_marked_when_unchecked() -> None:
    first, cited, second, _ = sections()["Theo luật: 2"]
    assert "15/10/2023: Công khai quý III" in first
    assert (cited.strip(), "chưa đối chiếu" in first) == (f"Căn cứ: {CITED}", False)
    assert second.endswith("15/1/2024: Công khai dự toán  [chưa đối chiếu văn bản gốc]")


def test_the_command_prints_the_sections(tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(PLAN, encoding="utf-8")
    plain = CliRunner().invoke(tracker, ["read", str(plan)]).stdout
    full = CliRunner().invoke(tracker, ["read", str(plan), "--with-law", "--with-checkpoints"]).stdout
    assert "Theo luật" not in plain
    assert "\nTheo luật: " in full
    assert plain.split("Nhiệm vụ")[0].split("Điểm")[0].strip() in full


def test_a_duty_says_once_how_often_it_comes_again() -> None:
    duties = (
        Duty("Kiểm tra bếp ăn.", ("Y tế",), "", Place(), recurrence=Recurrence.MONTHLY),
        Duty("Họp giao ban hàng tuần", (), "", Place(), recurrence=Recurrence.WEEKLY),
    )
    lines = list(plan_lines(replace(make_plan(), duties=duties)))
    assert lines[-2:] == ["  - Kiểm tra bếp ăn, hằng tháng (Y tế)", "  - Họp giao ban hàng tuần"]
