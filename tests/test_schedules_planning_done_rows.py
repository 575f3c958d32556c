"""Rows whose state says they are done are told and set nothing; what only stands as an aim, or goes on, does."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.done_rows import RULE
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 20 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
ROWS = (
    "Công việc\tThời gian\tPhụ trách\t{head}\n"
    "Lắp camera khu vực cổng\tTháng 10/2024\tBảo vệ\t{state}\n"
    "Sửa mái nhà đa năng\tTrước ngày 30/10/2024\tKế toán\tChưa thực hiện\n"
)


def read(head, state, rows=ROWS):
    plan = understand(read_text(HEAD + rows.format(head=head, state=state), "plan.txt"), load_calendar())
    return [task.title for task in plan.tasks], [one for one in plan.findings if one.rule == RULE]


@pytest.mark.parametrize("head", ["Mức độ thực hiện", "Tình trạng", "Ghi chú", "Kết quả thực hiện"])
@pytest.mark.parametrize("state", ["Đã hoàn thành", "Đã làm xong", "đã thực hiện trong tháng 9/2024", "Xong"])
def test_a_row_that_is_done_is_told_and_sets_nothing(head, state):
    titles, told = read(head, state)
    assert titles == ["Sửa mái nhà đa năng"]
    assert len(told) == 1
    assert "Lắp camera" in told[0].message


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("Mức độ thực hiện", "Đang làm thủ tục"),
        ("Mức độ thực hiện", "Đã hoàn thành 60%"),
        ("Mức độ thực hiện", "Chưa hoàn thành"),
        ("Ghi chú", "Đã có kinh phí"),
        ("Ghi chú", "Đã thực hiện đợt 1, còn đợt 2"),
        ("Kết quả cần đạt", "Đã hoàn thành"),
    ],
)
def test_a_row_that_is_not_done_stays(head, state):
    titles, told = read(head, state)
    assert titles == ["Lắp camera khu vực cổng", "Sửa mái nhà đa năng"]
    assert not told


def test_what_comes_again_is_never_done_with():
    rows = ROWS.replace("Tháng 10/2024", "Ngày 25 hằng tháng")
    assert "Lắp camera khu vực cổng" in read("Tình trạng", "Đã thực hiện", rows)[0]
