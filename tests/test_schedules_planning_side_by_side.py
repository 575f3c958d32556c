"""Several tables under one header, and times that stand where the header says: no work of the other side is lost."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 08 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n\n"


def plan_of(*rows):
    first, *rest = rows
    table = "\n".join((first, "|---" * (first.count("|") - 1) + "|", *rest))
    return understand(read_text(f"{HEAD}{table}\n", "dán.md"), load_calendar())


def read(*rows):
    """Return the title and days of each work of a table."""
    return {
        (task.title, f"{task.due.start:%d/%m}" if task.due.start else "", f"{task.due.day:%d/%m}")
        for task in plan_of(*rows).tasks
        if task.due.day
    }


@pytest.mark.parametrize(("first", "second"), [("Học kì I", "Học kì II"), ("Điểm chính", "Điểm lẻ")])
def test_columns_told_once_for_each_half_are_read_for_each(first, second):
    found = plan_of(
        f"|Nội dung|{first}||{second}||",
        "||Thời gian|Người làm|Thời gian|Người làm|",
        "|Hội giảng|10/11/2025|Tổ trưởng|02/3/2026|Cô Hà|",
        "|Kiểm kê|||20/5/2026|Kế toán|",
    ).tasks
    assert {(task.title, f"{task.due.day:%d/%m}") for task in found} == {
        (f"Hội giảng – {first}", "10/11"),
        (f"Hội giảng – {second}", "02/03"),
        (f"Kiểm kê – {second}", "20/05"),
    }


def test_halves_with_works_of_their_own_are_two_tables():
    assert read(
        "|Năm 2025||Năm 2026||",
        "|Tháng|Việc|Tháng|Việc|",
        "|9|Lập dự toán thu|1|Công khai quyết toán|",
        "|12|Khóa sổ kế toán|6|Quyết toán năm học|",
    ) == {
        ("Lập dự toán thu", "01/09", "30/09"),
        ("Khóa sổ kế toán", "01/12", "31/12"),
        ("Công khai quyết toán", "01/01", "31/01"),
        ("Quyết toán năm học", "01/06", "30/06"),
    }


@pytest.mark.parametrize(("first", "second"), [("HKI", "HKII"), ("Học kỳ I", "Học kỳ II"), ("Học kì 1", "Học kì 2")])
def test_a_column_of_times_for_each_term_gives_a_work_in_each(first, second):
    assert read(
        f"|STT|Nội dung|{first}|{second}|Phụ trách|",
        "|1|Thao giảng|Tháng 11|Tháng 3|Tổ trưởng|",
        "|2|Họp phụ huynh|14/9|24/5|GVCN|",
    ) == {
        (f"Thao giảng – {first}", "01/11", "30/11"),
        (f"Thao giảng – {second}", "01/03", "31/03"),
        (f"Họp phụ huynh – {first}", "14/09", "14/09"),
        (f"Họp phụ huynh – {second}", "24/05", "24/05"),
    }


@pytest.mark.parametrize(
    "labels", [("Việc chung", "Việc của tổ"), ("Chuyên môn", "Đoàn - Đội"), ("Công tác chuyên môn", "Công tác khác")]
)
def test_works_of_several_fields_beside_one_time_are_all_read(labels):
    assert read(
        f"|Tuần|Ngày|{labels[0]}|{labels[1]}|",
        "|3|22/9 - 27/9|Hội nghị viên chức|Duyệt giáo án|",
        "|4|29/9 - 04/10||Thao giảng|",
        "|5|06/10 - 11/10|Khảo sát khối 9||",
    ) == {
        ("Hội nghị viên chức", "22/09", "27/09"),
        ("Duyệt giáo án", "22/09", "27/09"),
        ("Thao giảng", "29/09", "04/10"),
        ("Khảo sát khối 9", "06/10", "11/10"),
    }


@pytest.mark.parametrize("labels", [("Nội dung", "Yêu cầu"), ("Nội dung", "Nội dung chi tiết"), ("Việc", "Kết quả")])
def test_a_column_that_only_says_more_of_a_work_is_no_second_one(labels):
    found = read(
        f"|Thời gian|{labels[0]}|{labels[1]}|",
        "|Tháng 9|Hội nghị viên chức|Đúng quy định, dân chủ|",
        "|Tháng 10|Thao giảng|Mỗi tổ hai tiết|",
    )
    assert {title for title, _, _ in found} == {"Hội nghị viên chức", "Thao giảng"}


def test_a_header_that_promises_times_in_the_works_is_one_of_works():
    assert read(
        "|TT|Nội dung công việc (thời gian)|Người thực hiện|",
        "|1|Họp phụ huynh (14/9)|GVCN|",
        "|2|Đại hội Liên đội (26/9)|TPT|",
    ) == {("Họp phụ huynh", "14/09", "14/09"), ("Đại hội Liên đội", "26/09", "26/09")}
    (task,) = plan_of(
        "|Tiêu chí|Điểm yếu|Biện pháp (người làm, thời hạn)|",
        "|2.3|Nhân viên y tế kiêm nhiệm|Hợp đồng với trạm y tế (Hiệu trưởng, trước 30/9/2025)|",
        "|3.2|Thiếu phòng bộ môn|Sắp xếp lại phòng học (Phó Hiệu trưởng)|",
    ).tasks[:1]
    assert (task.title, f"{task.due.day:%d/%m}", task.criterion) == ("Hợp đồng với trạm y tế", "30/09", "2.3")


def test_remarks_that_hold_the_only_times_say_when():
    assert read(
        "|TT|Nội dung|Yêu cầu|Ghi chú|",
        "|1|Điều tra hoàn cảnh học sinh|Đủ 100%|Xong trước 15/9|",
        "|2|Bầu ban cán sự lớp|Dân chủ|Ngày 12/9|",
        "|3|Họp cha mẹ học sinh|2 lần/năm|14/9/2025; 11/01/2026|",
    ) == {
        ("Điều tra hoàn cảnh học sinh", "", "15/09"),
        ("Bầu ban cán sự lớp", "12/09", "12/09"),
        ("Họp cha mẹ học sinh", "14/09", "14/09"),
        ("Họp cha mẹ học sinh", "11/01", "11/01"),
    }


def test_a_month_in_a_work_is_finer_than_the_term_over_its_column():
    found = read(
        "|Công việc|Học kì I|Học kì II|",
        "|Chuyên môn|Thao giảng tháng 11|Hội giảng tháng 3|",
        "|Thư viện|Kiểm kê sách|Giới thiệu sách tháng 4|",
    )
    assert {("Thao giảng", "01/11", "30/11"), ("Hội giảng", "01/03", "31/03")} <= found
    assert {first for title, first, _ in found if title == "Kiểm kê sách"} == {"05/09"}
