"""Old Excel workbooks (.xls): the same sheets, merges and dates as .xlsx, through another parser."""

from __future__ import annotations

from typing import Any

from schedules.plan import Block, Document, Finding
from schedules.reading import limits
from schedules.reading.grid import Box
from schedules.reading.kind import Kind, kind_of
from schedules.reading.lacking import lacking
from schedules.reading.sheet import hidden_sheet, sheet_blocks, too_long
from schedules.reading.shown import shown
from schedules.reading.unreadable import Unreadable

NAME = "xls"
DATE, NUMBER, TRUTH = 3, 2, 4
EXPECTED = "tệp .xls nguyên vẹn, không đặt mật khẩu"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are an old Excel workbook, or something broken named so."""
    return kind_of(data, name) is Kind.XLS


def read(data: bytes, source: str) -> Document:
    """Return every visible sheet as a table; raise Unreadable when the workbook is damaged, locked or too long."""
    try:
        import xlrd
        from xlrd.biffh import XLRDError
    except ImportError as error:
        raise lacking(source, "xlrd", "sheets") from error
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silence())
    except XLRDError as error:
        if "encrypted" in str(error).lower():
            raise Unreadable(source, "tệp .xls có mật khẩu", EXPECTED, "Hãy bỏ mật khẩu rồi lưu lại") from error
        raise Unreadable(source, "tệp .xls bị hỏng", EXPECTED, "Hãy mở bằng Excel rồi lưu thành .xlsx") from error
    return _document(book, source)


class _Silence:
    """Takes the parser's warnings: standard output belongs to our own words."""

    def write(self, _: str) -> None:
        """Forget the words."""

    def flush(self) -> None:
        """Have nothing to flush."""


def _document(book: Any, source: str) -> Document:
    visible = [sheet for sheet in book.sheets() if sheet.visibility == 0]
    findings: tuple[Finding, ...] = tuple(hidden_sheet(sheet.name) for sheet in book.sheets() if sheet.visibility)
    blocks: list[Block] = []
    for sheet in visible:
        if sheet.nrows > limits.MOST_ROWS:
            raise too_long(source, sheet.name)
        table = 1 + max((block.place.table or 0 for block in blocks), default=0)
        blocks += sheet_blocks(_boxes(book, sheet), sheet.name if len(visible) > 1 else "", table)
    return Document(source, NAME, tuple(blocks), findings)


def _boxes(book: Any, sheet: Any) -> list[Box]:
    spans = {
        (top, left): (min(bottom, sheet.nrows) - top, right - left)
        for top, bottom, left, right in sheet.merged_cells
        if top < sheet.nrows
    }
    boxes = []
    for row in range(sheet.nrows):
        for column in range(min(sheet.row_len(row), limits.MOST_COLUMNS)):
            text = _shown(book, sheet, row, column)
            if text:
                boxes.append(Box(text, row, column, *spans.get((row, column), (1, 1))))
    return boxes


def _shown(book: Any, sheet: Any, row: int, column: int) -> str:
    import xlrd

    cell = sheet.cell(row, column)
    layout = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if cell.ctype == DATE:
        try:
            return shown(xlrd.xldate_as_datetime(cell.value, book.datemode), layout)
        except (xlrd.XLDateError, ValueError, OverflowError):
            return shown(cell.value, "General")
    if cell.ctype == TRUTH:
        return shown(bool(cell.value), layout)
    if cell.ctype == NUMBER:
        return shown(cell.value, layout)
    return str(cell.value).strip() if cell.ctype == 1 else ""
