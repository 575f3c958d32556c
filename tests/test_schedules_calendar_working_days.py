"""Working days 2021–2027: Tết, swaps, make-up Saturdays, the school's own days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import WorkingDays, days_off, load_calendar

DAYS = st.dates(date(2021, 1, 1), date(2027, 12, 31))
WORKING = load_calendar().working_days

TET = [
    (date(2021, 2, 10), date(2021, 2, 16)),
    (date(2022, 1, 31), date(2022, 2, 4)),
    (date(2023, 1, 20), date(2023, 1, 26)),
    (date(2024, 2, 8), date(2024, 2, 14)),
    (date(2025, 1, 27), date(2025, 2, 1)),
    (date(2026, 2, 16), date(2026, 2, 20)),
    (date(2027, 2, 4), date(2027, 2, 10)),
]


@pytest.mark.parametrize(("first", "last"), TET)
def test_no_day_of_tet_is_worked_and_the_weekdays_around_it_are(first, last):
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert not any(WORKING.is_working(day) for day in days)
    assert WORKING.on_or_before(last) < first
    assert WORKING.on_or_after(first) > last


@pytest.mark.parametrize("day", ["2024-05-04", "2025-04-26", "2026-08-22", "2026-01-10"])
def test_a_make_up_saturday_is_worked(day):
    assert date.fromisoformat(day).weekday() == 5
    assert WORKING.is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-09-03", "Quốc khánh"),
        ("2022-01-03", "Tết Dương lịch (nghỉ bù)"),
        ("2022-04-11", "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),
        ("2023-05-03", "Ngày Chiến thắng (nghỉ bù)"),
        ("2024-04-29", "thay cho ngày 04/05/2024"),
        ("2025-05-02", "thay cho ngày 26/04/2025"),
        ("2026-08-31", "thay cho ngày 22/08/2026"),
        ("2026-01-02", "hoán đổi với thứ Bảy 10/01/2026"),
        ("2026-11-24", "Ngày Văn hóa Việt Nam"),
        ("2027-05-03", "nghỉ bù"),
        ("2023-09-23", "thứ Bảy"),
        ("2023-09-24", "Chủ nhật"),
    ],
)
def test_a_day_off_says_why_in_vietnamese(day, words):
    assert words in (WORKING.why_off(date.fromisoformat(day)) or "")


@pytest.mark.parametrize("day", ["2026-01-02", "2026-01-10", "2026-11-24", "2027-11-24", "2027-02-05"])
def test_what_no_document_confirms_carries_a_doubt(day):
    assert WORKING.doubt(date.fromisoformat(day))


def test_an_announced_day_carries_no_doubt():
    assert WORKING.doubt(date(2024, 4, 29)) is None
    assert WORKING.doubt(date(2023, 9, 25)) is None
    assert WORKING.doubt(date(2026, 4, 30)) is None


def test_the_schools_own_days_win_over_the_public_ones():
    own = load_calendar(extra_off=[date(2023, 9, 22)], extra_working=[date(2023, 9, 2), date(2026, 1, 2)]).working_days
    assert own.why_off(date(2023, 9, 22)) == "ngày nghỉ riêng của trường"
    assert own.is_working(date(2023, 9, 2))
    assert own.doubt(date(2026, 1, 2)) is None


def test_a_school_that_works_saturdays_still_rests_on_a_holiday_saturday():
    six_days = load_calendar(saturdays=True).working_days
    assert six_days.is_working(date(2023, 9, 23))
    assert not six_days.is_working(date(2023, 9, 2))


def test_a_day_both_off_and_worked_is_refused_with_the_day_named():
    with pytest.raises(ValueError, match="22/09/2023"):
        load_calendar(extra_off=[date(2023, 9, 22)], extra_working=[date(2023, 9, 22)])


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        ("2023-10-10", 5, "2023-10-17"),
        ("2024-02-06", 5, "2024-02-20"),
        ("2024-04-26", 3, "2024-05-04"),
        ("2025-04-25", 5, "2025-05-06"),
        ("2023-09-23", 1, "2023-09-25"),
        ("2023-09-25", 0, "2023-09-25"),
    ],
)
def test_counting_working_days_leaves_out_the_first_day_and_the_days_off(start, count, day):
    assert WORKING.add(date.fromisoformat(start), count) == date.fromisoformat(day)


@given(DAYS, st.booleans())
def test_neighbouring_working_days_are_worked_and_enclose_the_day(day, saturdays):
    working = WorkingDays(saturdays)
    before, on_or_after, after = working.on_or_before(day), working.on_or_after(day), working.after(day)
    assert before <= day <= on_or_after <= after
    assert after > day
    assert all(map(working.is_working, (before, on_or_after, after)))


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_counting_in_two_steps_is_counting_at_once(day, first, second):
    assert WORKING.add(WORKING.add(day, first), second) == WORKING.add(day, first + second)


@given(DAYS, st.integers(1, 20))
def test_between_start_and_end_there_are_exactly_that_many_working_days(day, count):
    end = WORKING.add(day, count)
    days = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(WORKING.is_working, days)) == count


@pytest.mark.parametrize("year", range(2020, 2027))
def test_the_announced_years_kept_as_data_are_those_of_the_package(year):
    assert days_off._announced()[year] == days_off._package_days(year)


def test_a_year_not_kept_as_data_is_asked_of_the_package():
    assert WorkingDays().why_off(date(2019, 2, 5)) == "Tết Nguyên đán"
    assert WorkingDays().why_off(date(2030, 2, 2)) == "Tết Nguyên đán"


def test_a_swap_across_new_year_is_known_in_both_years():
    assert WorkingDays().why_off(date(2018, 12, 31)) == "Ngày nghỉ (thay cho ngày 05/01/2019)"
    assert WorkingDays().is_working(date(2019, 1, 5))
