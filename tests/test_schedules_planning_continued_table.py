"""A table that goes on without its header keeps its columns; another table is read by itself."""

from __future__ import annotations

from schedules.calendar import load_calendar
from schedules.plan import Block, Cell, Document, Place
from schedules.planning import understand
from schedules.planning.tables.columns import Role
from schedules.planning.tables.continued_table import Headed, begun_anew, continued

FIRST = ("TT", "Nội dung", "Thời gian", "Người thực hiện"), ("1", "Kiểm tra thư viện", "Tháng 11/2024", "Kế toán")
COLUMNS = {Role.WORK: 1, Role.TIME: 2}


def rows(table: int, *lines: tuple[str, ...]) -> list[Block]:
    made = []
    for at, line in enumerate(lines, 1):
        cells = tuple(Cell(text, Place(table=table, row=at, column=n)) for n, text in enumerate(line, 1))
        made.append(Block("\t".join(line), Place(table=table, row=at), cells))
    return made


def test_rows_after_a_torn_table_keep_their_people():
    head = [Block(text, Place(paragraph=at)) for at, text in enumerate(("KẾ HOẠCH", "Năm học 2024-2025"), 1)]
    second = rows(
        2, ("2", "Kiểm tra y tế", "Tháng 3/2025", "Bà Lò Thị Mai"), ("3", "Kiểm kê", "Tháng 4/2025", "Bảo vệ")
    )
    plan = understand(Document("k.docx", "docx", (*head, *rows(1, *FIRST), *second)), load_calendar())
    assert [task.owners for task in plan.tasks] == [("Kế toán",), ("Bà Lò Thị Mai",), ("Bảo vệ",)]


def test_a_table_of_another_width_is_its_own():
    made = continued(Headed(COLUMNS, 1, 3), rows(2, ("a", "b")), {}, 0)
    assert made == Headed({}, 0, 2)


def test_a_table_with_a_header_of_its_own_is_its_own():
    assert continued(Headed(COLUMNS, 1, 2), rows(2, ("a", "b")), {Role.WORK: 0}, 1).columns == {Role.WORK: 0}


def test_cells_that_tell_another_column_win():
    assert continued(Headed(COLUMNS, 1, 2), rows(2, ("a", "b")), {Role.TIME: 1}, 0).columns == {Role.TIME: 1}


def test_a_sheet_opens_its_next_table_after_a_heading_and_an_empty_row():
    rows = [
        ["TT", "Họ và tên", "Chức vụ"],
        ["1", "Lò Văn Pánh", "Hiệu trưởng"],
        ["4. Tiến độ", "", ""],
        ["Công việc", "Kết thúc", "Đồ dùng"],
        ["Thu minh chứng", "09/10/2026", "Kho"],
    ]
    places = (1, 2, 4, 6, 7)
    blocks = [
        Block(" ".join(row), Place(table=1, row=at), tuple(Cell(text, Place(table=1, row=at)) for text in row))
        for at, row in zip(places, rows, strict=True)
    ]
    assert [len(table) for table in begun_anew(blocks)] == [3, 2]
