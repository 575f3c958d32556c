"""Several deadlines in one text, spans in text as given, and the one a sentence sets."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest

from schedules.calendar import WeekRule, load_calendar
from schedules.plan import NO_DUE, Bound, Precision, Recurrence, SchoolYear
from schedules.wording import Context, find, fold, nfc, when, when_typed, why_lone
from schedules.wording.guards.row_cells import HEADER

CALENDAR = load_calendar()
CONTEXT = Context(CALENDAR, SchoolYear(2023))


def quotes(text: str) -> list[str]:
    return [found.quote for found in find(text, CONTEXT)]


def test_all_deadlines_of_a_sentence_come_in_order() -> None:
    text = "Nhóm 1 nộp ngày 10/3, nhóm 2 nộp ngày 15/3, báo cáo trước ngày 20/3/2024"
    assert quotes(text) == ["ngày 10/3", "ngày 15/3", "trước ngày 20/3/2024"]


def test_the_deadline_is_found_beside_a_cited_document() -> None:
    text = "Thực hiện Công văn số 123/PGDĐT ngày 5/10/2023, nộp báo cáo trước ngày 10/10/2023"
    assert quotes(text) == ["trước ngày 10/10/2023"]


def test_a_quote_keeps_the_bracket_that_closes_what_it_opens() -> None:
    assert quotes("Sáng thứ 3 (05/12/2023) họp hội đồng") == ["Sáng thứ 3 (05/12/2023)"]
    assert quotes("Họp hội đồng (sáng 05/12/2023)") == ["sáng 05/12/2023"]


def test_spans_index_decomposed_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Hoàn thành trước ngày 15 tháng 12 năm 2023.")
    (found,) = find(text, CONTEXT)
    assert nfc(found.quote) == "trước ngày 15 tháng 12 năm 2023"
    assert text[found.start : found.end] == found.quote


def test_spans_index_text_with_odd_blanks_as_given() -> None:
    text = "Nộp  trước\n\n ngày\u00a0 25/9/2023 ."
    (found,) = find(text, CONTEXT)
    assert found.quote == "trước\n\n ngày\u00a0 25/9/2023"
    assert found.due.words == "trước ngày 25/9/2023"


def test_bracketed_deadline_wins_over_another_date() -> None:
    text = "Tổ chức ngày 5/10/2023 và rà soát hồ sơ (Hoàn thành trước tháng 5/2024)."
    assert when(text, CONTEXT).day == date(2024, 4, 30)


def test_a_bound_wins_over_a_bare_day() -> None:
    text = "Họp ngày 5/10/2023, báo cáo chậm nhất ngày 12/10/2023"
    assert when(text, CONTEXT).day == date(2023, 10, 12)


def test_a_day_wins_over_the_month_around_it() -> None:
    text = "Trong tháng 11/2023 tổ chức hội thi ngày 18/11/2023"
    assert when(text, CONTEXT).day == date(2023, 11, 18)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("22/12/2026", "“22/12/2026”: ghi đủ ngày, tháng, năm"),
        ("ngày 22/12/2026", "“ngày 22/12/2026”: ghi đủ ngày, tháng, năm"),
        ("12/2023", "“12/2023”: tháng 12/2023 = 1–31/12/2023"),
        ("22-12-2026", "“22-12-2026”: ngày 22/12/2026"),
    ],
)
def test_only_a_day_written_in_full_needs_no_other_reason(text: str, why: str) -> None:
    assert when(text, CONTEXT).basis == why


def test_no_deadline_is_no_due() -> None:
    assert when("Thực hiện nghiêm túc kế hoạch", CONTEXT) is NO_DUE


def test_points_are_filled_on_working_days() -> None:
    due = when("trước ngày 25/9/2023", CONTEXT)
    assert (due.remind_by, due.late_from) == (date(2023, 9, 22), date(2023, 9, 26))


def test_a_month_ends_on_its_last_day_and_reminds_on_a_working_day() -> None:
    due = when("trước tháng 5/2024", CONTEXT)
    assert (due.day, due.bound, due.precision) == (date(2024, 4, 30), Bound.BEFORE, Precision.MONTH)
    assert due.remind_by is not None
    assert CALENDAR.working_days.is_working(due.remind_by)


def test_what_was_not_written_is_named() -> None:
    assert "year" in when("ngày 16/10", CONTEXT).implied
    assert when("ngày 16/10/2023", CONTEXT).implied == ()


def test_the_week_rule_is_the_calendars_and_is_said() -> None:
    blocks = Context(load_calendar(week_rule=WeekRule.BLOCKS), SchoolYear(2023))
    due = when("tuần 3 tháng 10", blocks)
    assert (due.start, due.day) == (date(2023, 10, 15), date(2023, 10, 21))
    assert WeekRule.BLOCKS.label in due.basis


def test_basis_says_why_in_one_vietnamese_sentence() -> None:
    basis = when("tuần 3 tháng 10", CONTEXT).basis
    assert "16–22/10/2023" in basis
    assert "thứ Năm" in basis
    assert "năm học 2023-2024" in basis


def test_weekday_against_the_date_is_noted_and_the_date_kept() -> None:
    due = when("thứ Ba, ngày 18/9/2023", CONTEXT)
    assert due.day == date(2023, 9, 18)
    assert "weekday_conflict" in due.implied
    assert "thứ Hai" in due.basis


def test_an_hour_is_kept_where_one_is_written() -> None:
    assert when("trước 16 giờ 30 ngày 20/11", CONTEXT).hour == time(16, 30)
    assert when("trước ngày 20/11", CONTEXT).hour is None


@pytest.mark.parametrize("text", ["ngày 31/4", "ngày 30/2/2024", "tháng 13", "Năm học 2023-2025", "quý V năm 2024"])
def test_impossible_times_say_why(text: str) -> None:
    (found,) = find(text, CONTEXT)
    assert found.problem
    assert not found.due.dated


def test_a_counted_term_names_its_law() -> None:
    assert "Điều 147" in when("trong 10 ngày kể từ ngày 11/10/2023", CONTEXT).basis


def test_a_term_counted_from_the_day_of_several_months_is_counted_in_each() -> None:
    days = [found.due.day for found in find("trong 3 ngày kể từ ngày 20 các tháng 10, 12", CONTEXT)]
    assert days == [date(2023, 10, 23), date(2023, 12, 25)]


def test_school_year_and_following_years_recur() -> None:
    due = when("Năm học 2021-2022 và các năm học tiếp theo", CONTEXT)
    assert (due.day, due.recurrence) == (date(2022, 5, 31), Recurrence.YEARLY)


def test_row_months_cross_the_calendar_year() -> None:
    days = [when("Tuần 2", Context(CALENDAR, SchoolYear(2023), table_month=month)).day for month in (9, 12, 1, 5)]
    assert days == [date(2023, 9, 17), date(2023, 12, 17), date(2024, 1, 14), date(2024, 5, 12)]


def test_reading_through_lost_accents_is_marked() -> None:
    (clean,) = find("trước ngày 25/9/2023", CONTEXT)
    (bare,) = find("truoc ngay 25/9/2023", CONTEXT)
    assert (clean.corrected, bare.corrected) == (False, True)


def test_digits_alone_need_no_correction() -> None:
    (found,) = find("28/4/2024", CONTEXT)
    assert not found.corrected


def test_fold_keeps_every_letter_in_place() -> None:
    assert fold("Đến hết NGÀY 5–6") == "den het ngay 5-6"


@pytest.mark.parametrize("text", ["3/4", "12/15", " 5/9. "])
def test_figures_alone_that_may_be_a_ratio_are_no_deadline_and_why_is_said_apart(text: str) -> None:
    assert when(text, CONTEXT) == when_typed(text, CONTEXT) == NO_DUE
    assert text.strip(" .") in why_lone(text)


@pytest.mark.parametrize(
    ("text", "start", "day"),
    [
        ("20/11", date(2023, 11, 20), date(2023, 11, 20)),
        ("8/3", date(2024, 3, 8), date(2024, 3, 8)),
        (" 16-20/10. ", date(2023, 10, 16), date(2023, 10, 20)),
    ],
)
def test_a_lone_day_that_is_no_ratio_is_one_for_who_types_it_and_stays_open_in_a_cell(
    text: str, start: date, day: date
) -> None:
    typed = when_typed(text, CONTEXT)
    assert (typed.start or typed.day, typed.day, typed.words) == (start, day, text.strip(" ."))
    assert typed.words in typed.basis
    assert when(text, CONTEXT) == NO_DUE
    assert not why_lone(text)


def test_a_lone_day_no_calendar_has_is_impossible() -> None:
    assert "tháng 4/2024 chỉ đến ngày 30" in when_typed("31/4", CONTEXT).basis


@pytest.mark.parametrize("text", ["", "ngày 20/11", "lớp 3/4", "20/11/2023"])
def test_other_texts_are_not_told_to_be_a_bare_day(text: str) -> None:
    assert not why_lone(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Thao giảng chào mừng Ngày Nhà giáo Việt Nam: Tuần 3, 4 tháng 11/2023", (11, 13), (11, 26)),
        ("Mít tinh kỷ niệm 20/11: sáng ngày 18/11/2023", (11, 18), (11, 18)),
    ],
)
def test_what_is_celebrated_gives_way_to_the_time_of_the_work(
    text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    due = when(text, CONTEXT)
    assert (due.start, due.day) == (date(2023, *first), date(2023, *last))


def test_a_paper_is_known_by_how_its_text_begins_however_long_that_runs_without_a_letter() -> None:
    assert HEADER.match("1. ubnd xa")
    assert HEADER.match("1. " * 100 + "ubnd xa") is None


def test_a_span_broken_over_lines_is_one_and_the_next_clause_keeps_its_own_day() -> None:
    assert quotes("Thu hồ sơ từ ngày 01/6/2026; đến ngày 15/6/2026.") == ["từ ngày 01/6/2026; đến ngày 15/6/2026"]
    told = "Thu hồ sơ từ ngày 01/6/2026; đến ngày 15/6/2026 niêm yết danh sách."
    assert quotes(told) == ["từ ngày 01/6/2026", "đến ngày 15/6/2026"]
    assert len(quotes("Phát đơn ngày 06/10/2025; đến ngày 10/10/2025 thu đơn")) == 2
