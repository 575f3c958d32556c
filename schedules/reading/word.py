"""Word files (.docx): the body in order, as paragraphs and table rows, tracked changes as if accepted."""

from __future__ import annotations

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of
from schedules.reading.package import Package
from schedules.reading.unreadable import Unreadable

NAME = "docx"
MAIN = "word/document.xml"
STYLES = "word/styles.xml"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a Word file; a broken ZIP named so is claimed too, to be refused in words."""
    return kind_of(data, name) is Kind.DOCX


def read(data: bytes, source: str) -> Document:
    """Return the blocks of a Word file; raise Unreadable when it is damaged or unsafe."""
    # The XML library is loaded for Word files only: reading text must start in no time.
    from schedules.reading.word_body import blocks_of

    package = Package(data, source)
    main = package.part(MAIN)
    if main is None:
        raise Unreadable(source, f"tệp .docx thiếu phần {MAIN}", "tệp .docx do Word lưu", "Hãy lưu lại bằng Word")
    return Document(source, NAME, blocks_of(main, package.part(STYLES), source))
