"""Works of one cell beside as many times are works apart; a time its one work leaves out is told."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.plan import Block, Cell, Document, Place, Plan
from schedules.planning import understand

HEAD = ("TRƯỜNG TIỂU HỌC HOA SEN", "KẾ HOẠCH", "Năm học 2024-2025")
LABELS = ("Tiêu chí", "Công việc", "Thời gian", "Chủ trì")


def plan_of(*cells: str) -> Plan:
    blocks = [Block(text, Place(paragraph=at)) for at, text in enumerate(HEAD, 1)]
    for row, texts in enumerate((LABELS, cells), 1):
        made = tuple(Cell(text, Place(table=1, row=row, column=at)) for at, text in enumerate(texts, 1))
        blocks.append(Block("\t".join(texts), Place(table=1, row=row), cells=made))
    return understand(Document("b.docx", "docx", tuple(blocks)), load_calendar())


def test_each_work_of_a_criterion_takes_the_time_beside_it() -> None:
    plan = plan_of(
        "Tiêu chí 2.2",
        "- Lập danh mục\n- Đấu thầu\n- Lắp thiết bị",
        "- 16/9/2024\n- Tháng 11/2024\n- 28/2/2025",
        "Kế toán",
    )
    days = [(task.title, task.due.day, task.criterion) for task in plan.tasks]
    assert days == [
        ("Lập danh mục", date(2024, 9, 16), "2.2"),
        ("Đấu thầu", date(2024, 11, 30), "2.2"),
        ("Lắp thiết bị", date(2025, 2, 28), "2.2"),
    ]


def test_a_time_that_the_one_work_leaves_out_is_told() -> None:
    plan = plan_of("Tiêu chí 2.2", "Lắp thiết bị phòng tin", "16/9/2024\nTháng 11/2024", "Kế toán")
    assert [task.due.day for task in plan.tasks] == [date(2024, 9, 16)]
    assert any("Tháng 11/2024" in finding.message for finding in plan.findings if finding.rule == "lech-so-moc")
