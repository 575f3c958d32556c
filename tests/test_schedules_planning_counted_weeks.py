"""School weeks beside written days, and against the month of their row: days win, and no span leaves the month."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON HOA BAN\nHoa Ban, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n\n"
HEADER = "|Tháng|Tuần|Công việc|Phụ trách|\n|---|---|---|---|\n"


def plan_of(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def row_of(*cells):
    return plan_of(f"{HEADER}|{'|'.join(cells)}|\n")


@pytest.mark.parametrize(
    "words",
    [
        "Tuần 6 - 7<br>Từ 13/10 - 25/10",
        "Tuần 6, 7<br>13/10 - 25/10",
        "Tuần 6 – Tuần 7<br>(13/10 - 25/10)",
        "Tuần 6 và 7<br>13 đến 25/10",
        "Từ tuần 6 đến tuần 7<br>từ ngày 13/10 đến ngày 25/10",
    ],
)
def test_days_written_under_a_range_of_weeks_are_its_days(words):
    plan = row_of("10/2025", words, "- Soát hồ sơ nuôi dưỡng<br>- Tập văn nghệ", "Tổ bếp")
    assert [(task.due.start, task.due.day) for task in plan.tasks] == [(date(2025, 10, 13), date(2025, 10, 25))] * 2


def test_weeks_that_leave_the_month_of_their_row_give_the_month_with_doubt():
    plan = row_of("4/2026", "Tuần 25 - 27", "Chấm đồ dùng tự làm", "Tổ lá")
    (task,) = plan.tasks
    assert (task.due.start, task.due.day) == (date(2026, 4, 1), date(2026, 4, 30))
    assert task.confidence < 0.7
    assert "tuan-ngoai-thang" in {finding.rule for finding in plan.findings}


def test_weeks_inside_the_month_of_their_row_keep_their_days():
    (task,) = row_of("12/2025", "Tuần 13 - 16", "Chấm đồ dùng tự làm", "Tổ lá").tasks
    assert (task.due.start, task.due.day) == (date(2025, 12, 1), date(2025, 12, 28))


def test_a_week_under_the_heading_of_another_month_gives_that_month():
    (task,) = plan_of("THÁNG 4/2026\n- Tuần 25: Chấm đồ dùng tự làm\n").tasks
    assert (task.due.start, task.due.day) == (date(2026, 4, 1), date(2026, 4, 30))


def test_a_bracket_that_says_what_the_weeks_are_like_names_no_day_of_them():
    (task,) = row_of("2/2026", "Tuần 19 - 20 (nghỉ Tết)", "Trực cổng", "Bảo vệ").tasks
    assert (task.due.start, task.due.day) == (date(2026, 2, 1), date(2026, 2, 28))


@pytest.mark.parametrize("words", ["13 → 16", "13 – 16", "13 đến 16", "T13 - T16"])
def test_numbers_of_weeks_may_be_joined_as_people_type_them(words):
    (task,) = row_of("12/2025", words, "Chấm đồ dùng tự làm", "Tổ lá").tasks
    assert (task.due.start, task.due.day) == (date(2025, 12, 1), date(2025, 12, 28))
