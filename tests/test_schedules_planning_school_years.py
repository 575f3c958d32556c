"""The school year a plan is read in: its title, its words, its days and its signing weighed together."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.reading import read_text

SCHOOL = "TRƯỜNG MẦM NON HOA SEN\n"
RULE = "nam-hoc-lech"


def read(text, school_year=None):
    return understand(read_text(SCHOOL + text, "dán"), load_calendar(), school_year)


def doubts_in(plan):
    return [finding for finding in plan.findings if finding.rule == RULE]


@pytest.mark.parametrize(
    "title",
    [
        "KẾ HOẠCH\nThực hiện công khai năm học 2025-2026",
        "Kế hoạch thực hiện quyết định về ăn bán trú năm học 2025 - 2026",
        "V/v báo cáo số liệu năm học 2025-2026",
        "KẾ HOẠCH\nTheo dõi sức khỏe của trẻ\nNăm học 2025-2026",
    ],
)
def test_a_title_that_begins_as_grounds_do_still_names_the_year(title):
    plan = read(
        f"Đồi Sim, ngày 10 tháng 9 năm 2025\n{title}\nI. NỘI DUNG\n- Lập chỉ tiêu năm học 2026-2027 trong tháng 4.\n"
    )
    assert (plan.header.school_year, plan.tasks[0].due.day) == (SchoolYear(2025), date(2026, 4, 30))
    assert not doubts_in(plan)


def test_a_cited_plan_below_the_title_does_not_name_the_year():
    text = "KẾ HOẠCH\nThực hiện Kế hoạch số 12/KH-PGD về nhiệm vụ năm học 2024-2025\nI. NỘI DUNG\n- Họp tổ ngày 3/10."
    assert read(f"Đồi Sim, ngày 10 tháng 9 năm 2025\n{text}").header.school_year == SchoolYear(2025)


def test_a_signing_in_autumn_speaks_louder_than_next_year_named_in_works():
    works = "- Mua bàn ghế cho năm học 2026-2027 trước ngày 15/6.\n- Lập chỉ tiêu năm học 2026-2027 trong tháng 4."
    plan = read(f"Đồi Sim, ngày 10 tháng 9 năm 2025\nKẾ HOẠCH CÔNG TÁC\nI. NỘI DUNG\n{works}")
    assert [task.due.day for task in plan.tasks] == [date(2026, 6, 15), date(2026, 4, 30)]


def test_days_with_their_year_speak_louder_than_a_year_named_once():
    works = "- Họp tổ ngày 15/10/2025.\n- Thi ngày 3/11/2025.\n- Lập chỉ tiêu năm học 2026-2027 trong tháng 4."
    assert read(f"KẾ HOẠCH CÔNG TÁC\nI. NỘI DUNG\n{works}").header.school_year == SchoolYear(2025)


def test_a_weekday_tells_which_of_two_named_years_it_is():
    works = "- Tổng kết năm học 2025-2026 vào thứ Bảy, 23/5.\n- Lập chỉ tiêu năm học 2026-2027 trong tháng 4."
    assert read(f"KẾ HOẠCH CÔNG TÁC\nI. NỘI DUNG\n{works}").header.school_year == SchoolYear(2025)


def test_of_two_years_in_a_title_the_one_of_the_signing_is_read_and_told():
    plan = read(
        "Đồi Sim, ngày 20 tháng 9 năm 2025\nKẾ HOẠCH THÁNG 10/2025\nNăm học 2024-2025\nI. NỘI DUNG\n- Họp tổ ngày 15/10."
    )
    assert (plan.tasks[0].due.day, len(doubts_in(plan))) == (date(2025, 10, 15), 1)


def test_a_title_wins_over_a_signing_it_does_not_agree_with_and_this_is_told():
    plan = read(
        "Đồi Sim, ngày 10 tháng 9 năm 2025\nKẾ HOẠCH\nCông khai năm học 2026-2027\nI. NỘI DUNG\n- Họp tổ ngày 15/10."
    )
    assert plan.header.school_year == SchoolYear(2026)
    assert "ký ngày 10/9/2025" in doubts_in(plan)[0].message


def test_a_title_wins_over_many_full_days_and_this_is_told():
    works = "".join(f"- Họp tổ lần {at} ngày {at + 3}/11/2025.\n" for at in range(1, 5))
    plan = read(f"KẾ HOẠCH\nCông khai năm học 2024-2025\nI. NỘI DUNG\n{works}")
    assert plan.header.school_year == SchoolYear(2024)
    assert "4 ngày ghi đủ năm nằm trong năm học 2025-2026" in doubts_in(plan)[0].message


@pytest.mark.parametrize(
    ("signed", "title", "words", "day"),
    [
        ("10 tháng 4 năm 2026", "Tuyển sinh", "trước ngày 15/5", date(2026, 5, 15)),
        ("10 tháng 4 năm 2026", "Tuyển sinh", "trước ngày 5/9", date(2026, 9, 5)),
        ("20 tháng 2 năm 2026", "Lựa chọn sách giáo khoa", "trước ngày 15/3", date(2026, 3, 15)),
        ("20 tháng 12 năm 2025", "Lựa chọn sách giáo khoa", "trước ngày 15/3", date(2026, 3, 15)),
        ("15 tháng 6 năm 2026", "Tuyển sinh", "trước ngày 15/7", date(2026, 7, 15)),
        ("15 tháng 7 năm 2026", "Giáo dục của nhà trường", "trước ngày 15/5", date(2027, 5, 15)),
    ],
)
def test_a_plan_signed_long_before_its_year_sets_days_near_the_signing(signed, title, words, day):
    plan = read(
        f"Đồi Sim, ngày {signed}\nKẾ HOẠCH\n{title} năm học 2026-2027\nI. NỘI DUNG\n- Nộp hồ sơ của tổ {words}."
    )
    assert (plan.header.school_year, plan.tasks[0].due.day) == (SchoolYear(2026), day)


OF_2023 = (
    "Đồi Sim, ngày 10 tháng 9 năm 2023\nKẾ HOẠCH\nCông khai năm học 2023-2024\nI. NỘI DUNG\n"
    "- Họp tổ ngày 15/10.\n- Nộp báo cáo sĩ số ngày 20 hằng tháng.\n- Niêm yết công khai trước ngày 29/9/2023.\n"
)


def test_the_year_somebody_asked_for_is_the_year_of_the_whole_plan_and_what_it_says_otherwise_is_told():
    plan = read(OF_2023, SchoolYear(2024))
    assert [task.due.day for task in plan.tasks] == [date(2024, 10, 15), date(2024, 9, 20), date(2023, 9, 29)]
    assert (plan.header.school_year, plan.header.date) == (SchoolYear(2024), date(2023, 9, 10))
    (told,) = doubts_in(plan)
    assert "của năm học 2023-2024 nhưng được đọc theo năm học 2024-2025" in told.message
    assert any("2023-2024" in quote for quote in told.quotes)
    (outside,) = (finding for finding in plan.findings if finding.rule == "nam-lech")
    assert "29/9/2023" in outside.message


def test_the_year_somebody_asked_for_leaves_nothing_to_doubt_where_the_plan_says_the_same():
    asked, alone = read(OF_2023, SchoolYear(2023)), read(OF_2023)
    assert not doubts_in(asked)
    assert (asked.header, asked.tasks) == (alone.header, alone.tasks)
