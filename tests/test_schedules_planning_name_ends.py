"""Where the name of who acts ends though its verb is known to nobody: by its office, its body, its subjects."""

from __future__ import annotations

import pytest

from schedules.planning.people.name_ends import name_at_start
from schedules.planning.people.persons import are_doers
from schedules.planning.people.subjects import subject_of


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Văn thư dán nhãn hộp hồ sơ", "Văn thư"),
        ("Tổ Lịch sử - Địa lí cắm biển tên cây", "Tổ Lịch sử - Địa lí"),
        ("Tổ Toán sưu tầm đề cũ", "Tổ Toán"),
        ("Tổ nuôi dưỡng thau bể nước", "Tổ nuôi dưỡng"),
        ("Bộ phận bán trú phơi chăn", "Bộ phận bán trú"),
        ("Liên đội gây quỹ đọc sách", "Liên đội"),
        ("Trưởng các tiểu ban gom ý kiến", "Trưởng các tiểu ban"),
        ("Giáo viên các lớp ghép bài của trẻ", "Giáo viên các lớp"),
        ("Kế toán trưởng gom chứng từ", ""),
        ("Công đoàn viên đoàn kết", ""),
        ("Hiệu trưởng các trường gom ý kiến", ""),
        ("Văn thư Lan dán nhãn", ""),
        ("Tổ Khoa học tự nhiên", ""),
        ("Tổ chức thi vẽ", ""),
    ],
)
def test_a_name_is_over_where_nothing_more_can_belong_to_it(line, who):
    assert name_at_start(line) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Kế toán hợp đồng mua bàn ghế, nghiệm thu", ("Kế toán",)),
        ("Kế toán trưởng nghiệm thu", ("Kế toán trưởng",)),
        ("Tổ Sinh - Công nghệ trồng vườn rau", ("Tổ Sinh - Công nghệ",)),
        ("Chi đoàn sơ duyệt các tiết mục", ("Chi đoàn",)),
        ("Giáo viên các lớp tự kiểm đếm đồ chơi", ("Giáo viên các lớp",)),
        ("Hiệu trưởng các trường nộp báo cáo", ("Hiệu trưởng các trường",)),
    ],
)
def test_no_verb_stays_in_the_name_of_who_acts(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize("name", ["Thủ kho", "Giám thị", "Trưởng các tiểu ban", "Ban thanh tra nhân dân", "Y sĩ"])
def test_offices_small_schools_have_are_people(name):
    assert are_doers(name)
