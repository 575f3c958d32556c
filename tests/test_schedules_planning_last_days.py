"""Columns and works that call their day the last: no day it begins on, and what is held stays on its day."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Bound
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n\n"
DAY = date(2024, 10, 17)


def due(head, work, time):
    table = f"|TT|Nội dung|Phụ trách|{head}|\n|---|---|---|---|\n|1|{work}|Văn thư|{time}|\n"
    table += "|2|Lau dọn kho sách cũ|Bảo vệ|Tháng 11/2024|\n"
    plan = understand(read_text(f"{HEAD}{table}", "dán"), load_calendar())
    return plan.tasks[0].due


@pytest.mark.parametrize(
    ("head", "work", "time"),
    [
        ("Hạn nộp", "Sổ đăng bộ của 05 năm học", "17/10/2024"),
        ("Hạn nộp về thư ký", "Biên bản họp tổ các năm", "ngày 17/10/2024"),
        ("Hạn nộp", "Phiếu khảo sát", "16 giờ 30, ngày 17/10/2024"),
        ("Hạn cuối", "Danh sách đội tuyển", "Thứ Năm, 17/10/2024"),
        ("Thời hạn hoàn thành", "Lập thời khóa biểu học kỳ I", "17/10/2024"),
        ("Hạn hoàn thành", "Rà soát học sinh hưởng chế độ", "Ngày 17/10"),
        ("Hạn", "Xây dựng quy chế phối hợp", "17/10"),
        ("Deadline", "Cập nhật cơ sở dữ liệu", "17/10"),
        ("Thời hạn", "Lập danh mục thiết bị hỏng", "17/10/2024"),
        ("Ngày", "Hạn chót vào điểm giữa học kỳ I trên phần mềm", "17/10"),
    ],
)
def test_a_day_that_is_called_the_last_has_no_beginning(head, work, time):
    found = due(head, work, time)
    assert (found.bound, found.start, found.day) == (Bound.BY, None, DAY)
    assert "hạn cuối" in found.basis


@pytest.mark.parametrize(
    ("head", "work", "time"),
    [
        ("Thời hạn", "Họp rút kinh nghiệm", "17/10/2024"),
        ("Hạn hoàn thành", "Tập huấn vệ sinh an toàn thực phẩm", "17/10/2024"),
        ("Thời hạn hoàn thành", "Hội nghị viên chức", "Ngày 17/10"),
        ("Thời hạn", "Công bố kết quả", "Ngày 17/10/2024"),
        ("Thời gian", "Lập danh mục thiết bị hỏng", "17/10/2024"),
        ("Thời gian hoàn thành", "Hội thảo đổi mới sinh hoạt tổ", "17/10/2024"),
        ("Ngày", "Vào điểm giữa học kỳ I trên phần mềm", "17/10"),
    ],
)
def test_a_day_something_is_held_on_stays_that_day(head, work, time):
    found = due(head, work, time)
    assert (found.bound, found.start, found.day) == (Bound.DURING, DAY, DAY)


@pytest.mark.parametrize(
    ("time", "start", "day", "bound"),
    [
        ("Từ 14/10 đến 17/10/2024", date(2024, 10, 14), DAY, Bound.DURING),
        ("Trước 17/10/2024", None, DAY, Bound.BEFORE),
        ("Tháng 10/2024", date(2024, 10, 1), date(2024, 10, 31), Bound.DURING),
    ],
)
def test_what_a_cell_words_by_itself_stays_as_it_is_worded(time, start, day, bound):
    found = due("Hạn nộp", "Sổ đăng bộ của 05 năm học", time)
    assert (found.start, found.day, found.bound) == (start, day, bound)
