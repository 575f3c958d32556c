"""Bare days that close a clause of work are its day where they can be no ratio, name or feast."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"


def days(line):
    tasks = understand(read_text(f"{HEAD}- {line}\n", "dán.txt"), load_calendar()).tasks
    return [f"{task.title}: {task.due.day:%d/%m/%Y}" for task in tasks if task.due.day]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Thi học sinh giỏi cấp trường 22/11", "Thi học sinh giỏi cấp trường: 22/11/2025"),
        ("Tổ Toán nộp đề kiểm tra về văn phòng 15/12.", "nộp đề kiểm tra về văn phòng: 15/12/2025"),
        ("Báo cáo kết quả - 30/12", "Báo cáo kết quả: 30/12/2025"),
        ("Tổng kết năm học (28/5)", "Tổng kết năm học: 28/05/2026"),
        ("Sơ kết học kỳ I: 16/1", "Sơ kết học kỳ I: 16/01/2026"),
        ("Nộp hồ sơ tự đánh giá - 20/12", "Nộp hồ sơ tự đánh giá: 20/12/2025"),
    ],
)
def test_a_day_that_closes_a_clause_of_work_is_its_day(line, found):
    (task,) = days(line)
    assert task.lower().endswith(found.lower())


@pytest.mark.parametrize(
    "line",
    [
        "Tổ chức hội trại 26/3",
        "Thi đua chào mừng 22/12",
        "Kiểm tra hồ sơ theo mẫu 15/2",
        "Giao lưu với Trường THCS 19/5",
        "Dọn vệ sinh đường 30/4",
        "Tổng số tiết dự giờ: 18/11",
        "Số học sinh: 25/12",
        "Duy trì sĩ số: 25/12",
        "Phấn đấu đạt: 9/10",
        "Kiểm tra miệng 9/10",
        "Sân trường rộng 22/11",
    ],
)
def test_ratios_names_and_feasts_are_no_days(line):
    assert days(line) == []
