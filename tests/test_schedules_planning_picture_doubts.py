"""Dates on numbers a picture did not show clearly: doubted or left out, and said so, never silent."""

from __future__ import annotations

from schedules.calendar import load_calendar
from schedules.plan import Block, Cell, Document, Place, Severity
from schedules.planning import understand

HEADER = ("Tháng", "Tuần", "Nội dung kiểm tra", "Người phụ trách")
OPENING = (
    Block("TRƯỜNG TIỂU HỌC SAO MAI", Place(page=1, paragraph=1)),
    Block("Sao Mai, ngày 09 tháng 9 năm 2024", Place(page=1, paragraph=2)),
    Block("KẾ HOẠCH KIỂM TRA NỘI BỘ NĂM HỌC 2024-2025", Place(page=1, paragraph=3)),
)


def row(number, *texts, unread=None, doubtful=None):
    def cell(column, text):
        place = Place(page=1, table=1, row=number, column=column)
        words = (text,) if column == doubtful else ()
        return Cell(text, place, confidence=0.1 if column == unread else 0.95, doubtful=words)

    cells = tuple(cell(column, text) for column, text in enumerate(texts, 1))
    return Block("\t".join(texts), Place(page=1, table=1, row=number), cells)


def plan_of(*blocks):
    return understand(Document("quet.pdf", "pdf", (*OPENING, *blocks)), load_calendar())


def table(**third):
    return (
        row(1, *HEADER),
        row(2, "10", "2", "Kiểm tra hồ sơ tổ chuyên môn", "PHT"),
        row(3, *third.pop("texts", ("11", "3", "Kiểm tra thư viện", "Hiệu trưởng")), **third),
        row(4, "12", "1", "Kiểm tra bếp ăn bán trú", "Nhân viên y tế"),
    )


def task_about(plan, words):
    return next(task for task in plan.tasks if words in task.title)


def rules(plan):
    return {finding.rule: finding for finding in plan.findings}


def test_a_clear_table_has_no_doubt():
    plan = plan_of(*table())
    assert str(task_about(plan, "thư viện").due.day) == "2024-11-24"
    assert not {"so-khong-chac", "o-thoi-gian-khong-doc-duoc"} & set(rules(plan))


def test_an_unread_week_gives_no_date_at_all():
    plan = plan_of(*table(texts=("11", "", "Kiểm tra thư viện", "Hiệu trưởng"), unread=2))
    assert not task_about(plan, "thư viện").due.dated
    found = rules(plan)["o-thoi-gian-khong-doc-duoc"]
    assert found.severity is Severity.CHOICE
    assert "Kiểm tra thư viện" in found.message


def test_an_unread_month_does_not_lend_the_month_above():
    plan = plan_of(*table(texts=("", "3", "Kiểm tra thư viện", "Hiệu trưởng"), unread=1))
    assert not task_about(plan, "thư viện").due.dated
    assert str(task_about(plan, "bếp ăn").due.day) == "2024-12-08"


def test_an_unread_cell_that_is_no_time_leaves_the_date():
    plan = plan_of(*table(texts=("11", "3", "Kiểm tra thư viện", ""), unread=4))
    assert str(task_about(plan, "thư viện").due.day) == "2024-11-24"


def test_a_doubtful_week_keeps_its_date_and_asks():
    plan = plan_of(*table(doubtful=2))
    task = task_about(plan, "thư viện")
    assert str(task.due.day) == "2024-11-24"
    assert task.confidence < 0.5
    assert "“3”" in rules(plan)["so-khong-chac"].message


def test_a_doubtful_number_in_a_date_of_running_text_asks():
    text = "1. Văn phòng nộp báo cáo thống kê trước ngày 15/10/2024."
    plan = plan_of(Block(text, Place(page=1, paragraph=4), doubtful=("15/10/2024.",)))
    assert rules(plan)["so-khong-chac"].quotes == (text,)


def test_a_doubtful_number_that_is_no_date_does_not_nag():
    text = "1. Văn phòng mua 25 bộ sách trước ngày 15/10/2024."
    plan = plan_of(Block(text, Place(page=1, paragraph=4), doubtful=("25",)))
    assert "so-khong-chac" not in rules(plan)


def test_a_doubtful_item_number_is_not_taken_for_part_of_a_date():
    text = "5. Văn phòng nộp báo cáo thống kê trước ngày 15/10/2024."
    plan = plan_of(Block(text, Place(page=1, paragraph=4), doubtful=("5.",)))
    assert "so-khong-chac" not in rules(plan)
