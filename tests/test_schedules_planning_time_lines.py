"""Lines that only say when, headings that give a time, and lists that are no works."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC ĐỒI THÔNG\nĐồi Thông, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n"


def works(text, head=HEAD):
    return [(task.title, task.due.day) for task in understand(read_text(head + text, "dán"), load_calendar()).tasks]


def test_a_time_line_speaks_of_the_heading_above_it_whatever_follows_the_time():
    text = "II/. NỘI DUNG\n1/. Hội chợ\n- Thời gian: 01 buổi, sáng 20/3/2025.\n2/. Giao lưu\n- Thời gian: từ 14h00 ngày 09/4/2025"
    assert works(text) == [("Hội chợ", date(2025, 3, 20)), ("Giao lưu", date(2025, 4, 9))]


def test_time_lines_beside_their_works_speak_of_the_one_before_them():
    text = "II. NỘI DUNG\n- Thi vẽ tranh\n- Thời gian: 12/11/2024\n- Thi kể chuyện\n- Thời gian: 19/11/2024"
    assert works(text) == [("Thi vẽ tranh", date(2024, 11, 12)), ("Thi kể chuyện", date(2024, 11, 19))]


def test_under_headings_that_name_no_work_the_plan_itself_is_meant():
    head = HEAD.replace("KẾ HOẠCH\n", "KẾ HOẠCH\nTổ chức ngày hội đọc sách\n")
    assert works("II. NỘI DUNG\n1. Thời gian: 8h00 ngày 19/4/2025\n2. Địa điểm: sân trường", head) == [
        ("Tổ chức ngày hội đọc sách", date(2025, 4, 19))
    ]


def test_a_number_of_three_levels_stands_under_one_of_two():
    text = "II. NỘI DUNG\n2. Hội thi\n2.1. Vòng trường\n2.1.1. Mục đích chung\n2.1.2. Thời gian: 12/11/2024"
    assert works(text) == [("Vòng trường", date(2024, 11, 12))]


def test_a_month_with_its_theme_dates_the_list_under_it():
    text = (
        "II. NỘI DUNG\n1. Tháng 9/2024: Chủ điểm “Mái trường”\n- Kiện toàn đội cờ đỏ.\n- Nộp đăng ký trước ngày 28/9."
    )
    assert works(text) == [("Kiện toàn đội cờ đỏ", date(2024, 9, 30)), ("Nộp đăng ký", date(2024, 9, 28))]


def test_a_theme_in_brackets_behind_a_month_is_no_work():
    text = (
        "II. LỊCH HOẠT ĐỘNG THEO THÁNG\nTháng 10 (Chủ điểm: Chăm ngoan)\n- Kiện toàn đội cờ đỏ.\n"
        "Tháng 12 (Chủ điểm: Uống nước nhớ nguồn)\n- Viết thư thăm chiến sĩ đảo xa."
    )
    assert works(text) == [
        ("Kiện toàn đội cờ đỏ", date(2024, 10, 31)),
        ("Viết thư thăm chiến sĩ đảo xa", date(2024, 12, 31)),
    ]


def test_weeks_one_after_another_date_their_lists_and_keep_their_own_work():
    weeks = "1. Tuần 1 (2/9 - 7/9): Ổn định nền nếp\n- Kiểm tra vệ sinh lớp\n2. Tuần 2 (9/9 - 14/9): Họp cha mẹ học sinh\n- Chuẩn bị hội trường"
    assert works("II. NỘI DUNG\n" + weeks) == [
        ("Ổn định nền nếp", date(2024, 9, 7)),
        ("Kiểm tra vệ sinh lớp", date(2024, 9, 7)),
        ("Họp cha mẹ học sinh", date(2024, 9, 14)),
        ("Chuẩn bị hội trường", date(2024, 9, 14)),
    ]


def test_the_heading_of_a_list_of_days_is_no_work():
    text = "V. LỊCH TỔ CHỨC (15/11 - 10/12/2024)\n- 15/11: Phát động cuộc thi.\n- 09/12: Tổng kết cuộc thi."
    assert works(text) == [("Phát động cuộc thi", date(2024, 11, 15)), ("Tổng kết cuộc thi", date(2024, 12, 9))]


def test_those_invited_are_no_works_of_the_day():
    text = (
        "II. NỘI DUNG\n1. Ngày 18/11/2024:\n- Thi kéo co.\n2. Thành phần:\n- Đại diện cha mẹ học sinh.\n- Ban Giám hiệu"
    )
    assert works(text) == [("Thi kéo co", date(2024, 11, 18))]


def test_a_theme_with_a_day_is_no_deadline():
    assert works("II. NỘI DUNG\n- Chủ đề: hướng về ngày 20/11/2024") == []


def test_a_name_the_calendar_knows_stays_the_name_of_its_work():
    text = "II. NỘI DUNG\n1. Tháng 4/2025: Chủ điểm “Hòa bình”\n- Ngày hội đọc sách 21/4.\n- Thu giấy vụn."
    assert works(text) == [("Ngày hội đọc sách", date(2025, 4, 21)), ("Thu giấy vụn", date(2025, 4, 30))]


def test_days_and_weekdays_open_the_lists_under_them():
    text = (
        "A. LỊCH CÔNG TÁC TUẦN 12 (từ 18/11 đến 23/11/2024)\nThứ Hai, 18/11\n- 7h00: Chào cờ đầu tuần\nThứ Tư, 20/11\n"
        "- Dự giờ lớp 4A\nThứ Năm:\n- Văn thư nộp thống kê"
    )
    assert works(text) == [
        ("7h00: Chào cờ đầu tuần", date(2024, 11, 18)),
        ("Dự giờ lớp 4A", date(2024, 11, 20)),
        ("Văn thư nộp thống kê", date(2024, 11, 21)),
    ]


def test_two_groups_with_a_time_each_are_two_works():
    assert [
        day for _, day in works("II. NỘI DUNG\n- Thao giảng: Tổ 1 (từ 14/10 - 18/10), Tổ 4 (từ 21/10 - 25/10).")
    ] == [
        date(2024, 10, 18),
        date(2024, 10, 25),
    ]


def test_a_label_of_time_may_name_the_work():
    text = "II. NỘI DUNG\n1. Hội thi\n- Thời gian, địa điểm tổng kết: 15h30 ngày 29/11/2024 tại hội trường."
    assert works(text) == [("Tổng kết", date(2024, 11, 29))]


def test_whoever_a_heading_names_does_what_stands_under_it():
    text = "II. NỘI DUNG\n3. Công tác thư viện (đ/c Hoa phụ trách)\n- Cập nhật danh mục sách trước 30/9/2024."
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    assert [task.owners for task in plan.tasks] == [("đ/c Hoa",)]


def test_a_heading_in_capitals_is_nobodys_name():
    text = "III. PHÂN CÔNG\n- Dự trù kinh phí trước 15/10/2024."
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    assert [task.owners for task in plan.tasks] == [()]


def test_a_theme_between_a_month_and_its_list_hides_nothing():
    text = "PHẦN B. CỤ THỂ\nTHÁNG 10\nChủ điểm: Chăm ngoan\n1) Hội nghị viên chức: tuần 1\n2) Trồng cây quanh sân"
    assert works(text) == [("Hội nghị viên chức", date(2024, 10, 6)), ("Trồng cây quanh sân", date(2024, 10, 31))]


def test_days_off_do_not_date_the_work_after_them():
    text = "II. NỘI DUNG\n1) Nghỉ Tết Nguyên đán từ 25/01 đến 02/02/2025\n2) Trồng cây quanh sân"
    assert works(text) == [("Nghỉ Tết Nguyên đán", date(2025, 2, 2))]


def test_a_span_before_a_colon_is_one_time():
    assert works("II. LỘ TRÌNH\n- 16/8 - 31/8: Lấy ý kiến, hoàn thiện.") == [
        ("Lấy ý kiến, hoàn thiện", date(2024, 8, 31))
    ]


def test_a_day_behind_a_work_refines_the_month_before_it():
    assert works("II. LỘ TRÌNH\n- Tháng 10: Hội nghị viên chức (15/10).") == [
        ("Hội nghị viên chức", date(2024, 10, 15))
    ]


def test_a_second_deadline_behind_its_work_takes_that_work():
    text = "II. LỘ TRÌNH\n- Cuối tháng 12: Sơ kết học kỳ I, báo cáo về Phòng GD&ĐT (trước 05/01/2025)."
    assert works(text) == [("Sơ kết học kỳ I", date(2024, 12, 31)), ("Báo cáo về Phòng GD&ĐT", date(2025, 1, 5))]


def test_a_time_between_dashes_is_found():
    plan = understand(read_text(HEAD + "II. NỘI DUNG\n3) Họp cha mẹ học sinh - 15/9 - GVCN", "dán"), load_calendar())
    assert [(task.due.day, task.owners) for task in plan.tasks] == [(date(2024, 9, 15), ("GVCN",))]


def test_rounds_of_one_line_share_its_first_words_and_people():
    text = "III. TỔ CHỨC THỰC HIỆN\n3. Nhân viên:\na) Y tế: khám sức khỏe đợt 1 (tháng 9), đợt 2 (tháng 3)."
    tasks = understand(read_text(HEAD + text, "dán"), load_calendar()).tasks
    assert [(task.title, task.due.day, task.owners) for task in tasks] == [
        ("Y tế: khám sức khỏe đợt 1", date(2024, 9, 30), ("Y tế",)),
        ("Y tế: khám sức khỏe đợt 2", date(2025, 3, 31), ("Y tế",)),
    ]


def test_a_chain_of_days_in_one_line_is_a_work_a_day():
    text = "III. MỐC\nNgày 05/9: Khai giảng; ngày 17/01/2025: kết thúc HKI; ngày 23/5/2025: kết thúc HKII; ngày 30/5/2025: tổng kết."
    assert [day for _, day in works(text)] == [
        date(2024, 9, 5),
        date(2025, 1, 17),
        date(2025, 5, 23),
        date(2025, 5, 30),
    ]


def test_days_of_one_work_that_follow_each_other_are_a_span_and_others_a_work_a_day():
    text = "III. MỐC\n- Khảo sát lớp 6 ngày 12/9/2024 và 13/9/2024.\n- Họp tổ ngày 03/10/2024, 17/10/2024."
    tasks = understand(read_text(HEAD + text, "dán"), load_calendar()).tasks
    assert [(task.title, task.due.start, task.due.day) for task in tasks] == [
        ("Khảo sát lớp 6", date(2024, 9, 12), date(2024, 9, 13)),
        ("Họp tổ", date(2024, 10, 3), date(2024, 10, 3)),
        ("Họp tổ", date(2024, 10, 17), date(2024, 10, 17)),
    ]


def test_an_event_with_a_day_of_its_own_keeps_its_name():
    text = "III. MỐC\n- Lễ khai giảng tổ chức lúc 7 giờ 30 ngày 05/9/2024 tại sân trường."
    tasks = understand(read_text(HEAD + text, "dán"), load_calendar()).tasks
    assert [(task.title[:13], task.due.day) for task in tasks] == [("Lễ khai giảng", date(2024, 9, 5))]


def test_a_second_step_with_its_own_last_day_is_a_work_of_the_same_people():
    text = "III. VIỆC\n3. Thư ký Ban kiểm tra gửi báo cáo: sơ kết trước ngày 31/12/2024, tổng kết trước ngày 31/5/2025."
    tasks = understand(read_text(HEAD + text, "dán"), load_calendar()).tasks
    assert [(task.title.partition(": ")[2], task.due.day) for task in tasks] == [
        ("sơ kết", date(2024, 12, 31)),
        ("tổng kết", date(2025, 5, 31)),
    ]
    assert {task.owners for task in tasks} == {("Thư ký Ban kiểm tra",)}


def test_one_work_with_a_beginning_and_an_end_is_not_two():
    text = "III. VIỆC\n- Kế toán lập dự toán trước ngày 10/9/2024, hoàn thành trước ngày 20/9/2024."
    assert len(works(text)) == 1


def test_what_a_campaign_or_an_aim_is_for_sets_no_date():
    text = "II. MỤC TIÊU\n- 100% hồ sơ được số hóa vào cuối năm học.\nIII. VIỆC\nThi đua chào mừng Ngày Nhà giáo Việt Nam 20/11."
    assert works(text) == []


def test_the_class_in_a_last_bracket_is_who_does_it():
    text = "III. VIỆC\n- Bàn giao học sinh lớp 5 trước ngày 20/5/2025. (GVCN khối 5)"
    tasks = understand(read_text(HEAD + text, "dán"), load_calendar()).tasks
    assert [task.owners for task in tasks] == [("GVCN khối 5",)]


def test_what_was_left_over_from_last_month_is_no_work():
    text = "A. KẾT QUẢ THỰC HIỆN CÔNG TÁC THÁNG 9\n1. Đã họp phụ huynh ngày 15/9.\nB. VIỆC\n- Tồn tại: hai lớp chậm nộp sổ tháng 9/2024."
    assert works(text) == []


def test_the_subject_of_a_notice_is_no_work():
    title = "Về việc tổ chức kiểm tra cuối học kỳ II và một số công việc tháng 5 năm 2025 của nhà trường\n"
    assert works(title + "I. VIỆC\n- Nộp đề trước ngày 20/4/2025.") == [("Nộp đề", date(2025, 4, 20))]


def test_a_feast_after_a_week_names_the_work_and_not_its_day():
    text = "8. Tháng 4/2025\n- Tuần 3: Tổ chức Ngày sách và Văn hóa đọc Việt Nam cho học sinh.\n- Tuần 4: Kiểm kê sách."
    assert works(text)[0] == ("Tổ chức Ngày sách và Văn hóa đọc Việt Nam cho học sinh", date(2025, 4, 20))


def test_a_bullet_with_its_week_does_not_date_the_bullet_beside_it():
    text = "2. Tháng 10/2024\n- Tuần 2: Tuyên truyền giới thiệu sách.\n- Lập danh mục sách cần mua.\n- Tuần 4: Kiểm kê sách."
    assert [day for _, day in works(text)] == [date(2024, 10, 13), date(2024, 10, 31), date(2024, 10, 27)]


@pytest.mark.parametrize(
    "heading",
    [
        "III. NHIỆM VỤ THÁNG 10",
        "III. Công tác tháng 10/2024",
        "III. NỘI DUNG CÔNG TÁC TRONG THÁNG 10 NĂM 2024",
        "2. Kế hoạch hoạt động tháng 10",
    ],
)
def test_a_heading_that_names_the_works_of_a_month_dates_them(heading):
    text = f"II. NỘI DUNG\n{heading}\n- Thi giữa kỳ: tuần 4.\n- Kiểm tra hồ sơ sổ sách.\n- Nộp báo cáo trước ngày 25."
    assert [day for _, day in works(text)] == [date(2024, 10, 27), date(2024, 10, 31), date(2024, 10, 25)]


def test_a_heading_that_says_what_matters_in_a_month_tells_the_month_of_times_under_it():
    text = "II. NỘI DUNG\nIII. NHIỆM VỤ TRỌNG TÂM THÁNG 10\n- Thi giữa kỳ: tuần 4.\n- Giữ vững nền nếp dạy học."
    assert works(f"{text}\n- Nộp báo cáo trước ngày 25.") == [
        ("Thi giữa kỳ", date(2024, 10, 27)),
        ("Nộp báo cáo", date(2024, 10, 25)),
    ]


def test_a_heading_that_looks_back_on_a_month_dates_nothing():
    assert works("II. NỘI DUNG\n1. Đánh giá công tác tháng 10\n- Kiểm tra hồ sơ sổ sách.\n- Thi giữa kỳ đạt 95%.") == []


def test_in_a_plan_of_one_month_its_name_over_a_list_says_nothing_new():
    head = HEAD.replace("KẾ HOẠCH\n", "KẾ HOẠCH CÔNG TÁC THÁNG 10 NĂM 2024\n")
    assert works("II. NHIỆM VỤ TRỌNG TÂM THÁNG 10\n- Giữ vững nền nếp.\n- Nộp báo cáo trước ngày 25.", head) == [
        ("Nộp báo cáo", date(2024, 10, 25))
    ]
