"""What somebody does behind what a work costs is a work of its own; by when it is paid or finished is of that work."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of

TEXT = "1. Sân chơi\n- Sửa sân trường.\n- {}\n"
BY = "trước ngày 20/11/2024."


def read(line):
    return [(task.title, task.owners) for task in plan_of(TEXT.format(line)).tasks]


@pytest.mark.parametrize(
    ("line", "title", "owner"),
    [
        ("Kinh phí: 6.500.000 đồng. Giao ông Thịnh lập dự toán " + BY, "Giao ông Thịnh lập dự toán", "ông Thịnh"),
        ("Kinh phí: 5 triệu đồng. Kế toán lập dự toán " + BY, "Kế toán lập dự toán", "Kế toán"),
        ("Kinh phí: quỹ Đội; thủ quỹ chi trả " + BY, "Thủ quỹ chi trả", "thủ quỹ"),
        ("Kinh phí: 5 triệu đồng, kế toán quyết toán " + BY, "Kế toán quyết toán", "kế toán"),
        ("Dự kiến kinh phí: 5 triệu đồng. Cô Hoa mua vật tư " + BY, "Cô Hoa mua vật tư", "Cô Hoa"),
    ],
)
def test_who_does_something_else_does_a_work(line, title, owner):
    assert read(line) == [(title, (owner,))]


@pytest.mark.parametrize(
    "line",
    [
        "Kinh phí: 5 triệu đồng, hoàn thành " + BY,
        "Kinh phí: 5 triệu đồng. Xong " + BY,
        "Kinh phí: 5 triệu đồng. Thầy Sơn thực hiện xong " + BY,
        "Kinh phí: 5 triệu đồng; phụ trách: thầy Sơn, xong " + BY,
        "Kinh phí: 5 triệu đồng (" + BY[:-1] + ").",
    ],
)
def test_when_it_is_done_is_of_the_work_above(line):
    assert [title for title, _ in read(line)] == ["Sân chơi"]
