"""Duties without a date: how often they come back is kept where the plan says it, and no day is made up."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Recurrence
from schedules.planning import understand
from schedules.reading import read_text
from tracker.contract import duty_json

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
TABLE = "Nội dung\tThời gian\tPhụ trách\nHọp giao ban\t{}\tHiệu trưởng\nSơ kết\tTrước 10/01\tHiệu trưởng\n"


def duties(text: str):
    plan = understand(read_text(HEAD + text, "plan.txt"), load_calendar())
    assert all(task.title != "Họp giao ban" for task in plan.tasks)
    return plan.duties


@pytest.mark.parametrize(
    ("words", "often"),
    [
        ("Hằng tháng", Recurrence.MONTHLY),
        ("Mỗi tuần 1 lần", Recurrence.WEEKLY),
        ("Hằng quý", Recurrence.QUARTERLY),
        ("Thường xuyên", None),
    ],
)
def test_a_row_that_only_says_how_often_is_a_duty_that_keeps_it(words, often):
    (duty,) = duties(TABLE.format(words))
    assert (duty.title, duty.recurrence) == ("Họp giao ban", often)


def test_a_heading_that_only_says_how_often_speaks_for_the_items_below():
    found = duties("1. Hằng tháng:\n- Họp toàn trường và ghi biên bản\n2. Rà soát trang thiết bị các phòng học")
    assert [duty.recurrence for duty in found] == [Recurrence.MONTHLY, None]


def test_a_sentence_that_names_two_rhythms_keeps_neither():
    (duty,) = duties("1. Kế toán công khai tiền ăn hằng tháng và hằng quý cho phụ huynh")
    assert duty.recurrence is None


def test_json_says_how_often():
    (duty,) = duties("1. Kế toán công khai tiền ăn hằng quý cho phụ huynh")
    assert duty_json(duty)["recurrence"] == "quarterly"
