"""Notes that fix the weeks of a plan are no works; the weeks they speak of are counted as they say."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.weeks.notes import fixes_weeks
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG CÔNG VIỆC\n"


def plan_of(body):
    return understand(read_text(HEAD + body, "dán"), load_calendar())


def days(body):
    return [(task.title, task.due.start, task.due.day) for task in plan_of(body).tasks]


@pytest.mark.parametrize(
    ("note", "words", "first", "last"),
    [
        ("Ghi chú: tuần 1 tháng 10 tính từ thứ Hai, ngày 06/10/2025.", "tuần 2 tháng 10", (10, 13), (10, 19)),
        ("* Ghi chú: Tuần 1 của tháng 9 bắt đầu từ ngày 08/9/2025;", "tuần 1 tháng 9", (9, 8), (9, 14)),
        ("(Tuần thứ nhất của tháng 10 được tính từ ngày 29/9/2025)", "tuần 1 tháng 10", (9, 29), (10, 5)),
        ("Lưu ý: Tuần 2 tháng 11 được tính bắt đầu từ thứ Hai 10/11.", "tuần 3 tháng 11", (11, 17), (11, 23)),
        ("Chú thích: Tuần 1 năm học tính từ ngày 15/9/2025.", "tuần 6", (10, 20), (10, 26)),
        (
            "Quy ước: tuần 1 từ ngày 01 đến ngày 07, tuần 2 từ ngày 08 đến ngày 14.",
            "tuần 2 tháng 10",
            (10, 8),
            (10, 14),
        ),
        ("Tuần 1 của tháng được tính từ thứ Hai đầu tiên của tháng.", "tuần 1 tháng 10", (10, 6), (10, 12)),
    ],
)
def test_a_note_gives_no_work_and_its_weeks_are_the_plans(note, words, first, last):
    found = days(f"{note}\n- Họp liên tịch vào {words}.\n")
    assert found == [("Họp liên tịch", date(2025, *first), date(2025, *last))]


def test_a_note_of_several_weeks_counts_each_month_by_itself():
    note = "Ghi chú: tuần 1 tháng 9 tính từ 08/9/2025; tuần 1 tháng 10 tính từ 06/10/2025.\n"
    found = days(f"{note}- Họp tổ vào tuần 1 tháng 9.\n- Dự giờ vào tuần 1 tháng 10.\n- Thi vở vào tuần 1 tháng 11.\n")
    assert [first for _, first, _ in found] == [date(2025, 9, 8), date(2025, 10, 6), date(2025, 11, 3)]


def test_the_basis_of_a_week_tells_the_note():
    task = plan_of("Ghi chú: tuần 1 tháng 9 tính từ 08/9/2025.\n- Họp tổ vào tuần 2 tháng 9.\n").tasks[0]
    assert "kế hoạch ghi tuần 1 từ 08/09/2025" in task.due.basis


def test_weeks_that_head_works_are_the_days_they_tell():
    body = "- Tuần 1 tháng 10: từ 06/10 đến 11/10/2025\n+ Thao giảng khối 6\n+ Kiểm tra vở\n"
    assert days(body) == [
        ("Thao giảng khối 6", date(2025, 10, 6), date(2025, 10, 11)),
        ("Kiểm tra vở", date(2025, 10, 6), date(2025, 10, 11)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ghi chú: Các tổ nộp danh sách trước ngày 10/10/2025.",
        "Ghi chú: tuần 1 tháng 11 bắt đầu từ ngày 03/11/2025 nộp hồ sơ về văn phòng",
        "Tuần 1 tháng 11: Họp phụ huynh ngày 09/11/2025",
        "Tuần 3: 15/9 - 20/9 thi khảo sát",
    ],
)
def test_a_note_that_sets_work_is_none_of_weeks(text):
    assert not fixes_weeks(text)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("Tuần 2, 3/11", (11, 10), (11, 23)),
        ("Tuần 3; 17-22/11", (11, 17), (11, 22)),
        ("Tuần 2, 12/11", (11, 12), (11, 12)),
    ],
)
def test_a_number_after_a_week_is_the_next_week_or_a_day(cell, first, last):
    found = days(
        f"Nội dung\tThời gian\tPhụ trách\nKiểm tra bếp ăn\t{cell}\tHiệu trưởng\nHọp tổ\tTuần 4/11\tTổ trưởng\n"
    )
    assert found[0] == ("Kiểm tra bếp ăn", date(2025, *first), date(2025, *last))
