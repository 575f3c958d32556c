"""A programme by the hour of one ceremony on one day is one work: the ceremony; other tables of hours stay works."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\n{}\nNăm học 2024-2025\n"
HOURS = (
    "Giờ\tNội dung\tNgười thực hiện\n7h00 - 7h30\tĐón đại biểu\tĐội nghi thức\n"
    "7h30 - 8h00\tVăn nghệ\tCLB nghệ thuật\n8h00 - 8h30\tDiễn văn\tHiệu trưởng\n"
)


def plan_of(text: str, title: str = "Tổ chức các hoạt động"):
    return understand(read_text(HEAD.format(title) + text, "plan.txt"), load_calendar())


@pytest.mark.parametrize(
    ("over", "title"),
    [
        ("II. LỄ TRI ÂN\nThời gian: 7h30 ngày 22/5/2025. Địa điểm: sân trường.\nChương trình:", "Lễ tri ân"),
        ("II. LỄ TRI ÂN\n1. Thời gian: ngày 22/5/2025\n2. Địa điểm: sân trường\n3. Chương trình:", "Lễ tri ân"),
        ("II. CHƯƠNG TRÌNH LỄ TRI ÂN (ngày 22/5/2025)", "Lễ tri ân"),
        ("II. NỘI DUNG\n1. Lễ tri ân tổ chức ngày 22/5/2025 với chương trình như sau:", "Lễ tri ân"),
        ("II. NỘI DUNG\n1. Lễ tri ân lớp 9: ngày 22/5/2025.\nIII. CHƯƠNG TRÌNH LỄ TRI ÂN", "Lễ tri ân lớp 9"),
    ],
)
def test_the_ceremony_is_the_one_work_and_its_rows_are_told_as_its_details(over, title):
    plan = plan_of(f"{over}\n{HOURS}")
    assert [(task.title, str(task.due.day)) for task in plan.tasks] == [(title, "2025-05-22")]
    told = next(finding for finding in plan.findings if finding.rule == "chi-tiet-cua-viec")
    assert any("Diễn văn" in quote for quote in told.quotes)


def test_the_title_of_the_plan_says_what_a_ceremony_celebrates():
    over = "II. LỄ KỶ NIỆM\nThời gian: 7h30 thứ Ba, ngày 22/4/2025.\nChương trình:"
    plan = plan_of(f"{over}\n{HOURS}", "Tổ chức các hoạt động hưởng ứng Ngày Sách Việt Nam (21/4)")
    assert [task.title for task in plan.tasks] == ["Lễ kỷ niệm Ngày Sách Việt Nam"]


@pytest.mark.parametrize(
    ("over", "hours"),
    [
        ("II. LỊCH LÀM VIỆC (ngày 22/5/2025)", HOURS),
        ("II. NGÀY HỘI STEM (ngày 22/5/2025)", HOURS.replace("Văn nghệ", "Các lớp nộp sản phẩm")),
        ("II. HỘI KHỎE (từ 22/5 đến 23/5/2025)", HOURS.replace("7h30 - 8h00", "7h30 ngày 23/5")),
        ("II. HỘI KHỎE (ngày 22/5/2025)\nTổng duyệt ngày 20/5/2025", HOURS),
    ],
)
def test_hours_of_no_ceremony_of_several_days_or_with_things_handed_in_stay_works(over, hours):
    titles = [task.title for task in plan_of(f"{over}\n{hours}").tasks]
    assert {"Đón đại biểu", "Diễn văn"} <= set(titles)
