"""A column that only numbers or names groups of works leaves the work to the column beside it."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import HEAD, day, table, works

LABELS = "Nội dung | Tên chương trình, mô đun | Số tiết | Thời gian | Người hướng dẫn"


def test_numbers_of_groups_are_no_works_and_their_merged_rows_are() -> None:
    text = table(
        LABELS,
        "Chương trình 1 | Nhiệm vụ năm học | 40 | 10/10/2024 | Hiệu trưởng",
        "Chương trình 2 | Dạy học tích hợp | 10 | 12/11/2024 | Cô Thắm",
        " | Tư vấn tâm lý | 15 | 14/11/2024 | Cô Thắm",
        "Cộng | | 65 | | ",
    )
    assert works(text) == [
        ("Nhiệm vụ năm học", day(10, 10)),
        ("Dạy học tích hợp", day(11, 12)),
        ("Tư vấn tâm lý", day(11, 14)),
    ]


@pytest.mark.parametrize("first", ["Nội dung {}", "Module {}", "Mô đun {}", "Chuyên đề {}", "{}", "Nhiệm vụ {}"])
def test_whatever_numbers_them(first: str) -> None:
    rows = [f"{first.format(1)} | Dạy học tích hợp | 10/10/2024", f"{first.format(2)} | Tư vấn tâm lý | 12/11/2024"]
    text = table("Nội dung | Tên chuyên đề | Thời gian", *rows)
    assert works(text) == [("Dạy học tích hợp", day(10, 10)), ("Tư vấn tâm lý", day(11, 12))]


@pytest.mark.parametrize("again", ["", "Tuyên truyền"])
def test_fields_over_several_rows_are_groups(again: str) -> None:
    text = table(
        "Nội dung | Hoạt động | Thời gian",
        "Tuyên truyền | Treo băng rôn | 10/10/2024",
        f"{again} | Phát tờ rơi | 12/10/2024",
        "Văn nghệ | Tập hát | 15/11/2024",
    )
    assert works(text) == [
        ("Treo băng rôn", day(10, 10)),
        ("Phát tờ rơi", day(10, 12)),
        ("Tập hát", day(11, 15)),
    ]


@pytest.mark.parametrize(
    ("labels", "rows", "titles"),
    [
        (
            "Nội dung | Hình thức | Thời gian",
            ("Chuyên đề 1 | Trực tiếp", "Chuyên đề 2 | Từ xa"),
            ("Chuyên đề 1", "Chuyên đề 2"),
        ),
        ("Nội dung | Công việc | Thời gian", ("Văn nghệ | Tập hát", "Thể thao | Đá bóng"), ("Văn nghệ", "Thể thao")),
        (
            "Công việc | Nội dung | Thời gian",
            ("Họp tổ | Bàn nền nếp", "Họp tổ | Góp ý đề"),
            ("Họp tổ – Bàn nền nếp", "Họp tổ – Góp ý đề"),
        ),
        (
            "Hoạt động | Nội dung | Thời gian",
            ("Ngày hội sách | ", "Hội thi | Hát dân ca"),
            ("Ngày hội sách", "Hội thi"),
        ),
        (
            "Nội dung | Nhiệm vụ | Thời gian",
            ("Hội thi hát | Cấp tổ", "Hội thi vẽ | Cấp trường"),
            ("Hội thi hát", "Hội thi vẽ"),
        ),
    ],
)
def test_works_of_their_own_stay(labels: str, rows: tuple[str, str], titles: tuple[str, str]) -> None:
    text = table(labels, f"{rows[0]} | 10/10/2024", f"{rows[1]} | 12/11/2024")
    assert [title for title, _ in works(text)] == list(titles)


def test_a_torn_table_keeps_the_row_that_adds_up_apart() -> None:
    text = (
        "Nội dung | Tên chương trình | Số tiết | Thời gian | Người hướng dẫn\n"
        "Chương trình 1 | Nhiệm vụ năm học | 40 | 10/10/2024 | Hiệu trưởng\n"
        "Chương trình 2 | Dạy học tích hợp | 10 | 12/11/2024 | Tổ trưởng\n"
        " | Tư vấn tâm lý | 15 | 14/11/2024 | Tổ trưởng\n"
        "Cộng |  | 65 |\n"
    )
    assert works(text, HEAD) == [
        ("Nhiệm vụ năm học", day(10, 10)),
        ("Dạy học tích hợp", day(11, 12)),
        ("Tư vấn tâm lý", day(11, 14)),
    ]
