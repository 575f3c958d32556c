"""What became of a plan's works as a workbook to sort and filter: the rows of the report, days as days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from tracker.deadline_words import worded
from tracker.reports.results import Result
from tracker.reports.spreadsheet import Cell, sheet_bytes
from tracker.spoken import due_words
from tracker.zone import HO_CHI_MINH

SHEET = "Sổ theo dõi"

Column = tuple[str, float, Callable[[Result], Cell]]
"""A column: its heading, its width in letters, what it says of a work."""


def results_workbook(found: Sequence[Result], at: datetime) -> bytes:
    """Return the .xlsx of the works of a report, one row each in the plan's order; `at` is when it was made."""
    rows: list[list[Cell]] = [["TT", *(name for name, _, _ in COLUMNS)]]
    rows += ([number, *(cell(one) for _, _, cell in COLUMNS)] for number, one in enumerate(found, 1))
    return sheet_bytes(SHEET, [5, *(width for _, width, _ in COLUMNS)], rows, at)


def _day(moment: datetime | None) -> Cell:
    return moment.astimezone(HO_CHI_MINH).date() if moment else None


def _when(one: Result) -> str:
    return "\n".join(filter(None, (due_words(one.stored.task.due), worded(one.stored.task).beside)))


COLUMNS: tuple[Column, ...] = (
    ("Tiêu chuẩn", 18, lambda one: one.stored.task.standard),
    ("Tiêu chí", 9, lambda one: one.stored.task.criterion),
    ("Công việc", 45, lambda one: one.stored.task.title),
    ("Chủ trì", 22, lambda one: ", ".join(one.leads)),
    ("Phối hợp", 22, lambda one: ", ".join(one.helpers)),
    ("Thời hạn", 26, _when),
    ("Hạn", 12, lambda one: one.stored.task.due.day),
    ("Mức độ", 20, lambda one: one.stage.value),
    ("Quá hạn (ngày)", 9, lambda one: one.days_late or None),
    ("Ngày báo xong", 12, lambda one: _day(one.stored.done_at)),
    ("Người báo xong", 20, lambda one: one.stored.done_by),
    ("Ngày kiểm tra", 12, lambda one: _day(one.stored.checked_at)),
    ("Người kiểm tra", 20, lambda one: one.stored.checked_by),
    ("Kết quả, minh chứng", 45, lambda one: "\n".join(one.achieved)),
    ("Nguyên nhân, tồn tại", 45, lambda one: "\n".join(one.reasons)),
)
