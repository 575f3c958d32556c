"""A calendar of a month: its title, and work in it that says its own rhythm under another work's day."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.plan import Recurrence
from schedules.planning.head.kinds import kind_of
from tests.fakes.typed_plan import plan_of, table

HEAD = "TRƯỜNG THCS HOA SEN\nLỊCH CÔNG TÁC THÁNG 12 NĂM 2025\n\n"


def calendar(work):
    days = ("Thứ Sáu 05/12|Nộp báo cáo tháng|VP", f"|{work}|BGH", "15-19/12|Kiểm tra học kỳ I khối 9|PHT")
    return plan_of(table("Thứ/ngày|Nội dung|Người thực hiện", *days), HEAD)


@pytest.mark.parametrize(
    ("work", "first", "rhythm"),
    [
        ("Họp giao ban sáng thứ Hai hằng tuần", date(2025, 12, 1), Recurrence.WEEKLY),
        ("Nộp sổ trực ngày 25 hằng tháng", date(2025, 12, 25), Recurrence.MONTHLY),
    ],
)
def test_work_that_says_its_rhythm_takes_no_day_of_the_row_above(work, first, rhythm):
    due = calendar(work).tasks[1].due
    assert (due.day, due.recurrence, due.until) == (first, rhythm, date(2025, 12, 31))


@pytest.mark.parametrize("work", ["Họp giao ban", "Nộp báo cáo hằng tháng"])
def test_other_work_is_of_the_day_above(work):
    assert calendar(work).tasks[1].due.day == date(2025, 12, 5)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LỊCH CÔNG TÁC THÁNG 12 NĂM 2025", "Lịch công tác tháng 12"),
        ("LỊCH CÔNG TÁC TUẦN 15 (từ 08/12 đến 13/12/2025)", "Lịch công tác tuần 15"),
        ("Lịch làm việc tuần 3, từ ngày 15/9", "Lịch làm việc tuần 3"),
        ("CHƯƠNG TRÌNH CÔNG TÁC THÁNG 11", "Chương trình công tác tháng 11"),
        ("LỊCH SỬ ĐỊA PHƯƠNG", None),
    ],
)
def test_a_calendar_is_of_a_kind_too(line, kind):
    assert kind_of(["TRƯỜNG THCS HOA SEN", line]) == kind
    assert kind_of(["KẾ HOẠCH CHUYÊN MÔN", "Năm học 2025-2026", line]) == "Kế hoạch chuyên môn"
