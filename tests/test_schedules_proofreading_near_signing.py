"""Work due before the plan was signed: told one by one, together when there is much of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.proofreading.near_signing import MANY, RULE_BEFORE, check
from schedules.wording import Context, when
from tests.conftest import make_plan, make_task


@pytest.mark.parametrize(("late", "told"), [(1, 1), (MANY, MANY), (MANY + 1, 1), (1000, 1)])
def test_much_work_due_before_signing_is_one_finding(late: int, told: int) -> None:
    first = date(2023, 9, 15)
    tasks = [make_task(f"Việc {number}", first - timedelta(days=number % 200)) for number in range(late)]
    found = [one for one in check(make_plan(*tasks), load_calendar()) if one.rule == RULE_BEFORE]
    assert (len(found), sum(len(one.quotes) for one in found)) == (told, late)


def test_the_one_finding_says_how_many_and_from_when_to_when() -> None:
    tasks = [make_task(f"Việc {number}", date(2023, 1, 1 + number)) for number in range(1, 20)]
    (found,) = (one for one in check(make_plan(*tasks), load_calendar()) if one.rule == RULE_BEFORE)
    assert found.message.startswith("19 việc có hạn trước ngày ký kế hoạch (18/09/2023), từ ")


SUNDAY = date(2023, 9, 10)


@pytest.mark.parametrize(
    ("text", "told"),
    [("ngày 10 hằng tháng", 0), ("trước ngày 10 hằng tháng", 0), ("ngày 10/9/2023", 0), ("trước ngày 10/9/2023", 1)],
)
def test_work_of_the_signing_day_is_not_before_it_though_the_day_is_a_sunday(text: str, told: int) -> None:
    calendar = load_calendar()
    due = when(text, Context(calendar, SchoolYear(2023), SUNDAY))
    assert (due.day, due.remind_by) == (SUNDAY, date(2023, 9, 8))
    plan = make_plan(make_task("Nộp báo cáo", due=due))
    signed = replace(plan, header=replace(plan.header, date=SUNDAY))
    found = list(check(signed, calendar))
    assert len([one for one in found if one.rule == RULE_BEFORE]) == told
    assert bool(found) is not due.comes_again


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([20], "1 việc đến hạn chỉ 3 ngày làm việc kể từ ngày ký (18/09/2023)."),
        ([20, 20], "2 việc đến hạn chỉ 3 ngày làm việc kể từ ngày ký (18/09/2023)."),
        (
            [19, 21, 22],
            "3 việc đến hạn trong vòng 5 ngày làm việc kể từ ngày ký (18/09/2023), việc sớm nhất chỉ 2 ngày.",
        ),
    ],
)
def test_of_works_due_soon_after_signing_only_the_first_is_said_to_be_due_first(days: list[int], told: str) -> None:
    works = [make_task(f"Việc {number}", date(2023, 9, day)) for number, day in enumerate(days)]
    assert [one.message for one in check(make_plan(*works), load_calendar())] == [told]
