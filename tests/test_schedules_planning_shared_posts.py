"""A post said once for several subjects stands before each; a name that is a person's stays one."""

from __future__ import annotations

import pytest

from schedules.planning.people.named import split_people


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("GVBM Toán, Văn, Anh", ("GVBM Toán", "GVBM Văn", "GVBM Anh")),
        ("Tổ Toán, Ngữ văn", ("Tổ Toán", "Tổ Ngữ văn")),
        ("Giáo viên Toán, Tiếng Anh; BGH", ("Giáo viên Toán", "Giáo viên Tiếng Anh", "BGH")),
        ("Tổ Toán - Tin, Tổ Văn", ("Tổ Toán - Tin", "Tổ Văn")),
        ("Tổ Toán, BGH", ("Tổ Toán", "BGH")),
        ("GVCN, GVBM", ("GVCN", "GVBM")),
        ("Cô Lan, anh Văn", ("Cô Lan", "anh Văn")),
    ],
)
def test_each_subject_has_its_post(cell: str, owners: tuple[str, ...]) -> None:
    assert split_people(cell)[0] == owners
