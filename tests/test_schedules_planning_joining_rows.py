"""What the body says of a thing and the appendix names in a row is one work; rows of other people are works apart."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS SUỐI CÁT\nSuối Cát, ngày 20 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nII. NỘI DUNG\n"
LIST = "\n\nPHỤ LỤC\nLỊCH THỰC HIỆN NĂM HỌC\n\n| TT | Nội dung | Thời gian | Người thực hiện |\n|---|---|---|---|\n"


def tasks_of(body, *rows):
    text = HEAD + body + LIST + "".join(f"| {at} | {' | '.join(row)} |\n" for at, row in enumerate(rows, 1))
    return understand(read_text(text, "dán"), load_calendar()).tasks


def test_what_is_done_to_a_thing_and_the_thing_alone_are_one_work():
    body = "1. Kế hoạch giáo dục của nhà trường được đăng tải trước ngày 28/10/2024."
    (task,) = tasks_of(body, ("Kế hoạch giáo dục của nhà trường", "Trước 28/10/2024", "Phó Hiệu trưởng"))
    assert (task.owners, len(task.mentions)) == (("Phó Hiệu trưởng",), 2)


def test_rows_by_different_people_stay_two_works_though_one_sentence_names_both():
    body = "1. Thông tin về đội ngũ nhà giáo và về cơ sở vật chất được công khai trước ngày 15/10/2024."
    rows = (
        ("Thông tin về đội ngũ nhà giáo", "Trước 15/10/2024", "Phó Hiệu trưởng"),
        ("Thông tin về cơ sở vật chất", "Trước 15/10/2024", "Nhân viên thiết bị"),
    )
    assert [task.owners for task in tasks_of(body, *rows)] == [("Phó Hiệu trưởng",), ("Nhân viên thiết bị",)]


def test_each_quarter_joins_its_own_row():
    body = "1. Tình hình thực hiện dự toán hằng quý được công khai trước ngày 15 của các tháng 10/2024, 01/2025."
    rows = (
        ("Tình hình thực hiện dự toán quý III/2024", "Trước 15/10/2024", "Kế toán"),
        ("Tình hình thực hiện dự toán quý IV/2024", "Trước 15/01/2025", "Kế toán"),
    )
    assert [task.due.day for task in tasks_of(body, *rows)] == [date(2024, 10, 15), date(2025, 1, 15)]


def test_a_row_that_names_the_heading_is_the_one_work_under_it():
    body = (
        "1. Thông tin chung về nhà trường (Điều 4)\nCông khai tên, địa chỉ, sứ mạng, bộ máy của trường: trước ngày "
        "30/9/2024.\n2. Thu, chi (Điều 5)\n- Công khai mức thu học phí: trước ngày 27/9/2024."
    )
    tasks = tasks_of(body, ("Công khai thông tin chung về nhà trường", "9/2024", "Văn thư"))
    assert [len(task.mentions) for task in tasks] == [2, 1]


def test_the_same_title_and_days_are_one_work_whoever_writes_the_name_small():
    body = "- Công khai quyết toán năm 2024: trong tháng 4/2025. Phụ trách: cô Mai – kế toán."
    (task,) = tasks_of(body, ("Công khai quyết toán năm 2024", "4/2025", "Cô Mai – kế toán"))
    assert len(task.mentions) == 2


def test_quarters_that_one_sentence_ends_one_by_one_join_their_rows_by_the_thing_they_name():
    body = (
        "1. Kết quả thu chi học phí: kế toán công khai quý III/2024 trước ngày 15/10/2024, "
        "quý IV/2024 trước ngày 15/01/2025."
    )
    rows = (
        ("Kết quả thu chi học phí quý III/2024", "Trước 15/10/2024", "Kế toán"),
        ("Kết quả thu chi học phí quý IV/2024", "Trước 15/01/2025", "Kế toán"),
    )
    assert [len(task.mentions) for task in tasks_of(body, *rows)] == [2, 2]


def test_a_quarter_joins_no_row_of_another_quarter():
    body = "1. Kết quả thu chi học phí: kế toán công khai quý III/2024 trước ngày 15/10/2024."
    rows = (("Kết quả thu chi học phí quý II/2024", "Trước 15/10/2024", "Kế toán"),)
    assert [len(task.mentions) for task in tasks_of(body, *rows)] == [1, 1]


INSPECTED = (
    "\n\n| TT | Nội dung kiểm tra | Đối tượng được kiểm tra | Thời gian | Người kiểm tra |\n|---|---|---|---|---|\n"
)


def inspected(body, *rows):
    text = HEAD + body + INSPECTED + "".join(f"| {at} | {' | '.join(row)} |\n" for at, row in enumerate(rows, 1))
    return understand(read_text(text, "dán"), load_calendar())


def test_whom_a_row_inspects_keeps_it_no_work_apart_from_the_sentence_with_another_day():
    plan = inspected(
        "1. Việc kiểm tra hồ sơ xét tốt nghiệp lớp 9 do Hiệu trưởng thực hiện vào ngày 24/4/2025.",
        ("Kiểm tra hồ sơ xét tốt nghiệp lớp 9", "Giáo viên chủ nhiệm khối 9", "22/4/2025", "Hiệu trưởng"),
        ("Kiểm tra bếp ăn", "Tổ nuôi dưỡng", "10/3/2025", "Công đoàn"),
    )
    assert [len(task.mentions) for task in plan.tasks] == [2, 1]
    assert plan.tasks[0].confidence < 0.95
    assert "hai-han" in {finding.rule for finding in plan.findings}


def test_rows_that_inspect_each_another_are_works_apart_from_a_sentence_about_a_third():
    plan = inspected(
        "1. Kiểm tra toàn diện tổ Hóa vào ngày 24/4/2025.",
        ("Kiểm tra toàn diện", "Tổ Toán", "22/4/2025", "Hiệu trưởng"),
        ("Kiểm tra toàn diện", "Tổ Văn", "23/4/2025", "Hiệu trưởng"),
    )
    assert [len(task.mentions) for task in plan.tasks] == [1, 1, 1]


def test_the_hours_a_sentence_adds_do_not_make_it_another_work():
    body = (
        "1. Nhận đơn trực tiếp (đợt 1): từ ngày 01/10/2024 đến hết ngày 05/10/2024; sáng 7h30 - 11h00, chiều 14h00 - "
        "16h30."
    )
    (task,) = tasks_of(body, ("Nhận đơn đợt 1", "01 - 05/10/2024", "Văn thư"))
    assert (task.owners, len(task.mentions)) == (("Văn thư",), 2)


def test_another_round_is_another_work():
    body = "1. Nhận đơn trực tiếp (đợt 1): từ ngày 01/10/2024 đến hết ngày 05/10/2024; sáng 7h30 - 11h00."
    assert len(tasks_of(body, ("Nhận đơn đợt 2", "01 - 05/10/2024", "Văn thư"))) == 2


def test_the_fuller_name_of_who_does_a_work_is_kept():
    body = "1. Thư ký đăng kế hoạch cải tiến lên trang thông tin điện tử chậm nhất 30/9/2024."
    row = ("Đăng kế hoạch cải tiến lên trang thông tin điện tử", "Chậm nhất 30/9/2024", "Thư ký Hội đồng tự đánh giá")
    (task,) = tasks_of(body, row)
    assert task.owners == ("Thư ký Hội đồng tự đánh giá",)


def test_another_name_of_a_row_does_not_take_the_place_of_the_sentences():
    body = "1. Văn thư đăng kế hoạch cải tiến lên trang thông tin điện tử chậm nhất 30/9/2024."
    row = ("Đăng kế hoạch cải tiến lên trang thông tin điện tử", "Chậm nhất 30/9/2024", "Thư ký Hội đồng tự đánh giá")
    assert tasks_of(body, row)[0].owners == ("Văn thư",)


def test_a_row_names_the_test_of_one_half_term_and_joins_no_other():
    body = (
        "1. Kiểm tra giữa học kỳ I\n- Tổ chức kiểm tra tập trung các môn Toán, Văn, Anh: từ ngày 28/10 đến 02/11/2024.\n"
        "2. Kiểm tra cuối học kỳ I\n- Tổ chức kiểm tra: từ 23/12 đến 28/12/2024."
    )
    rows = (
        ("Kiểm tra giữa học kỳ I (Toán, Văn, Anh)", "28/10 - 02/11/2024", "Tổ trưởng"),
        ("Kiểm tra cuối học kỳ I", "23/12 - 28/12/2024", "Tổ trưởng"),
    )
    assert [(task.due.day, len(task.mentions)) for task in tasks_of(body, *rows)] == [
        (date(2024, 11, 2), 2),
        (date(2024, 12, 28), 2),
    ]
