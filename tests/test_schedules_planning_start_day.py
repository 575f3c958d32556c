"""Steps counted from a day the plan names with a letter; without that day they stay without one."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Bound
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 08 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"
STEPS = ("T", "T + 7 ngày", "T+15", "Chậm nhất T+2 tuần", "T - 3 ngày", "N + 4", "Trước 30/11/2025")


def tasks_of(line):
    rows = "".join(f"|{at}|Việc cần làm số {at}|{time}|Kế toán|\n" for at, time in enumerate(STEPS, 1))
    table = f"|Bước|Nội dung công việc|Thời gian|Phụ trách|\n|---|---|---|---|\n{rows}"
    return understand(read_text(f"{HEAD}{line}\n\n{table}", "dán.md"), load_calendar()).tasks


@pytest.mark.parametrize(
    "line",
    [
        "Ngày bắt đầu (T): 15/9/2025.",
        "T là ngày 15/9/2025.",
        "Ghi chú: T = 15/9/2025",
        "Ngày T: 15/9/2025",
        "Thời điểm ký hợp đồng (ngày T) là 15/9/2025.",
    ],
)
def test_steps_are_counted_from_the_day_under_their_letter(line):
    tasks = tasks_of(line)
    assert [f"{task.due.day:%d/%m}" if task.due.day else "" for task in tasks] == [
        "15/09",
        "22/09",
        "30/09",
        "29/09",
        "12/09",
        "",
        "30/11",
    ]
    assert tasks[1].due.words == "T + 7 ngày"
    assert "15/09/2025" in tasks[1].due.basis
    assert tasks[3].due.bound is Bound.BY


@pytest.mark.parametrize(
    "line",
    [
        "Các bước dưới đây tính từ ngày T.",
        "T là ngày ký hợp đồng.",
        "T là ngày 15/9/2025.\n\nNgày bắt đầu (T): 16/9/2025",
        "T là từ ngày 15/9/2025 đến ngày 17/9/2025.",
    ],
)
def test_without_one_such_day_nothing_is_counted(line):
    assert [f"{task.due.day:%d/%m}" for task in tasks_of(line) if task.due.day] == ["30/11"]
