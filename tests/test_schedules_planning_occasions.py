"""Days a line only celebrates, and times of what is looked into: no works, and no words lost of the works they are in."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

LETTERHEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 10 năm 2025\nKẾ HOẠCH\n"
HEAD = f"{LETTERHEAD}Năm học 2025-2026\nI. NỘI DUNG\n"


def works(text: str):
    plan = understand(read_text(f"{text}\n", "p.txt"), load_calendar())
    return [(task.title, str(task.due.start or ""), str(task.due.day)) for task in plan.tasks]


@pytest.mark.parametrize(
    ("line", "title", "days"),
    [
        (
            "Đợt 2 (chào mừng 3/2 và 26/3): từ ngày 12/01/2026 đến ngày 26/3/2026",
            "3/2 và 26/3",
            "2026-01-12 2026-03-26",
        ),
        (
            "Đợt 2 (chào mừng ngày thành lập Đảng 3/2 và Ngày thành lập Đoàn 26/3): từ 12/01/2026 đến 26/3/2026",
            "Ngày thành lập Đoàn 26/3",
            "2026-01-12 2026-03-26",
        ),
        ("Thi đua chào mừng 30/4 và Quốc tế Lao động 01/5 trong tháng 4/2026", "01/5", "2026-04-01 2026-04-30"),
    ],
)
def test_feasts_celebrated_together_are_one_occasion_beside_the_time_of_the_work(line, title, days):
    ((said, start, day),) = works(f"{HEAD}1. {line}.")
    assert title in said
    assert f"{start} {day}" == days


def test_feasts_without_another_time_stay_days_of_their_work():
    assert [day for *_, day in works(f"{HEAD}1. Văn nghệ chào mừng ngày 20/10 và 20/11.")] == [
        "2025-10-20",
        "2025-11-20",
    ]


@pytest.mark.parametrize(
    ("line", "work"),
    [
        (
            "Tuần 1, 2: Thao giảng đợt 1 chào mừng 20/10.",
            ("Thao giảng đợt 1 chào mừng 20/10", "2025-10-01", "2025-10-12"),
        ),
        ("Tuần 3: Mít tinh chào mừng ngày 16/10.", ("Mít tinh chào mừng ngày 16/10", "2025-10-16", "2025-10-16")),
        ("Tuần 2: nộp báo tường chào mừng 20/10 trước ngày 10/10.", ("báo tường chào mừng 20/10", "", "2025-10-10")),
    ],
)
def test_behind_the_weeks_that_lead_a_line_a_feast_outside_them_is_what_for(line, work):
    ((title, start, day),) = works(f"{HEAD}Tháng 10/2025\n- {line}")
    assert work[0] in title
    assert (start, day) == work[1:]


def test_a_feast_in_the_title_of_a_plan_is_no_work():
    title = "Phát động thi đua và tổ chức Hội giảng chào mừng 43 năm Ngày Nhà giáo Việt Nam"
    assert works(f"{LETTERHEAD}{title}\nI. NỘI DUNG\n1. Nộp giáo án trước ngày 14/11/2025.") == [
        ("Nộp giáo án", "", "2025-11-14")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Thời kỳ kiểm tra thu, chi: từ ngày 01/9/2025 đến ngày 31/12/2025.",
        "Niên độ kế toán được kiểm tra: từ ngày 01/01/2025 đến ngày 31/12/2025.",
        "Phạm vi kiểm tra: các khoản thu từ ngày 01/9/2025 đến ngày 31/12/2025.",
    ],
)
def test_the_time_of_what_is_looked_into_is_none_of_the_inspection(line):
    assert works(f"{HEAD}- {line}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Thời gian kiểm tra: từ ngày 10/11/2025 đến ngày 14/11/2025.",
        "Thời kỳ kiểm tra cuối học kỳ I: từ 22/12 đến 27/12/2025.",
    ],
)
def test_the_time_of_the_inspection_itself_is_its_own(line):
    assert len(works(f"{HEAD}- {line}")) == 1


@pytest.mark.parametrize(
    ("line", "start", "day"),
    [
        ("Thao giảng chào mừng 16/10 (Khối trưởng).", "2025-10-13", "2025-10-18"),
        ("Tổ chức hội giảng chào mừng ngày 16/10.", "2025-10-13", "2025-10-18"),
        ("Mít tinh chào mừng 16/10.", "2025-10-16", "2025-10-16"),
        ("Văn nghệ chào mừng 16/10.", "2025-10-16", "2025-10-16"),
        ("Thao giảng chào mừng 20/10: ngày 16/10.", "2025-10-16", "2025-10-16"),
    ],
)
def test_in_the_week_of_a_feast_what_goes_on_for_days_has_the_week(line, start, day):
    assert next(time for _, *time in works(f"{HEAD}Tuần 6 (từ 13/10 đến 18/10/2025)\n- {line}\n- Họp tổ.")) == [
        start,
        day,
    ]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Đội tổ chức hội thi vẽ tranh chào mừng 20/10, các lớp nộp tranh trước ngày 14/10/2025.", ["2025-10-14"]),
        (
            "Đội tổ chức hội thi văn nghệ chào mừng 20/10, các lớp nộp danh sách tiết mục trước ngày 14/10/2025.",
            ["2025-10-20", "2025-10-14"],
        ),
    ],
)
def test_the_feast_of_a_contest_of_what_is_handed_in_is_what_for(line, days):
    assert [day for *_, day in works(f"{HEAD}1. {line}")] == days


@pytest.mark.parametrize(
    "line",
    [
        "Là dịp thi đua mừng ngày Nhà giáo Việt Nam 20/11.",
        "La dip thi dua mung ngay Nha giao Viet Nam 20/11.",
        "Lap thanh tich chao mung ngay Nha giao Viet Nam 20/11.",
    ],
)
def test_a_contest_for_a_feast_is_no_work_of_its_day_without_accents_either(line):
    assert works(f"{HEAD}1. {line}") == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Kiểm tra cuối năm học các khối lớp: từ ngày 10/5/2026 đến hết ngày 14/5/2026", "2026-05-10 2026-05-14"),
        ("Khảo sát đầu năm học các khối lớp: từ ngày 13/10/2025 đến hết ngày 17/10/2025", "2025-10-13 2025-10-17"),
        ("Báo cáo cuối năm học của các tổ: trước ngày 14/5/2026", " 2026-05-14"),
        ("Tổng kết cuối năm học, trao thưởng cho học sinh: ngày 28/5/2026", "2026-05-28 2026-05-28"),
        (
            "Hội giảng chào mừng Ngày Nhà giáo Việt Nam, mỗi lớp 01 tiết; giao Hiệu phó chủ trì. (Từ 03/11 đến 14/11)",
            "2025-11-03 2025-11-14",
        ),
        ("Tuyên truyền Ngày Pháp luật Việt Nam cho học sinh toàn trường (ngày 07/11)", "2025-11-07 2025-11-07"),
    ],
)
def test_a_round_or_feast_in_a_works_name_gives_way_to_the_time_the_item_states(line, days):
    assert [f"{start} {day}" for _, start, day in works(f"{HEAD}1. {line}.")] == [days]


@pytest.mark.parametrize(
    "line",
    [
        "Thi đua chào mừng 43 năm Ngày Nhà giáo Việt Nam 20/11/1982 - 20/11/2025",
        "Thi đua kỷ niệm 95 năm Ngày thành lập Đoàn 26/3/1931 - 26/3/2026",
    ],
)
def test_the_years_of_a_feast_are_no_days_of_work(line):
    assert works(f"{HEAD}- {line}.") == []


def test_a_feast_keeps_its_day_where_the_bracket_is_of_the_next_work():
    days = [day for *_, day in works(f"{HEAD}1. Mít tinh chào mừng Ngày Nhà giáo Việt Nam; nộp báo cáo (trước 25/11).")]
    assert days == ["2025-11-20", "2025-11-25"]
