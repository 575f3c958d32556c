"""PDF files: pages with a text layer read by the place of every letter; pages that are pictures go to the scanner."""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Callable
from typing import Any

from schedules.plan import Document, Finding, Place
from schedules.reading import limits
from schedules.reading.kind import Kind, kind_of
from schedules.reading.lacking import lacking
from schedules.reading.pages import Page, blocks_of
from schedules.reading.recognised import doubts, recognised
from schedules.reading.remark import cut_short, warning
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Pace, Stopped

NAME = "pdf"
END, FAR_END = b"%%EOF", 4096
DPI, POINTS, LONGEST = 200, 72, 3500
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
    # Every odd number in a damaged file would be a line in the service's log.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
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
        return _document(opened, data, source)


def _document(opened: Any, data: bytes, source: str) -> Document:
    pages, pictures, findings = _printed(opened, source)
    if pictures:
        try:
            read, trouble = recognised(pictures, _renderer(data), source, len(pages) - len(pictures))
        except Unreadable as error:
            if isinstance(error, Stopped) or len(pictures) == len(pages):
                raise
            read, trouble = {}, [_unrecognised(pictures, error)]
        else:
            # The few letters on a picture that was not read are no page.
            pages = {number: page for number, page in pages.items() if number not in pictures}
        pages |= read
        findings += trouble
        pictures = [number for number in pictures if number in read]
    if END not in data[-FAR_END:]:
        findings.append(cut_short())
    blocks = blocks_of([pages[number] for number in sorted(pages)])
    return Document(source, NAME, blocks, (*findings, *doubts(blocks, pictures)))


def _printed(opened: Any, source: str) -> tuple[dict[int, Page], list[int], list[Finding]]:
    """Return the pages by their text layer, the numbers of those that are pictures, and what went wrong."""
    from schedules.reading.printed import printed_page

    pages: dict[int, Page] = {}
    pictures: list[int] = []
    findings: list[Finding] = []
    pace = Pace(source, len(opened.pages))
    for page in opened.pages:
        number = page.page_number
        try:
            pages[number], is_picture = printed_page(page)
            pictures += [number] if is_picture else []
        except Exception as error:  # noqa: BLE001  (one bad page never stops the others; pdfminer raises anything)
            pages[number] = Page(number, 1, 1)
            findings.append(_bad_page(number, error))
        page.close()
        pace.reached(len(pages) - len(pictures))
    return pages, pictures, findings


def _renderer(data: bytes) -> Callable[[int], Any]:
    """Return a function that draws one page in grey; the drawing library takes one caller at a time."""
    import pypdfium2

    lock = threading.Lock()

    def picture_of(number: int) -> Any:
        with lock, pypdfium2.PdfDocument(data) as drawn:
            page = drawn[number - 1]
            # A page of monstrous size is drawn smaller, never larger than a page needs.
            scale = min(DPI / POINTS, LONGEST / max(page.get_size()))
            return page.render(scale=scale, grayscale=True).to_numpy().copy()

    return picture_of


def _unrecognised(pictures: list[int], error: Unreadable) -> Finding:
    listed = ", ".join(map(str, pictures))
    return warning("trang-anh", f"Trang {listed} là ảnh nên chưa đọc được chữ: {error.found}.", f"{error.advice}.")


def _bad_page(number: int, error: Exception) -> Finding:
    message = f"Trang {number} bị hỏng nên không đọc được ({type(error).__name__})."
    return warning("trang-hong", message, "Hãy xuất lại tệp PDF rồi nhập lại.", Place(page=number))
