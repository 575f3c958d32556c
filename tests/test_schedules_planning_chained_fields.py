"""Several labels of one work on one line: who, where, for how much and when, the work itself standing elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nHoa Sen, ngày 5 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"
NOVEMBER = date(2025, 11, 30)


def tasks(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar()).tasks


def works(text):
    return [(task.title, task.due.day, task.owners) for task in tasks(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Người thực hiện: Văn thư. Thời gian: hoàn thành trước ngày 30/11/2025.",
        "Phụ trách: Văn thư; thời gian: chậm nhất 30/11/2025; kinh phí: 3 triệu đồng.",
        "- Người thực hiện: Văn thư - Thời gian: trước ngày 30/11/2025",
        "Địa điểm: phòng văn thư. Người phụ trách: Văn thư. Thời hạn: 30/11/2025",
        "Thời gian: trước ngày 30/11/2025. Người thực hiện: Văn thư.",
        "Người thực hiện: Văn thư. Trước ngày 30/11/2025.",
        "Người thực hiện: Văn thư, xong trước ngày 30/11/2025.",
    ],
)
def test_a_line_of_labels_speaks_of_the_work_above_it(line):
    """The line above is the work; labels never are."""
    assert works(f"1. Sắp xếp hồ sơ lưu trữ.\n{line}") == [("Sắp xếp hồ sơ lưu trữ", NOVEMBER, ("Văn thư",))]


def test_each_solution_has_the_line_of_labels_below_it():
    """A label told again begins the next work under the same heading."""
    text = (
        "1. Tiêu chí 2.2: Đối với giáo viên\nĐiểm yếu: Giáo viên trẻ còn lúng túng.\n"
        "Giải pháp: Bồi dưỡng chuyên đề STEAM.\nNgười thực hiện: Phó Hiệu trưởng. Thời gian: ngày 11/11/2025.\n"
        "Giải pháp: Tổ chức Hội thi giáo viên dạy giỏi.\nNgười thực hiện: Hiệu trưởng. Thời gian: tháng 12/2025.\n"
    )
    assert works(text) == [
        ("Bồi dưỡng chuyên đề STEAM", date(2025, 11, 11), ("Phó Hiệu trưởng",)),
        ("Tổ chức Hội thi giáo viên dạy giỏi", date(2025, 12, 31), ("Hiệu trưởng",)),
    ]


def test_what_a_chained_label_costs_goes_to_the_work():
    """Money told before the time belongs to the work as well as money behind it."""
    text = "1. Tổ chức hội thi nấu ăn\nKinh phí: 3.000.000 đồng. Người thực hiện: Công đoàn. Thời gian: ngày 07/3/2026."
    (task,) = tasks(text)
    assert (task.title, task.budget.vnd, task.owners) == ("Tổ chức hội thi nấu ăn", 3_000_000, ("Công đoàn",))


def test_a_budget_with_a_last_day_is_of_the_work_above():
    """“Kinh phí: …, hoàn thành trước …” tells no work of its own."""
    text = "- Sắp xếp hồ sơ lưu trữ\nKinh phí: 5.000.000 đồng, hoàn thành trước ngày 30/11/2025."
    assert [(task.title, task.due.day) for task in tasks(text)] == [("Sắp xếp hồ sơ lưu trữ", NOVEMBER)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Giải pháp: Cân đo cho trẻ vào ngày 15/10/2025 (Nhân viên y tế).", "Cân đo cho trẻ"),
        ("Yêu cầu: các lớp nộp bài trước ngày 20/10/2025.", "Các lớp nộp bài"),
        ("Chuyên đề 1: Dạy học theo trạm, ngày 20/10/2025.", "Chuyên đề 1: Dạy học theo trạm"),
    ],
)
def test_a_title_leaves_out_the_label_that_only_says_work_follows(line, title):
    """What only announces a work is none of its name; the number of a topic is."""
    assert [task.title for task in tasks(f"1. Nâng cao chất lượng\n{line}")] == [title]
