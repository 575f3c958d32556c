"""A plan dated later than the law for the same matter is a finding; nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.law import compare_with_law, dated_by_plan, load_law
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


def met(*tasks: Task) -> dict[str, list[str]]:
    return {law.title: [task.title for task in works] for law, works in dated_by_plan(tasks, ASKED)}


@pytest.mark.parametrize(
    ("task", "law"),
    [
        (plan("Báo cáo thực hiện quy chế công khai", "2023-09-25"), "Báo cáo kết quả công khai năm học trước"),
        (
            plan("Công khai cam kết chất lượng", "2023-09-25"),
            "Công khai cam kết chất lượng giáo dục (Biểu mẫu 01): cập",
        ),
        (plan("Công khai cơ sở vật chất", "2024-05-31"), "Công khai cơ sở vật chất (Biểu mẫu 03)"),
        (LATE, "Công khai tình hình thực hiện dự toán: quý III/2023"),
        (plan("Công khai tài chính quý IV", "2023-12-05"), "Công khai tình hình thực hiện dự toán: quý IV/2023"),
    ],
    ids=lambda value: getattr(value, "title", ""),
)
def test_what_the_plan_dates_itself_near_the_laws_day_is_the_laws_work_done(task, law):
    ((title, works),) = met(task).items()
    assert title.startswith(law)
    assert works == [task.title]


@pytest.mark.parametrize(
    "task",
    [
        plan("Ký cam kết chất lượng với tổ chuyên môn", "2023-09-25"),
        plan("Công khai cơ sở vật chất", "2024-01-31"),
        plan("Công khai tài chính quý II", "2023-10-20"),
        plan("Kiểm tra tài chính", "2023-10-15"),
        Task("Công khai tài chính", Due()),
    ],
    ids=lambda task: task.title,
)
def test_another_matter_time_or_quarter_leaves_the_laws_work_to_be_asked(task):
    assert met(task) == {}


def test_the_label_a_plan_sets_before_a_work_tells_what_it_is_about():
    quote = "Thực hiện công khai theo thông tư 36/2017: Cam kết chất lượng năm học 2023-2024"
    due = plan("x", "2023-09-25").due
    work = Task("Cam kết chất lượng năm học 2023-2024", due, (Mention(quote, Place(row=1), due),))
    assert len(met(work)) == 1
    assert met(Task(work.title, due, (Mention(work.title, Place(row=1), due),))) == {}


def test_a_rule_that_asks_for_several_things_is_done_only_by_works_that_name_them_all():
    asked = LAW.tasks(SchoolYear(2023), Level.TIEU_HOC, CALENDAR)
    rooms, staff = plan("Công khai cơ sở vật chất", "2024-06-10"), plan("Công khai đội ngũ giáo viên", "2024-06-12")
    assert dated_by_plan([rooms], asked) == ()
    ((law, works),) = dated_by_plan([rooms, staff], asked)
    assert (law.rule_id, works) == ("36-2017/bieu-05-08", (rooms, staff))


def test_a_work_whose_title_was_lost_is_compared_with_nothing():
    nameless = Task("", LATE.due, LATE.mentions)
    assert compare_with_law([nameless], ASKED) == ()


def test_the_last_quarters_finances_are_not_told_with_those_of_nine_months():
    asked = LAW.tasks(SchoolYear(2026), Level.TIEU_HOC, CALENDAR)
    assert any("09 tháng đầu năm 2026" in task.title for task in asked)
    last, third = (plan(f"Công khai tài chính quý {one}", "2026-11-12") for one in ("IV", "III"))
    assert not compare_with_law((last,), asked)
    assert compare_with_law((third,), asked)
