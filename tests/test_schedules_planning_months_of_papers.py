"""A month behind a paper's name: a work to be done then is kept and asked about, never silently a responsibility."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 10 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(line: str):
    plan = understand(read_text(f"{HEAD}1. {line}\n2. Trực ban trước ngày 5/1/2026.\n", "p.txt"), load_calendar())
    works = [(task.due.words, task.confidence < 0.6) for task in plan.tasks if "Trực" not in task.title]
    return works, [one for one in plan.findings if one.rule == "thang-chua-ro"]


@pytest.mark.parametrize(
    "line",
    [
        "Phê duyệt kế hoạch tháng 11/2025. Phụ trách: Tổ phó.",
        "Tổ trưởng dự giờ, góp ý kế hoạch tháng 11/2025",
        "Lấy ý kiến học sinh về chất lượng tháng 11/2025 (Liên đội)",
        "Rà soát kết quả công tác tháng 11/2025",
    ],
)
def test_a_work_with_a_month_behind_a_papers_name_is_kept_in_doubt(line):
    works, told = read(line)
    assert works == [("tháng 11/2025", True)]
    assert len(told) == 1


@pytest.mark.parametrize("line", ["Gửi báo cáo tháng 11/2025 (Văn thư)", "Lập kế hoạch chuyên môn tháng 11/2025"])
def test_the_month_of_a_paper_made_or_sent_sets_no_day_and_is_told(line):
    works, told = read(line)
    assert not works
    assert len(told) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Duyệt báo cáo tháng 9/2025",  # over when the plan was signed
        "Duyệt kế hoạch tháng 11/2026",  # of another school year
        "Giáo viên đã duyệt kế hoạch tháng 11/2025",
        "Thư viện xanh theo kế hoạch tháng 11/2025 của phường",
        "Chất lượng tháng 11/2025 đạt mục tiêu đề ra",
    ],
)
def test_months_of_what_is_over_elsewhere_or_only_told_stay_out(line):
    assert read(line) == ([], [])


def test_a_month_of_the_work_itself_is_not_in_doubt():
    assert read("Kiểm tra thư viện tháng 11/2025") == ([("tháng 11/2025", False)], [])
