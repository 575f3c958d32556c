"""Days that no work is due on: those a paper is about, those kept in reserve, those on which nobody works."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 20 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"


def works(text):
    plan = understand(read_text(HEAD + text, "plan.txt"), load_calendar())
    return [(task.title, str(task.due.start), str(task.due.day)) for task in plan.tasks]


@pytest.mark.parametrize(
    "line",
    [
        "- Lập bảng phân công trực Tết (thời gian trực từ 25/01 đến 02/02/2025), trình duyệt trước ngày 20/01/2025.",
        "- Lập danh sách thí sinh (thi ngày 10/4/2025), nộp về Phòng trước ngày 20/01/2025.",
        "- Xây dựng kế hoạch ôn thi (ôn từ 01/4 đến 20/5/2025) trước ngày 20/01/2025.",
    ],
)
def test_a_paper_is_due_before_what_it_is_about(line):
    assert [(start, day) for _, start, day in works(line)] == [("None", "2025-01-20")]


@pytest.mark.parametrize(
    "line",
    [
        "- Tổ chức Hội trại (25/3/2025 đến 26/3/2025), trình kế hoạch trước ngày 05/3/2025.",
        "- Kiểm kê sách (từ 03/3/2025 đến 07/3/2025), báo cáo Hiệu trưởng trước ngày 15/3/2025.",
    ],
)
def test_what_is_held_on_its_days_keeps_them(line):
    assert len(works(line)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "- Kiểm tra theo lịch của Sở; ngày 29/12 là ngày dự phòng nếu mất điện.",
        "Sở có lịch chung thì nhà trường thông báo; ngày 29/12 là ngày dự phòng nếu mất điện.",
        "- Ngày 29/12/2024 dự phòng nếu mất điện.",
    ],
)
def test_a_day_in_reserve_sets_nothing(line):
    assert works(line) == []


def test_what_is_kept_in_reserve_by_a_day_is_work():
    assert works("- Dự phòng thuốc, vật tư trước ngày 20/12/2024.") == [
        ("Dự phòng thuốc, vật tư", "None", "2024-12-20"),
    ]


def test_who_comes_on_a_day_leaves_it_no_last_day():
    assert [
        (start, day) for _, start, day in works("- Thống kê học sinh chuyển đi, chuyển đến vào ngày 25/10/2024.")
    ] == [("2024-10-25", "2024-10-25")]


def test_a_remark_on_a_holiday_is_no_finer_time():
    rows = "Tháng\tNội dung\tThời gian\tGhi chú\n2/2025\tThu thập minh chứng\tCả tháng\tNghỉ Tết 9 ngày\n"
    rows += "3/2025\tThi thử\tTuần 2\tĐề của Sở\n"
    assert works(rows)[0] == ("Thu thập minh chứng", "2025-02-01", "2025-02-28")
