"""A deadline whose written year was over at the signing is asked about, when a year later would be in the plan's year."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Finding, Severity
from schedules.planning import understand
from schedules.reading.text import read_text

HEAD = """TRƯỜNG THCS NGUYỄN DU
Số: 66/KH-THCSND
Nam Đàn, ngày 20 tháng 11 năm 2026
KẾ HOẠCH
Tổ chức Hội thi giáo viên dạy giỏi năm học 2026-2027
II. Phân công
"""


def asked(line: str) -> list[Finding]:
    plan = understand(read_text(HEAD + line + "\n", "ke-hoach.txt"), load_calendar())
    return [one for one in plan.findings if one.rule == "nam-lech"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1. Văn phòng viết giấy khen, gửi kết quả về Phòng trước ngày 05/01/2026.", "5/1/2027"),
        ("1. Các tổ nộp bài thu hoạch chậm nhất 15/01/2026.", "15/1/2027"),
        ("- Kế toán hoàn thành quyết toán hội thi, hạn 28/02/2026.", "28/2/2027"),
    ],
)
def test_last_year_s_number_in_running_text_is_asked_about_and_gives_no_date(line: str, meant: str) -> None:
    (one,) = asked(line)
    assert (one.severity, one.quotes[0] in line) == (Severity.CHOICE, True)
    assert f"Có thể là {meant}?" in one.suggestion


@pytest.mark.parametrize(
    "line",
    [
        "1. Văn phòng viết giấy khen, gửi kết quả về Phòng trước ngày 05/01/2027.",
        "1. Theo Công văn số 12/PGDĐT ngày 05/01/2026, các tổ rà soát hồ sơ.",
        "1. Năm trước hội thi tổ chức ngày 05/01/2026, có 12 giáo viên dự.",
        "1. Các tổ nộp bài thu hoạch trước ngày 15/01/2024.",
    ],
)
def test_what_is_in_its_year_told_or_long_over_is_not(line: str) -> None:
    assert asked(line) == []
