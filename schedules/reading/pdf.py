"""PDF files: pages with a text layer read by the place of every letter; pages that are pictures go to the scanner."""

from __future__ import annotations

import io
from typing import Any

from schedules.plan import Document, Finding, Place
from schedules.reading import limits
from schedules.reading.kind import Kind, kind_of
from schedules.reading.lacking import lacking
from schedules.reading.pages import Page, blocks_of
from schedules.reading.remark import warning
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Pace

NAME = "pdf"
EXPECTED = "tệp PDF nguyên vẹn, không đặt mật khẩu"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a PDF, or something broken named so."""
    return kind_of(data, name) is Kind.PDF


def read(data: bytes, source: str) -> Document:
    """Return the blocks of a PDF, page by page; raise Unreadable when it is damaged, locked or too long."""
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfplumber.utils.exceptions import PdfminerException
    except ImportError as error:
        raise lacking(source, "pdfplumber", "pdf") from error
    try:
        opened = pdfplumber.open(io.BytesIO(data))
        total = len(opened.pages)
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise Unreadable(source, "tệp PDF có mật khẩu", EXPECTED, "Hãy mở tệp, bỏ mật khẩu rồi lưu lại") from error
        raise Unreadable(source, "tệp PDF bị hỏng hoặc bị cắt ngang", EXPECTED, "Hãy xuất lại tệp PDF") from error
    if not 0 < total <= limits.MOST_PAGES:
        found = f"tệp PDF có {total} trang, giới hạn là {limits.MOST_PAGES}"
        raise Unreadable(source, found, EXPECTED, "Hãy tách riêng phần kế hoạch rồi nhập lại")
    with opened:
        return _document(opened, source)


def _document(opened: Any, source: str) -> Document:
    from schedules.reading.printed import printed_page

    pages: list[Page] = []
    pictures: list[int] = []
    findings: list[Finding] = []
    pace = Pace(source, len(opened.pages))
    for page in opened.pages:
        number = page.page_number
        try:
            found, is_picture = printed_page(page)
        except Exception as error:  # noqa: BLE001  (one bad page never stops the others; pdfminer raises anything)
            found, is_picture = Page(number, 1, 1), False
            findings.append(_bad_page(number, error))
        pages.append(found)
        pictures += [number] if is_picture else []
        page.close()
        pace.reached(number)
    return Document(source, NAME, blocks_of(pages), tuple(findings))


def _bad_page(number: int, error: Exception) -> Finding:
    message = f"Trang {number} bị hỏng nên không đọc được ({type(error).__name__})."
    return warning("trang-hong", message, "Hãy xuất lại tệp PDF rồi nhập lại.", Place(page=number))
