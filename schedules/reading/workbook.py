"""Excel workbooks (.xlsx): each visible sheet is one table; merges are spread, dates read as they are shown."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from typing import Any

from schedules.plan import Block, Document, Finding
from schedules.reading import limits
from schedules.reading.grid import Box
from schedules.reading.kind import Kind, kind_of
from schedules.reading.lacking import lacking
from schedules.reading.package import Package
from schedules.reading.remark import remark, warning
from schedules.reading.sheet import hidden_sheet, sheet_blocks, too_long
from schedules.reading.shown import shown
from schedules.reading.unreadable import Unreadable

NAME = "xlsx"
RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
MACROS = "xl/vbaProject.bin"
MOST_EMPTY = 200_000
"""Rows looked at in one sheet, with or without words: formatted blank rows may go on for a million."""


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are an Excel workbook."""
    return kind_of(data, name) is Kind.XLSX


def read(data: bytes, source: str) -> Document:
    """Return every visible sheet as a table; raise Unreadable when the workbook is damaged or too long."""
    package = Package(data, source, "tệp .xlsx")
    _check_parts(package, source)
    with warnings.catch_warnings():
        # What the library does not know (validations, drawings) has no words of the plan in it.
        warnings.simplefilter("ignore")
        return _document(_opened(data, source), package, source)


def _opened(data: bytes, source: str) -> Any:
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise lacking(source, "openpyxl", "sheets") from error
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (KeyError, ValueError, InvalidFileException, OSError, TypeError) as error:
        found = "bảng tính bị hỏng hoặc thiếu phần"
        raise Unreadable(source, found, "tệp .xlsx do Excel lưu", "Hãy mở bằng Excel rồi lưu lại") from error


def _document(book: Any, package: Package, source: str) -> Document:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    findings = [hidden_sheet(sheet.title) for sheet in book.worksheets if sheet.sheet_state != "visible"]
    blocks: list[Block] = []
    for sheet in visible:
        merges, uncomputed = _extras(package, sheet._worksheet_path, source)  # noqa: SLF001  (no public way)
        boxes = _boxes(sheet, merges, source)
        title = sheet.title if len(visible) > 1 else ""
        blocks += sheet_blocks(boxes, title, 1 + max((block.place.table or 0 for block in blocks), default=0))
        findings += [_uncomputed(sheet.title, uncomputed)] if uncomputed else []
    if MACROS in package.names:
        findings.append(remark("macro", "Tệp có macro; chương trình chỉ đọc chữ, không bao giờ chạy macro."))
    return Document(source, NAME, tuple(blocks), tuple(findings))


def _uncomputed(title: str, count: int) -> Finding:
    message = f"Trang tính “{title}” có {count} ô công thức chưa có giá trị lưu kèm nên coi như ô trống."
    return warning("cong-thuc", message, "Hãy mở bằng Excel rồi lưu lại để giá trị được tính.")


def _check_parts(package: Package, source: str) -> None:
    """Refuse entity bombs before another parser meets them."""
    for name in package.names:
        if not name.endswith((".xml", ".rels")):
            continue
        part = package.part(name) or b""
        if b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part[:4096]:
            found = "nội dung XML khai báo thực thể lạ"
            raise Unreadable(source, found, "tệp .xlsx do Excel lưu", "Hãy kiểm tra nguồn gốc tệp")


def _extras(package: Package, path: str, source: str) -> tuple[list[str], int]:
    """Return the merged ranges of a sheet and how many formulas carry no value."""
    from schedules.reading.xml_part import parse_part

    xml = package.part(path.lstrip("/"))
    if xml is None:
        return [], 0
    root = parse_part(xml, source)
    merges = [found.get("ref", "") for found in root.iter("{*}mergeCell")]
    formulas = (cell for cell in root.iter("{*}c") if cell.find("{*}f") is not None)
    empty = [cell for cell in formulas if not cell.findtext("{*}v") and cell.find("{*}is") is None]
    return merges[: limits.MOST_ROWS], len(empty)


def _boxes(sheet: Any, merges: Iterable[str], source: str) -> list[Box]:
    spans = dict(_span(merge) for merge in merges if ":" in merge)
    boxes: list[Box] = []
    filled = 0
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=MOST_EMPTY, max_col=limits.MOST_COLUMNS):
        texts = [
            (cell.row - 1, cell.column - 1, shown(cell.value, cell.number_format))
            for cell in row
            if cell.value is not None
        ]
        filled += bool(texts)
        if filled > limits.MOST_ROWS:
            raise too_long(source, sheet.title)
        boxes += [Box(text, at, column, *spans.get((at, column), (1, 1))) for at, column, text in texts]
    last = max((box.row for box in boxes), default=0)
    return [box if box.row + box.rows - 1 <= last + 1 else _cut(box, last) for box in boxes]


def _cut(box: Box, last: int) -> Box:
    return Box(box.text, box.row, box.column, last + 1 - box.row, box.columns)


def _span(merge: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Turn "B3:B7" into ((2, 1), (5, 1)): where it begins, what it covers."""
    match = RANGE.fullmatch(merge)
    if not match:
        return (-1, -1), (1, 1)
    left, right = _column(match[1]), _column(match[3])
    top, bottom = int(match[2]), int(match[4])
    return (top - 1, left - 1), (max(bottom - top + 1, 1), max(right - left + 1, 1))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
