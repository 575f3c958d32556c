"""Parts of one work with days of their own, rounds of the plan, who acts in the sentence of the time."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import HEAD, day, plan_of, table, works


def test_days_inside_the_week_of_a_row_are_its_works_own():
    rows = ("Tuần|Thời gian|Nội dung", "10|11/11 - 15/11|Kiểm tra lớp 4, 5: Tiếng Việt 12/11, Toán 13/11.")
    found = works(table(*rows, "11|18/11 - 22/11|Mít tinh kỷ niệm 20/11 (sáng thứ Tư)"))
    assert found == [
        ("Kiểm tra lớp 4, 5: Tiếng Việt", day(11, 12)),
        ("Kiểm tra lớp 4, 5: Toán", day(11, 13)),
        ("Mít tinh kỷ niệm 20/11", day(11, 20)),
    ]


def test_a_feast_before_the_bracket_of_its_work_is_no_work():
    rows = ("Tháng|Nội dung", "11/2024|Thao giảng chào mừng 20/11, mỗi người một tiết (từ 04/11 - 14/11)")
    assert [due for _, due in works(table(*rows, "12/2024|Thi thử"))] == [day(11, 14), day(12, 31)]


def test_a_part_of_a_work_on_two_days_is_done_on_each():
    rows = (
        "Công việc|Thời gian|Người làm",
        "Dân chủ|Đặt hòm thư: trước 10/10/2024; đối thoại: 14/12/2024 và 17/5/2025|",
    )
    assert [due for _, due in works(table(*rows, "Thao giảng|15/11/2024|Tổ"))][:3] == [
        day(10, 10),
        day(12, 14),
        day(5, 17, 2025),
    ]


def test_a_month_that_names_a_report_is_not_when_it_is_written_in_a_week_of_another():
    lines = "Tuần 3 (14/10 - 19/10)\n- Kế toán: kiểm quỹ ngày 15/10; báo cáo thu chi tháng 9.\n- Bảo vệ: thay bóng đèn tầng 2."
    assert [due for _, due in works(lines)] == [day(10, 15), day(10, 19), day(10, 19)]


def test_rounds_under_a_heading_of_time_are_rounds_of_the_plan():
    head = HEAD.replace("KẾ HOẠCH\n", "KẾ HOẠCH\nPhụ đạo học sinh\n").replace("I. NỘI DUNG CÔNG VIỆC", "I. Thời gian")
    assert works("- Đợt 1: từ 07/10/2024 đến 27/12/2024.\n- Đợt 2: từ 06/01/2025 đến 16/5/2025.", head) == [
        ("Phụ đạo học sinh đợt 1", day(12, 27)),
        ("Phụ đạo học sinh đợt 2", day(5, 16, 2025)),
    ]


def test_the_next_round_may_be_told_as_what_a_work_follows():
    line = "- Khảo sát sau đợt 1 (ngày 20/12), sau đợt 2 (ngày 16/5)."
    assert works(line) == [("Khảo sát sau đợt 1", day(12, 20)), ("Khảo sát sau đợt 2", day(5, 16, 2025))]


def test_a_merged_day_pasted_as_text_dates_the_rows_under_it():
    rows = ("Ngày\tBuổi\tKhối 10\tKhối 11", "16/12/2024\tSáng\tNgữ văn\tNgữ văn", "\tChiều\tVật lí\tHóa học")
    assert {due for _, due in works("\n".join((*rows, "17/12/2024\tSáng\tToán\tToán")))} == {day(12, 16), day(12, 17)}


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- Tổ ĐBCL là đầu mối, tổng hợp báo cáo trước ngày 20/12.", ("Tổ ĐBCL",)),
        ("- Trưởng cụm: tổng hợp báo cáo năm trước ngày 20/5/2025.", ("Trưởng cụm",)),
        ("- Ngày 10/9/2024: nhập phiếu lên hệ thống (các trường).", ("các trường",)),
        ("- BCĐ xã tự kiểm tra hồ sơ trước 30/9/2024.", ("BCĐ xã",)),
        ("- Giáo viên nộp giáo án khi dạy. Tổ trưởng nộp biên bản hạn cuối ngày 22/11/2024.", ("Tổ trưởng",)),
        ("- Tổ trưởng tổ giám sát gửi báo cáo trước ngày 10/4/2025.", ("Tổ trưởng tổ giám sát",)),
    ],
)
def test_who_is_in_charge_or_acts_in_the_sentence_of_the_time(line, owners):
    assert plan_of(line).tasks[0].owners == owners


def test_who_inspects_is_the_owner_and_a_heading_that_assigns_is_none():
    rows = ("Thời gian|Nội dung kiểm tra|Đối tượng|Thành phần kiểm tra", "15/12/2024|Kiểm tra quỹ|Thủ quỹ|Kế toán, HT")
    assert plan_of(table(*rows, "20/12/2024|Kiểm tra sổ|Cô Lan|PHT")).tasks[0].owners == ("Kế toán", "HT")
    assert plan_of("1. Phân công giáo viên\n- PHT lập thời khóa biểu ngày 05/10/2024.").tasks[0].owners == ("PHT",)


def test_a_part_of_a_term_behind_a_report_is_asked_about():
    plan = plan_of("- Tổ trưởng báo cáo kết quả cuối học kỳ I.\n- Kiểm tra hồ sơ ngày 10/12/2024.")
    assert [task.due.day for task in plan.tasks] == [day(12, 10)]
    assert "thang-chua-ro" in {finding.rule for finding in plan.findings}


def test_a_line_of_two_works_is_joined_to_the_row_of_its_day():
    line = "2. Phát triển đội ngũ: cử 03 giáo viên học lớp bồi dưỡng; hội thảo dạy học môn Lịch sử ngày 16/12/2024.\n\n"
    rows = ("Công việc|Thời gian|Chủ trì", "Cử 03 giáo viên học lớp bồi dưỡng|Từ 15/10/2024 đến 15/3/2025|Hiệu trưởng")
    plan = plan_of(line + table(*rows, "Hội thảo dạy học môn Lịch sử|16/12/2024|Tổ Sử"))
    assert {(task.due.day, task.owners) for task in plan.tasks} == {
        (day(12, 16), ("Tổ Sử",)),
        (day(3, 15, 2025), ("Hiệu trưởng",)),
    }


def test_works_that_share_two_words_and_no_day_are_not_joined():
    line = "1. Ngày hội Bé khỏe: tuần 4 tháng 10/2024.\n\n"
    assert len(works(line + table("Thời gian|Nội dung", "13/9 - 17/9/2024|Ngày hội của bé", "20/12/2024|Thi vẽ"))) == 3


def test_a_heading_of_time_dates_the_plan_and_none_of_its_other_sections():
    head = HEAD.replace("KẾ HOẠCH\n", "KẾ HOẠCH\nHưởng ứng tháng an toàn\n").replace("NỘI DUNG CÔNG VIỆC", "THỜI GIAN")
    lines = "Từ ngày 15/10/2024 đến ngày 15/11/2024.\nII. NỘI DUNG\n- Báo cáo nhanh khi có vụ việc.\n- Treo băng rôn."
    assert works(lines, head) == [("Hưởng ứng tháng an toàn", day(11, 15))]
