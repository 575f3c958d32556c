"""Rounds told one after another, however they are parted: each is the whole work on its own day, and none is lost."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.text.rounds import counts_round, without_total
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"


def works(line):
    tasks = understand(read_text(HEAD + line, "dán"), load_calendar()).tasks
    return [(task.title, str(task.due.day)) for task in tasks]


@pytest.mark.parametrize(
    ("line", "first", "then"),
    [
        (
            "- Tập bóng đá theo 02 đợt. Đợt 1 trước 25/10/2024. Đợt 2 trước 21/3/2025. Mỗi đợt không quá 12 buổi.",
            ("Tập bóng đá đợt 1", "2024-10-25"),
            ("Tập bóng đá đợt 2", "2025-03-21"),
        ),
        (
            "- Phụ đạo học sinh yếu làm 02 đợt. Đợt 1 từ 07/10/2024 đến 25/10/2024. Đợt 2 từ 03/3/2025 đến 21/3/2025.",
            ("Phụ đạo học sinh yếu đợt 1", "2024-10-25"),
            ("Phụ đạo học sinh yếu đợt 2", "2025-03-21"),
        ),
        (
            "- Thi thử vào lớp 10 tổ chức 2 đợt: Đợt 1 ngày 29/3/2025; Đợt 2 ngày 17/5/2025. Học sinh không đóng tiền.",
            ("Thi thử vào lớp 10 đợt 1", "2025-03-29"),
            ("Thi thử vào lớp 10 đợt 2", "2025-05-17"),
        ),
        (
            "- Khám sức khỏe cho trẻ: lần 1 ngày 23/9/2024 ; lần 2 trong tháng 3/2025.",
            ("Khám sức khỏe cho trẻ: lần 1", "2024-09-23"),
            ("Khám sức khỏe cho trẻ: lần 2", "2025-03-31"),
        ),
        (
            "- Thu bảo hiểm y tế 2 đợt: đợt 1 chậm nhất 30/9/2024 (lớp 1), đợt 2 chậm nhất 15/12/2024 (khối còn lại).",
            ("Thu bảo hiểm y tế đợt 1 (lớp 1)", "2024-09-30"),
            ("Thu bảo hiểm y tế đợt 2 (khối còn lại)", "2024-12-15"),
        ),
        (
            "- Thi văn nghệ gồm 2 vòng. Vòng loại ngày 10/11/2024. Vòng chung kết ngày 19/11/2024 tại sân trường.",
            ("Thi văn nghệ vòng loại", "2024-11-10"),
            ("Thi văn nghệ vòng chung kết tại sân trường", "2024-11-19"),
        ),
        (
            "- Phun thuốc muỗi, rửa bếp. Đợt 1: ngày 26/9/2024. Đợt 2: ngày 10/4/2025 (đều vào ngày nghỉ).",
            ("Phun thuốc muỗi, rửa bếp đợt 1", "2024-09-26"),
            ("Phun thuốc muỗi, rửa bếp đợt 2 (đều vào ngày nghỉ)", "2025-04-10"),
        ),
    ],
)
def test_each_round_is_the_whole_work(line, first, then):
    assert works(line) == [first, then]


def test_who_helps_with_the_first_round_helps_with_the_next():
    line = "- Phun thuốc muỗi 2 đợt, phối hợp với Trạm Y tế phường: đợt 1 ngày 26/9/2024, đợt 2 ngày 10/4/2025."
    tasks = understand(read_text(HEAD + line, "dán"), load_calendar()).tasks
    assert [(task.due.day, task.helpers) for task in tasks] == [
        (date(2024, 9, 26), ("Trạm Y tế phường",)),
        (date(2025, 4, 10), ("Trạm Y tế phường",)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Lập hồ sơ thi đua trước 10/9/2024. Hoàn thành trước 20/9/2024.",
        "- Tháng 10 thi viết, lần 1 ngày 05/10/2024.",
    ],
)
def test_one_work_stays_one(line):
    assert len(works(line)) == 1


def test_whose_rounds_they_are_stays_in_the_title():
    assert without_total("Công đoàn tổ chức 2 đợt: đợt 1") == "Công đoàn tổ chức 2 đợt: đợt 1"
    assert without_total("Mua 3 lần sơn") == "Mua 3 lần sơn"


def test_a_term_or_a_class_is_no_round_that_is_counted():
    assert counts_round("; lần 2 ")
    assert not counts_round("; học kỳ II ")
    assert not counts_round("; khối 7 ")
