"""Labels with a week or month before a colon: they lead to the days behind it and are no work of their own."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning.text.segments import segments
from schedules.wording import Context

CONTEXT = Context(load_calendar(), SchoolYear(2025), date(2025, 9, 1))


def days(text):
    return [part.due.day for part in segments(text, CONTEXT, line=True)]


@pytest.mark.parametrize("label", ["Việc tuần 6", "Nhiệm vụ trọng tâm tháng 10", "Chuẩn bị cho tuần 6", "Lưu ý tuần 6"])
def test_an_empty_label_with_a_week_is_no_work(label):
    assert days(f"{label}: nộp sổ đầu bài trước ngày 18/10/2025") == [date(2025, 10, 18)]


def test_a_label_that_names_a_work_keeps_its_month_beside_another_works_last_day():
    assert days("Hội thảo bộ môn tháng 11: gửi bài viết trước ngày 25/10/2025") == [
        date(2025, 11, 30),
        date(2025, 10, 25),
    ]


def test_a_day_behind_the_colon_inside_the_labels_month_is_the_works():
    assert days("Hội thảo bộ môn tháng 11: tổ chức tại hội trường vào ngày 14/11/2025") == [date(2025, 11, 14)]


@pytest.mark.parametrize("behind", ["", " (Công đoàn chủ trì, phối hợp với Đoàn trường)."])
def test_a_day_inside_the_week_that_leads_the_work_is_the_works_whoever_is_told_behind_it(behind):
    assert days(f"Tuần 11: tổ chức họp cha mẹ học sinh vào sáng 20/11/2025{behind}") == [date(2025, 11, 20)]


def test_a_round_that_ends_a_label_names_what_is_done_until_the_one_last_day_behind_it():
    assert days("Bảng giá suất ăn cuối năm học: y tế dán ở cổng trước ngày 20/5/2026") == [date(2026, 5, 20)]


def test_what_is_made_for_a_feast_is_done_before_it_and_never_on_it():
    line = "Làm báo tường mừng ngày 22/12, nộp về thư viện chậm nhất ngày 19/12/2025"
    assert days(line) == [date(2025, 12, 19)]


def test_what_is_held_for_a_feast_keeps_its_day_beside_what_is_handed_in_before():
    line = "Tổ chức mít tinh chào mừng ngày 20/11, gửi danh sách khen thưởng trước ngày 15/11/2025"
    assert days(line) == [date(2025, 11, 20), date(2025, 11, 15)]


def test_what_is_held_in_a_bracket_and_handed_in_later_are_two():
    assert days("Sơ kết thi đua (ngày 26/12/2025), báo cáo trước ngày 30/12/2025") == [
        date(2025, 12, 26),
        date(2025, 12, 30),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Bổ sung sách tham khảo lớp 9: học kì II.", [date(2026, 5, 31)]),
        ("Bổ sung sách tham khảo: Học kỳ II (Nhân viên thư viện).", [date(2026, 5, 31)]),
        (
            "Bồi dưỡng giáo viên mới: học kỳ I. Thư viện nộp danh mục trước 15/11/2025.",
            [date(2026, 1, 17), date(2025, 11, 15)],
        ),
        ("Kết quả giáo dục: học kì II.", []),
        ("Kiểm tra định kỳ: học kì II.", []),
        ("Báo cáo sơ kết: học kì I.", []),
        ("Bổ sung điểm: học kì I, học kì II.", []),
    ],
)
def test_a_term_behind_the_colon_of_what_lasts_is_its_time_and_names_the_round_of_what_is_checked(line, found):
    assert days(line) == found
