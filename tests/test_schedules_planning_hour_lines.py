"""A programme told hour by hour in lines: the ceremony over it is the work; days of a week keep their works."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.typed_plan import plan_of, table, works

DAY = date(2024, 11, 20)
LINES = (
    "- 7h00 - 7h20: Văn nghệ chào mừng.",
    "- Từ 7h20 đến 7h30: Chào cờ, giới thiệu đại biểu.",
    "- 7h30: Diễn văn kỷ niệm.",
    "- 8 giờ 50: Bế mạc.",
)
NEXT = "2. Văn phòng trang trí sân khấu xong trước ngày 19/11/2024."


@pytest.mark.parametrize(
    ("over", "title"),
    [
        ("1. Lễ kỷ niệm tổ chức ngày 20/11/2024 tại sân trường, chương trình như sau:", "Lễ kỷ niệm tại sân trường"),
        ("1. Lễ kỷ niệm\nThời gian: thứ Tư, ngày 20/11/2024. Chương trình:", "Lễ kỷ niệm"),
        ("1. Tập huấn thư viện ngày 20/11/2024. Chương trình cụ thể:", "Tập huấn thư viện"),
        ("1. Đại hội Liên đội ngày 20/11/2024:", "Đại hội Liên đội"),
    ],
)
def test_the_points_of_a_programme_are_no_works(over, title):
    plan = plan_of("\n".join((over, *LINES, NEXT)))
    assert [(task.title, task.due.day) for task in plan.tasks] == [
        (title, DAY),
        ("Văn phòng trang trí sân khấu", date(2024, 11, 19)),
    ]
    assert not plan.duties
    assert [finding.rule for finding in plan.findings].count("chi-tiet-cua-viec") == 1


def test_a_heading_that_opens_the_programme_tells_no_second_ceremony():
    text = "\n".join(
        (
            "1. Lễ kỷ niệm tổ chức ngày 20/11/2024 tại sân trường.",
            "II. CHƯƠNG TRÌNH LỄ KỶ NIỆM (ngày 20/11/2024)",
            *LINES,
        )
    )
    assert works(text) == [("Lễ kỷ niệm tại sân trường", DAY)]


def test_an_appendix_may_hold_the_programme_in_a_table():
    over = "1. Lễ kỷ niệm tổ chức ngày 20/11/2024, có chương trình kèm theo.\nPHỤ LỤC 2. CHƯƠNG TRÌNH LỄ KỶ NIỆM\n"
    rows = (
        "7h00 - 7h20|Văn nghệ|Các lớp",
        "7h20 - 7h30|Chào cờ, giới thiệu đại biểu|Thầy Nam",
        "7h30|Bế mạc|Ban tổ chức",
    )
    text = over + "(Sáng thứ Tư, ngày 20/11/2024)\n\n" + table("Thời gian|Nội dung|Thực hiện", *rows)
    assert [day for _, day in works(text)] == [DAY]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Thứ Tư, ngày 20/11/2024:", "- 7h00: Họp giao ban.", "- 9h00: Dự giờ tổ Toán.", "- 14h00: Họp liên tịch."),
        (
            "1. Lễ kỷ niệm ngày 20/11/2024:",
            "- 7h00 ngày 18/11: Tổng duyệt.",
            "- 14h ngày 19/11: Trang trí.",
            "- 7h: Lễ.",
        ),
        (
            "1. Đại hội Chi đoàn ngày 20/11/2024:",
            "- 7h00: nộp báo cáo.",
            "- 8h00: nộp hồ sơ.",
            "- 9h00: nộp danh sách.",
        ),
    ],
)
def test_hours_of_works_stay_works(lines):
    assert len(works("\n".join(lines))) > 1


def test_hours_behind_a_colon_are_no_part_of_a_title():
    assert works("1. Lễ kỷ niệm ngày 20/11/2024 tại sân trường: 7h00 đón khách; 7h30 văn nghệ; 8h00 bế mạc.") == [
        ("Lễ kỷ niệm tại sân trường", DAY)
    ]
