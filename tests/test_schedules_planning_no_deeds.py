"""Shares, denials, what is taken and the weeks a programme is of set no work; what is done by a day still does."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS BÌNH YÊN\nBình Yên, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH NĂM HỌC 2025-2026\n\nI. NHIỆM VỤ\n"


def days(line: str) -> list[str]:
    plan = understand(read_text(f"{HEAD}- {line}\n", "dán"), load_calendar())
    return [f"{task.due.day}" for task in plan.tasks]


@pytest.mark.parametrize(
    "line",
    [
        "Mỗi em được phúc khảo không quá 3/8 môn.",
        "Mỗi tháng dự không quá 2/4 buổi.",
        "Chỉ nhận tờ trình của đơn vị đã tự đánh giá đạt Mức 1 trở lên trước năm 2025.",
        "Trường chỉ xét sáng kiến đã áp dụng trước ngày 31/12/2024.",
        "Dạy học chương trình tuần 9 đến tuần 12.",
        "Thực hiện chương trình tuần 10.",
        "Trường không tổ chức nhận quà, liên hoan tại lớp trước ngày 20/11.",
        "Các lớp không liên hoan trước ngày 20/11.",
    ],
)
def test_what_is_no_deed_sets_no_work(line):
    assert days(line) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Nộp đơn phúc khảo không quá 3/10.", "2025-10-03"),
        ("Nộp đơn phúc khảo không quá 3/10, môn Toán nộp riêng.", "2025-10-03"),
        ("Chỉ nhận hồ sơ của học sinh đã nộp đơn trước ngày 31/12/2025.", "2025-12-31"),
        ("Chỉ nhận hồ sơ trước ngày 31/12/2025.", "2025-12-31"),
        ("Hoàn thành chương trình tuần 18.", "2026-01-11"),
        ("Dự giờ tuần 10.", "2025-11-16"),
        ("Các lớp không tổ chức liên hoan, nộp báo cáo trước ngày 20/11.", "2025-11-20"),
        ("Văn thư không nhận hồ sơ giấy, các tổ nộp bản mềm trước ngày 20/11.", "2025-11-20"),
    ],
)
def test_what_is_done_by_a_day_stays(line, day):
    assert days(line) == [day]
