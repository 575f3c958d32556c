"""Days and months listed behind the first one are each a time of the work, and figures behind a day are none."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 08 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"


def read(body):
    """Return the title, first and last day of each work of a plan with this content."""
    plan = understand(read_text(f"{HEAD}{body}\n", "dán"), load_calendar())
    days = [(task.title, task.due.start or task.due.day, task.due.day) for task in plan.tasks]
    return [(title, f"{first:%d/%m}", f"{last:%d/%m}") for title, first, last in days if first and last]


@pytest.mark.parametrize(
    ("line", "works"),
    [
        ("- Khám sức khỏe (ngày 16, 17)", [("Khám sức khỏe", "16/10", "17/10")]),
        ("- Dự giờ ngày 14, 28.", [("Dự giờ", "14/10", "14/10"), ("Dự giờ", "28/10", "28/10")]),
        (
            "- Thi văn nghệ vào ngày 22, 23 và 24; tổng kết ngày 27.",
            [("Thi văn nghệ", "22/10", "24/10"), ("Tổng kết", "27/10", "27/10")],
        ),
        ("- Học sinh nghỉ ngày 14, 15 em đi thi.", [("Học sinh nghỉ, 15 em đi thi", "14/10", "14/10")]),
        ("- Kiểm tra ngày 5, 6/11.", [("Kiểm tra", "05/11", "06/11")]),
        ("- Dự giờ ngày 15, 14.", [("Dự giờ, 14", "15/10", "15/10")]),
    ],
)
def test_days_listed_under_their_month(line, works):
    assert read(f"Tháng 10:\n{line}\n- Ổn định nền nếp") == [*works, ("Ổn định nền nếp", "01/10", "31/10")]


def test_months_listed_behind_the_first():
    months = [("01/10", "31/10"), ("01/01", "31/01"), ("01/05", "31/05")]
    assert read("- Hội đồng trường họp 3 lần (tháng 10/2025, 01/2026, 5/2026).") == [
        ("Hội đồng trường họp 3 lần", *days) for days in months
    ]
    assert read("- Họp tổ trong các tháng 10, 01, 5.") == [("Họp tổ", *days) for days in months]


def test_each_day_that_leads_a_clause_leads_its_own_work():
    assert read("- 26/9: Đại hội Liên đội; 15/10: Hội vui học tập.") == [
        ("Đại hội Liên đội", "26/09", "26/09"),
        ("Hội vui học tập", "15/10", "15/10"),
    ]


@pytest.mark.parametrize("sign", ["→", "->", "=>", "-"])
def test_days_an_arrow_joins_lead_a_line_as_one_span(sign):
    assert read(f"- 15/9 {sign} 30/9: Đăng ký tên sáng kiến.") == [("Đăng ký tên sáng kiến", "15/09", "30/09")]


@pytest.mark.parametrize(
    "line",
    [
        "- Nếu được cấp kinh phí trước 31/12/2025, trường mua thêm 20 máy tính.",
        "- Nếu Sở duyệt trước ngày 10/10/2025 thì trường ký hợp đồng.",
    ],
)
def test_the_day_of_a_condition_is_told_and_no_deadline(line):
    assert read(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "- Nếu còn thiếu, trước ngày 10/10/2025 các lớp bổ sung.",
        "- Nếu chưa có sổ, nộp trước ngày 10/10/2025.",
        "- Trường hợp vắng phải có đơn trước ngày 10/10/2025, gửi về văn phòng.",
    ],
)
def test_what_is_asked_behind_or_in_a_condition_stays(line):
    assert [last for _, _, last in read(line)] == ["10/10"]


def test_a_stage_over_its_works_dates_them_and_is_none():
    lines = (
        "Giai đoạn 1 (tháng 9 - 10/2025): Chuẩn bị\n- Kiện toàn tổ chuyển đổi số.\n- Khảo sát hạ tầng trước 30/9/2025.\n"
        "Giai đoạn 2 (từ 01/11/2025 đến 28/02/2026): Triển khai\n- Đưa học bạ số vào sử dụng.\n"
    )
    assert read(lines) == [
        ("Kiện toàn tổ chuyển đổi số", "01/09", "31/10"),
        ("Khảo sát hạ tầng", "30/09", "30/09"),
        ("Đưa học bạ số vào sử dụng", "01/11", "28/02"),
    ]
