"""What a file really is, told by its bytes; its name decides only where bytes cannot (text, broken packages)."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from schedules.reading import limits
from schedules.reading.zipped import BrokenZipError, entry_count, opened


class Kind(StrEnum):
    """One format; every file is of exactly one, so exactly one reader claims it."""

    DOCX = "Word (.docx)"
    DOC = "Word cũ (.doc)"
    XLSX = "bảng tính Excel (.xlsx)"
    XLS = "bảng tính Excel cũ (.xls)"
    OPEN_DOCUMENT = "OpenDocument (.odt, .ods)"
    PDF = "PDF"
    RTF = "RTF"
    HTML = "trang web (.html)"
    IMAGE = "ảnh"
    ZIP = "tệp nén ZIP"
    TEXT = "văn bản"
    LOCKED = "tệp Office được đặt mật khẩu"
    SLIDES = "trình chiếu (.pptx)"
    BINARY_SHEETS = "bảng tính Excel dạng .xlsb"
    RAR = "tệp nén RAR"
    SEVEN_ZIP = "tệp nén 7z"
    GZIP = "tệp nén gzip"
    WEB_ARCHIVE = "trang web lưu dạng .mht"
    PROGRAM = "chương trình"
    UNKNOWN = "tệp lạ"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNATURES = (
    (b"{\\rtf", Kind.RTF),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"\x89PNG", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"Rar!", Kind.RAR),
    (b"7z\xbc\xaf", Kind.SEVEN_ZIP),
    (b"\x1f\x8b", Kind.GZIP),
    (b"MZ", Kind.PROGRAM),
    (b"\x7fELF", Kind.PROGRAM),
    (b"MIME-Version:", Kind.WEB_ARCHIVE),
)
SUFFIXES = {
    ".docx": Kind.DOCX,
    ".docm": Kind.DOCX,
    ".dotx": Kind.DOCX,
    ".doc": Kind.DOC,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xls": Kind.XLS,
    ".odt": Kind.OPEN_DOCUMENT,
    ".ods": Kind.OPEN_DOCUMENT,
    ".pdf": Kind.PDF,
    ".rtf": Kind.RTF,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".zip": Kind.ZIP,
    ".png": Kind.IMAGE,
    ".jpg": Kind.IMAGE,
    ".jpeg": Kind.IMAGE,
    ".tif": Kind.IMAGE,
    ".tiff": Kind.IMAGE,
    ".bmp": Kind.IMAGE,
    ".webp": Kind.IMAGE,
    ".heic": Kind.IMAGE,
    ".heif": Kind.IMAGE,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    "": Kind.TEXT,
}
"""What a name promises; a text is one only by its name."""

PARTS = (
    ("word/", Kind.DOCX),
    ("xl/workbook.bin", Kind.BINARY_SHEETS),
    ("xl/", Kind.XLSX),
    ("ppt/", Kind.SLIDES),
    ("content.xml", Kind.OPEN_DOCUMENT),
)
STREAMS = (("WordDocument", Kind.DOC), ("Workbook", Kind.XLS), ("Book", Kind.XLS), ("PowerPoint", Kind.SLIDES))
HTML_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
HEAD = 2048
OFFICE_SIGNS = ("[Content_Types].xml", "mimetype")


def kind_of(data: bytes, name: str) -> Kind:
    """Return what the bytes are; `name` decides between kinds the bytes leave open."""
    promised = promise(name)
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(OLE):
        return _compound(data, promised)
    if head.startswith(b"PK"):
        return _package(data, promised)
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return Kind.IMAGE
    found = next((kind for sign, kind in SIGNATURES if head.startswith(sign)), None)
    if found is Kind.PROGRAM and b"\0" not in head:
        return promised
    if found:
        return found
    if HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Kind.HTML
    # Plain text is sometimes saved under Word's old name.
    return Kind.TEXT if promised is Kind.DOC and _is_text(head) else promised


def _is_text(head: bytes) -> bool:
    plain = head.decode("utf-8", "ignore")
    return b"\0" not in head and len(plain.encode()) >= len(head) - 3


def promise(name: str) -> Kind:
    """Return the kind a file's name promises."""
    return SUFFIXES.get(PurePath(name).suffix.lower(), Kind.UNKNOWN)


def _compound(data: bytes, promised: Kind) -> Kind:
    """An old Office file: which streams its directory names (a file put inside another has its streams too)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Kind.LOCKED
    found = [kind for stream, kind in STREAMS if stream.encode("utf-16-le") in data]
    if promised in found or (not found and promised in {Kind.DOC, Kind.XLS}):
        return promised
    return found[0] if found else Kind.UNKNOWN


def _package(data: bytes, promised: Kind) -> Kind:
    if entry_count(data) > limits.MOST_PARTS:
        return promised if promised in {Kind.DOCX, Kind.XLSX, Kind.OPEN_DOCUMENT} else Kind.ZIP
    try:
        with opened(data) as package:
            names = package.namelist()
    except BrokenZipError:
        return promised if promised in {Kind.XLSX, Kind.OPEN_DOCUMENT, Kind.ZIP} else Kind.DOCX
    for start, kind in PARTS:
        if any(name.startswith(start) for name in names):
            return kind
    # An Office file whose main part lost its name is still one, and damaged.
    office = promised in {Kind.DOCX, Kind.XLSX, Kind.OPEN_DOCUMENT} and any(name in OFFICE_SIGNS for name in names)
    return promised if office else (Kind.ZIP if names else Kind.DOCX)
