"""A finer time of a row stands in whichever column: it says when, where it lies in the row's own coarser time."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_bytes, read_text

CALENDAR = load_calendar()
HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"
MONTHS = "|Tháng|Nội dung|Phụ trách|Ghi chú|\n|---|---|---|---|\n"
OCTOBER = (date(2024, 10, 1), date(2024, 10, 31))
BOOK_DAY = "Ngày hội đọc sách hưởng ứng Ngày Sách Việt Nam 21/4"


def plan_of(table):
    return understand(read_text(HEAD + table, "dán.md"), CALENDAR)


def days(*rows, head=MONTHS):
    found = plan_of(head + "\n".join((*rows, "|5|Tổng kết|BGH||", "|6|Họp hè|BGH||"))).tasks
    return [(task.due.start, task.due.day) for task in found[:-2]]


@pytest.mark.parametrize(
    ("remark", "span"),
    [
        ("Tuần 2", (date(2024, 10, 7), date(2024, 10, 13))),
        ("Tuần 2-3", (date(2024, 10, 7), date(2024, 10, 20))),
        ("Cuối tháng", (date(2024, 10, 21), date(2024, 10, 31))),
        ("Thứ Năm tuần 2", (date(2024, 10, 10), date(2024, 10, 10))),
        ("Trước ngày 18/10", (None, date(2024, 10, 18))),
        ("Dự kiến 12/10", (date(2024, 10, 12), date(2024, 10, 12))),
        ("Tháng 10", OCTOBER),
        ("Tuần 12", OCTOBER),
        ("Ngày 5/11", OCTOBER),
        ("Nộp PGD 28/10", OCTOBER),
        ("Hằng tuần", OCTOBER),
        ("Lớp 4/5", OCTOBER),
        ("Quý IV", OCTOBER),
    ],
)
def test_only_a_time_within_the_month_says_it_more_finely(remark, span):
    assert days(f"|10|Thống kê thiết bị|Kế toán|{remark}|") == [span]


def test_as_many_lines_as_works_are_a_time_each():
    row = "|10|- Thu hồi sách cũ<br>- Kiểm kê kho|Tổ kiểm kê|- Trước ngày 18/10<br>- Từ 21/10 đến 25/10|"
    assert days(row) == [(None, date(2024, 10, 18)), (date(2024, 10, 21), date(2024, 10, 25))]


def test_lines_that_fit_no_works_leave_the_month_and_are_told():
    row = "|10|- Thu hồi sách cũ<br>- Kiểm kê kho|Tổ kiểm kê|Ngày 8/10<br>Ngày 15/10<br>Ngày 22/10|"
    plan = plan_of(MONTHS + row + "\n|11|Họp tổ|BGH||")
    assert [(task.due.start, task.due.day) for task in plan.tasks][:2] == [OCTOBER, OCTOBER]
    assert {"han-o-ghi-chu", "hai-cot-thoi-gian"} & {finding.rule for finding in plan.findings}


@pytest.mark.parametrize(
    ("work", "remark", "span"),
    [
        (BOOK_DAY, "Ngày 19/4", (date(2025, 4, 19), date(2025, 4, 19))),
        (BOOK_DAY, "Từ 14/4 đến 25/4", (date(2025, 4, 14), date(2025, 4, 25))),
        (BOOK_DAY, "", (date(2025, 4, 21), date(2025, 4, 21))),
        ("Thi vẽ hưởng ứng Ngày Sách Việt Nam vào 21/4", "Tuần 3", (date(2025, 4, 21), date(2025, 4, 21))),
        ("Mít tinh ngày 21/4", "Ngày 19/4", (date(2025, 4, 21), date(2025, 4, 21))),
    ],
)
def test_the_day_of_a_feast_that_names_a_work_yields_to_the_day_it_is_held(work, remark, span):
    assert days(f"|4|{work}|Đội|{remark}|") == [span]


def test_a_time_beside_a_time_within_which_the_feast_lies_holds():
    head = "|TT|Nội dung|Thời gian|Phụ trách|\n|---|---|---|---|\n"
    rows = (f"|1|{BOOK_DAY}|Từ 14/4 đến 25/4|Đội|", "|2|Họp|Tháng 3|BGH|", "|3|Họp tổ|Tháng 5|BGH|")
    found = plan_of(head + "\n".join(rows)).tasks
    assert (found[0].due.start, found[0].due.day) == (date(2025, 4, 14), date(2025, 4, 25))


def test_two_days_that_gainsay_each_other_are_told():
    plan = plan_of(MONTHS + "|4|Mít tinh ngày 21/4|Đội|Ngày 19/4|\n|5|Tổng kết|BGH|Ngày 20/5|")
    assert {"han-o-ghi-chu", "hai-cot-thoi-gian"} & {finding.rule for finding in plan.findings}


def test_a_time_merged_over_rows_speaks_for_each():
    head = "<table><tr><td>Tháng</td><td>Nội dung</td><td>Phụ trách</td><td>Ghi chú</td></tr>"
    rows = (
        "<tr><td rowspan=2>10</td><td>Soát sổ</td><td>BGH</td><td rowspan=2>Tuần 2</td></tr>"
        "<tr><td>Dự giờ</td><td>Tổ Toán</td></tr><tr><td>11</td><td>Họp tổ</td><td>Tổ Toán</td><td></td></tr></table>"
    )
    lines = "".join(f"<p>{line}</p>" for line in HEAD.split("\n"))
    tasks = understand(read_bytes(f"<html><body>{lines}{head}{rows}</body></html>".encode(), "a.html"), CALENDAR).tasks
    week = (date(2024, 10, 7), date(2024, 10, 13))
    assert [(task.due.start, task.due.day) for task in tasks] == [week, week, (date(2024, 11, 1), date(2024, 11, 30))]


WEEKS = "|Tuần|Từ ngày - đến ngày|Nội dung|Phụ trách|Ghi chú|\n|---|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("|5|30/9 - 05/10|Đại hội|Đoàn|Ngày 04/10|", [(4, 4)]),
        ("|5|30/9 - 05/10|Chào cờ|Đội|Chiều thứ Năm|", [(3, 3)]),
        ("|5|30/9 - 05/10|- Họp<br>- Dự giờ|BGH|- Thứ Ba<br>- Thứ Năm|", [(1, 1), (3, 3)]),
        ("|5|30/9 - 05/10|Đại hội|Đoàn|Ngày 09/10|", [(30, 5)]),
        ("|5|30/9 - 05/10|Đại hội|Đoàn|Thứ Năm hằng tuần|", [(30, 5)]),
        ("||30/9 - 05/10|Đại hội|Đoàn|Ngày 04/10|", [(30, 5)]),
    ],
)
def test_in_a_calendar_of_weeks_a_day_beside_says_which(row, found):
    dues = days(row, "|36|05/5 - 10/5|Ôn tập|Tổ Toán||", head=WEEKS)[: len(found)]
    assert [(start.day, day.day) for start, day in dues] == found


def test_the_motto_below_a_month_leaves_it_a_month():
    head = "|Thời gian|Nội dung|Phụ trách|Ghi chú|\n|---|---|---|---|\n"
    row = "|Tháng 10<br>“Vườn hoa nhỏ”|Thống kê|Kế toán|Tuần 2|"
    assert days(row, head=head) == [(date(2024, 10, 7), date(2024, 10, 13))]


@pytest.mark.parametrize(
    ("remark", "first", "second"),
    [
        ("Chuyên đề tuần 1", (date(2024, 10, 1), date(2024, 10, 6)), OCTOBER),
        ("Ôn tập: 20/10", OCTOBER, (date(2024, 10, 20), date(2024, 10, 20))),
        ("Tổng kết tuần 1", OCTOBER, OCTOBER),
        ("Chuyên đề tuần 1, mời phụ huynh", OCTOBER, OCTOBER),
        ("Ôn tập tháng 11", OCTOBER, OCTOBER),
    ],
)
def test_a_remark_that_names_one_work_of_several_dates_that_one(remark, first, second):
    assert days(f'|10|- Chuyên đề "Viết văn"<br>- Ôn tập giữa học kì|Cô Na|{remark}|') == [first, second]
