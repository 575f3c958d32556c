"""Deadlines in running text: which works a paragraph sets, how they are called, and who does them."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"


def plan_of(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def works(text):
    return [(task.title, task.due.day) for task in plan_of(text).tasks]


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        ("- Họp tổ (Hoàn thành trước tháng 5/2025).", "Họp tổ", date(2025, 4, 30)),
        ("1. Nộp hồ sơ trước ngày 25/9/2024.", "Nộp hồ sơ", date(2024, 9, 25)),
        ("- Trước ngày 30/9/2024, các lớp nộp danh sách trẻ.", "Các lớp nộp danh sách trẻ", date(2024, 9, 30)),
        ("- Nộp báo cáo trước ngày 5/10/2024 về Phòng GD&ĐT.", "Nộp báo cáo về Phòng GD&ĐT", date(2024, 10, 5)),
        ("- Khám sức khỏe cho trẻ: Tháng 11/2024.", "Khám sức khỏe cho trẻ", date(2024, 11, 30)),
        ("- Hoàn thành hồ sơ; thời hạn: 20/10/2024", "Hoàn thành hồ sơ", date(2024, 10, 20)),
        ("a) Chậm nhất ngày 4/10 thu đơn xin hỗ trợ.", "Thu đơn xin hỗ trợ", date(2024, 10, 4)),
        ("+ **Kiểm kê tài sản** trước ngày **31/12/2024**.", "Kiểm kê tài sản", date(2024, 12, 31)),
    ],
)
def test_one_item_is_one_task(line, title, day):
    assert works(line) == [(title, day)]


def test_a_sentence_with_two_deadlines_is_two_tasks():
    line = "- Báo cáo sơ kết trước ngày 10/1/2025 và kế hoạch học kỳ II trước ngày 17/1/2025 gửi về Phòng."
    assert works(line) == [
        ("Báo cáo sơ kết", date(2025, 1, 10)),
        ("Kế hoạch học kỳ II gửi về Phòng", date(2025, 1, 17)),
    ]


def test_each_of_two_works_is_quoted_by_its_own_words():
    plan = plan_of("- Nộp sổ trước ngày 10/1/2025; nộp bảng điểm của lớp trước ngày 17/1/2025.")
    assert [task.mentions[0].quote for task in plan.tasks] == [
        "Nộp sổ trước ngày 10/1/2025",
        "nộp bảng điểm của lớp trước ngày 17/1/2025.",
    ]


def test_deadlines_before_their_works_are_told_apart():
    line = "- Trước ngày 30/9/2024 nộp danh sách trẻ của lớp; trước ngày 15/10/2024 nộp sổ theo dõi sức khỏe."
    assert [day for _, day in works(line)] == [date(2024, 9, 30), date(2024, 10, 15)]
    assert [title for title, _ in works(line)] == ["Nộp danh sách trẻ của lớp", "Nộp sổ theo dõi sức khỏe"]


def test_a_bare_time_takes_the_name_of_its_heading():
    assert works("1. Hội thi Bé khéo tay cấp trường\n- Ngày thi từ ngày 2/12/2024 đến ngày 6/12/2024.") == [
        ("Hội thi Bé khéo tay cấp trường", date(2024, 12, 6))
    ]


def test_a_month_as_heading_dates_what_stands_under_it():
    found = works(
        "1. Tháng 11/2024\n- Họp phụ huynh toàn trường.\n- Tuần 3: Dự giờ giáo viên mới.\n2. Tháng 12/2024\n- Thi vẽ tranh."
    )
    assert found == [
        ("Họp phụ huynh toàn trường", date(2024, 11, 30)),
        ("Dự giờ giáo viên mới", date(2024, 11, 24)),
        ("Thi vẽ tranh", date(2024, 12, 31)),
    ]


def test_a_sentence_that_dates_the_list_after_it_gives_each_its_day():
    found = works("Các tổ nộp những hồ sơ sau trước ngày 15/10/2024:\n- Kế hoạch của tổ\n- Sổ dự giờ")
    assert found == [("Kế hoạch của tổ", date(2024, 10, 15)), ("Sổ dự giờ", date(2024, 10, 15))]


@pytest.mark.parametrize(
    "line",
    [
        "- Thực hiện Thông tư số 36/2017/TT-BGDĐT, ngày 28/12/2017 của Bộ.",
        "- Duy trì nền nếp trong năm học 2024-2025.",
        "- Kiểm tra thường xuyên việc giữ vệ sinh.",
        "- Dạy đúng tiêu chí 3.2 cho 5/12 lớp.",
    ],
)
def test_lines_without_deadline_are_duties(line):
    plan = plan_of(line)
    assert plan.tasks == ()
    assert [duty.quote for duty in plan.duties] == [line]


@pytest.mark.parametrize(
    ("line", "owners", "helpers"),
    [
        ("- Họp tổ ngày 5/9/2024. Phụ trách: Phó Hiệu trưởng.", ("Phó Hiệu trưởng",), ()),
        ("- Cân đo ngày 5/9/2024. Phụ trách: Y tế; phối hợp: giáo viên.", ("Y tế",), ("giáo viên",)),
        ("- Họp tổ ngày 5/9/2024.\n+ Người thực hiện: Kế toán", ("Kế toán",), ()),
        ("- Kế toán nộp quyết toán trước ngày 5/9/2024.", ("Kế toán",), ()),
        ("- Nhà trường họp ngày 5/9/2024.", (), ()),
        ("- Treo cờ ngày 2/9/2024 (đ/c Lan phụ trách).", ("đ/c Lan",), ()),
    ],
)
def test_who_does_it(line, owners, helpers):
    task = plan_of(line).tasks[0]
    assert (task.owners, task.helpers) == (owners, helpers)


def test_the_role_of_the_section_owns_its_dated_items():
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Tổ Giám sát\n- Báo cáo kết quả giám sát trước ngày 20/5/2025.\n- Theo dõi tiến độ chung."
    plan = plan_of(text)
    assert plan.tasks[0].owners == ("Tổ Giám sát",)
    assert [(duty.owners, duty.title) for duty in plan.duties] == [(("Tổ Giám sát",), "Theo dõi tiến độ chung")]


def test_an_impossible_day_keeps_the_work_without_a_date_and_blocks():
    plan = plan_of("- Nộp báo cáo trước ngày 31/11/2024.")
    assert [(task.title, task.due.day) for task in plan.tasks] == [("Nộp báo cáo", None)]
    assert [finding.severity for finding in plan.findings if finding.rule == "ngay-khong-co"] == ["block"]


def test_what_a_plan_rests_on_sets_no_task():
    text = "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n1. Kết quả kiểm tra ngày 5/5/2024 của Phòng.\nIII. MỤC TIÊU\n1. Giữ vững nền nếp."
    assert plan_of(text).tasks == ()


def test_a_given_school_year_fills_missing_years():
    plan = understand(read_text("- Nộp hồ sơ của tổ trước ngày 5/3", "dán"), load_calendar(), SchoolYear(2025))
    assert [task.due.day for task in plan.tasks] == [date(2026, 3, 5)]


def test_without_any_year_no_date_is_invented():
    plan = understand(read_text("- Nộp hồ sơ của tổ cho văn thư trước ngày 5/3", "dán"), load_calendar())
    assert all(task.due.day is None for task in plan.tasks)


def test_a_text_in_another_language_gives_no_task():
    text = "The committee shall submit the annual report before 25/9/2023 and publish it on the website by May."
    plan = understand(read_text(text, "dán"), load_calendar())
    assert (plan.tasks, [finding.rule for finding in plan.findings]) == ((), ["ngon-ngu"])


def test_vietnamese_without_accents_is_read():
    text = "I. NOI DUNG\n- Nop bao cao tong ket nam hoc ve Phong Giao duc truoc ngay 25/5/2025."
    plan = understand(read_text(text, "dán"), load_calendar())
    assert [(task.title, task.due.day) for task in plan.tasks] == [
        ("Nop bao cao tong ket nam hoc ve Phong Giao duc", date(2025, 5, 25))
    ]


def test_work_said_twice_for_the_same_day_is_one_task_with_both_mentions():
    plan = plan_of("- Nộp sổ điểm trước ngày 10/1/2025.\n- Họp tổ ngày 5/9/2024.\n- Nộp sổ điểm: trước ngày 10/1/2025.")
    assert [(task.title, len(task.mentions)) for task in plan.tasks] == [("Nộp sổ điểm", 2), ("Họp tổ", 1)]


def test_a_week_as_heading_dates_its_bullets_and_events_in_names_do_not_move_them():
    text = "Tuần 2 (từ 11/11 đến 15/11/2024):\n- Hội giảng chào mừng ngày 20/11.\n- Kế toán chốt tiền ăn.\nHẾT"
    assert works(text) == [
        ("Hội giảng chào mừng ngày 20/11", date(2024, 11, 15)),
        ("Kế toán chốt tiền ăn", date(2024, 11, 15)),
    ]


def test_a_line_for_the_time_speaks_for_the_work_above_it():
    text = "1. An toàn\n* Tổng vệ sinh trước kì nghỉ Tết.\nThời gian: Ngày 13/01/2025.\nNgười thực hiện: Bảo vệ.\nKinh phí: 2 triệu đồng."
    plan = plan_of(text)
    assert [(task.title, task.due.day, task.owners) for task in plan.tasks] == [
        ("Tổng vệ sinh trước kì nghỉ Tết", date(2025, 1, 13), ("Bảo vệ",))
    ]
    assert plan.tasks[0].budget.vnd == 2_000_000
    assert plan.duties == ()


def test_the_day_that_opens_a_line_is_its_deadline():
    assert works("4. Ngày 15/01/2025: kết thúc học kì I.") == [("Kết thúc học kì I", date(2025, 1, 15))]


def test_a_letter_is_titled_by_its_sentence():
    text = (
        "Thực hiện Thông tư số 09/2024/TT-BGDĐT ngày 03/6/2024 của Bộ GD&ĐT, Phòng GD&ĐT yêu cầu các trường rà soát nội dung "
        "công khai và gửi báo cáo về Phòng trước ngày 20/9/2024. Nhận được công văn này, đề nghị các trường thực hiện."
    )
    assert works(text) == [("Rà soát nội dung công khai và gửi báo cáo về Phòng", date(2024, 9, 20))]
