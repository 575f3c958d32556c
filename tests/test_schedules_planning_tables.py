"""Deadlines in tables: which columns they have, what the rows above lend, several works or times in one cell."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Precision, Recurrence
from schedules.planning import understand
from schedules.reading import read_text

HEAD = (
    "TRƯỜNG MẦM NON HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"
)
MONTHS = "Tháng\tNội dung\tMốc thời gian\tNgười thực hiện\n"


def plan_of(table):
    return understand(read_text(HEAD + table, "dán"), load_calendar())


def works(table):
    return [(task.title, task.due.start, task.due.day) for task in plan_of(table).tasks]


def rules(table):
    return [finding.rule for finding in plan_of(table).findings]


def test_months_are_filled_down_and_cross_the_year():
    found = works(
        MONTHS + "12\t- Thi vẽ tranh.\tTuần 1\tTổ Lá\n\t- Họp phụ huynh.\tTuần 2\t\n1\t- Sơ kết.\tTuần 2\tBGH"
    )
    assert found == [
        ("Thi vẽ tranh", date(2024, 12, 2), date(2024, 12, 8)),
        ("Họp phụ huynh", date(2024, 12, 9), date(2024, 12, 15)),
        ("Sơ kết", date(2025, 1, 6), date(2025, 1, 12)),
    ]


def test_several_weeks_are_one_span():
    found = works(MONTHS + "11\t- Thi dạy giỏi.\tTuần 3, 4\t\n12\t- Họp.\tTuần 1\t")
    assert found[0] == ("Thi dạy giỏi", date(2024, 11, 18), date(2024, 11, 30))


def test_a_month_without_time_is_the_whole_month():
    task = plan_of(MONTHS + "10\t- Họp phụ huynh.\t\tBGH\n11\t- Thi vẽ.\tTuần 1\tBGH").tasks[0]
    assert (task.due.start, task.due.day, task.due.words) == (date(2024, 10, 1), date(2024, 10, 31), "10")


@pytest.mark.parametrize("month", ["10", "Tháng 10", "10/2024", "Tháng 10/2024", "THÁNG 10 NĂM 2024"])
def test_ways_to_write_the_month(month):
    found = works(f"{MONTHS}{month}\t- Họp phụ huynh.\tTuần 2\tBGH\n11\t- Thi vẽ.\tTuần 1\tBGH")
    assert found[0] == ("Họp phụ huynh", date(2024, 10, 7), date(2024, 10, 13))


def test_bullets_of_one_cell_are_works_of_their_own():
    cell = "- Họp phụ huynh<br>- Thi vẽ tranh"
    found = works(f"| Tháng | Nội dung | Thời gian |\n|---|---|---|\n| 10 | {cell} | Tuần 2 |\n")
    assert [title for title, _, _ in found] == ["Họp phụ huynh", "Thi vẽ tranh"]
    assert {day for _, _, day in found} == {date(2024, 10, 13)}


def test_times_of_one_cell_are_paired_with_its_works():
    table = "| Tháng | Nội dung | Thời gian |\n|---|---|---|\n| 10 | - Họp<br>- Thi | Tuần 1<br>Tuần 3 |\n"
    assert [day for _, _, day in works(table)] == [date(2024, 10, 6), date(2024, 10, 20)]


def test_uneven_works_and_times_fall_back_to_the_month_and_are_told():
    table = "| Tháng | Nội dung | Thời gian |\n|---|---|---|\n| 10 | - Họp<br>- Thi<br>- Vẽ | Tuần 1<br>Tuần 3 |\n"
    assert {day for _, _, day in works(table)} == {date(2024, 10, 31)}
    assert "lech-so-moc" in rules(table)


def test_an_empty_row_with_a_week_is_a_stray_milestone():
    table = MONTHS + "12\t- Thi vẽ tranh.\tTuần 1\t\n\t\tTuần 3\t\n1\t- Họp.\tTuần 1\t"
    assert len(works(table)) == 2
    assert "moc-khong-viec" in rules(table)


def test_two_sentences_and_two_weeks_are_two_works():
    table = MONTHS + "1\tHọp phụ huynh. Công khai thu chi.\tTuần 2\t\n\t\tTuần 3\t\n2\t- Thi.\tTuần 1\t"
    assert [(title, day) for title, _, day in works(table)][:2] == [
        ("Họp phụ huynh", date(2025, 1, 12)),
        ("Công khai thu chi", date(2025, 1, 19)),
    ]


def test_works_that_run_together_in_one_cell_are_parted_and_that_is_said():
    table = MONTHS + "1\tHọp phụ huynh. Công khai thu chi.\tTuần 2\t\n\t\tTuần 3\t\n2\t- Thi.\tTuần 1\t"
    assert rules(table).count("viec-viet-lien") == 1
    assert "viec-viet-lien" not in rules(MONTHS + "1\tHọp phụ huynh. Công khai thu chi.\tTuần 2\t")


def test_a_week_that_the_month_does_not_have_gives_no_date():
    table = MONTHS + "2\t- Thi vẽ tranh.\tTuần 5\t\n3\t- Họp.\tTuần 1\t"
    assert works(table)[0][2] is None
    assert {"chua-hieu-thoi-gian", "ngay-khong-co"} & set(rules(table))


def test_a_day_beside_the_work_wins_over_the_week():
    table = MONTHS + "9\t- Khai giảng (ngày 5/9/2024).\tTuần 1\tBGH\n10\t- Họp.\tTuần 1\tBGH"
    assert works(table)[0] == ("Khai giảng", date(2024, 9, 5), date(2024, 9, 5))


def test_steps_from_day_to_day():
    table = "STT\tCông việc\tTừ ngày\tĐến ngày\tPhụ trách\n1\tLập danh sách\t3/2/2025\t7/2/2025\tVăn thư\n2\tGửi Phòng\t\t10/2/2025\tVăn thư"
    tasks = plan_of(table).tasks
    assert [(task.due.start, task.due.day) for task in tasks] == [
        (date(2025, 2, 3), date(2025, 2, 7)),
        (None, date(2025, 2, 10)),
    ]
    assert tasks[0].due.words == "3/2/2025 – 7/2/2025"


IMPROVEMENT = (
    "TT\tTiêu chuẩn, tiêu chí\tKết quả cần đạt\tCông việc/giải pháp cần thực hiện\tChủ trì và phối hợp thực hiện\t"
    "Thời gian thực hiện\tDự kiến kinh phí\n1\tTiêu chuẩn 3: Cơ sở vật chất\t\t\t\t\t\n"
)


def test_the_improvement_table_in_full():
    row = "\tTiêu chí 3.4\tĐủ nước\tSửa ống nước\tHiệu trưởng, kế toán\tTrước ngày 31/12/2024\t1,5 triệu đồng\n"
    task = plan_of(IMPROVEMENT + row + "\tTiêu chí 3.5\tx\tThay vòi\tBảo vệ\tTháng 1/2025\tKhông").tasks[0]
    assert (task.title, task.criterion, task.standard) == ("Sửa ống nước", "3.4", "Tiêu chuẩn 3: Cơ sở vật chất")
    assert (task.owners, task.helpers, task.expected) == (("Hiệu trưởng",), ("kế toán",), "Đủ nước")
    assert (task.budget.words, task.budget.vnd) == ("1,5 triệu đồng", 1_500_000)


def test_work_for_years_to_come_recurs():
    row = "\tTiêu chí 3.4\tx\tSửa ống nước\tBảo vệ\tNăm học 2024-2025 và các năm học tiếp theo\t\n"
    task = plan_of(IMPROVEMENT + row + "\tTiêu chí 3.5\tx\tThay vòi\tBảo vệ\tTháng 1/2025\t").tasks[0]
    assert (task.due.recurrence, task.due.precision) == (Recurrence.YEARLY, Precision.YEAR)


def test_standing_work_of_a_table_is_a_duty():
    row = "\tTiêu chí 3.4\tx\tSửa ống nước\tBảo vệ\tThường xuyên\t\n\tTiêu chí 3.5\tx\tThay vòi\tBảo vệ\tTháng 1/2025\t"
    plan = plan_of(IMPROVEMENT + row)
    assert [task.title for task in plan.tasks] == ["Thay vòi"]
    assert [(duty.title, duty.owners) for duty in plan.duties] == [("Sửa ống nước", ("Bảo vệ",))]


def test_a_row_without_time_stays_a_task_and_is_told():
    row = "\tTiêu chí 3.4\tx\tSửa ống nước\tBảo vệ\t\t\n\tTiêu chí 3.5\tx\tThay vòi\tBảo vệ\tTháng 1/2025\t"
    plan = plan_of(IMPROVEMENT + row)
    assert [task.due.dated for task in plan.tasks] == [False, True]
    assert "viec-chua-co-han" in rules(IMPROVEMENT + row)


def test_repeated_headers_are_dropped():
    assert len(works(MONTHS + "9\t- Họp.\tTuần 2\t\n" + MONTHS + "10\t- Thi.\tTuần 2\t")) == 2


def test_a_dated_table_without_known_columns_is_told():
    assert "bang-khong-hieu" in rules("A\tB\nx\tngày 5/9/2024\ny\tngày 6/9/2024")


def test_body_and_table_are_one_task_with_both_mentions():
    text = (
        "- Hội thi Bé khéo tay cấp trường: Tháng 11/2024.\n\n"
        + MONTHS
        + "11\t- Hội thi Bé khéo tay cấp trường.\tTuần 2\tBGH\n12\t- Sơ kết.\tTuần 2\tBGH"
    )
    task = plan_of(text).tasks[0]
    assert len(task.mentions) == 2
    assert (task.due.day, task.owners) == (date(2024, 11, 17), ("BGH",))


def test_works_of_other_levels_terms_or_rounds_are_not_joined():
    text = "- Hội thi Bé khéo tay cấp cụm: Tháng 11/2024.\n- Khám sức khỏe lần 1: Tháng 9/2024\n\n" + MONTHS
    text += "11\t- Hội thi Bé khéo tay cấp trường.\tTuần 2\t\n3\t- Khám sức khỏe lần 2.\tTuần 1\t"
    assert all(len(task.mentions) == 1 for task in plan_of(text).tasks)


def test_when_dates_disagree_the_earlier_is_used_and_both_are_kept():
    text = "- Rà soát đồ dùng, đồ chơi trước tháng 12/2024.\n\n" + MONTHS
    text += "3\t- Rà soát đồ dùng, đồ chơi.\tTuần 1\t\n4\t- Thi.\tTuần 1\t"
    task = plan_of(text).tasks[0]
    assert (task.due.day, len(task.mentions), task.confidence) == (date(2024, 11, 30), 2, 0.6)
    assert "hai-han" in rules(text)


def test_the_week_rule_is_the_one_that_fits_the_plans_own_days():
    text = "- Hội thi vẽ tranh: ngày 8/10/2024.\n- Hội thi kể chuyện: ngày 15/10/2024.\n\n" + MONTHS
    text += (
        "10\t- Hội thi vẽ tranh.\tTuần 1\t\n\t- Hội thi kể chuyện.\tTuần 2\t\n\t- Tổng vệ sinh sân trường.\tTuần 3\t"
    )
    due = plan_of(text).tasks[-1].due
    assert "khớp 2/2 mốc" in due.basis
    assert (due.start, due.day) == (date(2024, 10, 21), date(2024, 10, 27))


def test_months_in_a_column_of_times_speak_for_their_bullets():
    cell = "- Ngày 5/9: Khai giảng<br>- Tuần 2: Họp phụ huynh<br>- Ổn định nền nếp"
    found = works(
        f"| Thời gian | Nội dung |\n|---|---|\n| Tháng 9 | {cell} |\n| Tháng 10 | - Đại hội Liên đội (15/10) |\n"
    )
    assert [day for _, _, day in found] == [
        date(2024, 9, 5),
        date(2024, 9, 15),
        date(2024, 9, 30),
        date(2024, 10, 15),
    ]


def test_a_day_in_the_name_of_a_work_does_not_beat_its_column():
    table = "Nội dung\tThời gian\nThi đua chào mừng 20/11\tTừ 01/11 đến 15/11/2024\nHọp\tTháng 12/2024"
    assert works(table)[0] == ("Thi đua chào mừng 20/11", date(2024, 11, 1), date(2024, 11, 15))


def test_a_weekly_calendar_has_works_in_its_sessions():
    table = "Thứ/ngày\tSáng\tChiều\nThứ Hai 11/11/2024\tChào cờ (TPT Đội)\tHọp giao ban (BGH)\nThứ Ba 12/11/2024\tDự giờ (BGH)\t"
    assert [(task.title, task.due.day, task.owners) for task in plan_of(table).tasks] == [
        ("Chào cờ", date(2024, 11, 11), ("TPT Đội",)),
        ("Họp giao ban", date(2024, 11, 11), ("BGH",)),
        ("Dự giờ", date(2024, 11, 12), ("BGH",)),
    ]


def test_a_cell_with_as_many_people_as_works_gives_each_its_own():
    table = "| Thời gian | Nội dung | Phụ trách |\n|---|---|---|\n| Ngày 3/2/2025 | Trồng cây<br>Họp lớp | Bảo vệ<br>GVCN |\n"
    assert [(task.title, task.owners) for task in plan_of(table).tasks] == [
        ("Trồng cây", ("Bảo vệ",)),
        ("Họp lớp", ("GVCN",)),
    ]


def test_months_that_range_are_one_span():
    table = "Tháng\tNội dung\nTháng 12/2024 đến tháng 01/2025\t- Kiểm kê tài sản\nTháng 2/2025\t- Thi vẽ"
    assert works(table)[0] == ("Kiểm kê tài sản", date(2024, 12, 1), date(2025, 1, 31))


def test_the_bracket_beside_a_feast_says_which_day_of_the_week_it_is_held():
    found = works("Thời gian\tNội dung\n03/3 - 08/3\t- Tọa đàm kỷ niệm Ngày Quốc tế Phụ nữ (chiều 06/3)\n")
    assert found == [("Tọa đàm kỷ niệm Ngày Quốc tế Phụ nữ", date(2025, 3, 6), date(2025, 3, 6))]


def test_a_header_inside_a_table_begins_another_table():
    first = "Tiêu chí\tHoạt động\tThời gian\nTiêu chí 3.2\tSơn tường rào\tTháng 12/2024\n"
    found = works(first + "Thời gian\tHoạt động\t\nTrước ngày 10/3/2025\tNộp báo cáo tự đánh giá\t\n")
    assert found == [
        ("Sơn tường rào", date(2024, 12, 1), date(2024, 12, 31)),
        ("Nộp báo cáo tự đánh giá", None, date(2025, 3, 10)),
    ]


def test_criteria_shared_out_with_people_and_times_are_the_works():
    plan = plan_of("Tiêu chí\tNhóm phụ trách\tThời gian nộp\nTiêu chí 2.1 đến 2.4\tNhóm 2\tTrước ngày 10/12/2024\n")
    assert [(task.title, task.due.day, task.owners) for task in plan.tasks] == [
        ("Tiêu chí 2.1 đến 2.4", date(2024, 12, 10), ("Nhóm 2",))
    ]


def test_rows_whose_first_cells_are_all_empty_stand_under_the_time_above():
    head = "Tuần\tThời gian\tNội dung\tNgười thực hiện\n"
    found = works(head + "1\t03/3 - 08/3\t- Nộp đề kiểm tra\tTTCM\n\t\t- Kiểm tra nền nếp\tTổng phụ trách\n")
    assert found == [
        ("Nộp đề kiểm tra", date(2025, 3, 3), date(2025, 3, 8)),
        ("Kiểm tra nền nếp", date(2025, 3, 3), date(2025, 3, 8)),
    ]


def test_a_row_under_a_week_that_stands_first_is_of_that_week():
    head = "Tuần\tNội dung\tNgười thực hiện\n"
    found = works(head + "Tuần 2 (10/3 - 15/3)\tHội thi cô nuôi giỏi\tTổ nuôi\n\tKiểm tra bình chữa cháy\tBảo vệ\n")
    assert [day for _, *day in found] == [[date(2025, 3, 10), date(2025, 3, 15)]] * 2


def test_a_criterion_is_known_where_the_scan_lost_the_name_of_its_column():
    table = (
        "|||Kết quả cần đạt|Công việc|Người thực hiện|Thời gian|\n|---|---|---|---|---|---|\n"
        "|1|Tiêu chí 1.6|Hồ sơ đủ|Kiểm kê tài sản từng phòng|Kế toán|Trước ngày 31/12/2024|\n"
        "|2|Theo tiêu chí 2.2 cũ|Đủ người|Cử giáo viên đi học|Hiệu trưởng|Trước ngày 30/11/2024|\n"
    )
    head = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 15 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n\n"
    plan = understand(read_text(head + table, "dán.md"), load_calendar())
    assert {task.title: task.criterion for task in plan.tasks} == {
        "Kiểm kê tài sản từng phòng": "1.6",
        "Cử giáo viên đi học": None,
    }


def test_a_line_over_rows_names_their_criterion_until_another_line():
    table = (
        "|STT|Hạn chế|Biện pháp|Người phụ trách|Thời hạn|\n|---|---|---|---|---|\n"
        "|Tiêu chí 3.6: Thư viện|||||\n"
        "|1|Ít đầu sách|Bổ sung sách tham khảo|Cán bộ thư viện|Trước ngày 31/12/2024|\n"
        "|2|Ít người mượn|Tổ chức ngày hội đọc|Tổng phụ trách|Trước ngày 21/4/2025|\n"
        "|Công tác khác|||||\n"
        "|3|Cổng hỏng|Sửa cổng trường|Bảo vệ|Trước ngày 30/11/2024|\n"
    )
    head = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 15 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n\n"
    plan = understand(read_text(head + table, "dán.md"), load_calendar())
    assert {task.title: task.criterion for task in plan.tasks} == {
        "Bổ sung sách tham khảo": "3.6",
        "Tổ chức ngày hội đọc": "3.6",
        "Sửa cổng trường": None,
    }
