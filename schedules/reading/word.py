"""Word files (.docx): the body in order, as paragraphs and table rows, tracked changes as if accepted."""

from __future__ import annotations

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of
from schedules.reading.package import Package
from schedules.reading.remark import remark
from schedules.reading.unreadable import Unreadable

NAME = "docx"
MAIN = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
MACROS = "word/vbaProject.bin"
MACRO_WORDS = "Tệp có macro; chương trình chỉ đọc chữ, không bao giờ chạy macro."
OLD_FONTS = (b'".Vn', b'".VN', b'"VNI')


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a Word file; a broken ZIP named so is claimed too, to be refused in words."""
    return kind_of(data, name) is Kind.DOCX


def read(data: bytes, source: str) -> Document:
    """Return the blocks of a Word file; raise Unreadable when it is damaged or unsafe."""
    # The XML library is loaded for Word files only: reading text must start in no time.
    from schedules.reading.word_body import blocks_of
    from schedules.reading.word_margins import margins_of

    package = Package(data, source)
    main = package.part(MAIN)
    if main is None:
        raise Unreadable(source, f"tệp .docx thiếu phần {MAIN}", "tệp .docx do Word lưu", "Hãy lưu lại bằng Word")
    styles = package.part(STYLES)
    findings = [remark("macro", MACRO_WORDS)] if MACROS in package.names else []
    if any(mark in part for part in (main, styles or b"") for mark in OLD_FONTS):
        from schedules.reading.modern import converted
        from schedules.reading.word_fonts import in_unicode

        changed = in_unicode(main, styles, source)
        findings += [converted("TCVN3 hoặc VNI")] if changed else []
        main = changed or main
    numbering = package.part(NUMBERING) if b"numId" in main or b"numPr" in (styles or b"") else None
    if numbering:
        from schedules.reading.word_numbers import with_numbers

        main = with_numbers(main, numbering, styles, source)
    body = blocks_of(main, styles, source)
    return Document(source, NAME, (*body, *margins_of(package, body, source)), tuple(findings))
