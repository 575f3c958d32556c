"""Names of one group are known whatever of it a plan spells out; names that tell more than another are two."""

from __future__ import annotations

import pytest

from tracker.group_names import group_of

ONE = (
    ("Các tổ trưởng", "Tổ trưởng các tổ"),
    ("Tổ trưởng", "Toàn thể các tổ trưởng"),
    ("GVCN", "Giáo viên chủ nhiệm các lớp"),
    ("GVCN lớp 5A", "Giáo viên chủ nhiệm 5A"),
    ("GVCN khối 5", "Các giáo viên chủ nhiệm khối 5"),
    ("Toàn thể CBGVNV", "Cán bộ, giáo viên và nhân viên nhà trường"),
    ("Ban đại diện CMHS", "Ban đại diện cha mẹ học sinh nhà trường"),
    ("Trưởng các bộ phận", "Các trưởng bộ phận"),
    ("TTCM", "Tổ trưởng các tổ chuyên môn"),
    ("BGH", "Ban Giám hiệu nhà trường"),
)
TWO = (
    ("Các tổ trưởng", "Các tổ phó"),
    ("Các tổ trưởng", "Tổ trưởng, tổ phó các tổ"),
    ("Các tổ trưởng", "Tổ trưởng chuyên môn"),
    ("Các tổ trưởng", "Các tổ"),
    ("GVCN", "GVBM"),
    ("GVCN các lớp", "GVCN lớp 5A"),
    ("GVCN khối 4", "GVCN khối 5"),
    ("Giáo viên", "Giáo viên chủ nhiệm"),
    ("Toàn thể CBGVNV", "Toàn thể giáo viên"),
    ("Ban đại diện CMHS", "Ban đại diện CMHS các lớp"),
    ("Hội đồng trường", "Hội đồng"),
    ("Đoàn trường", "Nhà trường"),
    ("Toàn trường", "Nhà trường"),
)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_of_one_group_are_alike(one: str, other: str) -> None:
    assert group_of(one) == group_of(other) != ""


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_groups_are_not(one: str, other: str) -> None:
    assert group_of(one) != group_of(other)


def test_nobody_s_own_name_is_a_group() -> None:
    assert group_of("Trần Thị Hạnh") == group_of("Tổ trưởng Trần Thị Hạnh") == ""
