"""Days over at the signing: what a label, a bound or a verb sets is a work and a finding; what is told is neither."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Plan
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 16 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"


def read(line: str) -> Plan:
    return understand(read_text(f"{HEAD}1. {line}", "dán"), load_calendar())


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        ("Quét vôi phòng học. Hoàn thành ngày 06/9/2024.", "Quét vôi phòng học", date(2024, 9, 6)),
        ("Quét vôi hàng hiên. Phụ trách: Bảo vệ. Hoàn thành ngày 06/9/2024.", "Quét vôi hàng hiên", date(2024, 9, 6)),
        ("Nộp phiếu điều tra ngày 06/9/2024 (Văn thư).", "Nộp phiếu điều tra", date(2024, 9, 6)),
        ("Hoàn thành trong tháng 8/2024 việc kiểm kê sách.", "Hoàn thành việc kiểm kê sách", date(2024, 8, 31)),
        ("Lễ đón học sinh lớp 1 tổ chức ngày 04/9/2024.", "Lễ đón học sinh lớp 1", date(2024, 9, 4)),
    ],
)
def test_a_day_set_before_the_signing_is_kept_and_told(line: str, title: str, day: date) -> None:
    plan = read(line)
    assert [(task.title, task.due.day) for task in plan.tasks] == [(title, day)]
    assert "han-truoc-ngay-ky" in {finding.rule for finding in plan.findings}


@pytest.mark.parametrize(
    "line",
    [
        "Đã quét vôi phòng học ngày 06/9/2024.",
        "Phổ biến Quyết định số 15/QĐ-THHS ngày 06/9/2024 tới giáo viên.",
        "Theo công văn ngày 06/9/2024 của phòng, rà soát hồ sơ.",
        "Giữ vững kết quả khảo sát ngày 06/9/2024.",
        "Tiếp thu ý kiến cuộc họp ngày 06/9/2024 để sửa kế hoạch.",
    ],
)
def test_a_day_that_is_only_told_sets_no_work(line: str) -> None:
    assert read(line).tasks == ()


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Sơn rào. Hoàn thành trước ngày 18/10/2024 (Bảo vệ).", ["Sơn rào"]),
        ("Sơn rào. Phụ trách: Bảo vệ. Hoàn thành ngày 18/10/2024.", ["Sơn rào"]),
        ("Đến ngày 18/10/2024 phải xong danh mục và trước ngày 25/10/2024 gửi Phòng.", ["Xong danh mục", "Gửi Phòng"]),
    ],
)
def test_words_that_only_lead_to_the_day_leave_the_title(line: str, titles: list[str]) -> None:
    assert [task.title for task in read(line).tasks] == titles
