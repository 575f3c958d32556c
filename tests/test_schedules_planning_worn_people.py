"""Who acts in a line a scan wore away: deeds without accents, roles with one letter wrong, bodies named by a deed."""

from __future__ import annotations

import pytest

from schedules.planning.people.subjects import subject_of
from schedules.planning.people.worn import nearest_role, worn_subject


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Gido vien chu nhiem nhap diem", "Giáo viên chủ nhiệm"),
        ("Thu ky tong hop bien ban", "Thu ky"),
        ("Ban kiem tra noi bo so ket dot 1", "Ban kiem tra noi bo"),
        ("Nam hoc moi tong ket som", ""),
        ("Văn phòng nộp sổ", ""),
    ],
)
def test_a_worn_line_names_a_role_or_a_body_before_its_deed(line, who):
    assert worn_subject(line) == who


@pytest.mark.parametrize(("name", "role"), [("Vin phong", "Văn phòng"), ("Van thu", "Van thu"), ("Van the", "")])
def test_one_wrong_letter_in_a_long_role_is_read_over(name, role):
    assert nearest_role(name) == role


def test_the_first_syllable_of_a_teacher_without_accents_is_no_order():
    assert subject_of("Giao vien nop so diem") == ("Giao vien",)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Van thu Lan cong khai tai chinh", "Van thu Lan"),
        ("Ke toan Mai nop du toan", "Ke toan Mai"),
        ("Van thu nop du toan", "Van thu"),
        ("Văn thư Lan công khai tài chính", "Văn thư Lan"),
    ],
)
def test_a_role_without_accents_keeps_the_name_behind_it(line, who):
    assert subject_of(line) == (who,)
