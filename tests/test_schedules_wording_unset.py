"""A time that sets nothing says what it was taken for, so that who typed it sees why there is no deadline."""

from __future__ import annotations

import re
from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import NO_DUE, SchoolYear
from schedules.wording import Context, find, unset, when_typed
from tests.test_schedules_wording_tables import ROWS

CALENDAR = load_calendar()
ALONE = Context(CALENDAR)
WHOLE = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/20\d\d(?!\d)")
SIGNED = Context(CALENDAR, SchoolYear.parse("2025-2026"), date(2025, 9, 20))


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Ngày 12/9/2025 trường đã họp", "Ngày 12/9/2025", "kể điều đã làm"),
        ("Căn cứ Công văn số 12/SGDĐT ngày 5/9/2025 của Sở", "ngày 5/9/2025", "của văn bản được nêu"),
        ("Thông tư 19/2018/TT-BGDĐT ngày 22/8/2018", "ngày 22/8/2018", "của văn bản được nêu"),
        ("Hà Nội, ngày 5 tháng 9 năm 2025", "ngày 5 tháng 9 năm 2025", "là ngày ký"),
        ("15/5/1941 - 15/5/2025", "15/5/1941 - 15/5/2025", "kỷ niệm"),
        ("Nộp báo cáo 3/4", "3/4", "tỷ số"),
        ("Ngày 15 nộp kế hoạch", "Ngày 15", "thiếu tháng"),
        ("Không được nộp trước ngày 20/10/2025", "trước ngày 20/10/2025", "cấm"),
        ("Hạn 31/10/2025 được bãi bỏ", "Hạn 31/10/2025", "hủy bỏ"),
        ("Nộp trong tuần sau", "tuần sau", "tính từ ngày nói"),
        ("Hạn nộp: 25", "Hạn nộp: 25", "viết “ngày …”"),
        ("ngày … tháng 8 năm 2025", "tháng 8 năm 2025", "đứng liền"),
    ],
)
def test_a_time_that_sets_nothing_says_what_it_was_taken_for(text: str, quote: str, why: str) -> None:
    for context in (ALONE, SIGNED):
        (told,) = unset(text, context)
        assert told.quote == quote == text[told.start : told.end]
        assert why in told.why
        assert when_typed(text, context) == NO_DUE


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Sáng 02/9/2025, trường đã họp hội đồng", "đã"),
        ("Đến năm 2030, 100% trường có thư viện", "mục tiêu nhiều năm"),
        ("Tính đến ngày 31/5/2025, trường chuẩn bị đủ 20 phòng học", "số liệu"),
    ],
)
def test_what_the_signing_tells_is_said_too(text: str, why: str) -> None:
    (told,) = unset(text, SIGNED)
    assert why in told.why


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nộp báo cáo",
        "Nộp trước ngày 25/10/2025",
        "20/11",
        "Nộp trước ngày 31/9/2025",
        "năm nay nộp trước 30/10/2025",
    ],
)
def test_what_sets_a_deadline_or_names_no_time_says_nothing(text: str) -> None:
    assert unset(text, SIGNED) == ()


def test_beside_a_deadline_the_day_of_a_paper_says_so() -> None:
    text = "Theo Kế hoạch số 3/KH ngày 5/9/2025, họp ngày 4/10/2025"
    assert [one.quote for one in unset(text, SIGNED)] == ["ngày 5/9/2025"]
    paper, work = unset(text, ALONE)
    assert (paper.quote, work.quote) == ("ngày 5/9/2025", "ngày 4/10/2025")
    assert "ngày ký kế hoạch" in work.why


def test_no_time_is_both_a_deadline_and_none_and_a_whole_date_that_sets_nothing_says_why() -> None:
    dated = [row for row in ROWS if WHOLE.search(row.text)]
    for row in dated:
        found, told = find(row.text, row.context), unset(row.text, row.context)
        assert not any(one.start < other.end and other.start < one.end for one in found for other in told), row.text
    silent = [row.text for row in dated if row.expected == "none" and not unset(row.text, row.context)]
    assert not silent


def test_a_text_of_many_pages_is_left_alone() -> None:
    assert unset("Ngày 12/9/2025 trường đã họp. " * 2_000, SIGNED) == ()


MOON = Context(CALENDAR, SchoolYear.parse("2026-2027"), date(2026, 9, 5))
OF_YEAR = Context(CALENDAR, plan_year=2026)


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("Gửi trước ngày 29 tháng Chạp", "trước ngày 29 tháng Chạp", date(2027, 2, 5)),
        ("Gửi trước ngày 29 tháng Chạp năm 2026", "trước ngày 29 tháng Chạp năm 2026", date(2027, 2, 5)),
        ("Dâng hương mùng 10 tháng 3 âm lịch", "mùng 10 tháng 3 âm lịch", date(2027, 4, 16)),
        ("Dâng hương ngày 10/3 (âm lịch)", "ngày 10/3 (âm lịch", date(2027, 4, 16)),
        ("Rằm tháng Giêng tổ chức hội xuân", "Rằm tháng Giêng", date(2027, 2, 20)),
        ("Nộp trước rằm tháng Tám", "trước rằm tháng Tám", date(2026, 9, 25)),
        ("Ngày 23 tháng Chạp gói bánh chưng", "Ngày 23 tháng Chạp", date(2027, 1, 30)),
        ("Mùng 6 Tết họp hội đồng", "Mùng 6 Tết", date(2027, 2, 11)),
        ("Trực từ 28 Tết", "từ 28 Tết", date(2027, 2, 4)),
        ("Trực từ 27-29 tháng Chạp", "từ 27-29 tháng Chạp", date(2027, 2, 5)),
    ],
)
def test_a_day_of_the_moon_says_which_day_it_is(text: str, quote: str, day: date) -> None:
    (told,) = unset(text, MOON)
    assert (told.quote, told.last) == (quote, day)
    assert told.why.startswith("là ngày âm lịch, ")
    assert f"{day.day}/{day.month}/{day.year}: hãy ghi ngày dương" in told.why
    assert when_typed(text, MOON) == NO_DUE
    (alone,) = unset(text, ALONE)
    assert (alone.why, alone.last) == ("là ngày âm lịch: hãy ghi ngày dương", None)


def test_both_ends_of_a_span_by_the_moon_are_told() -> None:
    told = unset("Trực Tết: từ ngày 27 tháng Chạp đến mùng 5 tháng Giêng", MOON)
    assert [one.last for one in told] == [date(2027, 2, 3), date(2027, 2, 10)]


@pytest.mark.parametrize("text", ["Trực đêm 30 Tết", "Trực ngày 30 tháng Chạp"])
def test_a_day_its_lunar_month_has_not_is_told_so(text: str) -> None:
    (told,) = unset(text, MOON)
    assert "tháng Chạp ấy chỉ có 29 ngày" in told.why
    assert told.last is None
    (there,) = unset(text, Context(CALENDAR, SchoolYear.parse("2023-2024")))
    assert there.last == date(2024, 2, 9)


@pytest.mark.parametrize(
    ("text", "day"),
    [("Trực ngày 29 tháng Chạp", date(2026, 2, 16)), ("Vui hội rằm tháng Tám", date(2026, 9, 25))],
)
def test_in_a_plan_of_a_calendar_year_the_day_lies_in_it(text: str, day: date) -> None:
    (told,) = unset(text, OF_YEAR)
    assert told.last == day


def test_yearly_days_of_the_moon_name_no_day() -> None:
    told = unset("Ngày 15/8 âm lịch hằng năm là ngày Tết Trung thu", MOON)[0]
    assert (told.why, told.last) == ("là ngày âm lịch: hãy ghi ngày dương", None)


@pytest.mark.parametrize(
    "text",
    [
        "Trực từ 04/02/2027 (28 tháng Chạp) đến 10/02/2027 (mùng 5 Tết)",
        "Ngày 10/3 âm lịch (tức ngày 16/4/2027) dâng hương",
        "Họp ngày 11/2/2027 (mùng 6 Tết)",
        "Chào cờ ngày mùng 5/9",
    ],
)
def test_beside_a_day_of_the_sun_the_moon_only_names_it(text: str) -> None:
    assert unset(text, MOON) == ()
    assert when_typed(text, MOON).dated


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nộp trước 10h sáng thứ 5 tuần sau", "trước 10h sáng thứ 5 tuần sau"),
        ("Họp thứ Sáu tuần tới", "thứ Sáu tuần tới"),
        ("Nộp trước 8 giờ 30 phút thứ Hai tuần sau", "trước 8 giờ 30 phút thứ Hai tuần sau"),
        ("Nộp trong 2 tuần tới", "2 tuần tới"),
        ("Nộp trong tuần sau", "tuần sau"),
    ],
)
def test_a_time_by_its_distance_is_quoted_whole(text: str, quote: str) -> None:
    (told,) = unset(text, ALONE)
    assert told.quote == quote
