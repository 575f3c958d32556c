"""Lines of a torn table that are whole rows: a cell is read as wide as its column is, letter for letter."""

from __future__ import annotations

import pytest

from schedules.planning.tables.columns import Role
from schedules.planning.torn.split import LOST_BAR, Columns, parted

KNOWN = Columns((Role.TIME, None, Role.WORK, Role.LEAD), (14, 5, 46, 20), trailing=LOST_BAR, endless=True)


def cells(line):
    return parted(line, KNOWN)[0].cells


def test_a_narrow_column_does_not_take_the_short_words_of_the_next():
    found = cells("Thứ Hai; 20/10 | Sáng Tọa đàm kỷ niệm ngày Phụ nữ Việt Nam | Công đoàn")
    assert found == ("Thứ Hai; 20/10", "Sáng", "Tọa đàm kỷ niệm ngày Phụ nữ Việt Nam", "Công đoàn")


def test_a_mark_stays_with_the_words_it_opens():
    line = "Thứ Năm; 23/10 Chiều - Sinh hoạt chuyên đề môn Ngữ văn. | - Tổ Khoa học xã hội"
    assert cells(line) == ("Thứ Năm; 23/10", "Chiều", "- Sinh hoạt chuyên đề môn Ngữ văn.", "- Tổ Khoa học xã hội")


@pytest.mark.parametrize("width", [6, 20, 100])
def test_a_column_wide_enough_costs_nothing(width):
    assert Columns((Role.WORK,), (width,), endless=True).excess(width, 0) == 0


def test_a_row_of_many_words_costs_more_the_narrower_its_column():
    narrow, wide = (Columns((Role.WORK,), (width,), endless=True).excess(70, 0) for width in (8, 46))
    assert narrow > wide > 0


def test_no_cell_ends_at_the_dash_between_two_days():
    found = cells("Hai 13/4 - Tư 15/4 | Khảo sát năng lực tiếng Anh học sinh khối 5 | PHT")
    assert found[0] == "Hai 13/4 - Tư 15/4"


def test_no_cell_ends_at_the_first_word_of_a_name():
    known = Columns((Role.WORK, Role.LEAD, Role.HELP, Role.OTHER), (60, 16, 20, 20), trailing=LOST_BAR, endless=True)
    line = 'Chuyên đề "Bé với an toàn giao thông" Tổ Mẫu giáo | Công an xã | Lớp Lá 1'
    assert parted(line, known)[0].cells[1:] == ("Tổ Mẫu giáo", "Công an xã", "Lớp Lá 1")
