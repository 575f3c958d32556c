"""A row joins the sentence of the same work, whoever the sentence names first: teachers do it, pupils it is for."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table


@pytest.mark.parametrize(
    ("line", "row", "count"),
    [
        (
            "- Giáo viên bộ môn lập danh sách học sinh nguồn gửi tổ trưởng trước ngày 19/9/2024.",
            "1|Lập danh sách học sinh nguồn|Trước 19/9/2024|Giáo viên bộ môn",
            1,
        ),
        (
            "- Sáng thứ Bảy, ngày 21/9/2024, giáo viên chủ nhiệm họp cha mẹ học sinh đầu năm tại lớp.",
            "1|Họp cha mẹ học sinh đầu năm|21/9/2024|Giáo viên chủ nhiệm",
            1,
        ),
        (
            "- Lập danh sách giáo viên dự thi gửi tổ trưởng trước ngày 19/9/2024.",
            "1|Lập danh sách học sinh dự thi|Trước 19/9/2024|Giáo viên bộ môn",
            2,
        ),
    ],
)
def test_who_does_it_is_no_part_of_what_it_is_about(line, row, count):
    text = f"{line}\nII. LỊCH THỰC HIỆN\n\n{table('TT|Nội dung|Thời gian|Phụ trách', row, '2|Họp tổ|20/10/2024|Tổ trưởng')}"
    assert len(plan_of(text).tasks) == count + 1
