"""A work that names other things than its result lists is told; one that names them all, or no list, is not."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.plan import NO_DUE, Header, Plan, Task
from schedules.proofreading.uncovered import check

RESULT = "Có phòng riêng cho học sinh làm quen với ngoại ngữ, tin học và âm nhạc"


def messages(title: str, expected: str | None = RESULT) -> list[str]:
    plan = Plan(Header(), (Task(title, NO_DUE, expected=expected),))
    return [finding.message for finding in check(plan, load_calendar())]


def test_what_the_result_lists_and_the_work_leaves_out_is_told():
    (message,) = messages("Bố trí phòng cho học sinh làm quen âm nhạc, thể chất")
    assert "“ngoại ngữ”, “tin học”" in message


@pytest.mark.parametrize(
    "title",
    [
        "Bố trí phòng cho học sinh làm quen với âm nhạc, tin học và ngoại ngữ",
        "Bố trí phòng cho học sinh làm quen âm nhạc, tin học",
        "Bố trí phòng cho học sinh làm quen với môn mới",
        "Mua đàn, trống cho phòng âm nhạc",
    ],
)
def test_works_that_name_the_same_or_no_list_are_left_alone(title):
    assert messages(title) == []


def test_a_work_without_a_result_is_left_alone():
    assert messages("Bố trí phòng cho học sinh làm quen âm nhạc, thể chất", None) == []
