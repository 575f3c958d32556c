"""Until when who took work on is left alone, and what they are told of it: no silence is promised that is not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import load_calendar, with_points
from schedules.plan import Bound, Due, Precision
from tests.conftest import due_on
from tracker.answers.rest import heard_words, rest_words, told_again_on

WORKING_DAYS = load_calendar().working_days
FRIDAY = date(2023, 10, 27)
EVENT = with_points(
    Due("Chủ nhật 29/10/2023", day=date(2023, 10, 29), precision=Precision.DAY, bound=Bound.DURING), WORKING_DAYS
)
LATE = "khi việc đã quá hạn"


@pytest.mark.parametrize(
    ("due", "today", "day", "words"),
    [
        (due_on(FRIDAY), date(2023, 10, 20), FRIDAY, "ngày cuối còn kịp"),
        (due_on(FRIDAY), date(2023, 10, 26), FRIDAY, "ngày cuối còn kịp"),
        (due_on(FRIDAY), FRIDAY, date(2023, 11, 1), f"{LATE} 5 ngày nếu chưa báo xong"),
        (due_on(FRIDAY), date(2023, 11, 6), date(2023, 11, 9), f"{LATE} 13 ngày nếu chưa báo xong"),
        (EVENT, date(2023, 10, 26), FRIDAY, "ngày cuối còn kịp"),
        (EVENT, date(2023, 10, 28), date(2023, 11, 1), f"{LATE} 3 ngày nếu chưa báo xong"),
        (replace(EVENT, remind_by=None), FRIDAY, date(2023, 10, 30), f"{LATE} 1 ngày nếu chưa báo xong"),
    ],
)
def test_the_words_say_how_the_work_stands_on_the_day_it_is_told_again(due: Due, today: date, day: date, words: str):
    assert told_again_on(due, today, WORKING_DAYS) == day
    told = rest_words(due, day)
    assert words in told
    assert told.endswith("; từ hôm ấy lại nhắc cho đến khi báo xong. Hạn không đổi.")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "thứ Sáu 20/11/2026"),
        (date(2026, 11, 21), "thứ Hai 23/11/2026 (21/11 là thứ Bảy), ngày cuối còn kịp"),
        (date(2026, 11, 23), "thứ Hai 23/11/2026, ngày cuối còn kịp"),
        (
            date(2026, 11, 24),
            "thứ Tư 25/11/2026 (24/11 nghỉ Ngày Văn hóa Việt Nam), sau ngày làm việc cuối còn kịp (thứ Hai 23/11/2026)",
        ),
        (date(2026, 11, 26), "thứ Năm 26/11/2026, khi việc đã quá hạn 1 ngày nếu chưa báo xong"),
    ],
)
def test_a_chosen_day_is_told_as_the_day_on_which_it_goes(day: date, words: str):
    due = Due("trước ngày 25/11", day=date(2026, 11, 25), precision=Precision.DAY, bound=Bound.BEFORE)
    assert heard_words(with_points(due, WORKING_DAYS), day, WORKING_DAYS) == words


def test_of_work_without_a_day_nothing_of_a_deadline_is_said_of_the_day_it_is_told_again():
    day = told_again_on(Due("thường xuyên"), FRIDAY, WORKING_DAYS)
    assert rest_words(Due("thường xuyên"), day).startswith("ngừng nhắc đến thứ Tư 1/11/2023; từ hôm ấy")


def test_it_is_always_a_working_day_after_today():
    for due in (due_on(FRIDAY), EVENT, Due("thường xuyên")):
        for number in range(1, 32):
            today = date(2023, 10, number)
            day = told_again_on(due, today, WORKING_DAYS)
            assert day > today
            assert WORKING_DAYS.is_working(day)
