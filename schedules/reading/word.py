"""Word files (.docx): the body in order, as paragraphs and table rows, tracked changes as if accepted."""

from __future__ import annotations

import io
import zipfile

from schedules.plan import Document
from schedules.reading import refused
from schedules.reading.package import Package
from schedules.reading.unreadable import Unreadable

NAME = "docx"
MAIN = "word/document.xml"
STYLES = "word/styles.xml"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a Word file; a broken ZIP named so is claimed too, to be refused in words."""
    if not data.startswith(b"PK"):
        return name.lower().endswith((".docx", ".docm")) and not refused.claims(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return any(part.startswith("word/") for part in package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return True


def read(data: bytes, source: str) -> Document:
    """Return the blocks of a Word file; raise Unreadable when it is damaged or unsafe."""
    # The XML library is loaded for Word files only: reading text must start in no time.
    from schedules.reading.word_body import blocks_of

    package = Package(data, source)
    main = package.part(MAIN)
    if main is None:
        raise Unreadable(source, f"tệp .docx thiếu phần {MAIN}", "tệp .docx do Word lưu", "Hãy lưu lại bằng Word")
    return Document(source, NAME, blocks_of(main, package.part(STYLES), source))
