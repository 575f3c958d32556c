"""A table torn over lines, bars lost here and there, is rows again under its header."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.torn.cells import joined
from schedules.planning.torn.grid import rebuilt
from schedules.planning.torn.head import heads_of, uncounted
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS SUỐI MƠ\nĐồi Sim, ngày 2 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"
TABLE = """TT|Noi dung|Nguoi phu|Thoi gian
||trach|hoan thanh
1|Hoi thao ve cach day hoc|Pho Hieu|Truoc ngay
|moi|truong|07/10/2024
2 Dai hoi lien doi|Tong phu|12/10/202
||trach|4
3|Kham suc khoe cho hoc|Y te|Tu 04/11 den
|sinh khoi 6||08/11/2024
4|Kiem ke tai san cuoi nam|Ke toan|31/12/2024
"""


def plan_of(table):
    return understand(read_text(HEAD + table + "\nII. KHÁC\n", "quét"), load_calendar())


def test_rows_are_put_together_and_keep_their_days():
    found = [(task.due.start, task.due.day) for task in plan_of(TABLE).tasks]
    assert found == [
        (None, date(2024, 10, 7)),
        (date(2024, 10, 12), date(2024, 10, 12)),
        (date(2024, 11, 4), date(2024, 11, 8)),
        (date(2024, 12, 31), date(2024, 12, 31)),
    ]


COUNTED = """TT|Tieu chi|Hoat dong cai tien|Chu tri|Thoi gian bat dau|Thoi han hoan thanh|Kinh phi
(1)|(2)|(3)|(4)|(5)|(6)|(7)
1|1.2|Ban hanh quy che hop|Van thu||25/10/2024|0
2|1.8|Ra soat ke hoach day|To truong|12/11/2024|23/11/2024|0
3 2.2|Tap huan day hoc STEM|Van thu|03/12/2024|07/12/2024|8
"""


def test_the_numbers_of_the_columns_under_their_labels_leave_beginning_and_end_what_they_are():
    found = [(task.due.start, task.due.day) for task in plan_of(COUNTED).tasks]
    assert found == [
        (None, date(2024, 10, 25)),
        (date(2024, 11, 12), date(2024, 11, 23)),
        (date(2024, 12, 3), date(2024, 12, 7)),
    ]


@pytest.mark.parametrize(
    ("labels", "left"),
    [
        (("TT (1)", "Công việc (2)", "Xong (3)"), ("TT", "Công việc", "Xong")),
        (("TT (1)", "Công việc (2)", "Xong"), ("TT", "Công việc", "Xong")),
        (("TT", "Công việc", "Tiết (3)"), ("TT", "Công việc", "Tiết (3)")),
        (("TT (3)", "Công việc (4)", "Xong (5)"), ("TT (3)", "Công việc (4)", "Xong (5)")),
    ],
)
def test_labels_lose_the_numbers_of_their_columns_where_most_have_their_own(labels, left):
    assert uncounted(labels) == left


def test_people_stand_with_their_work():
    assert [task.owners for task in plan_of(TABLE).tasks][0::3] == [("Pho Hieu truong",), ("Ke toan",)]


def test_the_quote_is_found_in_the_lines():
    plan = plan_of(TABLE)
    source = " ".join(plan.document.text.split())
    assert all(" ".join(mention.quote.split()) in source for task in plan.tasks for mention in task.mentions)


def test_guessed_cells_are_told():
    finding = next(one for one in plan_of(TABLE).findings if one.rule == "bang-quet-vo")
    assert "1 dòng mất vạch" in finding.message
    assert finding.quotes[0].startswith("2 Dai hoi")


def test_a_table_whose_header_says_nothing_stays_lines():
    blocks = read_text("\nx|y|z\n1|a b|c\n|d|e f\n2|g|h\n|i|k\n", "quét").blocks
    assert not rebuilt(blocks, lambda _: False).tables


def test_a_number_cut_at_the_edge_of_its_cell_is_whole():
    assert joined(["20/01/202", "7"]) == "20/01/2027"
    assert joined(["5.000.", "000"]) == "5.000.000"
    assert joined(["Từ 07/11 đến", "11/11/2022"]) == "Từ 07/11 đến 11/11/2022"


def test_a_work_with_guessed_cells_is_less_sure_than_the_others():
    sure = [task.confidence for task in plan_of(TABLE).tasks]
    assert sure[1] == min(sure) < sure[0] == sure[2]


def test_a_bar_lost_between_two_labels_of_the_header_is_put_back():
    table = (
        "TT | Noi dung | Chu tri Phoi hop | Thoi gian | Kinh phi\n"
        "1 | Kham suc khoe hoc sinh | Y te | Ke toan | 12/10/2024 | 2 trieu\n"
        "2 | Soat so sach | Van thu | Thu vien | 14/10/2024 | Khong\n"
        "3 | Sua mai nha xe | Bao ve | Ke toan | 16/10/2024 3 trieu\n"
        "4 | Don kho | Bao ve | Van thu | 18/10/2024 | Khong\n"
    )
    found = [(task.owners, task.helpers, task.due.day) for task in plan_of(table).tasks]
    assert found[0] == (("Y te",), ("Ke toan",), date(2024, 10, 12))
    assert found[2] == (("Bao ve",), ("Ke toan",), date(2024, 10, 16))


def test_a_bar_lost_between_two_labels_that_name_no_work_is_put_back_too():
    labels = "Ket qua can dat (so voi hien trang) | Cong viec/giai phap can thuc hien | Chu tri va phoi hop thuc hien"
    lines = [
        f"TT | Tieu chuan, tieu chi | {labels} | Thoi gian | Du kien kinh phi | Dieu kien ho tro khac Ghi chu",
        "1 | Tieu chuan 1: To chuc",
        " | Tieu chi 1.1 | Du giai phap | Ra soat chien luoc | Hieu truong | Truoc ngay 31/10/2024 | Khong |  |",
        " | Tieu chi 1.3 | Co san choi | Lap cau lac bo | Van thu | 12/11/2024 | 6 trieu | Nha | Chuyen tiep tu 2023-2024",
        "2 | Tieu chuan 2: Can bo",
        " | Tieu chi 2.2 | Them giao vien | Thi giao vien | Ke toan | 14/12/2024 | Khong |  |",
        " | Tieu chi 2.3 | Du ban ghe | Mua ban ghe | Bao ve | 16/12/2024 | 3 trieu |  | Nam truoc cham do bao so 3",
    ]
    likeliest = min(heads_of(lines), key=lambda head: head.cost).texts
    assert likeliest[5:] == ("Thoi gian", "Du kien kinh phi", "Dieu kien ho tro khac", "Ghi chu")


def test_a_line_that_is_a_whole_day_dates_the_rows_below_it():
    table = (
        "TT | Thoi gian | Noi dung | Nguoi thuc hien | Ghi chu\n"
        "Thứ Năm, ngày 10/10/2024\n"
        "1 | 14h00 - 16h00 | Chay thu chuong trinh | Ban to chuc |\n"
        "Thứ Sáu, ngày 11/10/2024\n"
        "2 | 7h00 - 7h30 | Don dai bieu | Van phong |\n"
        "3 | 7h30 - 8h00 | Khai mac | Hieu truong\n"
        "4 | 8h00 - 9h00 | Thi ve | Giam khao |\n"
    )
    assert [task.due.day for task in plan_of(table).tasks] == [date(2024, 10, day) for day in (10, 11, 11, 11)]


WHOLE = """TT Noi dung|Doi tuong|Nguoi kiem tra Thoi gian
A|Hoc ky I
1|Kiem tra ho so|Giao vien|Hieu truong|Truoc 07/10/2024
2|Kiem tra bep an|Nhan vien bep|Y te|12/10/2024
B|Hoc ky II
3|Kiem tra thu vien|Nhan vien thu vien|Pho Hieu truong|04/3/2025
4|Kiem tra so diem|GVCN|Pho Hieu truong|16/5/2025
"""


def test_bars_lost_between_several_labels_are_put_back():
    found = [(task.owners, task.due.day) for task in plan_of(WHOLE).tasks if task.due.dated]
    assert found == [
        (("Hieu truong",), date(2024, 10, 7)),
        (("Y te",), date(2024, 10, 12)),
        (("Pho Hieu truong",), date(2025, 3, 4)),
        (("Pho Hieu truong",), date(2025, 5, 16)),
    ]


def test_a_lettered_row_among_whole_rows_joins_none():
    rows = [
        [cell.text for cell in block.cells[:2]]
        for block in rebuilt(read_text(HEAD + WHOLE, "quét").blocks, lambda text: "/" in text).tables[0]
    ]
    assert rows[1:5] == [
        ["A", "Hoc ky I"],
        ["1", "Kiem tra ho so"],
        ["2", "Kiem tra bep an"],
        ["B", "Hoc ky II"],
    ]


WEEKS = """Thoi gian | Noi dung | Thuc hien
Tuan 2 (07/10/2024 - 12/10/2024)
Thu Hai | Sinh hoat to lan 1 | Ca to
Thu Tu | Du gio mon Van 8A | To truong
Tuan 3 (14/10/2024 - 19/10/2024)
Thu Ba Nop de kiem tra giua ky | Thu ky
Thu Sau | Kiem ke thiet bi phong may | Ke toan
"""


def test_a_line_that_is_only_a_time_is_a_row_by_itself_and_no_work():
    found = {task.title: task.due.day for task in plan_of(WEEKS).tasks}
    assert list(found.values()) == [date(2024, 10, day) for day in (7, 9, 15, 18)]


def test_a_bar_lost_in_a_header_of_two_rows_is_put_back_over_its_beginning_and_end():
    table = (
        "TT | Noi dung cong viec Thoi gian | Chu tri | Phoi hop\n |  | Tu ngay | Den ngay |  |\n"
        "1 | On tap giai doan dau | 19/02/2025 | 31/3/2025 | Giao vien bo mon | GVCN\n"
        "2 | Thi thu lan mot | 21/3/2025 | 22/3/2025 | To Khao thi | To truong\n"
        "3 | Phan tich ket qua thi | 25/3/2025 | 30/3/2025 | To truong |\n"
        "4 | Nhap phieu dang ky du thi | 02/5/2025 10/5/2025 | GVCN | Giao vien\n"
    )
    found = [(task.due.start, task.due.day) for task in plan_of(table).tasks]
    assert found[0] == (date(2025, 2, 19), date(2025, 3, 31))
    assert found[3] == (date(2025, 5, 2), date(2025, 5, 10))
