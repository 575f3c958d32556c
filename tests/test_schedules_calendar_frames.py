"""School-year frames: the national decisions, years made by rule, what a province says instead."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import frames, load_calendar
from schedules.plan import SchoolYear

KNOWN = [
    ("2021-2022", "2551/QĐ-BGDĐT", date(2022, 1, 15), date(2022, 1, 17), date(2022, 5, 25)),
    ("2022-2023", "2159/QĐ-BGDĐT", date(2023, 1, 14), date(2023, 1, 16), date(2023, 5, 25)),
    ("2023-2024", "2171/QĐ-BGDĐT", date(2024, 1, 14), date(2024, 1, 15), date(2024, 5, 25)),
    ("2024-2025", "2045/QĐ-BGDĐT", date(2025, 1, 17), date(2025, 1, 20), date(2025, 5, 31)),
    ("2025-2026", "2269/QĐ-BGDĐT", date(2026, 1, 17), date(2026, 1, 19), date(2026, 5, 31)),
    ("2026-2027", "2308/QĐ-BGDĐT", date(2027, 1, 17), date(2027, 1, 18), date(2027, 5, 31)),
]


@pytest.mark.parametrize(("year", "decision", "term1_end", "term2_start", "term2_end"), KNOWN)
def test_a_known_year_follows_its_decision(year, decision, term1_end, term2_start, term2_end):
    frame = load_calendar().frame(SchoolYear.parse(year))
    assert decision in frame.source
    assert (frame.term1_end, frame.term2_start, frame.term2_end) == (term1_end, term2_start, term2_end)
    assert frame.opening == frame.term1_start == date(frame.opening.year, 9, 5)
    assert frame.year_end == date(frame.opening.year + 1, 5, 31)


def test_the_start_of_the_second_term_is_always_named_as_assumed():
    assert "term2_start" in load_calendar().frame(SchoolYear(2023)).assumed


def test_only_years_with_a_decision_seen_are_verified():
    verified = [year for year in range(2019, 2031) if load_calendar().frame(SchoolYear(year)).verified]
    assert verified == [2021, 2022, 2023, 2024, 2025]


def test_a_year_without_data_is_made_by_rule_and_says_so():
    frame = load_calendar().frame(SchoolYear(2030))
    assert (frame.opening, frame.term1_end, frame.year_end) == (
        date(2030, 9, 5),
        date(2031, 1, 17),
        date(2031, 5, 31),
    )
    assert "chưa có dữ liệu" in frame.source


@pytest.mark.parametrize("name", ["TP.HCM", "thành phố hồ chí minh", "Hồ Chí Minh"])
def test_a_province_is_found_under_each_of_its_names(name):
    frame = load_calendar(name).frame(SchoolYear(2021))
    assert "2999/QĐ-UBND" in frame.source


def test_a_decision_known_only_by_number_moves_no_day_and_is_unverified():
    national, city = load_calendar().frame(SchoolYear(2021)), load_calendar("TP.HCM").frame(SchoolYear(2021))
    assert (city.opening, city.term1_end, city.year_end) == (
        national.opening,
        national.term1_end,
        national.year_end,
    )
    assert not city.verified


def test_a_province_without_a_file_keeps_the_national_frame_and_says_so():
    frame = load_calendar("Cà Mau").frame(SchoolYear(2023))
    assert "chưa có khung của Cà Mau" in frame.source
    assert frame.verified


def test_the_days_of_a_province_replace_the_national_ones(monkeypatch):
    row = {
        "province": "Cà Mau", "decision": "Quyết định 1/QĐ-UBND", "verified": True, "term2_start": date(2024, 1, 22),
        "breaks": [{"from": date(2024, 2, 5), "to": date(2024, 2, 18)}],
    }  # fmt: skip
    monkeypatch.setattr(frames, "_provinces", lambda: {("ca mau", "2023-2024"): row})
    frame = load_calendar("Cà Mau").frame(SchoolYear(2023))
    assert frame.term2_start == date(2024, 1, 22)
    assert frame.breaks == ((date(2024, 2, 5), date(2024, 2, 18)),)
    assert "term2_start" not in frame.assumed


def test_the_second_term_starts_on_the_monday_after_a_first_term_that_ends_on_a_monday(monkeypatch):
    row = {
        "opening": date(2023, 9, 5),
        "term1_end": date(2024, 1, 15),
        "year_end": date(2024, 5, 31),
        "source": "thử",
        "verified": True,
    }
    monkeypatch.setattr(frames, "_national", lambda: {"2023-2024": row})
    assert load_calendar().frame(SchoolYear(2023)).term2_start == date(2024, 1, 22)


def test_the_weeks_of_a_known_break_are_not_counted_as_school_weeks(monkeypatch):
    row = {
        "province": "Cà Mau",
        "decision": "1/QĐ-UBND",
        "breaks": [{"from": date(2023, 10, 18), "to": date(2023, 10, 25)}],
    }
    monkeypatch.setattr(frames, "_provinces", lambda: {("ca mau", "2023-2024"): row})
    calendar, year = load_calendar("Cà Mau"), SchoolYear(2023)
    assert calendar.school_week(year, 5) == (date(2023, 10, 9), date(2023, 10, 15))
    assert calendar.school_week(year, 6) == (date(2023, 10, 30), date(2023, 11, 5))


def test_a_frame_whose_day_is_no_day_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(frames, "_national", lambda: {"2023-2024": {"opening": "5/9"}})
    with pytest.raises(ValueError, match="opening"):
        load_calendar().frame(SchoolYear(2023))
