"""Criteria named in running text, under words that are not theirs, and under a standard not theirs."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.law import load_law, mistitled
from schedules.plan import Level
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"
CRITERIA = load_law().criteria(Level.TIEU_HOC, date(2024, 8, 2))
TABLE = (
    "TT\tTiêu chuẩn, tiêu chí\tKết quả cần đạt\tCông việc\tChủ trì\tThời gian\n"
    "\t{standard}\t\t\t\t\n"
    "\t{criterion}\tĐủ phòng học\tSửa phòng học\tHiệu trưởng\tTháng 10/2024\n"
)


def plan_of(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def messages(text, rule):
    return [finding.message for finding in plan_of(text).findings if finding.rule == rule]


def criteria(text):
    return [task.criterion for task in plan_of(text).tasks]


def test_an_item_that_opens_with_a_criterion_is_of_it():
    assert criteria("1. Tiêu chí 2.2: Bồi dưỡng giáo viên trước ngày 15/10/2024.") == ["2.2"]
    assert criteria("- TC 3.6: Mua sách trước ngày 15/10/2024.") == ["3.6"]


def test_a_heading_that_names_a_criterion_speaks_for_the_works_under_it():
    text = (
        "1. Tiêu chí 3.6: Thư viện\n- Mua sách trước ngày 5/11/2024.\n2. Tiêu chí 3.4: Nước\n- Sửa vòi tháng 12/2024."
    )
    assert criteria(text) == ["3.6", "3.4"]


def test_a_standard_over_the_works_is_kept_and_ends_the_criterion_above_it():
    (task,) = plan_of("a) Tiêu chuẩn 2: Cán bộ quản lý\n- Tiêu chí 2.2: Tập huấn trước ngày 5/11/2024.").tasks
    assert (task.criterion, task.standard) == ("2.2", "Tiêu chuẩn 2: Cán bộ quản lý")


@pytest.mark.parametrize(
    "line",
    [
        "- Rà soát theo tiêu chí 3.2 trước ngày 7/12/2024.",
        "- Tiêu chí thi đua: nộp trước ngày 7/12/2024.",
    ],
)
def test_a_criterion_only_spoken_of_is_none(line):
    assert criteria(line) == [None]


def test_a_criterion_of_the_body_that_does_not_exist_is_said_at_its_place():
    found = [
        each for each in plan_of("1. Tiêu chí 6.1: Sửa sân trước ngày 15/10/2024.").findings if "6.1" in each.quotes
    ]
    assert [each.rule for each in found] == ["tieu-chi-khong-co"]
    assert found[0].places


@pytest.mark.parametrize(
    ("number", "words", "other"),
    [
        ("1.3", "Quản lý tài chính", "1.6"),
        ("3.1", "Thư viện", "3.6"),
        ("3.6", "Khu vệ sinh", "3.4"),
        ("5.3", "Lưu trữ hồ sơ", None),
    ],
)
def test_words_of_another_criterion_or_of_none_are_told(number, words, other):
    found = mistitled(CRITERIA, number, words)
    assert found is not None
    assert (found.other.number if found.other else None) == other


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("3.6", "Thư viện"),
        ("1.6", "Quản lý tài sản"),
        ("2.2", "Bồi dưỡng giáo viên"),
        ("1.1", "Xây dựng chiến lược phát triển"),
        ("3.1", "Cải tạo sân chơi"),
        ("9.9", "Thư viện"),
        ("2.1", "…"),
    ],
)
def test_a_shortened_title_an_unknown_number_and_no_words_are_quiet(number, words):
    assert mistitled(CRITERIA, number, words) is None


def test_titles_that_do_not_fit_are_one_remark():
    wrong = TABLE.format(
        standard="Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", criterion="Tiêu chí 1.3: Quản lý tài chính"
    )
    (message,) = messages(wrong, "tieu-chi-khac-ten")
    assert "giống tiêu chí 1.6" in message


def test_work_behind_a_criterion_of_the_body_is_no_title():
    assert messages("1. Tiêu chí 3.1: Trồng cây trước ngày 15/10/2024.", "tieu-chi-khac-ten") == []


def test_a_criterion_under_another_standard_is_said_once():
    rooms = "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học"
    (message,) = messages(TABLE.format(standard=rooms, criterion="Tiêu chí 2.2"), "tieu-chi-sai-tieu-chuan")
    assert "thuộc tiêu chuẩn 2" in message
    assert messages(TABLE.format(standard=rooms, criterion="Tiêu chí 3.2"), "tieu-chi-sai-tieu-chuan") == []


def test_criteria_of_an_amended_circular_are_cited_with_its_kind_and_its_doubt():
    document = load_law().criteria(Level.TIEU_HOC, date(2025, 9, 10))[0].document
    assert document == ("Thông tư 17/2018/TT-BGDĐT (sửa đổi bởi Thông tư 22/2024/TT-BGDĐT, chưa đối chiếu văn bản gốc)")
