"""An event told on the command line is used or refused with a sentence, never dropped."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli import tracker
from tracker.law_year.events import event_in

BUDGET = "dự toán được giao"
DAY = date(2026, 12, 28)


def law(tmp_path, *words, year="2026-2027"):
    words = ["--data", str(tmp_path), "law", "--level", "mam_non", "--school-year", year, *words]
    return CliRunner().invoke(tracker, words, env={"TRACKER_DATA": None})


@pytest.mark.parametrize(
    "text",
    [
        "dự toán được giao=2026-12-28",
        "dự toán được giao=28/12/2026",
        "dự toán được giao ngày 28/12/2026",
        "dự toán được giao vào ngày 28-12-2026",
        "dự toán được giao: 28.12.2026",
        "dự toán được giao, ngày 28 tháng 12 năm 2026",
        "  dự toán được giao 28/12/2026 ",
    ],
)
def test_an_event_is_a_name_and_a_day_as_people_write_it(text):
    assert event_in(text) == (BUDGET, DAY)


@pytest.mark.parametrize(
    "text", ["", "2026-12-28", BUDGET, "x=28/12", "x=31/2/2027", "x=1/1/9999", "x=28/12/26", "x=12/2026"]
)
def test_what_names_no_event_or_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r"ngày"):
        event_in(text)


@given(st.dates(date(1945, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back_in_both_spellings(day):
    assert event_in(f"{BUDGET}={day.isoformat()}")[1] == day
    assert event_in(f"{BUDGET} ngày {day.day}/{day.month}/{day.year:04d}")[1] == day


def test_an_event_in_vietnamese_starts_its_term(tmp_path):
    assert "12/1/2027  Công khai dự toán" in law(tmp_path, "--event", "dự toán được giao ngày 28/12/2026").stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--event", "dự toán được giao=2020-01-01"], "không thuộc năm học ấy"),
        (["--private", "--event", "dự toán được giao=2026-12-28"], "không quy định nào"),
        (["--event", "khai giảng=5/9/2026"], "không có sự kiện “khai giảng”"),
    ],
)
def test_an_event_that_gives_nothing_is_refused_with_the_reason(tmp_path, words, why):
    result = law(tmp_path, *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert why in result.stderr


def test_one_event_told_twice_is_wrong_usage(tmp_path):
    event = ["--event", "dự toán được giao=2026-12-28", "--event", "dự toán được giao=2027-01-05"]
    assert law(tmp_path, *event).exit_code == 2


@pytest.mark.parametrize("year", ["9998-9999", "0001-0002", "1944-1945"])
def test_a_school_year_too_far_away_is_wrong_usage(tmp_path, year):
    result = law(tmp_path, year=year)
    assert result.exit_code == 2
    assert "quá xa" in result.stderr


@pytest.mark.parametrize(
    "words", [["when", "cuối năm học", "--dated", "9999-12-31"], ["read", "x", "--school-year", "9998-9999"]]
)
def test_other_verbs_refuse_years_too_far_away(tmp_path, words):
    result = CliRunner().invoke(tracker, ["--data", str(tmp_path), *words], env={"TRACKER_DATA": None})
    assert result.exit_code == 2
    assert "quá xa" in result.stderr
