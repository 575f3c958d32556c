"""What the law asks stands beside a plan's own words, and never twice."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.plan import Bound, Due, Header, Level, Mention, Origin, Place, Plan, Precision, SchoolYear, Task
from tracker.beside_the_plan import RULE_DATED, with_law

CALENDAR = load_calendar()
HEADER = Header(school_year=SchoolYear(2023), level=Level.MAM_NON)


def work(title: str, day: date) -> Task:
    due = Due(day=day, precision=Precision.DAY, bound=Bound.BEFORE)
    return Task(title, due, (Mention(title, Place(paragraph=1), due),))


def legal(plan: Plan) -> list[str]:
    return [task.title for task in plan.tasks if task.origin is Origin.LAW]


def test_the_laws_work_that_the_plan_dates_is_named_and_not_asked_twice():
    report = work("Báo cáo thực hiện quy chế công khai năm học 2022-2023", date(2023, 9, 25))
    read = with_law(Plan(HEADER, (report,)), CALENDAR)
    assert not any(title.startswith("Báo cáo kết quả công khai") for title in legal(read))
    (told,) = [finding for finding in read.findings if finding.rule == RULE_DATED]
    assert "Thông tư 36/2017/TT-BGDĐT (chưa đối chiếu văn bản gốc)" in told.message
    assert told.quotes == (report.title,)


def test_the_laws_work_is_asked_where_the_plan_says_nothing_of_it():
    read = with_law(Plan(HEADER, (work("Họp phụ huynh", date(2023, 9, 25)),)), CALENDAR)
    assert any(title.startswith("Báo cáo kết quả công khai") for title in legal(read))
    assert read.findings == ()


def test_a_rule_nobody_checked_is_worth_less_than_one_that_was():
    asked = {task.title: task.confidence for task in with_law(Plan(HEADER), CALENDAR).tasks}
    assert asked["Công khai cơ sở vật chất (Biểu mẫu 03)"] == 0.8
    assert asked["Công khai tình hình thực hiện dự toán: quý III/2023"] == 1.0
