"""OpenDocument text and sheets (.odt, .ods): the body in order, deleted text and annotations left out."""

from __future__ import annotations

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of
from schedules.reading.package import Package
from schedules.reading.unreadable import Unreadable

NAME = "odt"
CONTENT, STYLES = "content.xml", "styles.xml"
MANIFEST = "META-INF/manifest.xml"
EXPECTED = "tệp .odt hoặc .ods do LibreOffice lưu"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are an OpenDocument file."""
    return kind_of(data, name) is Kind.OPEN_DOCUMENT


def read(data: bytes, source: str) -> Document:
    """Return the blocks of an OpenDocument file; raise Unreadable when it is damaged, unsafe or locked."""
    from schedules.reading.open_body import OpenBody
    from schedules.reading.open_numbers import number_lists
    from schedules.reading.xml_part import parse_part

    package = Package(data, source, "tệp OpenDocument")
    if b"encryption-data" in (package.part(MANIFEST) or b""):
        raise Unreadable(source, "tệp OpenDocument có mật khẩu", EXPECTED, "Hãy bỏ mật khẩu rồi lưu lại")
    content = package.part(CONTENT)
    if content is None:
        raise Unreadable(source, f"tệp thiếu phần {CONTENT}", EXPECTED, "Hãy lưu lại bằng LibreOffice")
    root, styles = parse_part(content, source), package.part(STYLES)
    number_lists(root, parse_part(styles, source) if styles else None)
    return Document(source, NAME, OpenBody().blocks(root))
