"""A day kept in hand, or that another work is moved to, is no work of its own: it is told, and changes nothing."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 08 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"


def plan_of(line):
    return understand(read_text(f"{HEAD}{line}\n", "dán"), load_calendar())


@pytest.mark.parametrize(
    "line",
    [
        "- Nếu trời mưa, lễ phát động dời sang thứ Ba, ngày 16/9/2025.",
        "- Trường hợp mưa bão, ngày hội lùi sang ngày 20/11/2025.",
        "(*) Nếu trùng lịch thi, chuyển sang tuần 2 tháng 11/2025.",
        "- Lưu ý: mục 3 chuyển sang ngày 12/11/2025.",
        "Ghi chú: việc số 3 lùi sang tuần 2 tháng 11 nếu trường làm điểm thi.",
        "- Ngày dự phòng: 22/11/2025.",
        "- Nếu ngày 25/10 có mưa lớn, hoạt động trải nghiệm chuyển sang ngày 01/11/2025.",
        "- Trường hợp ngày 12/11 trùng lịch của Sở thì hội giảng lùi sang ngày 14/11/2025.",
        "- Phương án 2: nếu thời tiết xấu, tổ chức ngày 28 - 29/11/2025 tại nhà đa năng.",
    ],
)
def test_a_day_in_hand_or_of_another_work_is_told_and_no_work(line):
    plan = plan_of(line)
    assert plan.tasks == ()
    assert "doi-moc" in {finding.rule for finding in plan.findings}


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        ("- Thi văn nghệ ngày 18/11/2025 (nếu mưa, chuyển sang 19/11/2025).", "Thi văn nghệ", "18/11"),
        ("- Ngày hội STEM (dự phòng 22/11/2025 nếu mưa): 15/11/2025.", "Ngày hội STEM", "15/11"),
        ("- Chuyển hồ sơ sang Phòng Tài chính trước ngày 10/10/2025.", None, "10/10"),
        ("- Văn thư chuyển hồ sơ vào kho lưu trữ ngày 10/10/2025.", None, "10/10"),
        ("- Nếu đổi lịch dạy, giáo viên báo tổ trưởng chậm nhất ngày 10/10/2025.", None, "10/10"),
        ("- Nếu trời mưa, các lớp báo lại văn phòng trước ngày 10/10/2025.", None, "10/10"),
        ("- Tổ 2 chuyển sổ sang văn phòng ngày 10/10/2025.", None, "10/10"),
    ],
)
def test_what_is_set_beside_it_or_moved_for_good_stays(line, title, day):
    (task,) = plan_of(line).tasks
    assert f"{task.due.day:%d/%m}" == day
    assert title is None or task.title == title
