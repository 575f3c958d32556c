"""Names × months with marks: one work a mark, named by what stands over the table and the name in its row."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
ROWS = "1\tLê Thị Ráng\tNgữ văn\tx\t\t-\n2\tTạ Bền\tToán\t\tX\tx\n"


def works_of(text: str):
    plan = understand(read_text(HEAD + text, "plan.txt"), load_calendar())
    return [(task.title, task.owners, str(task.due.start), task.due.precision.value) for task in plan.tasks]


@pytest.mark.parametrize(
    "over",
    [
        "1. Dự giờ giáo viên",
        "1. Lịch dự giờ giáo viên, cụ thể như sau:",
        "II. KẾ HOẠCH DỰ GIỜ GIÁO VIÊN",
        "A. Dự giờ giáo viên\nBảng theo dõi:",
    ],
)
@pytest.mark.parametrize("head", ["TT\tHọ và tên\tMôn", "STT\tGiáo viên\tChuyên môn"])
def test_each_mark_beside_a_name_is_one_work_of_the_deed_over_the_table(over, head):
    assert works_of(f"{over}\n{head}\tTháng 10\tTháng 11\tTháng 12\n{ROWS}") == [
        ("Dự giờ giáo viên Lê Thị Ráng – Ngữ văn", (), "2024-10-01", "month"),
        ("Dự giờ giáo viên Tạ Bền – Toán", (), "2024-11-01", "month"),
        ("Dự giờ giáo viên Tạ Bền – Toán", (), "2024-12-01", "month"),
    ]


def test_the_head_over_the_names_may_say_what_is_done_to_them():
    rows = "1\tLê Thị Ráng\tx\t\tHiệu trưởng\n2\tTạ Bền\t\tx\tPhó Hiệu trưởng\n"
    assert [(title, owners) for title, owners, *_ in works_of(f"TT\tGV được dự giờ\tT10\tT11\tNgười dự\n{rows}")] == [
        ("Dự giờ GV Lê Thị Ráng", ("Hiệu trưởng",)),
        ("Dự giờ GV Tạ Bền", ("Phó Hiệu trưởng",)),
    ]


def test_things_that_are_checked_are_named_and_do_nothing():
    rows = "1\tThư viện\tx\t\n2\tY tế học đường\t\tx\n"
    assert [work[:2] for work in works_of(f"1. Kiểm tra chuyên đề\nTT\tĐối tượng\tTháng 10\tTháng 11\n{rows}")] == [
        ("Kiểm tra chuyên đề thư viện", ()),
        ("Kiểm tra chuyên đề y tế học đường", ()),
    ]


def test_names_under_marks_without_a_deed_over_them_are_no_works_but_told():
    text = f"{HEAD}Bảng phân công trực\nTT\tHọ và tên\tMôn\tTháng 10\tTháng 11\tTháng 12\n{ROWS}"
    plan = understand(read_text(text, "plan.txt"), load_calendar())
    assert plan.tasks == ()
    assert "bang-khong-hieu" in {finding.rule for finding in plan.findings}


def test_a_table_of_works_keeps_its_marks_in_a_row_together_and_takes_no_dash_for_one():
    rows = "1\tKiểm tra sổ đầu bài\tx\tx\t-\n2\tKiểm tra thư viện\t-\t-\tx\n"
    assert works_of(f"1. Kiểm tra hồ sơ\nTT\tNội dung\tTháng 10\tTháng 11\tTháng 12\n{rows}") == [
        ("Kiểm tra sổ đầu bài", (), "2024-10-01", "month"),
        ("Kiểm tra thư viện", (), "2024-12-01", "month"),
    ]
