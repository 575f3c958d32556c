"""Works of one cell with days of their own, in tables of criteria too; spans of two rounds."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. VIỆC\n"
COLUMNS = "| TT | Tiêu chí | Biện pháp | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|---|\n"


def works(body):
    tasks = understand(read_text(HEAD + body + "\n", "dán"), load_calendar()).tasks
    return [(task.title, task.due.day, task.owners, task.helpers) for task in tasks]


def test_listed_works_with_days_of_their_own_are_works_apart():
    cell = "- Đào hố cây (xong trước 10/10/2025).<br>- Trồng cây (ngày 14/11/2025).<br>- Hội vườn (tháng 3/2026)."
    row = f"| 1 | Tiêu chí 5.3 | {cell} | Cô Na | GVCN | |\n"
    assert works(COLUMNS + row + "| 2 | Tiêu chí 5.4 | Lát sân | Cô Na | | 20/11/2025 |")[:3] == [
        ("Đào hố cây", date(2025, 10, 10), ("Cô Na",), ("GVCN",)),
        ("Trồng cây", date(2025, 11, 14), ("Cô Na",), ("GVCN",)),
        ("Hội vườn", date(2026, 3, 31), ("Cô Na",), ("GVCN",)),
    ]


def test_a_listed_work_without_a_day_takes_the_time_of_its_row():
    cell = "- Đào hố (10/10/2025)<br>- Trồng cây (14/11/2025)<br>- Tưới cây"
    row = f"| 1 | Tiêu chí 5.3 | {cell} | Cô Na | | Tháng 12/2025 |\n"
    found = works(COLUMNS + row + "| 2 | Tiêu chí 5.4 | Lát sân | Cô Na | | 20/11/2025 |")
    assert [day for _, day, _, _ in found][:3] == [date(2025, 10, 10), date(2025, 11, 14), date(2025, 12, 31)]


def test_a_cell_with_one_day_stays_one_work():
    row = "| 1 | Tiêu chí 5.3 | - Đào hố (10/10/2025)<br>- Tưới cây | Cô Na | | |\n"
    assert len(works(COLUMNS + row + "| 2 | Tiêu chí 5.4 | Lát sân | Cô Na | | 20/11/2025 |")) == 2


def test_two_rounds_of_some_days_each_are_two_works():
    line = "- Kiểm kê kho 2 đợt: đợt 1 (từ 15/12/2025 đến 20/12/2025) và đợt 2 (từ 20/5/2026 đến 25/5/2026)."
    assert [day for _, day, _, _ in works(line)] == [date(2025, 12, 20), date(2026, 5, 25)]


def test_a_third_of_the_month_of_its_row_is_when_a_work_is_done_and_no_name_of_a_report():
    rows = (
        "| 12/2025 | - Cuối tháng: Kiểm kê tài sản | Kế toán |\n"
        "| 3/2026 | - Hội trại Thanh niên vào giữa tháng | Bí thư Đoàn |\n"
        "| 4/2026 | - Nộp báo cáo cuối tháng | Văn thư |\n"
    )
    found = works("\n| Tháng | Nội dung | Phụ trách |\n|---|---|---|\n" + rows)
    assert [(title, day) for title, day, _, _ in found] == [
        ("Kiểm kê tài sản", date(2025, 12, 31)),
        ("Hội trại Thanh niên", date(2026, 3, 20)),
        ("Nộp báo cáo cuối tháng", date(2026, 4, 30)),
    ]
