"""A plan dated later than the law for the same matter is a finding; nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.law import compare_with_law, load_law
from schedules.plan import Bound, Due, Level, Mention, Origin, Place, Precision, SchoolYear, Task

CALENDAR, LAW = load_calendar(), load_law()
ASKED = LAW.tasks(SchoolYear(2023), Level.MAM_NON, CALENDAR)


def plan(title: str, day: str, start: str | None = None, bound: Bound = Bound.BY) -> Task:
    due = Due(
        start=date.fromisoformat(start) if start else None,
        day=date.fromisoformat(day),
        precision=Precision.DAY,
        bound=bound,
    )
    return Task(title, due, (Mention(f"{title} {day}", Place(paragraph=3), due),))


LATE = plan("Thực hiện công khai theo thông tư 36/2017: Công khai tài chính.", "2023-10-29", "2023-10-23")


def test_finances_disclosed_in_the_last_week_of_october_are_later_than_the_quarters_limit():
    (finding,) = compare_with_law([LATE], ASKED)
    assert (finding.rule, finding.severity) == ("muon-hon-luat", "choice")
    assert "muộn hơn 13 ngày" in finding.message
    assert "16/10/2023" in finding.suggestion
    assert finding.quotes == (LATE.mentions[0].quote,)
    assert finding.places == (Place(paragraph=3),)


@pytest.mark.parametrize(
    "task",
    [
        plan("Thực hiện công khai theo thông tư 36 (Tài chính)", "2024-01-14", "2024-01-08"),
        plan("Công khai tài chính quý III", "2023-10-16"),
        plan("Công khai tài chính năm học 2023-2024", "2024-05-31", bound=Bound.BEFORE),
        plan("Công khai chất lượng chăm sóc giáo dục năm học 2023-2024", "2024-05-31", bound=Bound.BEFORE),
        plan("Công khai cam kết chất lượng", "2023-09-25", bound=Bound.BEFORE),
        plan("Báo cáo kết quả công khai năm học trước", "2023-09-30", bound=Bound.BEFORE),
        plan("Khảo sát chất lượng đội ngũ giáo viên đầu năm học", "2023-10-29"),
        plan("Mua sắm cơ sở vật chất", "2024-07-30"),
        plan("Công khai cơ sở vật chất", "2024-01-31"),
    ],
    ids=lambda task: task.title,
)
def test_work_in_time_or_of_another_matter_is_no_finding(task):
    assert compare_with_law([task], ASKED) == ()


def test_a_month_that_only_ends_later_is_for_information():
    (finding,) = compare_with_law([plan("Công khai tài chính", "2023-10-31", "2023-10-01")], ASKED)
    assert finding.severity == "info"
    assert "có thể muộn hơn" in finding.message


def test_a_span_that_begins_on_the_last_day_may_still_be_in_time():
    (finding,) = compare_with_law([plan("Công khai tài chính", "2023-10-29", "2023-10-16")], ASKED)
    assert finding.severity == "info"


def test_a_limit_nobody_checked_is_said_to_be_so():
    (finding,) = compare_with_law([plan("Báo cáo kết quả công khai năm học trước", "2023-10-15")], ASKED)
    assert finding.severity == "info"
    assert "chưa đối chiếu văn bản gốc" in finding.message


def test_before_the_limits_own_day_is_in_time_and_by_it_is_one_day_late():
    title = "Báo cáo kết quả công khai năm học trước"
    assert compare_with_law([plan(title, "2023-09-30", bound=Bound.BEFORE)], ASKED) == ()
    (finding,) = compare_with_law([plan(title, "2023-09-30")], ASKED)
    assert "muộn hơn 1 ngày" in finding.message


def test_the_self_assessment_of_2027_is_due_before_15_june():
    asked = LAW.tasks(SchoolYear(2026), Level.TIEU_HOC, CALENDAR)
    (finding,) = compare_with_law([plan("Hoàn thành báo cáo tự đánh giá", "2027-06-30")], asked)
    assert "14/06/2027" in finding.message


def test_tasks_of_the_law_itself_and_dateless_ones_are_not_compared():
    dateless = Task("Công khai tài chính", Due())
    legal = Task(LATE.title, LATE.due, origin=Origin.LAW)
    assert compare_with_law([dateless, legal], ASKED) == ()
