"""Words of clues that only their accents tell from others: where accents are written they decide."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.plan import SchoolYear
from schedules.wording import Context, when
from tests.accents import without_accents
from tests.sentences import CALENDAR

SIGNED = date(2025, 10, 10)
CONTEXT = Context(CALENDAR, SchoolYear.of(SIGNED), SIGNED)
OTHERS = {
    "Tổ Toán sao lưu bài kiểm tra sang ổ cứng ngày 8/12.": date(2025, 12, 8),
    "Nhóm Văn điền dã nộp sổ tay ca dao trong tháng 11.": date(2025, 11, 30),
    "Áo thi đấu thầy Quyết lo trước 8/12.": date(2025, 12, 8),
    "Tổ sang tay cho thầy Đăng ngày 8/12.": date(2025, 12, 8),
    "Các bộ phận nộp lưu hồ sơ vào kho từ 3/11 đến 14/11.": date(2025, 11, 14),
    "Tổ Sử đưa ảnh lên thư mục chung từ 3/11 đến 14/11.": date(2025, 11, 14),
    "Cô mời riêng ba nhà có con hay đi muộn lên nói chuyện chiều thứ Hai 20/10.": date(2025, 10, 20),
    "Số tiền ấy dùng cho ngày hội sáng 10/11.": date(2025, 11, 10),
}
TOLD = (
    "Tổ Toán đã nộp sổ tay ca dao trong tháng 11.",
    "Bài viết được đăng ngày 8/12.",
    "Nhiều lớp lỡ ngày 8/12.",
    "In khổ từ 3/4 đến 4/5.",
    "Ba nhà có con hay đi muộn vào chiều thứ Hai 20/10.",
)


@pytest.mark.parametrize(("text", "day"), OTHERS.items())
def test_other_words_by_their_accents_leave_the_work_its_time(text: str, day: date) -> None:
    assert when(text, CONTEXT).day == day


@pytest.mark.parametrize("text", TOLD)
def test_the_clues_themselves_tell_still(text: str) -> None:
    assert not when(text, CONTEXT).dated


def test_without_accents_a_word_is_taken_for_the_clue() -> None:
    assert not when(without_accents("Nhóm Văn điền dã nộp sổ tay ca dao trong tháng 11."), CONTEXT).dated
