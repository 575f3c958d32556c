"""Days that only stand beside a work: what is refused, what was late, the season in its name; and the steps of a contest."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS ĐỒI CHÈ\nĐồi Chè, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def works_of(lines: str):
    plan = understand(read_text(f"{HEAD}{lines}\n", "dán"), load_calendar())
    return [(task.title, str(task.due.start), str(task.due.day)) for task in plan.tasks]


def test_a_day_that_ends_what_is_refused_sets_no_other_work():
    line = "1. Học sinh ốm được thi bù; không giải quyết đơn nộp sau ngày 08/01/2026."
    assert works_of(line) == []


def test_a_day_that_ends_what_is_refused_ends_what_is_handed_in_beside_it():
    line = "1. Các lớp nộp báo tường; không nhận bài nộp sau ngày 08/01/2026."
    assert [day for _, _, day in works_of(line)] == ["2026-01-08"]


@pytest.mark.parametrize("words", ["chậm so với quy định trước 30/6", "muộn so với thời hạn trước ngày 31/5"])
def test_what_a_day_is_compared_with_is_no_deadline(words):
    assert works_of(f"1. Báo cáo thường niên đăng trên cổng {words}.") == []


@pytest.mark.parametrize("whither", ["lên phần mềm", "vào hệ thống cơ sở dữ liệu"])
def test_a_season_in_the_name_of_a_work_gives_way_to_its_span(whither):
    line = f"1. Các tổ cập nhật số liệu cuối năm học {whither} từ ngày 20/5 đến ngày 31/5/2026."
    assert works_of(line) == [(f"Các tổ cập nhật số liệu cuối năm học {whither}", "2026-05-20", "2026-05-31")]


def test_a_labelled_last_day_is_a_step_of_the_contest_it_stands_under():
    lines = "1. Hội thi làm lồng đèn\n- Hạn đăng ký: 10/9/2025.\n- Hạn nộp sản phẩm: trước ngày 14/9/2025."
    assert [title for title, *_ in works_of(lines)] == [
        "Hội thi làm lồng đèn: đăng ký",
        "Hội thi làm lồng đèn: nộp sản phẩm",
    ]


def test_a_labelled_last_day_under_a_heading_of_no_work_stands_alone():
    assert works_of("1. Thời gian\n- Hạn nộp hồ sơ: 10/9/2025.")[0][0] == "Nộp hồ sơ"
