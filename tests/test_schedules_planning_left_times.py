"""Times a work cannot take beside its deadline are told, in sentences and in cells; none is dropped without a word."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
TABLE = "Nội dung\tThời gian\tPhụ trách\nKế hoạch tổ\t{}\tTổ trưởng\nSơ kết\tTrước 10/01\tHiệu trưởng\n"


def read(text: str):
    plan = understand(read_text(HEAD + text, "plan.txt"), load_calendar())
    left = [quote for finding in plan.findings if finding.rule == "lech-so-moc" for quote in finding.quotes]
    return plan.tasks, left


def test_a_second_last_day_of_a_sentence_is_told():
    (task,), left = read("1. Tổ trưởng nộp kế hoạch trước ngày 16/9, hoàn thành trước ngày 20/9.")
    assert (task.due.words, left) == ("trước ngày 16/9", ["trước ngày 20/9"])


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Nộp trước 16/9, hoàn thành trước 20/9", ["trước 20/9"]),
        ("Trước 04/10, bổ sung trước 10/10", ["trước 10/10"]),
        ("Tuần 2 tháng 10 (ngày 09/10)", []),
        ("Tuần 3 - 6 (23/9 - 19/10/2024)", []),
        ("Trước 16/9", []),
    ],
)
def test_a_cell_with_a_time_too_many_is_told_and_a_week_beside_its_days_is_not(cell, told):
    assert read(TABLE.format(cell))[1] == told


def test_an_end_that_only_says_done_belongs_to_the_work_before_it():
    tasks, left = read("1. Đăng ký đề tài chậm nhất 30/9 và hoàn thành chậm nhất 29/4")
    assert [task.title for task in tasks] == ["Đăng ký đề tài", "Đăng ký đề tài (hoàn thành)"]
    assert left == []
