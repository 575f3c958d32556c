"""A scanned table that lost a bar here and there is laid out under its header again."""

from __future__ import annotations

from schedules.planning.tables.worn_rows import mended
from schedules.reading import read_text

HEAD = ("TT", "Nội dung", "Thời gian", "Phụ trách")
FULL = (
    "1 | Hội nghị viên chức | 15/10/2025 | Hiệu trưởng",
    "2 | Thi viết chữ đẹp cấp trường | Tuần 2 tháng 11 | PHT",
    "3 | Sơ kết học kì một | Trước 16/01/2026 | Ban giám hiệu",
)


def laid(*rows: str) -> list[list[str]]:
    text = "\n".join(("", " | ".join(HEAD), *rows, ""))
    return [[cell.text for cell in row.cells] for row in mended(read_text(text, "quét").blocks)]


def test_a_bar_lost_before_the_time():
    row = "4 | Kiem tra thu vien truong Tuan 3 thang 12 | Nhan vien thu vien"
    assert laid(*FULL, row)[4] == ["4", "Kiem tra thu vien truong", "Tuan 3 thang 12", "Nhan vien thu vien"]


def test_a_bar_lost_after_the_number():
    assert laid(*FULL, "4 Khám sức khỏe lần hai | 20/3/2026 | Y tế")[4] == [
        "4",
        "Khám sức khỏe lần hai",
        "20/3/2026",
        "Y tế",
    ]


def test_two_bars_lost_in_one_row():
    row = "4 Khám sức khỏe lần hai | 20/3/2026 Nhân viên y tế"
    assert laid(*FULL, *FULL, row)[-1] == ["4", "Khám sức khỏe lần hai", "20/3/2026", "Nhân viên y tế"]


def test_an_empty_first_cell_keeps_its_column():
    assert laid(*FULL, " | Dự giờ các lớp | 20/3/2026 | PHT")[4][0] == ""


def test_lines_torn_at_random_are_no_table():
    torn = "Tieu |Tang |Hieu | Nam |25\nchi 3.6 |cuong truong\nsach |Duyet ke hoach|2021-|va cac\nphuc vu|sach\n"
    assert not any(block.is_row for block in read_text(torn, "quét").blocks)


def test_a_column_no_word_tells_is_known_by_its_cells_when_a_bar_is_lost_after_it():
    rows = (
        "Tuần | Trong các ngày | Nội dung | Ai làm | Ghi chú",
        "1 | 08/9 - 13/9 | Họp tổ đầu năm | Tổ trưởng |",
        "2 | 15/9 - 20/9 | Duyệt giáo án | Tổ trưởng |",
        "3 | 22/9 - 27/9 | Chọn đội tuyển | Nhóm trưởng |",
        "4 - 5 | 29/9 - 11/10 Ôn tập giữa kỳ | Cả tổ |",
    )
    blocks = read_text("\n".join(("", *rows, "")), "quét").blocks
    last = [cell.text for cell in mended(blocks)[-1].cells]
    assert last[:3] == ["4 - 5", "29/9 - 11/10", "Ôn tập giữa kỳ"]
