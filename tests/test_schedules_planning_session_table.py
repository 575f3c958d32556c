"""Weekly calendars whose days have a column of their own for who is in charge; a week's calendar is never crowded."""

from __future__ import annotations

from schedules.calendar import load_calendar
from schedules.plan import Plan
from schedules.planning import understand
from schedules.reading import read_text

TITLE = "TRƯỜNG TIỂU HỌC HOA SEN\nLỊCH CÔNG TÁC TUẦN 6 (từ 14/10/2024 đến 19/10/2024)\n"


def read(*rows: str) -> Plan:
    return understand(read_text(TITLE + "\n".join(rows), "w.md"), load_calendar())


def test_one_column_of_people_is_of_every_part_of_the_day() -> None:
    plan = read(
        "| Thứ | Sáng | Chiều | Phụ trách |", "|---|---|---|---|", "| Hai 14/10 | Thi bơi | Trực thư viện | TPT |"
    )
    assert [(task.title, task.owners) for task in plan.tasks] == [("Thi bơi", ("TPT",)), ("Trực thư viện", ("TPT",))]


def test_each_part_of_the_day_may_have_its_own_people() -> None:
    head = "| Thứ | Sáng | Phụ trách | Chiều | Phụ trách |"
    plan = read(head, "|---|---|---|---|---|", "| Ba 15/10 | Thi bơi | TPT | Kiểm kê (Kế toán) | HT |")
    assert [task.owners for task in plan.tasks] == [("TPT",), ("Kế toán",)]


def test_a_week_of_work_in_a_week_s_calendar_is_no_finding() -> None:
    days = [
        f"| {day} {at}/10 | Dự giờ lớp {at} | Họp tổ {at} | PHT |"
        for at, day in enumerate(("Hai", "Ba", "Tư", "Năm"), 14)
    ]
    plan = read("| Thứ | Sáng | Chiều | Phụ trách |", "|---|---|---|---|", *days)
    assert len(plan.tasks) == 8
    assert "don-viec" not in {finding.rule for finding in plan.findings}
