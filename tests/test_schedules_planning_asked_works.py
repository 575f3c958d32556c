"""Tables whose time column names the work ("Hạn nộp phiếu …") and whose rows only name what or who it is for."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.asked_works import asked_in, asked_title
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n\n"


def works(*rows):
    first, *rest = ("|" + row + "|" for row in rows)
    table = "\n".join([first, "|" + "---|" * (first.count("|") - 1), *rest])
    plan = understand(read_text(f"{HEAD}{table}\n", "dán"), load_calendar())
    return [(task.title, task.due.day, task.owners) for task in plan.tasks]


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Hạn nộp phiếu khảo sát", "nộp phiếu khảo sát"),
        ("Ngày kiểm tra", "kiểm tra"),
        ("Thời gian gửi báo cáo (dự kiến)", "gửi báo cáo"),
        ("Thời hạn hoàn thành phiếu", "hoàn thành phiếu"),
        ("Hạn chót đăng ký đề tài", "đăng ký đề tài"),
        ("Thời gian thực hiện", ""),
        ("Thời gian hoàn thành công việc", ""),
        ("Ngày thi", ""),
        ("Ngày, tháng", ""),
        ("Thời gian", ""),
        ("Ngày ban hành", ""),
    ],
)
def test_a_time_heading_may_ask_for_a_work(label, asked):
    assert asked_in(label) == asked


def test_numbers_of_criteria_are_what_the_paper_is_on():
    assert works(
        "Nhóm|Tiêu chí|Hạn nộp phiếu mô tả", "Nhóm 1|1.1 đến 1.4|10/12/2024", "Nhóm 2|2.1; 2.3|12/12/2024"
    ) == [
        ("Nộp phiếu mô tả 1.1 đến 1.4", date(2024, 12, 10), ("Nhóm 1",)),
        ("Nộp phiếu mô tả 2.1; 2.3", date(2024, 12, 12), ("Nhóm 2",)),
    ]


def test_who_hands_in_is_the_doer_where_nothing_else_stands():
    assert works("Tổ|Hạn nộp đề cương", "Tổ Toán - Tin|10/12/2024", "Tổ Văn - Sử|12/12/2024") == [
        ("Nộp đề cương", date(2024, 12, 10), ("Tổ Toán - Tin",)),
        ("Nộp đề cương", date(2024, 12, 12), ("Tổ Văn - Sử",)),
    ]


def test_who_is_inspected_is_no_doer():
    rows = ("Đơn vị được kiểm tra|Ngày kiểm tra|Trưởng đoàn", "Tổ Văn phòng|10/12/2024|Kế toán", "Tổ 2|12/12/2024|BGH")
    assert works(*rows) == [
        ("Kiểm tra Tổ Văn phòng", date(2024, 12, 10), ("Kế toán",)),
        ("Kiểm tra tổ 2", date(2024, 12, 12), ("BGH",)),
    ]


def test_classes_without_doers_are_inspected_all_the_same():
    assert works("TT|Lớp|Ngày kiểm tra", "1|Lớp 5A|10/12/2024", "2|Lớp 5B|12/12/2024") == [
        ("Kiểm tra lớp 5A", date(2024, 12, 10), ()),
        ("Kiểm tra lớp 5B", date(2024, 12, 12), ()),
    ]


def test_such_a_table_under_another_in_one_sheet_begins_anew():
    rows = "TT\tHọ tên\tChức vụ\n1\tLê Thị Mơ\tKế toán\n2\tVũ Văn Nam\tVăn thư\n3\tĐỗ Thị Lan\tY tế\n"
    below = "Nhóm\tTiêu chí\tHạn nộp phiếu mô tả\nNhóm 1\t1.1 đến 1.4\t10/12/2024\nNhóm 2\t2.1; 2.3\t12/12/2024\n"
    tasks = understand(read_text(HEAD + rows + below, "dán"), load_calendar()).tasks
    assert [(task.title, task.due.day) for task in tasks] == [
        ("Nộp phiếu mô tả 1.1 đến 1.4", date(2024, 12, 10)),
        ("Nộp phiếu mô tả 2.1; 2.3", date(2024, 12, 12)),
    ]


@pytest.mark.parametrize(
    ("asked", "title", "whole"),
    [
        ("nộp hồ sơ", "Hồ sơ thi đua", "Nộp hồ sơ thi đua"),
        ("nộp", "Sáng kiến cấp trường", "Nộp sáng kiến cấp trường"),
        ("kiểm tra", "Nguyễn Thị Hà", "Kiểm tra Nguyễn Thị Hà"),
        ("nộp báo cáo", "Rà soát thiết bị", "Rà soát thiết bị"),
        ("nộp", "Tiêu chí 2.1", "Tiêu chí 2.1"),
        ("", "Hồ sơ thi đua", "Hồ sơ thi đua"),
    ],
)
def test_the_deed_goes_before_what_is_no_deed(asked, title, whole):
    assert asked_title(asked, title) == whole
