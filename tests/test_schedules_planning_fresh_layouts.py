"""What the examiner's plans taught: headers of two rows, headings that name a month, people in brackets and clauses."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.named import named_in
from schedules.planning.people.subjects import clause_subject
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS BÌNH YÊN\nSố: 12/KH-THCSBY\nBình Yên, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH NĂM HỌC 2025-2026\n\n"


def tasks(text: str):
    return understand(read_text(HEAD + text, "dán"), load_calendar()).tasks


def test_a_header_of_two_rows_gives_start_end_lead_and_help():
    rows = (
        "TT\tHoạt động\tThời gian\tPhân công",
        "\t\tBắt đầu\tKết thúc\tChủ trì\tPhối hợp",
        "1\tSố hóa học bạ\t03/11/2025\t19/12/2025\tVăn thư\tGVCN",
    )
    (task,) = tasks("\n".join(rows))
    assert (task.due.start, task.due.day) == (date(2025, 11, 3), date(2025, 12, 19))
    assert (task.owners, task.helpers) == (("Văn thư",), ("GVCN",))


def test_a_heading_in_capitals_that_names_a_month_is_no_work():
    text = "I. CÔNG VIỆC THÁNG 10\n- Nộp báo cáo trước ngày 15/10/2025.\nII. GHI CHÚ\n"
    assert [task.due.day for task in tasks(text)] == [date(2025, 10, 15)]


def test_grounds_before_a_colon_are_no_work():
    text = (
        "Căn cứ kết luận cuộc họp giao ban ngày 03/9/2025, Hiệu trưởng thông báo:\n1. Nộp sổ trước ngày 15/10/2025.\n"
    )
    assert [task.due.day for task in tasks(text)] == [date(2025, 10, 15)]


def test_two_short_works_parted_by_a_semicolon_are_two():
    assert [task.due.day for task in tasks("- Khai mạc ngày 20/3/2026; bế mạc ngày 24/3/2026.\n")] == [
        date(2026, 3, 20),
        date(2026, 3, 24),
    ]


def test_a_day_in_brackets_refines_the_week_of_its_row():
    rows = (
        "Tuần/Ngày\tCông việc",
        "Tuần 1 (01/9 - 07/9)\t- Khai giảng (05/9)",
        "Tuần 2 (08/9 - 14/9)\t- Duyệt kế hoạch",
    )
    assert [task.due.day for task in tasks("\n".join(rows))] == [date(2025, 9, 5), date(2025, 9, 14)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gửi bài dự thi lên Phòng (Văn thư).", ("Văn thư",)),
        ("Thi vẽ tranh (khối 4, 5).", ()),
        ("Thi vẽ tranh (Hiệu trưởng, Kế toán)", ("Hiệu trưởng", "Kế toán")),
    ],
)
def test_a_last_bracket_names_people_only_when_it_holds_roles(text, who):
    assert named_in(text)[0] == who


def test_a_later_clause_may_say_who_acts():
    assert clause_subject("Dự toán 9 triệu đồng, kế toán trình Hiệu trưởng duyệt") == ("kế toán",)
    assert clause_subject("Họp cha mẹ học sinh, bầu ban đại diện") == ()


def test_an_occasion_in_the_name_of_a_work_is_not_its_day():
    rows = (
        "Thời gian\tNội dung\tBiện pháp",
        "Tháng 11/2025\tTrưng bày sách chào mừng Ngày Nhà giáo Việt Nam\tTại sảnh",
    )
    found = tasks("\n".join((*rows, "Tháng 12/2025\tThi kể chuyện\tMỗi lớp một tiết mục")))
    assert [(task.title, task.due.day) for task in found][1] == ("Thi kể chuyện", date(2025, 12, 31))
    assert found[0].due.day == date(2025, 11, 30)


def test_the_rest_of_a_row_on_the_next_page_goes_on_with_it():
    rows = ("Tháng\tNội dung\tMốc", "5\t- Đánh giá trẻ năm tuổi\tTuần 2", "\ttheo Bộ chuẩn phát triển\t")
    (task,) = tasks("\n".join(rows))
    assert task.title == "Đánh giá trẻ năm tuổi theo Bộ chuẩn phát triển"


def test_the_fifth_of_the_next_month_is_not_the_fifth_of_june():
    assert all(task.due.day is None for task in tasks("1. Công khai tiền ăn chậm nhất ngày 05 tháng sau.\n"))


def test_what_is_done_wins_over_the_theme_it_stands_under():
    rows = ("Tháng\tChủ đề\tNội dung hoạt động\tThời gian", "10\tChăm ngoan\tĐại hội Chi đoàn\tTuần 2")
    assert [task.title for task in tasks("\n".join((*rows, "11\tTri ân\tLàm báo tường\tTuần 3")))] == [
        "Đại hội Chi đoàn",
        "Làm báo tường",
    ]
