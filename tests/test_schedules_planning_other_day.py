"""What an appendix tells again on another day is one work, and people are asked which day counts."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS SUỐI CÁT\nSuối Cát, ngày 20 tháng 8 năm 2024\nKẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG\nNăm học 2024-2025\nII. NỘI DUNG\n\n"
TABLE = "| Tiêu chí | Việc cải tiến | Thời gian | Người thực hiện |\n|---|---|---|---|\n"
LIST = "\nIII. TỔ CHỨC THỰC HIỆN\nCác tổ thực hiện kế hoạch này.\n\nPHỤ LỤC: LỘ TRÌNH THEO TIÊU CHÍ\n\n| Tiêu chí | Việc | Mốc |\n|---|---|---|\n"
WORK = "Bổ sung chỉ số theo dõi vào phương hướng chiến lược của trường"


def read(*again, work=WORK):
    rows = f"| Tiêu chí 1.1 | {work} | Trước ngày 30/9/2024 | Hiệu trưởng |\n| Tiêu chí 3.5 | Thay bóng đèn hành lang | Tháng 11/2024 | Bảo vệ |\n"
    text = HEAD + TABLE + rows + LIST + "".join(f"| {' | '.join(row)} |\n" for row in again)
    plan = understand(read_text(text, "dán"), load_calendar())
    return [task.due.day for task in plan.tasks if task.criterion == "1.1"], [one.rule for one in plan.findings]


def test_the_same_words_cut_short_for_the_same_criterion_are_one_work_with_two_days_told():
    days, rules = read(("1.1", "Bổ sung chỉ số theo dõi vào phương hướng chiến lược", "Trước ngày 15/10/2024"))
    assert days == [date(2024, 9, 30)]
    assert "hai-han" in rules


@pytest.mark.parametrize(
    "again",
    [
        ("1.1", "Bổ sung chỉ số theo dõi", "Trước ngày 15/10/2024"),  # too few words to be sure
        ("1.1", "Công bố chỉ số theo dõi vào phương hướng chiến lược", "Trước ngày 15/10/2024"),
        ("1.1", "Bổ sung chỉ số theo dõi vào phương hướng chiến lược", "Trước ngày 15/02/2025"),
        ("1.1", "Bổ sung chỉ số theo dõi vào phương hướng chiến lược của trường đợt 2", "Trước ngày 15/10/2024"),
    ],
)
def test_other_words_rounds_and_months_are_works_of_their_own(again):
    days, rules = read(again)
    assert len(days) == 2
    assert "hai-han" not in rules


def test_one_of_two_rows_that_begin_alike_is_nobodys_again():
    again = "Bổ sung chỉ số theo dõi vào phương hướng chiến lược"
    days, _ = read(("1.1", again, "Trước ngày 15/10/2024"), ("1.1", again, "Trước ngày 25/10/2024"))
    assert len(days) == 3
