"""Weeks with days of their own across a table: who does the works of a row stands in the column of people."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THPT HOA SEN\nĐồi Sim, ngày 25 tháng 02 năm 2026\nKẾ HOẠCH\nNăm học 2025-2026\nIII. LỊCH\n"
WEEKS = "Tuần 1 (02/3 - 07/3)\tTuần 2 (09/3 - 14/3)\tTuần 3 (16/3 - 21/3)"


def people(*rows):
    tasks = understand(read_text(HEAD + "\n".join(rows) + "\n", "dán"), load_calendar()).tasks
    return {task.title: (task.owners, task.helpers) for task in tasks}


@pytest.mark.parametrize("first", ["Lĩnh vực", "Mảng công tác", "Bộ phận"])
def test_the_column_of_people_names_who_does_the_works_of_a_row(first):
    found = people(
        f"{first}\t{WEEKS}\tPhụ trách",
        "Chuyên môn\tDuyệt đề khảo sát\t\tTrả bài khảo sát\tPhó Hiệu trưởng Lê Na",
        "Đoàn trường\tTọa đàm tuổi trẻ\tPhát động hiến máu\t\tBí thư Đoàn trường",
    )
    assert found == {
        "Duyệt đề khảo sát": (("Phó Hiệu trưởng Lê Na",), ()),
        "Trả bài khảo sát": (("Phó Hiệu trưởng Lê Na",), ()),
        "Tọa đàm tuổi trẻ": (("Bí thư Đoàn trường",), ()),
        "Phát động hiến máu": (("Bí thư Đoàn trường",), ()),
    }


def test_who_leads_and_who_helps_stand_in_columns_of_their_own():
    found = people(
        f"Lĩnh vực\tChủ trì\tPhối hợp\t{WEEKS}",
        "Đoàn trường\tCô Na\tTổ Văn\tTọa đàm tuổi trẻ\tPhát động hiến máu\tHội trại",
        "Hành chính\tCô Mận\t\tKiểm kê phòng học\tSửa quạt trần\tSơn cổng",
    )
    assert found["Hội trại"] == (("Cô Na",), ("Tổ Văn",))
    assert found["Sơn cổng"] == (("Cô Mận",), ())


def test_people_behind_the_weeks_are_those_of_the_row_whatever_their_column_is_called():
    found = people(
        f"Đơn vị\t{WEEKS}\tTrưởng đoàn",
        "Mầm non\tKiểm tra bếp ăn\t\tKiểm tra sân chơi\tBà Lý Thị Ngân",
        "Tiểu học\t\tKiểm tra phòng bộ môn\tKiểm tra thư viện\tÔng Tạ Văn Hùng",
    )
    assert found["Kiểm tra sân chơi"] == (("Bà Lý Thị Ngân",), ())
    assert found["Kiểm tra thư viện"] == (("Ông Tạ Văn Hùng",), ())


def test_without_a_column_of_people_the_first_column_may_name_them():
    found = people(
        f"Bộ phận\t{WEEKS}",
        "Đoàn trường\tTọa đàm tuổi trẻ\tPhát động hiến máu\tHội trại",
        "Công đoàn\tThăm người ốm\tHội thao\tTổng kết thi đua",
    )
    assert found["Hội trại"] == (("Đoàn trường",), ())
