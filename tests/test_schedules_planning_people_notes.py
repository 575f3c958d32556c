"""Who leads and who helps by the notes behind names, in brackets with a time, and by who is told to do it."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.named import split_people
from schedules.reading import read_text

HEAD = "KẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n1. "


@pytest.mark.parametrize(
    ("cell", "owners", "helpers"),
    [
        ("PHT (chủ trì), Y tế, TPT", ("PHT",), ("Y tế", "TPT")),
        ("Thủ quỹ (phối hợp), Kế toán", ("Kế toán",), ("Thủ quỹ",)),
        ("PHT (bán trú), Bảo vệ", ("PHT (bán trú)", "Bảo vệ"), ()),
        ("Thư viện phối\nhợp GVCN", ("Thư viện",), ("GVCN",)),
    ],
)
def test_a_note_behind_a_name_tells_its_part(cell: str, owners: tuple[str, ...], helpers: tuple[str, ...]) -> None:
    assert split_people(cell) == (owners, helpers)


@pytest.mark.parametrize(
    ("line", "title", "owner"),
    [
        ("Thay vòi nước (Bảo vệ – 18/10/2024)", "Thay vòi nước", "Bảo vệ"),
        ("Giao đồng chí Hạnh phụ trách góc đọc sách xong trước 18/10/2024.", "Phụ trách góc đọc sách", "đồng chí Hạnh"),
        ("Ban hành quy chế do Hiệu trưởng ký trước 18/10/2024.", "Ban hành quy chế", "Hiệu trưởng"),
    ],
)
def test_who_is_named_beside_the_day_or_the_deed_owns(line: str, title: str, owner: str) -> None:
    (task,) = understand(read_text(HEAD + line, "dán"), load_calendar()).tasks
    assert (task.title, task.owners) == (title, (owner,))


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Kế toán công khai dự toán trước 18/10/2024. Mọi khoản thu của các lớp do Thủ quỹ thực hiện.", ("Kế toán",)),
        ("Công khai dự toán trước ngày 18/10/2024. Nội dung này do Thủ quỹ thực hiện.", ("Thủ quỹ",)),
    ],
)
def test_a_later_sentence_of_another_deed_names_nobody_for_this_one(line: str, owners: tuple[str, ...]) -> None:
    (task,) = understand(read_text(HEAD + line, "dán"), load_calendar()).tasks
    assert task.owners == owners


def test_who_leads_and_who_helps_on_two_lines_do_both_works_of_a_cell() -> None:
    row = "|10/2024|- Ra báo tường.<br>- Triển lãm tranh.|- 03/10<br>- 17/10|Chủ trì: Tổ Văn<br>Phối hợp: Tổ Sử|\n"
    table = f"KẾ HOẠCH\nNăm học 2024-2025\n\n|Tháng|Nội dung|Thời gian|Phụ trách|\n|---|---|---|---|\n{row}"
    tasks = understand(read_text(table, "dán.md"), load_calendar()).tasks
    assert [(task.owners, task.helpers) for task in tasks] == [(("Tổ Văn",), ("Tổ Sử",))] * 2
