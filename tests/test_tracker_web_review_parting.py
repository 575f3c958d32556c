"""What was falsely taken for one work is parted on the review page with one press, and joined by one undo."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from tests.fakes.review_clerk import PAGE, clerk_with

ONE_OR_TWO = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Hoa Sen, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
1. Thu quỹ lớp trước ngày 16/10/2023 (Kế toán).

| Thời gian | Nội dung | Phụ trách |
| Trước 10/11/2023 | Thu quỹ lớp đợt hai | GVCN |
| 12/12/2023 | Họp phụ huynh | GVCN |
"""
APART = "Đây là hai việc khác nhau"


def test_two_places_falsely_joined_are_two_works_after_one_press(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", ONE_OR_TWO)
    before = clerk.stored()
    button = html.fromstring(clerk.get(PAGE).text).xpath(f"//button[contains(., '{APART}')]")[0]
    assert [small.text_content() for small in button.xpath("small")] == [
        "“Thu quỹ lớp”: trước thứ Hai 16/10/2023, Kế toán",
        "“Thu quỹ lớp đợt hai”: trước thứ Sáu 10/11/2023, GVCN",
    ]
    page = clerk.get(clerk.presses("tach-lai", question=clerk.asked()["hai-han"]).headers["location"]).text
    assert ("Đã tách: mỗi việc" in page, APART in page, "đã tách thành các việc khác nhau" in page) == (
        True,
        False,
        True,
    )
    assert [(one.task.title, one.task.owners) for one in clerk.stored().values()][:2] == [
        ("Thu quỹ lớp", ("Kế toán",)),
        ("Thu quỹ lớp đợt hai", ("GVCN",)),
    ]
    clerk.presses("hoan-tac")
    assert {title: one.task for title, one in clerk.stored().items()} == {
        title: one.task for title, one in before.items()
    }


def test_works_merged_by_hand_are_parted_with_one_press(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data")
    before = clerk.stored()
    first, second, _ = (one.id for one in clerk.tasks())
    clerk.presses("gop", task=first, other=second)
    answer = clerk.presses("tach-lai", question=clerk.asked()["hai-han"])
    assert answer.headers["location"].startswith(f"{PAGE}?viec={first}&xong=tach-lai")
    assert {one.id: one.task for one in clerk.stored().values()} == {one.id: one.task for one in before.values()}
    refused = clerk.presses("tach-lai", question=clerk.asked()["nam-lech"])
    assert (refused.status_code, "Không tự tách được việc này" in refused.text) == (422, True)
