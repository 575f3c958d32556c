"""Columns of days named by groups, places and rounds: one work for each time, with the groups it is for."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS ĐỒI CHÈ\nĐồi Chè, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n\n"


def works(*rows):
    text = HEAD + "\n".join(row.replace("|", "\t") for row in rows)
    return [
        (task.title, task.due.day.strftime("%d/%m"), task.owners)
        for task in understand(read_text(text, "dán"), load_calendar()).tasks
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Cụm miền Đông", "Cụm miền Tây"),
        ("Khối 8", "Khối 9"),
        ("Lớp 6A", "Lớp 6B"),
        ("Điểm trường Nà Lừa", "Điểm trường Bó Mạ"),
        ("Đợt 1", "Đợt 2"),
        ("Học kỳ I", "Học kỳ II"),
        ("8A1", "8A2"),
    ],
)
def test_a_work_is_dated_for_each_group_apart(first, second):
    found = works(f"TT|Việc|{first}|{second}|Phụ trách", "1|Thử sức giải toán|06/10/2025|8h00 ngày 09/10/2025|Cô Vân")
    assert found == [
        (f"Thử sức giải toán – {first}", "06/10", ("Cô Vân",)),
        (f"Thử sức giải toán – {second}", "09/10", ("Cô Vân",)),
    ]


def test_groups_of_one_day_share_a_work_and_everybody_needs_no_name():
    assert works(
        "Hoạt động|Khối 6|Khối 7|Khối 8",
        "Chụp ảnh kỷ yếu|06/10/2025|06/10/2025|08/10/2025",
        "Cắm trại|26/3/2026|26/3/2026|26/3/2026",
    ) == [
        ("Chụp ảnh kỷ yếu – Khối 6, Khối 7", "06/10", ()),
        ("Chụp ảnh kỷ yếu – Khối 8", "08/10", ()),
        ("Cắm trại", "26/03", ()),
    ]


def test_groups_that_do_the_work_are_its_owners():
    assert works("Hồ sơ phải nộp|Tổ Toán - Tin|Tổ Ngữ văn", "Đề cương ôn tập|Trước 10/12/2025|Trước 12/12/2025") == [
        ("Đề cương ôn tập – Tổ Toán - Tin", "10/12", ("Tổ Toán - Tin",)),
        ("Đề cương ôn tập – Tổ Ngữ văn", "12/12", ("Tổ Ngữ văn",)),
    ]


def test_a_dash_leaves_a_group_out_and_a_month_column_dates_bare_days():
    assert works("Tháng|Nội dung|Cụm 1|Cụm 2", "10|Sinh hoạt chuyên môn|Ngày 10|-", "|Giao hữu cầu lông|-|Ngày 24") == [
        ("Sinh hoạt chuyên môn – Cụm 1", "10/10", ()),
        ("Giao hữu cầu lông – Cụm 2", "24/10", ()),
    ]


def test_a_header_of_two_rows_names_its_groups_in_the_second():
    assert works("TT|Nội dung|Thời gian||Giám thị", "||Khối 6|Khối 7|", "1|Nghe nói|20/10/2025|21/10/2025|Tổ Anh") == [
        ("Nghe nói – Khối 6", "20/10", ("Tổ Anh",)),
        ("Nghe nói – Khối 7", "21/10", ("Tổ Anh",)),
    ]


def test_hours_for_each_group_date_no_work_of_their_own():
    assert works("Ngày|Môn|Khối 6|Khối 7", "20/10/2025|Tin học|7h30|9h00", "21/10/2025|Âm nhạc|7h30|9h00") == [
        ("Tin học", "20/10", ()),
        ("Âm nhạc", "21/10", ()),
    ]


@pytest.mark.parametrize(
    "label", ["Thời gian bảng {}", "Ngày thi bảng {}", "Hạn nộp (bảng {})", "Thời gian tổ chức - Bảng {}"]
)
def test_a_label_may_say_that_it_is_a_time_before_it_names_the_group(label):
    found = works(f"Môn|{label.format('A')}|{label.format('B')}", "Cờ vây|06/10/2025|09/10/2025")
    assert found == [("Cờ vây – Bảng A", "06/10", ()), ("Cờ vây – Bảng B", "09/10", ())]


def test_what_begins_and_what_ends_are_no_groups():
    rows = ("Việc|Ngày bắt đầu|Ngày kết thúc", "Trồng rau sạch|06/10/2025|09/10/2025")
    assert works(*rows) == [("Trồng rau sạch", "09/10", ())]
