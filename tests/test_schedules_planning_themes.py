"""A month with its theme is a heading however it is written, a term over a table too; a theme is no work."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Recurrence
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS SUỐI CÁT\nSuối Cát, ngày 20 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nII. NỘI DUNG\n"


def works(text):
    return [(task.title, task.due.day) for task in understand(read_text(HEAD + text, "dán"), load_calendar()).tasks]


def test_months_with_themes_marked_with_another_sign_head_the_bullets_below():
    text = (
        '* THÁNG 10/2024: Chủ điểm "Chăm ngoan"\n- Thi vẽ tranh ngày 12/10.\n'
        '* THÁNG 11/2024: Chủ điểm "Kính thầy"\n- Làm báo tường (tuần 2).\n'
    )
    assert works(text) == [("Thi vẽ tranh", date(2024, 10, 12)), ("Làm báo tường", date(2024, 11, 17))]


def test_a_theme_beside_the_works_of_its_month_is_no_work():
    text = '- Tháng 10: Chủ điểm "Chăm ngoan"\n- Thi vẽ tranh ngày 12/10/2024.\n'
    assert works(text) == [("Thi vẽ tranh", date(2024, 10, 12))]


def test_where_the_months_of_a_list_tell_themes_the_one_without_the_word_does_too():
    months = [
        f'{at}. Tháng {at}/2025 - Chủ điểm "Vui"\n- Thi vẽ tranh đợt {at}: ngày 12/{at}/2025.\n' for at in (1, 2, 3)
    ]
    text = "".join(months) + "4. Tháng 6/2025 - Hè vui khỏe\n- Trồng cây: ngày 12/6/2025.\n"
    assert works(text)[3:] == [("Trồng cây", date(2025, 6, 12))]


@pytest.mark.parametrize("theme", ["", "Chủ điểm: Kính thầy\n", "Chủ đề: Vui\nTrọng tâm: nền nếp\n"])
def test_a_month_over_its_table_is_no_work_whatever_its_theme(theme):
    table = "\n| Nội dung | Thời gian |\n|---|---|\n| Thi vẽ tranh | Tuần 2 |\n"
    text = f"1. Kế hoạch từng tháng\nTháng 10/2024\n{theme}{table}"
    assert works(text) == [("Thi vẽ tranh", date(2024, 10, 13))]


def test_a_month_over_a_work_of_its_own_keeps_it_though_a_table_follows():
    table = "\n| Nội dung | Thời gian |\n|---|---|\n| Thi vẽ tranh | 12/10/2024 |\n"
    text = f"1. Kế hoạch từng tháng\n* Tháng 10/2024\n- Làm báo tường.\n{table}"
    assert works(text) == [("Làm báo tường", date(2024, 10, 31)), ("Thi vẽ tranh", date(2024, 10, 12))]


def test_a_term_over_its_table_is_no_work():
    text = "1. Học kỳ I\n\n| TT | Nội dung công việc | Thời gian |\n|---|---|---|\n| 1 | Thi vẽ tranh | 12/10/2024 |\n"
    assert works(text) == [("Thi vẽ tranh", date(2024, 10, 12))]


def test_what_somebody_is_handed_under_the_aims_is_a_work():
    text = (
        "1. Chỉ tiêu\n- 95% học sinh lên lớp.\n- Phát thanh măng non vào sáng thứ Ba hằng tuần (thầy Tuấn phụ trách).\n"
    )
    (task,) = understand(read_text(HEAD + text, "dán"), load_calendar()).tasks
    assert (task.owners, task.due.recurrence) == (("thầy Tuấn",), Recurrence.WEEKLY)
