"""Fields of templates within their limits, and the hours at which they go."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.zalo.hours import ZONE, is_night, morning_after, next_day, next_month
from notifiers.zalo.zbs_fields import ELLIPSIS, shortened

ICT = timezone(timedelta(hours=7))
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(ICT))


def test_a_title_is_cut_after_a_word():
    assert shortened("Nộp báo cáo tự đánh giá trường mầm non", 30) == "Nộp báo cáo tự đánh giá…"


def test_decomposed_text_is_composed_before_it_is_measured():
    assert shortened(unicodedata.normalize("NFD", "ế" * 30), 30) == "ế" * 30


@given(st.text(max_size=80), st.integers(1, 40))
def test_no_field_is_longer_than_its_limit(text, limit):
    cut = shortened(text, limit)
    assert len(cut) <= limit
    assert cut == unicodedata.normalize("NFC", text) or cut.endswith(ELLIPSIS)


@pytest.mark.parametrize(
    ("hour", "minute", "night"),
    [(6, 14, True), (6, 15, False), (12, 0, False), (21, 44, False), (21, 45, True), (0, 0, True)],
)
def test_night_has_a_margin(hour, minute, night):
    assert is_night(datetime(2024, 5, 24, hour, minute, tzinfo=ICT)) is night


@given(INSTANTS, st.text())
def test_what_is_put_off_goes_by_day_and_later(now, key):
    for find in (morning_after, next_day, next_month):
        then = find(now, key)
        assert then > now
        assert not is_night(then)


@given(INSTANTS, st.text())
def test_the_morning_is_never_more_than_a_day_away(now, key):
    assert morning_after(now, key) - now < timedelta(days=1, minutes=15)


def test_the_next_month_begins_on_its_first_day():
    then = next_month(datetime(2024, 12, 31, 23, 59, tzinfo=ICT), "k")
    assert (then.year, then.month, then.day) == (2025, 1, 1)


def test_messages_of_one_night_leave_one_after_the_other():
    now = datetime(2024, 5, 24, 23, tzinfo=ZONE)
    assert len({morning_after(now, f"viec-{n}") for n in range(50)}) > 40
