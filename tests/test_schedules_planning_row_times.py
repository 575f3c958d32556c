"""Times of rows: days that lack their month, feasts named in a month's row, deadlines in a column of remarks."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"
TIMED = "Thời gian\tNội dung\tPhụ trách\n"
RULES = {"han-o-ghi-chu", "hai-cot-thoi-gian"}
MONTHS = "Tháng\tNội dung\tPhụ trách\tGhi chú\n"


def plan_of(table):
    return understand(read_text(HEAD + table, "dán"), load_calendar())


def days(table):
    return [(task.due.start, task.due.day) for task in plan_of(table).tasks]


def told(table):
    return [finding.quotes[1] for finding in plan_of(table).findings if finding.rule in RULES]


def test_days_under_the_row_of_a_month_are_of_that_month():
    rows = "THÁNG 9/2024\n23-27\tSoát sổ sách\tVăn thư\nTừ 09 đến 12\tSơn bàn\tBảo vệ\nTrước 10\tNộp sổ\tVăn thư\n"
    assert days(TIMED + rows) == [
        (date(2024, 9, 23), date(2024, 9, 27)),
        (date(2024, 9, 9), date(2024, 9, 12)),
        (None, date(2024, 9, 10)),
    ]


@pytest.mark.parametrize("time", ["9-12", "Trước 10", "26-24", "29-31"])
def test_numbers_that_may_be_no_days_of_the_month_date_nothing(time):
    rows = f"THÁNG 9/2024\n{time}\tSoát sổ sách\tVăn thư\nTuần 2\tSơn bàn\tBảo vệ\n"
    assert days(TIMED + rows)[0] == (None, None)


@pytest.mark.parametrize(
    ("work", "day"),
    [
        ("Tọa đàm kỷ niệm 20/10", date(2024, 10, 20)),
        ("Tổ chức lễ kỷ niệm ngày Phụ nữ Việt Nam 20/10", date(2024, 10, 20)),
        ("Phát động thi đua kỷ niệm 20/10", date(2024, 10, 31)),
        ("Mít tinh kỷ niệm 20/11", date(2024, 10, 31)),
    ],
)
def test_what_commemorates_a_day_of_its_month_is_held_on_it(work, day):
    assert plan_of(f"{MONTHS}10\t{work}\tCông đoàn\t\n11\tHọp\tBGH\t\n").tasks[0].due.day == day


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("Nộp PGD 28/10", ["Nộp PGD 28/10"]),
        ("Báo cáo trước 20/11/2024", ["Báo cáo trước 20/11/2024"]),
        ("20/11", ["20/11"]),
        ("15/10", []),
        ("Lớp 4/5", []),
        ("Tháng 10", []),
    ],
)
def test_a_remark_with_another_time_is_told(remark, found):
    assert told(f"{MONTHS}10\tThống kê thiết bị\tKế toán\t{remark}\n11\tHọp tổ\tBGH\t\n") == found


def test_a_week_named_in_a_work_of_two_months_is_when_it_is() -> None:
    row = "|Tháng 12/2025 - 01/2026|- Hội khỏe (20/12).<br>- Sơ kết công tác Đoàn (tuần 2 tháng 01).|Chi đoàn|\n"
    text = f"KẾ HOẠCH\nNăm học 2025-2026\n\n|Tháng|Nội dung|Phụ trách|\n|---|---|---|\n{row}"
    tasks = understand(read_text(text, "dán.md"), load_calendar()).tasks
    assert [(task.due.start, task.due.day) for task in tasks][1] == (date(2026, 1, 5), date(2026, 1, 11))


@pytest.mark.parametrize(
    ("words", "implied"), [("4", ("year",)), ("Tháng 4", ("year",)), ("Tháng Tư", ("year",)), ("4/2025", ())]
)
def test_why_quotes_the_month_of_a_row_as_the_plan_words_it(words: str, implied: tuple[str, ...]) -> None:
    [task] = plan_of(f"{MONTHS}{words}\tNgày hội đọc sách\tTổng phụ trách Đội\t\n").tasks
    assert (task.due.start, task.due.day, task.due.implied) == (date(2025, 4, 1), date(2025, 4, 30), implied)
    assert task.due.basis.startswith(f"“{words}”: tháng 4/2025 = 1–30/4/2025")
    assert ("năm suy theo" in task.due.basis) == bool(implied)
