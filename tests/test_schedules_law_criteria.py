"""Standards and criteria by level and day, and who receives reports."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.law import load_law
from schedules.plan import Level

LAW = load_law()
OLD, AMENDED, NEW = date(2023, 9, 18), date(2025, 3, 1), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("level", "on", "per_standard"),
    [
        (Level.MAM_NON, OLD, [10, 3, 6, 2, 4]),
        (Level.TIEU_HOC, OLD, [10, 4, 6, 2, 5]),
        (Level.THCS, OLD, [10, 4, 6, 2, 6]),
        (Level.THPT, OLD, [10, 4, 6, 2, 6]),
        (Level.LIEN_CAP, OLD, [10, 4, 6, 2, 6]),
        (Level.MAM_NON, AMENDED, [10, 3, 3, 2, 4]),
        *((level, NEW, [4, 3, 5, 3]) for level in Level),
        (Level.THCS, date(2018, 10, 9), []),
    ],
)
def test_each_level_has_its_criteria_of_the_day(level, on, per_standard):
    numbers = [criterion.standard for criterion in LAW.criteria(level, on)]
    assert [numbers.count(standard) for standard in sorted(set(numbers))] == per_standard


@pytest.mark.parametrize("level", Level)
def test_there_is_no_day_without_criteria_and_none_with_two_sets(level):
    for day in (date(2018, 10, 10), date(2025, 1, 24), date(2025, 1, 25), date(2026, 7, 6), date(2026, 7, 7)):
        held = [each for each in LAW.criteria_sets if each.holds(level, day)]
        assert len(held) == 1


def test_a_title_depends_on_level_and_day():
    assert LAW.criterion_title(Level.THCS, "5.3", OLD) == "Thực hiện nội dung giáo dục địa phương theo quy định"
    assert LAW.criterion_title(Level.TIEU_HOC, "5.3", OLD) == "Thực hiện các hoạt động giáo dục khác"
    assert (
        LAW.criterion_title(Level.TIEU_HOC, "1.4", NEW) == "Tự đánh giá, cải tiến, công khai và trách nhiệm giải trình"
    )
    assert LAW.criterion_title(Level.MAM_NON, "5.3", NEW) is None


def test_the_eight_mandatory_criteria_of_2026_are_marked():
    mandatory = [criterion.number for criterion in LAW.criteria(Level.THCS, NEW) if criterion.mandatory]
    assert mandatory == ["1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"]


@pytest.mark.parametrize(
    ("level", "number", "on"), [(Level.MAM_NON, "3.5", AMENDED), (Level.TIEU_HOC, "3.7", OLD), (Level.THCS, "5.1", NEW)]
)
def test_a_number_that_does_not_exist_is_a_finding(level, number, on):
    finding = LAW.check_criterion(level, number, on)
    assert finding.rule == "tieu-chi-khong-co"
    assert number in finding.message


@pytest.mark.parametrize(
    ("level", "number", "on"),
    [(Level.TIEU_HOC, "3.5", AMENDED), (Level.TIEU_HOC, "3.5", OLD), (Level.THCS, "9.9", date(2010, 1, 1))],
)
def test_where_the_amendment_was_not_seen_or_nothing_is_known_no_number_is_called_wrong(level, number, on):
    assert LAW.check_criterion(level, number, on) is None


def test_the_standard_nobody_has_seen_amended_is_marked_in_doubt():
    doubted = {criterion.standard for criterion in LAW.criteria(Level.THCS, AMENDED) if not criterion.verified}
    assert doubted == {"3"}


def test_the_nearest_title_is_suggested_through_scanning_noise():
    criterion, likeness = LAW.nearest_criterion(Level.TIEU_HOC, "Khu ve sinh, hé thong cap thoat nuoc", OLD)
    assert criterion.number == "3.4"
    assert 0.5 < likeness <= 1
    assert LAW.nearest_criterion(Level.TIEU_HOC, "xyz", OLD) is None


@pytest.mark.parametrize(
    ("level", "on", "words"),
    [
        (Level.MAM_NON, date(2025, 6, 30), "Phòng GD&ĐT"),
        (Level.THCS, date(2025, 7, 1), "UBND cấp xã (Phòng Văn hóa – Xã hội) và Sở GD&ĐT"),
        (Level.THPT, date(2021, 9, 1), "Sở GD&ĐT"),
        (Level.THPT, date(2026, 9, 1), "Sở GD&ĐT"),
    ],
)
def test_reports_go_to_the_authority_of_the_day(level, on, words):
    assert LAW.recipient(level, on) == words


@pytest.mark.parametrize("words", ["Phòng GD&ĐT", "phòng GDĐT", "Phòng Giáo dục và Đào tạo", "Phong GD va DT"])
def test_the_district_office_is_pointed_out_only_after_its_last_day(words):
    text = f"Nơi nhận: {words} (b/c)"
    assert LAW.check_recipient(text, Level.THCS, date(2025, 6, 30)) is None
    finding = LAW.check_recipient(text, Level.THCS, date(2025, 7, 1))
    assert finding.quotes[0].casefold().startswith(words[:5].casefold())
    assert "UBND cấp xã" in finding.suggestion


def test_other_rooms_are_no_district_office():
    assert LAW.check_recipient("Phòng học, phòng Giám hiệu, Sở GD&ĐT", Level.THCS, date(2026, 1, 1)) is None
