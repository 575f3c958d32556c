"""Columns of solutions: the work is what is improved, the solution is how; else the solution is the work."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 15 tháng 9 năm 2026\nKẾ HOẠCH\nCải tiến chất lượng năm học 2026-2027\n\n"
CELLS = {"Điểm yếu": "Kho sách còn ít", "Nội dung": "Mở góc đọc khối 6", "Giải pháp": "Vận động phụ huynh tặng sách"}


def plan_of(labels, how=CELLS["Giải pháp"]):
    cells = []
    for label in labels:
        known = next((text for start, text in CELLS.items() if label.startswith(start)), "")
        cells.append({"Giải pháp": how}.get(label, known) or ("3.6" if "chí" in label else "Trước 30/11/2026"))
    table = "\n".join("|" + "|".join(row) + "|" for row in (labels, ["---"] * len(labels), cells))
    return understand(read_text(f"{HEAD}{table}\n", "dán.md"), load_calendar())


@pytest.mark.parametrize(
    "labels",
    [
        ["Tiêu chí", "Nội dung cải tiến", "Giải pháp", "Thời gian"],
        ["Tiêu chí", "Điểm yếu", "Nội dung cải tiến", "Giải pháp", "Thời gian"],
        ["Tiêu chí", "Điểm yếu", "Nội dung", "Giải pháp", "Thời gian"],
    ],
)
def test_what_is_improved_is_the_work_and_its_solution_is_kept_as_how(labels):
    (task,) = plan_of(labels).tasks
    assert (task.title, task.expected) == (CELLS["Nội dung"], f"cách làm: {CELLS['Giải pháp']}")
    assert task.due.day
    assert task.due.day.isoformat() == "2026-11-30"


@pytest.mark.parametrize(
    "labels",
    [
        ["Tiêu chí", "Nội dung", "Giải pháp", "Thời gian"],
        ["Tiêu chí", "Nội dung tiêu chí", "Giải pháp", "Thời gian"],
        ["Tiêu chí", "Nội dung cải tiến", "Giải pháp, công việc", "Thời gian"],
    ],
)
def test_a_solution_is_the_work_where_the_content_may_only_name_the_criterion(labels):
    (task,) = plan_of(labels).tasks
    assert (task.title, task.expected) == (CELLS["Giải pháp"], None)


def test_a_day_in_the_solution_beside_the_time_is_told():
    plan = plan_of(["Tiêu chí", "Nội dung cải tiến", "Giải pháp", "Thời gian"], "Họp phụ huynh trước ngày 20/12/2026")
    assert "lech-so-moc" in [finding.rule for finding in plan.findings]
