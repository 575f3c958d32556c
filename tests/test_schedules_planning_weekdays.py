"""A weekday told inside a week is that day, with the hour told beside it."""

from __future__ import annotations

from datetime import date, time

import pytest

from schedules.plan import Bound, Due
from schedules.planning.text.weekdays import within

WEEK = Due(start=date(2026, 11, 30), day=date(2026, 12, 5))


@pytest.mark.parametrize(
    ("text", "words", "day", "hour"),
    [
        ("Thứ 3, 14h", "Thứ 3, 14h", 1, time(14)),
        ("14h30 thứ 6", "14h30 thứ 6", 4, time(14, 30)),
        ("2 giờ chiều thứ Tư", "2 giờ chiều thứ Tư", 2, time(14)),
        ("Chiều thứ Ba (14:00)", "Chiều thứ Ba (14:00)", 1, time(14)),
        ("thứ Năm, từ 7h đến 9h30", "thứ Năm, từ 7h đến 9h30", 3, time(7)),
        ("7h00-11h00 thứ Ba", "7h00-11h00 thứ Ba", 1, time(7)),
        ("T4", "T4", 2, None),
        ("sáng thứ Ba 01 tiết", "sáng thứ Ba", 1, None),
        ("thứ 6: lớp 6A 14 em", "thứ 6", 4, None),
    ],
)
def test_the_hour_beside_a_weekday_is_its_own(text, words, day, hour):
    told = within(text, WEEK)
    assert told is not None
    assert (told.due.words, told.due.day, told.due.hour) == (words, date(2026, 12, day), hour)
    assert text[told.start : told.end] == words


def test_a_bound_before_the_hour_is_heard():
    told = within("trước 17h thứ Năm", WEEK)
    assert told is not None
    assert (told.due.bound, told.due.day, told.due.hour) == (Bound.BEFORE, date(2026, 12, 3), time(17))


@pytest.mark.parametrize("text", ["thứ Ba hằng tuần, 14h", "thứ Ba 14h, thứ Năm 15h", "14h"])
def test_no_day_of_one_week_is_named(text):
    assert within(text, WEEK) is None
