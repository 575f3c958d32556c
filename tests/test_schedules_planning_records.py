"""Lines that each label one part of a work, headings over what went before, and months whose sentences are works."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.particulars import are_costs
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nHoa Sen, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\n"


def tasks(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar()).tasks


def works(text):
    return [(task.title, task.due.day) for task in tasks(text)]


def owners(text):
    return [task.owners for task in tasks(text)]


def test_labelled_lines_speak_of_the_work_of_their_own_record_whatever_comes_first():
    text = (
        "II. NỘI DUNG\nTiêu chí 1.3: Đoàn thể\nViệc cần làm: lập lịch trực hè.\nNgười phụ trách: Bí thư Chi đoàn\n"
        "Thời gian: trước ngày 20/5/2026\nTiêu chí 2.2: Giáo viên\nViệc cần làm: bồi dưỡng tin học.\n"
        "Người phụ trách: Phó Hiệu trưởng\nThời gian: tháng 10/2025\n"
    )
    assert [(task.criterion, task.owners, task.due.day) for task in tasks(text)] == [
        ("1.3", ("Bí thư Chi đoàn",), date(2026, 5, 20)),
        ("2.2", ("Phó Hiệu trưởng",), date(2025, 10, 31)),
    ]


def test_a_label_told_again_begins_the_next_record():
    text = (
        "II. NỘI DUNG\nViệc cần làm: mua sách.\nPhụ trách: Thư viện\nThời gian: 10/10/2025\n"
        "Việc cần làm: sửa cổng.\nPhụ trách: Bảo vệ\nThời gian: 12/11/2025\n"
    )
    assert owners(text) == [("Thư viện",), ("Bảo vệ",)]


@pytest.mark.parametrize("heading", ["Kết quả năm học trước", "Ưu điểm", "Thuận lợi, khó khăn"])
def test_what_stands_under_a_heading_of_what_went_before_is_told(heading):
    assert works(
        f"II. NỘI DUNG\n1. {heading}\n- Thi nghề (26/9/2025): 251 em đỗ.\n2. Kế hoạch\n- Thi thử: 14/3/2026."
    ) == [("Thi thử", date(2026, 3, 14))]


def test_difficulties_with_what_mends_them_set_works():
    text = "II. NỘI DUNG\n1. Hạn chế và biện pháp khắc phục\n- Nộp lại hồ sơ trước ngày 20/9/2025."
    assert works(text) == [("Nộp lại hồ sơ", date(2025, 9, 20))]


def test_a_numbered_part_ends_at_the_next_number():
    text = "1. Đặc điểm tình hình\n- Trường có 20 lớp.\n2. Nội dung công việc\n- Họp phụ huynh ngày 15/9/2025."
    assert works(text) == [("Họp phụ huynh", date(2025, 9, 15))]


def test_each_sentence_behind_a_month_is_a_work_with_its_own_time():
    text = "II. NỘI DUNG\nTháng 10: Diễn tập chữa cháy, thoát nạn lúc 9 giờ ngày 10/10. Cô Ngọc mua bông băng, thuốc sát trùng."
    assert works(text) == [
        ("Diễn tập chữa cháy, thoát nạn", date(2025, 10, 10)),
        ("Cô Ngọc mua bông băng, thuốc sát trùng", date(2025, 10, 31)),
    ]


def test_a_feast_gives_way_to_the_time_behind_its_label():
    assert works("II. NỘI DUNG\n- Thao giảng chào mừng 20/11, mỗi tổ 02 tiết: 05/11 - 15/11.") == [
        ("Thao giảng chào mừng 20/11, mỗi tổ 02 tiết", date(2025, 11, 15))
    ]


def test_the_day_of_one_group_stands_beside_the_day_of_all():
    assert works("II. NỘI DUNG\n1. Tựu trường ngày 25/8/2025 (lớp 9: 20/8/2025).") == [
        ("Tựu trường", date(2025, 8, 25)),
        ("Tựu trường (lớp 9)", date(2025, 8, 20)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện cam kết; phấn đấu đến 30/6/2026 có 95% phụ huynh hài lòng.",
        "Nâng cao năng lực; kết quả bồi dưỡng là căn cứ xếp loại viên chức trước ngày 31/5/2026.",
        "Bước 1 (đã xong): Thành lập Hội đồng, 16/9/2025.",
    ],
)
def test_aims_grounds_and_steps_told_done_set_no_work(line):
    assert works(f"II. NỘI DUNG\n{line}") == []


def test_a_day_before_a_teacher_is_no_share():
    (told,) = works("II. NỘI DUNG\n- 24/02: cô Mỹ báo cáo chuyên đề ngoại ngữ.")
    assert told[1] == date(2026, 2, 24)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Thi ngày 3/11/2025; thầy Lương Bảo, Phó Hiệu trưởng phụ trách.", "thầy Lương Bảo, Phó Hiệu trưởng"),
        ("3/11/2025: cô Mỹ Dung - Tổ trưởng tổ 1 báo cáo chuyên đề.", "cô Mỹ Dung - Tổ trưởng tổ 1"),
        ("Ông Đức Hải, TTCM Tổ Toán - Tin: soạn đề cương trước 3/11/2025.", "Ông Đức Hải, TTCM Tổ Toán - Tin"),
        ("Hiệu trưởng giao cho Phó Hiệu trưởng tổng hợp trước ngày 3/11/2025.", "Phó Hiệu trưởng"),
        ("Viết dự thảo, giao cho cô Ngọc, xong trước ngày 3/11/2025.", "cô Ngọc"),
        ("Thi cuối kỳ: từ 3/11 đến 8/11/2025, Hội đồng coi kiểm tra thực hiện.", "Hội đồng coi kiểm tra"),
        ("Đoàn đánh giá ngoài làm việc tại trường ngày 3/11/2025.", "Đoàn đánh giá ngoài"),
        ("Tổ bảo vệ trực Tết ngày 3/11/2025.", "Tổ bảo vệ"),
        ("Thăm gia đình liệt sĩ: 3/11/2025 (Thầy Phúc).", "Thầy Phúc"),
        ("GVCN 9A1, 9A2: họp phụ huynh ngày 3/11/2025.", "GVCN 9A1, 9A2"),
    ],
)
def test_who_does_it_with_their_office_and_not_who_asks(line, who):
    assert owners(f"II. NỘI DUNG\n- {line}") == [(who,)]


def test_a_row_of_teachers_each_teach_on_their_own_day():
    text = "II. NỘI DUNG\n1. Thao giảng: cô Nhung (tiết 2 ngày 30/10/2025, lớp 8A), thầy Long (tiết 4 ngày 13/11/2025, lớp 7A)."
    assert [(task.due.day, task.owners) for task in tasks(text)] == [
        (date(2025, 10, 30), ("cô Nhung",)),
        (date(2025, 11, 13), ("thầy Long",)),
    ]


def test_a_table_of_costs_holds_no_works_unless_it_names_who_does_them():
    assert are_costs(["Nội dung", "ĐVT", "SL", "Thành tiền", "Thời điểm chi"])
    assert not are_costs(["Nội dung", "Số lượng", "Thành tiền", "Thời gian", "Người thực hiện"])


def test_tu_behind_a_name_is_no_opener_of_a_time():
    assert works("II. NỘI DUNG\n- Mở lớp cho 60 thanh niên ưu tú (chiều 14/3).") == [
        ("Mở lớp cho 60 thanh niên ưu tú", date(2026, 3, 14))
    ]
