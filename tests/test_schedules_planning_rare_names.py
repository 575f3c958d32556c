"""Names of peoples whose surnames are few, or words of their own, are names; words alike are none."""

from __future__ import annotations

import pytest

from schedules.planning.people.named import named_in
from schedules.planning.people.persons import is_full_name
from schedules.planning.people.subjects import subject_of

NAMES = (
    "Ksor H'Lan",
    "Niê Y Bhăm",
    "H'Hen Niê",
    "Rơ Châm Hyit",
    "Siu Blếh",
    "Kpă Hoa",
    "Nay Thị Hương",
    "Zơ Râm Nhiên",
    "Chamaléa Thị Huệ",
    "K'Brếp",
    "Bàn Thị Hoa",
    "Điêu Chính Tâm",
    "Pờ Dần Xinh",
    "Mùa A Vừ",
    "Voòng A Sáng",
    "Danh Thị Út",
    "Lộc Văn Thành",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_rare_name_is_a_name(name):
    assert is_full_name(name)
    assert subject_of(f"{name} nộp báo cáo về văn phòng") == (name,)
    assert named_in(f"Nộp báo cáo ({name})")[0] == (name,)


@pytest.mark.parametrize(
    "words",
    [
        "Bàn Giao Hồ Sơ",
        "Nay Chủ Nhật",
        "Hạng Nhất",
        "Mùa Thu",
        "Danh Sách",
        "Ngân Hàng",
        "Mùa Xuân Yêu Thương",
        "A Lưới",
        "Dân Tộc H'Mông",
        "Ayun Pa",
        "Buôn Krông Pắc",
        "Siêu Thị Big",
        "Chỉ Thị Số",
        "Điêu Khắc Gỗ",
        "Đèo Hải Vân",
    ],
)
def test_words_alike_are_none(words):
    assert not is_full_name(words)
