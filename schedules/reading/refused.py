"""Files that are known for what they are and not read (yet): each is refused with what to do instead."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from schedules.plan import Document
from schedules.reading.unreadable import Unreadable

NAME = "refused"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
NOT_YET = "định dạng này chưa đọc được"
SAVE_AS = "Hãy lưu lại thành .docx hoặc dán chữ vào ô nhập"
SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"\x89PNG", "ảnh PNG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"MZ", "chương trình"),
    (b"\x7fELF", "chương trình"),
)
PACKED = (("xl/", "bảng tính Excel (.xlsx)"), ("ppt/", "trình chiếu (.pptx)"), ("content.xml", "OpenDocument (.odt)"))


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are of a kind that is refused by its name."""
    return _kind(data, name) is not None


def read(data: bytes, source: str) -> Document:
    """Raise Unreadable with what the file is and what to do."""
    kind = _kind(data, source) or "tệp lạ"
    if kind == ENCRYPTED.decode("utf-16-le"):
        found, advice = "tệp Word được đặt mật khẩu", "Hãy mở tệp bằng Word, bỏ mật khẩu rồi lưu lại thành .docx"
    elif PurePath(source).suffix.lower() in {".docx", ".txt", ".md"}:
        found = f"tên tệp là {PurePath(source).suffix} nhưng bên trong là {kind}, {NOT_YET}"
        advice = "Hãy chọn đúng tệp kế hoạch, lưu bằng Word thành .docx, hoặc dán chữ vào ô nhập"
    else:
        found, advice = f"tệp là {kind}, {NOT_YET}", SAVE_AS
    raise Unreadable(source, found, "tệp .docx, .txt hoặc .md", advice)


def _kind(data: bytes, name: str) -> str | None:
    if data.startswith(OLE):
        if ENCRYPTED in data:
            return ENCRYPTED.decode("utf-16-le")
        return "bảng tính Excel cũ (.xls)" if name.lower().endswith(".xls") else "Word cũ (.doc)"
    if data.startswith(b"PK"):
        return _packed(data)
    return next((kind for sign, kind in SIGNATURES if data.startswith(sign)), None)


def _packed(data: bytes) -> str | None:
    names = _names(data)
    if any(name.startswith("word/") for name in names):
        return None
    inside = next((kind for start, kind in PACKED if any(name.startswith(start) for name in names)), None)
    return inside or ("tệp nén ZIP" if names else None)


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return []
