"""Those of an office who were chosen for a work are named so; being chosen or praised is no work of theirs."""

from __future__ import annotations

import pytest

from schedules.planning.people.chosen import chosen_first
from schedules.planning.people.subjects import subject_of


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Giáo viên được phân công nộp đề cho Tổ khảo thí", "Giáo viên được phân công"),
        ("Cán bộ được giao nhiệm vụ lập danh sách", "Cán bộ được giao nhiệm vụ"),
        ("Thành viên được cử gửi minh chứng", "Thành viên được cử"),
        ("Giáo viên được khen thưởng nhận quà", "Giáo viên"),
        ("Các tổ được kiểm tra chuẩn bị hồ sơ", "Các tổ"),
    ],
)
def test_who_was_chosen_acts_and_not_the_whole_office(line, who):
    assert subject_of(line) == (who,)


@pytest.mark.parametrize(
    "line", ["Hồ sơ được phân công gửi về Sở", "Giáo viên được phân công", "GVCN được phân công trực"]
)
def test_a_paper_or_a_duty_without_a_deed_behind_names_nobody_chosen(line):
    assert chosen_first(line) == ""
