"""Times that lead several works of a line, feasts that lead to another day, weeks a plan counts itself, days off."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"


def plan_of(text, head=HEAD):
    return understand(read_text(head + text, "dán"), load_calendar())


def table(*rows):
    first, *rest = ("|" + row + "|" for row in rows)
    return "\n".join([first, "|" + "---|" * (first.count("|") - 1), *rest]) + "\n"


def works(text, head=HEAD):
    return [(task.title, task.due.day) for task in plan_of(text, head).tasks]


def day(month, number, year=2024):
    return date(year, month, number)


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
    line = "- Giáo vụ: mở cổng nhập điểm ngày 20/12, khóa cổng lúc 17h ngày 29/12/2024."
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
