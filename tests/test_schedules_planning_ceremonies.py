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


UNNAMED_HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
UNNAMED_ROWS = (
    "Thời gian\tNội dung\tPhụ trách\n7h00 - 7h30\tĐón khách\tĐoàn đội\n7h30 - 8h00\tVăn nghệ\tTổ Văn\n"
    "8h00\tTrao giải\tBan Tổ chức\n"
)
HELD = "- Tổ chức Ngày hội đọc sách ngày 21/4/2025 tại sân trường.\n- Ban Tổ chức họp rút kinh nghiệm ngày 24/4/2025.\n"


def _unnamed(text):
    plan = understand(read_text(UNNAMED_HEAD + text, "plan.txt"), load_calendar())
    return [(task.title, str(task.due.day)) for task in plan.tasks]


@pytest.mark.parametrize(
    "heading",
    ["II. CHƯƠNG TRÌNH NGÀY 21/4/2025", "II. CHƯƠNG TRÌNH", "II. DỰ KIẾN CHƯƠNG TRÌNH\nSáng ngày 21/4/2025:"],
)
def test_a_programme_that_is_not_named_is_of_the_one_ceremony_of_its_day(heading):
    assert _unnamed(f"{HELD}{heading}\n{UNNAMED_ROWS}") == [
        ("Tổ chức Ngày hội đọc sách tại sân trường", "2025-04-21"),
        ("Ban Tổ chức họp rút kinh nghiệm", "2025-04-24"),
    ]


def test_a_programme_of_another_day_keeps_its_rows():
    found = _unnamed(f"{HELD}II. CHƯƠNG TRÌNH NGÀY 22/4/2025\n{UNNAMED_ROWS}")
    assert found[2:] == [("Đón khách", "2025-04-22"), ("Văn nghệ", "2025-04-22"), ("Trao giải", "2025-04-22")]


def test_of_two_ceremonies_nobody_can_tell_whose_programme_it_is():
    two = f"{HELD}- Tổ chức Lễ sơ kết ngày 10/01/2025.\n"
    assert "Văn nghệ" in [title for title, _ in _unnamed(f"{two}II. CHƯƠNG TRÌNH\n{UNNAMED_ROWS}")]


def test_a_scan_that_lost_the_bar_behind_one_hour_keeps_the_programme():
    rows = UNNAMED_ROWS.replace("\t", " | ").replace("7h00 - 7h30 | Đón", "7h00 - 7h30 Đón")
    found = _unnamed(f"{HELD}II. CHƯƠNG TRÌNH NGÀY 21/4/2025\n{rows}")
    assert found[0] == ("Tổ chức Ngày hội đọc sách tại sân trường", "2025-04-21")
    assert len(found) == 2
