"""Proposed reviews for work without a day of its own."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.law import checkpoints, load_law
from schedules.plan import NO_DUE, Bound, Due, Origin, Precision, Recurrence, SchoolYear, Task

CALENDAR, LAW = load_calendar(), load_law()
YEAR = Due(start=date(2023, 9, 1), day=date(2024, 5, 31), precision=Precision.YEAR, bound=Bound.DURING)


def days(due: Due, year: int = 2023) -> list[str]:
    return [
        str(task.due.day) for task in checkpoints(Task("Bồi dưỡng giáo viên", due), SchoolYear(year), CALENDAR, LAW)
    ]


def test_dateless_work_is_proposed_both_reviews():
    assert days(NO_DUE) == ["2024-01-14", "2024-05-31"]


def test_year_long_work_is_proposed_only_the_review_before_its_own_end():
    assert days(YEAR) == ["2024-01-14"]


def test_work_over_several_years_is_reviewed_twice_in_each_of_its_years():
    due = Due(start=date(2021, 9, 1), day=date(2025, 5, 31), precision=Precision.YEAR)
    assert days(due, 2022) == ["2023-01-14", "2023-05-31"]
    assert days(due, 2024) == ["2025-01-17"]
    assert days(due, 2025) == []


def test_work_of_every_following_year_goes_on_being_reviewed():
    due = Due(start=date(2021, 9, 1), day=date(2022, 5, 31), precision=Precision.YEAR, recurrence=Recurrence.YEARLY)
    assert days(due, 2021) == ["2022-01-15"]
    assert days(due, 2023) == ["2024-01-14", "2024-05-31"]


@pytest.mark.parametrize(
    "due",
    [
        Due(day=date(2023, 9, 25), precision=Precision.DAY, bound=Bound.BEFORE),
        Due(day=date(2024, 4, 28), precision=Precision.DAY, bound=Bound.BEFORE),
        Due(start=date(2023, 10, 1), day=date(2024, 5, 27), precision=Precision.MONTH),
        Due(start=date(2023, 10, 1), day=date(2023, 10, 31), precision=Precision.MONTH),
        Due(recurrence=Recurrence.MONTHLY),
        Due(recurrence=Recurrence.WEEKLY),
    ],
)
def test_work_with_its_own_days_is_left_alone(due):
    assert days(due) == []


def test_ten_months_written_as_two_dates_count_as_year_long():
    assert days(Due(start=date(2023, 9, 5), day=date(2024, 7, 15), precision=Precision.DAY)) == [
        "2024-01-14",
        "2024-05-31",
    ]


def test_a_proposal_says_it_is_one_and_keeps_the_owners():
    task = Task("Bồi dưỡng", YEAR, owners=("Hiệu trưởng",), criterion="2.2")
    (review,) = checkpoints(task, SchoolYear(2023), CALENDAR, LAW)
    assert (review.origin, review.owners, review.criterion) == (Origin.CHECKPOINT, ("Hiệu trưởng",), "2.2")
    assert "mốc đề xuất" in review.due.words
    assert review.due.basis.startswith("Mốc đề xuất, kế hoạch không nêu")
    assert review.title == "Rà soát (cuối học kỳ I): Bồi dưỡng"


def test_a_proposal_falls_on_working_days_and_cites_the_rule_that_asks_for_reviews():
    reviews = checkpoints(Task("Bồi dưỡng", NO_DUE), SchoolYear(2026), CALENDAR, LAW)
    assert all(CALENDAR.working_days.is_working(review.due.remind_by) for review in reviews)
    assert all("57/2026/TT-BGDĐT" in review.due.basis for review in reviews)
    older = checkpoints(Task("Bồi dưỡng", NO_DUE), SchoolYear(2023), CALENDAR, LAW)
    assert not any("57/2026" in review.due.basis for review in older)


def test_a_proposal_or_a_legal_task_is_given_no_further_proposals():
    for origin in (Origin.CHECKPOINT, Origin.LAW):
        assert checkpoints(Task("Bồi dưỡng", NO_DUE, origin=origin), SchoolYear(2023), CALENDAR, LAW) == ()
