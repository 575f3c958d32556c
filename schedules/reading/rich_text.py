"""RTF files: paragraphs and tables with their merges; pictures, styles and deleted text left out."""

from __future__ import annotations

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of
from schedules.reading.remark import cut_short

NAME = "rtf"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are RTF, or something broken named so."""
    return kind_of(data, name) is Kind.RTF


def read(data: bytes, source: str) -> Document:
    """Return the blocks of an RTF file; raise Unreadable when it is none."""
    from schedules.reading.rich_body import RichBody
    from schedules.reading.unreadable import Unreadable

    if not data.startswith(b"{\\rtf"):
        raise Unreadable(source, "tệp .rtf bị hỏng", "tệp RTF do Word lưu", "Hãy mở bằng Word rồi lưu thành .docx")
    body = RichBody()
    blocks = body.blocks(data)
    return Document(source, NAME, blocks, () if body.is_closed else (cut_short(),))
