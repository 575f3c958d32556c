"""Tables without a column of times: the day of the round over them is that of every row; themes and empty ends."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.plan import Bound
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"
TABLE = "TT\tLớp\tGV hướng dẫn\tNội dung công việc\n1\t8A\tNguyễn Thị Lan\tQuét sân sau\n2\t8B\tTrần Văn Hùng\tTưới vườn rau\n"


def tasks_of(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar()).tasks


def works(text):
    return [(task.title, task.due.day, task.owners) for task in tasks_of(text)]


def test_rows_under_a_round_are_works_of_its_day_and_the_round_is_none():
    assert works(f"1. Buổi 1 - Khối 8 (ngày 14/9/2024)\n\n{TABLE}") == [
        ("Quét sân sau", date(2024, 9, 14), ("Nguyễn Thị Lan",)),
        ("Tưới vườn rau", date(2024, 9, 14), ("Trần Văn Hùng",)),
    ]


def test_each_round_has_its_own_day_and_a_feast_beside_it_is_none():
    second = TABLE.replace("Quét sân sau", "Dọn kho").replace("Tưới vườn rau", "Sơn cổng")
    found = works(f"1. Đợt 1 (ngày 14/9/2024)\n\n{TABLE}\n2. Đợt 2, chào mừng 20/11 (ngày 16/11/2024)\n\n{second}")
    assert [(title, day) for title, day, _ in found][2:] == [
        ("Dọn kho", date(2024, 11, 16)),
        ("Sơn cổng", date(2024, 11, 16)),
    ]


def test_what_is_prepared_for_an_event_gets_no_day_of_it():
    found = tasks_of(f"1. Phân công chuẩn bị Hội nghị ngày 14/9/2024\n\n{TABLE}")
    assert not [task for task in found if task.title in {"Quét sân sau", "Tưới vườn rau"} and task.due.day]


def test_two_days_over_a_table_date_no_row():
    found = tasks_of(f"1. Đợt 1 (ngày 14/9/2024)\nThời gian: ngày 15/9/2024\n\n{TABLE}")
    assert not [task for task in found if task.title == "Quét sân sau" and task.due.day]


def test_the_branch_of_a_theme_names_the_work_of_its_row():
    table = "Chủ đề\tNhánh\tSố tuần\tThời gian\nGia đình\tNgôi nhà của em\t1\t04/11 - 08/11/2024\nGia đình\tBữa cơm ngon\t1\t11/11 - 15/11/2024\n"
    assert [task.title for task in tasks_of(f"\n{table}")] == ["Ngôi nhà của em", "Bữa cơm ngon"]


def test_a_first_day_whose_last_is_left_empty_is_that_day_alone():
    table = "STT\tCông việc\tTừ ngày\tĐến ngày\tPhụ trách\n1\tLập danh sách\t3/2/2025\t7/2/2025\tVăn thư\n2\tHọp tổ\t10/2/2025\t\tVăn thư\n3\tGửi Phòng\t\t12/2/2025\tVăn thư\n"
    found = [(task.title, task.due.day, task.due.bound) for task in tasks_of(f"\n{table}")]
    assert found[1:] == [
        ("Họp tổ", date(2025, 2, 10), Bound.DURING),
        ("Gửi Phòng", date(2025, 2, 12), Bound.BY),
    ]


def test_the_row_of_sums_is_no_work():
    table = "TT\tNội dung\tThời gian\tKinh phí\n1\tSửa mái nhà xe\t12/9/2024\t5.000.000\nTổng cộng\t\t\t5.000.000\n\tCộng\t\t5.000.000\n"
    assert [task.title for task in tasks_of(f"\n{table}")] == ["Sửa mái nhà xe"]
