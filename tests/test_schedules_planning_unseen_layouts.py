"""Layouts nobody listed: columns told by their cells, times or people across, records, heading rows that are times."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"


def plan_of(text, head=HEAD):
    return understand(read_text(head + text, "dán"), load_calendar())


def table(*rows):
    first, *rest = ("|" + row + "|" for row in rows)
    return "\n".join([first, "|" + "---|" * (first.count("|") - 1), *rest]) + "\n"


def works(text):
    return [(task.title, task.due.start, task.due.day) for task in plan_of(text).tasks]


def day(month, number, year=2024):
    return date(year, month, number)


def test_columns_of_unknown_headings_are_told_by_their_cells():
    plan = plan_of(table("Bao giờ|Làm gì|Ai lo", "20/9|Dọn kho thiết bị|Cô Hằng", "Tháng 12|Thăm nhà bia|Chi đoàn"))
    assert [(task.title, task.due.day, task.owners) for task in plan.tasks] == [
        ("Dọn kho thiết bị", day(9, 20), ("Cô Hằng",)),
        ("Thăm nhà bia", day(12, 31), ("Chi đoàn",)),
    ]
    assert "cot-theo-noi-dung" in {finding.rule for finding in plan.findings}


def test_a_table_without_any_header_keeps_its_first_row():
    rows = (
        "Dọn kho thiết bị\t25/9/2024\tBảo vệ\nSửa mái nhà xe\tTháng 10\tKế toán\nKiểm kê tài sản\t31/12/2024\tKế toán"
    )
    assert [title for title, _, _ in works(rows)] == ["Dọn kho thiết bị", "Sửa mái nhà xe", "Kiểm kê tài sản"]


def test_marks_under_months_date_a_work_from_the_first_to_the_last_of_a_run():
    rows = table("Việc|T9|T10|T11|T12", "Chọn đội tuyển|x||x|x", "Thi thử vòng trường||||x")
    assert works(rows) == [
        ("Chọn đội tuyển", day(9, 1), day(9, 30)),
        ("Chọn đội tuyển", day(11, 1), day(12, 31)),
        ("Thi thử vòng trường", day(12, 1), day(12, 31)),
    ]


def test_works_under_people_are_theirs():
    rows = table(
        "Thời gian|Ban giám hiệu|Tổ chuyên môn",
        "Tháng 9|Duyệt kế hoạch tổ|Họp tổ đầu năm",
        "Tháng 10||Thao giảng vòng 1",
    )
    found = [(task.title, task.owners, task.due.day.month) for task in plan_of(rows).tasks]
    assert found == [
        ("Duyệt kế hoạch tổ", ("Ban giám hiệu",), 9),
        ("Họp tổ đầu năm", ("Tổ chuyên môn",), 9),
        ("Thao giảng vòng 1", ("Tổ chuyên môn",), 10),
    ]


def test_records_of_a_label_and_its_words_are_works():
    rows = table(
        "Nội dung|Thi lý thuyết", "Thời gian|8h00 ngày 15/10/2024", "Địa điểm|Phòng họp", "Phụ trách|Phó Hiệu trưởng"
    )
    task = plan_of(rows).tasks[0]
    assert (task.title, task.due.day, task.owners) == ("Thi lý thuyết", day(10, 15), ("Phó Hiệu trưởng",))


def test_a_heading_row_of_a_week_gives_its_weekdays_their_days():
    rows = table("Thời gian|Nội dung|Thực hiện", "Tuần 3 (16/9 - 21/9)||", "Thứ Tư|Dự giờ lớp 8A|Cô Liên")
    assert works(rows) == [("Dự giờ lớp 8A", day(9, 18), day(9, 18))]


def test_a_week_and_its_days_on_two_lines_are_one_time():
    rows = table(
        "Thời gian|Nội dung", "Tuần 3 - 6<br>(16/9/2024 - 11/10/2024)|1. Thu minh chứng.<br>2. Lập danh mục mã."
    )
    assert {(start, last) for _, start, last in works(rows)} == {(day(9, 16), day(10, 11))}


def test_several_days_of_one_cell_are_several_works():
    rows = table("Nội dung|Thời gian|Phụ trách", "Diễn tập thoát nạn|10/10 và 10/4|Bảo vệ", "Họp tổ|Tháng 9|TTCM")
    assert [last for title, _, last in works(rows) if title == "Diễn tập thoát nạn"] == [day(10, 10), day(4, 10, 2025)]


def test_a_remark_that_is_only_a_day_tells_the_month_more_finely():
    rows = table(
        "Thời gian|Nội dung|Người thực hiện|Ghi chú",
        "Tháng 11/2024|Các khoản thu|Hiệu trưởng|Trước 20/11",
        "Tháng 12/2024|Thư viện|BGH|",
    )
    assert [last for _, _, last in works(rows)] == [day(11, 20), day(12, 31)]


def test_those_who_are_inspected_do_not_inspect():
    rows = table(
        "Tháng|Đối tượng kiểm tra|Nội dung|Đầu mối",
        "10|Nhân viên thư viện|Sổ sách thư viện|Phó Hiệu trưởng",
        "11|Kế toán|Các khoản thu|Hiệu trưởng",
    )
    assert [task.owners for task in plan_of(rows).tasks] == [("Phó Hiệu trưởng",), ("Hiệu trưởng",)]


def test_a_table_of_numbers_gives_no_work():
    assert works(table("Khối|Số lớp|Số trẻ", "Nhà trẻ|3|60", "Mẫu giáo|9|270")) == []


def test_a_plan_for_a_calendar_year_takes_its_months_from_it():
    head = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 12 tháng 01 năm 2025\nKẾ HOẠCH\nPhòng cháy, chữa cháy năm 2025\n\n"
    rows = table(
        "Nội dung|Thời gian|Chủ trì", "Huấn luyện đội cơ sở|Tháng 9|Bảo vệ", "Nạp lại bình|Trước 31/12|Kế toán"
    )
    assert [task.due.day for task in plan_of(rows, head).tasks] == [day(9, 30, 2025), day(12, 31, 2025)]


@pytest.mark.parametrize("line", ["Tỉ lệ chuyên cần: 9/10", "Chào mừng ngày Nhà giáo (20/11)", "Sĩ số: 12/12"])
def test_a_fraction_or_a_feast_is_no_day(line):
    assert plan_of(f"1. {line}").tasks == ()


def test_the_line_of_signing_at_the_end_is_the_date_of_the_plan_and_no_work():
    plan = understand(
        read_text(
            "LỊCH CÔNG TÁC THÁNG 3 NĂM 2026\n- Họp tổ ngày 12/3.\nBình Hòa, ngày 27 tháng 02 năm 2026\nHIỆU TRƯỞNG",
            "dán",
        ),
        load_calendar(),
    )
    assert plan.header.date == date(2026, 2, 27)
    assert [task.due.day for task in plan.tasks] == [date(2026, 3, 12)]
