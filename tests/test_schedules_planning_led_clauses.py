"""Times that lead several works of a line, feasts that lead to another day, weeks a plan counts itself, days off."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_bytes
from tests.fakes.typed_plan import HEAD, day, plan_of, table, works


def test_each_clause_behind_a_month_keeps_its_own_time():
    line = "1. Tháng 9/2024: Ký hợp đồng suất ăn (trước 10/9); tập huấn nhân viên bếp, ngày 16/9."
    assert works(line) == [("Ký hợp đồng suất ăn", day(9, 10)), ("Tập huấn nhân viên bếp", day(9, 16))]


def test_a_clause_without_a_time_is_done_in_the_month_that_leads_the_line():
    line = "1. Tháng 10: Họp cha mẹ học sinh; khảo sát lớp 6 ngày 15/10; tổng kết tuần đọc sách"
    assert works(line) == [
        ("Họp cha mẹ học sinh", day(10, 31)),
        ("Khảo sát lớp 6", day(10, 15)),
        ("Tổng kết tuần đọc sách", day(10, 31)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Nhằm chào mừng ngày 20/11, các chi đội nộp báo tường trước 14/11.",
        "- Hội giảng chào mừng ngày 20/11: cô Mai dạy tiết 2 ngày 14/11.",
    ],
)
def test_a_feast_that_leads_to_a_day_is_no_work(line):
    assert [due for _, due in works(line)] == [day(11, 14)]


def test_a_feast_held_itself_stays_a_work_beside_another():
    assert len(works("- Mít tinh kỷ niệm ngày 20/11, thi văn nghệ ngày 18/11.")) == 2


def test_a_week_told_bare_is_counted_on_from_the_weeks_the_plan_dates():
    rows = (
        "Tuần 1 (19/8 - 24/8)|Họp hội đồng",
        "Tuần 2 - 11 (26/8 - 02/11)|Thu minh chứng",
        "Tuần 12|Mã hóa minh chứng",
    )
    last = "Tuần 13 - 14 (11/11 - 23/11)|Viết báo cáo"
    plan = plan_of(table("Thời gian|Hoạt động", *rows, last))
    assert [(task.due.start, task.due.day) for task in plan.tasks][2] == (day(11, 4), day(11, 10))


def test_weeks_counted_anew_each_month_fix_none():
    rows = [
        f"Tuần {week} ({first}/9 - {first + 5}/9)|Trực cổng lần {week}" for week, first in ((1, 2), (2, 9), (3, 16))
    ]
    plan = plan_of(table("Thời gian|Công việc", *rows, "Tuần 10|Thi giữa kỳ"))
    assert plan.tasks[-1].due.day == day(11, 17)


def test_a_row_of_a_week_and_its_tasks_is_no_header():
    rows = ("Tuần 1 (09/9 - 14/9)|Họp tổ", "Tuần 2 (16/9 - 21/9)|Họp tổ để phân công nhiệm vụ", "Tuần 3|Viết báo cáo")
    assert len(works(table("Thời gian|Hoạt động", *rows))) == 3


def test_the_first_day_of_an_agenda_without_a_heading_dates_its_bullets():
    head = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 9 năm 2024\nLỊCH CÔNG TÁC TUẦN 1\nNăm học 2024-2025\n\n"
    text = "Thứ Hai, ngày 09/9:\n- Sáng: Chào cờ đầu tuần.\nThứ Ba, ngày 10/9:\n- Kế toán rút dự toán quý III.\n"
    assert [due for _, due in works(text + "Chủ nhật, ngày 15/9: Nghỉ.", head)] == [day(9, 9), day(9, 10)]


def test_work_that_comes_again_begins_in_the_month_it_stands_under():
    assert works("Tháng 10/2024\n- Bồi dưỡng học sinh giỏi chiều thứ 4 hằng tuần.")[0][1] == day(10, 2)


def test_all_that_stands_behind_a_name_and_its_colon_is_that_persons():
    plan = plan_of("- Văn thư: lập biên bản niêm yết ngày 30/9 và biên bản kết thúc niêm yết ngày 31/10/2024.")
    assert [task.owners for task in plan.tasks] == [("Văn thư",), ("Văn thư",)]


def test_a_second_step_of_two_words_with_its_own_day_is_a_work():
    line = "- Giáo vụ: rà soát bảng điểm ngày 20/12, khóa sổ lúc 17h ngày 29/12/2024."
    assert [due for _, due in works(line)] == [day(12, 20), day(12, 29)]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Bước 1: Cá nhân đăng ký nội dung học trước ngày 10/9.", ("Cá nhân",)),
        ("- Hạn cuối các tổ nộp đăng ký thi đua: ngày 10/10.", ("các tổ",)),
        ("- Dự chuyên đề cụm ngày 10/10 (tổ 4, 5).", ("tổ 4, 5",)),
    ],
)
def test_who_acts_is_told_behind_a_step_a_last_day_and_by_counted_groups(line, owners):
    assert plan_of(line).tasks[0].owners == owners


def test_a_deed_in_a_column_of_remarks_that_mostly_holds_times_is_told():
    rows = (
        "Tháng 11|Giải bóng chuyền|Từ 10/11 đến 15/11",
        "Tháng 12|Kiểm tra tài chính|Báo cáo về cấp trên trước 25/12",
    )
    plan = plan_of(table("Thời gian|Công việc|Ghi chú", *rows, "Tháng 3|Kỷ niệm 8/3|Sáng 07/3"))
    assert "han-o-ghi-chu" in {finding.rule for finding in plan.findings}


def test_rows_of_hours_stand_under_a_row_that_names_its_day():
    rows = (
        "Thời gian|Nội dung|Phụ trách",
        "Thứ Sáu, 21/3/2025|<|<",
        "6h30|Dựng trại|GVCN",
        "8h00|Khai mạc|Đoàn trường",
    )
    html = "".join(
        "<tr>"
        + (f"<td colspan=3>{cells[0]}</td>" if cells[1] == "<" else "".join(f"<td>{one}</td>" for one in cells))
        + "</tr>"
        for cells in (row.split("|") for row in rows)
    )
    page = "".join(f"<p>{line}</p>" for line in HEAD.split("\n") if line) + f"<table>{html}</table>"
    plan = understand(read_bytes(f"<html><body>{page}</body></html>".encode(), "trại.html"), load_calendar())
    assert [(task.title, task.due.day) for task in plan.tasks] == [
        ("Dựng trại", day(3, 21, 2025)),
        ("Khai mạc", day(3, 21, 2025)),
    ]


def test_work_that_comes_again_in_the_calendar_of_a_month_begins_in_that_month():
    head = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 28 tháng 02 năm 2025\nLỊCH CÔNG TÁC THÁNG 3/2025\n\n"
    rows = ("Ngày|Nội dung|Phụ trách", "05/3|Họp tổ|Tổ trưởng", "Thứ 6 hàng tuần|Tổng vệ sinh|Bảo vệ")
    assert works(table(*rows), head)[1] == ("Tổng vệ sinh", day(3, 7, 2025))


def test_the_line_of_the_work_names_it_under_a_criterion():
    lines = "1. Tiêu chí 1.5: Lớp học\n- Điểm yếu: lớp quá đông.\n- Việc cần làm: tách lớp 1A.\n"
    plan = plan_of(lines + "- Thời gian: trước ngày 15/10/2024.\n- Người thực hiện: Phó Hiệu trưởng.\n")
    task = plan.tasks[0]
    assert (task.title, task.criterion, task.owners) == ("Tách lớp 1A", "1.5", ("Phó Hiệu trưởng",))
    assert not plan.duties


def test_a_content_line_tells_of_the_work_over_it():
    lines = "1. Hội nghị viên chức\n- Nội dung: thông qua các báo cáo.\n- Thời gian: 05/10/2024.\n"
    assert works(lines)[0][0] == "Hội nghị viên chức"


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- Sinh hoạt chuyên đề: ngày 15/10/2024, đ/c Lan chuẩn bị nội dung.", ("đ/c Lan",)),
        ("- Lãnh đạo tổng kết năm học trước ngày 31/5/2025.", ()),
        ("- Các chi đội: đăng ký thi đua trước 25/9/2024.", ("Các chi đội",)),
        ("- Các cá nhân được phân công báo cáo tiến độ trước ngày 25/9/2024.", ("Các cá nhân được phân công",)),
    ],
)
def test_who_acts_is_told_without_the_deed(line, owners):
    assert plan_of(line).tasks[0].owners == owners


def test_a_day_beside_people_in_one_bracket_is_the_works():
    text = "2. Đợt 2: Từ 21/11/2024 đến 31/01/2025\n- Giao lưu với bộ đội (20/12, TPT Đội chủ trì).\n- Thi vẽ tranh.\n"
    task = plan_of(text).tasks[0]
    assert (task.due.day, task.owners) == (day(12, 20), ("TPT Đội",))


def test_a_cell_of_two_weekdays_of_one_rhythm_is_one_work():
    rows = ("Hoạt động|Thời gian", "Bồi dưỡng lớp 9|Thứ 3, thứ 5 hằng tuần", "Thao giảng|15/11/2024")
    assert works(table(*rows))[0] == ("Bồi dưỡng lớp 9", day(9, 3))


@pytest.mark.parametrize("cell", ["Sau kiểm tra giữa kỳ II", "Sau khi thi học kỳ I"])
def test_what_follows_an_event_is_not_due_when_the_event_is(cell):
    plan = plan_of(table("Hoạt động|Thời gian", f"Ngoại khóa giao thông|{cell}", "Thao giảng|15/11/2024"))
    assert plan.tasks[0].due.day is None
    assert "chua-hieu-thoi-gian" in {finding.rule for finding in plan.findings}


def test_two_weeks_of_one_work_are_done_each():
    assert len(works("- Nói chuyện chuyên đề dưới cờ (dự kiến tuần 3 tháng 10 và tuần 2 tháng 3).")) == 2


def test_days_of_a_roster_nobody_can_place_are_told():
    plan = plan_of(table("Ngày|Người trực", "14/10 - 19/10|Thầy Khang", "21/10 - 26/10|Cô Nhung"))
    assert not plan.tasks
    assert "bang-khong-hieu" in {finding.rule for finding in plan.findings}


def test_a_table_of_two_columns_and_few_rows_keeps_its_header():
    assert works(table("Hoạt động|Thời gian", "Thao giảng|15/11/2024", "Hội thi|20/12/2024"))[0][0] == "Thao giảng"


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("+ Vui hội đến trường của bé 05/9.", day(9, 5)),
        ("+ Họp cha mẹ trẻ đầu năm: 14/9 (toàn trường).", day(9, 14)),
        ("+ Tổ chức hội trại 2/9.", day(9, 30)),
        ("+ Thăm lớp 4/9.", day(9, 30)),
    ],
)
def test_a_bare_day_of_the_month_over_it_is_a_day_unless_it_names_a_feast_or_a_class(line, due):
    assert works(f"* Tháng 9/2024:\n{line}\n+ Ổn định nền nếp các lớp.")[0][1] == due


def test_clauses_of_a_line_under_a_month_keep_their_own_times():
    lines = "* Tháng 12/2024:\n+ Cân đo trẻ đợt 2; khám sức khỏe đợt 1 ngày 10/12.\n+ Viết sáng kiến; hoàn thành trước 20/12."
    assert [due for _, due in works(lines)] == [day(12, 31), day(12, 10), day(12, 20)]


def test_a_break_by_somebody_elses_calendar_is_no_work():
    assert works("* Tháng 01/2025:\n+ Nghỉ Tết theo lịch của tỉnh.\n+ Chợ Tết quê em (22/01).")[0][1] == day(
        1, 22, 2025
    )


def test_a_subject_named_after_another_shares_what_is_done():
    line = "- Khối 4, 5 kiểm tra cuối năm: Tiếng Việt ngày 13/5, Toán ngày 14/5."
    assert works(line)[1] == ("Khối 4, 5 kiểm tra cuối năm: Toán", day(5, 14, 2025))


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Khoản 1. Bảo vệ kiểm tra bình chữa cháy ngày 05/10/2024.", ("Bảo vệ",)),
        ("- Hiệu trưởng mời Công an kiểm tra bình chữa cháy ngày 05/10/2024.", ("Hiệu trưởng",)),
        (
            "- Đồng chí Vân - Chủ tịch Công đoàn: chuẩn bị báo cáo, hoàn thành 20/9.",
            ("Đồng chí Vân - Chủ tịch Công đoàn",),
        ),
    ],
)
def test_who_acts_is_told_behind_a_counted_clause_and_with_an_office(line, owners):
    assert plan_of(line).tasks[0].owners == owners
