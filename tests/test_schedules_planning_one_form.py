"""One person of a plan is named one way in all its works; who may be two people is not."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table

FULL = "Cô Phan Thị Lệ Thủy - Tổ trưởng"


def owners(*names):
    rows = (f"{at}|Nộp hồ sơ số {at} của tổ|{name}|{at}/10/2024" for at, name in enumerate(names, 1))
    return [task.owners for task in plan_of(table("TT|Công việc|Người thực hiện|Hạn", *rows)).tasks]


@pytest.mark.parametrize("form", ["Phan Thị Lệ Thủy", "cô Phan Thị Lệ Thủy", "Tổ trưởng Phan Thị Lệ Thủy"])
def test_a_person_is_named_as_fully_as_the_plan_does(form):
    assert owners(form, FULL, "Văn thư") == [(FULL,), (FULL,), ("Văn thư",)]
    assert owners(f"{form}, Văn thư", FULL) == [(FULL, "Văn thư"), (FULL,)]


@pytest.mark.parametrize(
    "names",
    [
        ("Nguyễn Thị Hương - Kế toán", "Nguyễn Thị Hương - Văn thư", "Nguyễn Thị Hương"),
        ("Thầy Trần Thanh", "Cô Trần Thanh", "Trần Thanh"),
        ("Văn thư", "Văn thư Hoàng Thị Liễu"),
        ("cô Thủy", FULL),
        ("Phan Thị Lệ Thu", FULL),
    ],
)
def test_who_may_be_two_people_keep_their_names(names):
    assert owners(*names) == [(name,) for name in names]
