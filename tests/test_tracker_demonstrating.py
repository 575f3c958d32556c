"""The demo: the sample plan in any school year, read without a doubt about its days."""

from __future__ import annotations

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import SchoolYear
from tracker.commands.demonstrating import SAMPLE, sample_of
from tracker.plan_reading import PlanReader


@pytest.mark.parametrize("first", [2026, 2027, 2031])
def test_the_sample_moves_to_the_present_school_year(first: int, calendar: SchoolCalendar) -> None:
    year = SchoolYear(first)
    plan = PlanReader(calendar).read_bytes(sample_of(year).encode(), SAMPLE)
    assert plan.header.school_year == year
    assert len(plan.tasks) >= 12
    assert all(SchoolYear.of(task.due.day) == year for task in plan.tasks if task.due.day)


def test_the_sample_has_something_to_find_and_people_to_remind(calendar: SchoolCalendar) -> None:
    plan = PlanReader(calendar).read_bytes(sample_of(SchoolYear(2026)).encode(), SAMPLE)
    assert len(plan.findings) >= 2
    assert len({owner for task in plan.tasks for owner in task.owners}) >= 4
