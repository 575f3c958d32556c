"""The door of reading: a path or bytes in, a Document out, by the one reader that claims it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from stat import S_ISREG
from typing import Protocol

from schedules.plan import Document
from schedules.reading import (
    limits,
    old_word,
    old_workbook,
    open_document,
    pdf,
    photo,
    refused,
    rich_text,
    text,
    web_page,
    word,
    workbook,
)
from schedules.reading.archive import Archive
from schedules.reading.kind import Kind, kind_of, promise
from schedules.reading.modern import modern
from schedules.reading.remark import remark
from schedules.reading.unreadable import Unreadable

KNOWN = "tệp Word, Excel, PDF, ảnh chụp hoặc văn bản (.docx, .doc, .xlsx, .pdf, .odt, .rtf, .html, .jpg, .txt…)"
NO_ROOM = "failed to map segment"
"""How the system says that a library found no memory to load into."""

SAVE_AS = "Hãy lưu lại thành .docx hoặc dán chữ vào ô nhập"


class Reader(Protocol):
    """One file format: pure functions of bytes."""

    NAME: str

    def claims(self, data: bytes, name: str) -> bool:
        """Whether the file is of this format."""

    def read(self, data: bytes, source: str) -> Document:
        """Return its blocks or raise Unreadable."""


def read_file(path: Path) -> Document:
    """Return the document in a file; raise Unreadable with a sentence for people when that cannot be."""
    return read_bytes(file_bytes(path), path.name or str(path))


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raise Unreadable when it is absent, closed to us, a folder or too large."""
    source = clean_name(path.name or str(path))
    try:
        if path.is_dir():
            raise Unreadable(source, "đây là một thư mục", KNOWN, "Hãy chọn từng tệp bên trong")
        about = path.stat()
        if not S_ISREG(about.st_mode):
            raise Unreadable(source, "đây không phải một tệp (ống hoặc thiết bị)", KNOWN, "Hãy lưu thành tệp rồi đọc")
        _check_size(about.st_size, source)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(
            clean_name(str(path)), "không có tệp này", "đường dẫn tới tệp kế hoạch", "Hãy xem lại tên và thư mục"
        ) from error
    except PermissionError as error:
        raise Unreadable(
            source, "không có quyền đọc tệp", "quyền đọc", "Hãy đóng chương trình đang giữ tệp hoặc xin quyền đọc"
        ) from error
    except OSError as error:
        raise Unreadable(
            source,
            f"máy không đọc được tệp ({error.strerror})",
            "tệp đọc được",
            "Hãy chép tệp sang chỗ khác rồi thử lại",
        ) from error


def read_bytes(data: bytes, source: str) -> Document:
    """Return the document in bytes that came under the name `source`; raise Unreadable like read_file."""
    source = clean_name(source)
    _check_size(len(data), source)
    if not data.strip():
        raise Unreadable(source, "tệp trống, không có chữ nào", KNOWN, "Hãy chọn lại tệp kế hoạch")
    document = modern(_read(_reader(data, source), data, source))
    if not document.text.strip():
        raise Unreadable(source, "tệp không có chữ nào", "văn bản có chữ", SAVE_AS)
    return _with_true_kind(document, kind_of(data, source), source)


def read_all_bytes(data: bytes, source: str) -> tuple[Document | Unreadable, ...]:
    """Return every document in bytes that came under a name, refusals as values; a ZIP gives one for each file."""
    if not ARCHIVE.claims(data, source):
        return (ARCHIVE.outcome(data, source),)
    try:
        return ARCHIVE.read_all(data, clean_name(source))
    except Unreadable as error:
        return (error,)


def clean_name(source: str) -> str:
    """Return a file's name safe to show: no control or direction-turning signs, not endless."""
    name = "".join("�" if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign for sign in source)
    half = limits.LONGEST_NAME // 2
    return name if len(name) <= limits.LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _read(reader: Reader, data: bytes, source: str) -> Document:
    try:
        return reader.read(data, source)
    except Unreadable:
        raise
    except MemoryError as error:
        raise _too_hungry(source) from error
    except Exception as error:
        if isinstance(error, ImportError) and NO_ROOM in str(error):
            raise _too_hungry(source) from error
        # Parsers of other people's formats raise anything on damaged bytes; whatever it is, the file is the cause.
        found = f"tệp bị hỏng, bộ đọc {reader.NAME} không hiểu ({type(error).__name__})"
        raise Unreadable(source, found, KNOWN, SAVE_AS) from error


def _too_hungry(source: str) -> Unreadable:
    found = "tệp cần nhiều bộ nhớ hơn giới hạn"
    return Unreadable(source, found, "tệp vừa phải", "Hãy tách riêng phần kế hoạch rồi nhập lại")


def _with_true_kind(document: Document, kind: Kind, source: str) -> Document:
    promised = promise(source)
    if promised in {kind, Kind.UNKNOWN}:
        return document
    suffix = PurePath(source).suffix or "không có đuôi"
    message = f"Tên tệp là {suffix} nhưng bên trong là {kind.value}; đã đọc theo nội dung thật."
    return replace(document, findings=(*document.findings, remark("duoi-tep", message)))


def _reader(data: bytes, source: str) -> Reader:
    claiming: Sequence[Reader] = [reader for reader in READERS if reader.claims(data, source)]
    if not claiming:
        suffix = Path(source).suffix or "không đuôi"
        raise Unreadable(source, f"tệp {suffix}, định dạng này chưa đọc được", KNOWN, SAVE_AS)
    if len(claiming) > 1:
        names = ", ".join(reader.NAME for reader in claiming)
        raise Unreadable(source, f"nhiều bộ đọc cùng nhận tệp này ({names})", "đúng một định dạng", SAVE_AS)
    return claiming[0]


def _check_size(size: int, source: str) -> None:
    most = limits.LARGEST_TEXT if promise(source) is Kind.TEXT else limits.LARGEST_FILE
    if size > most:
        found = f"tệp nặng {limits.megabytes(size)}"
        raise Unreadable(
            source, found, f"tệp không quá {limits.megabytes(most)}", "Hãy tách riêng phần kế hoạch rồi nhập lại"
        )


ARCHIVE = Archive(read_bytes)
READERS: tuple[Reader, ...] = (
    refused,
    word,
    workbook,
    old_word,
    old_workbook,
    open_document,
    pdf,
    photo,
    rich_text,
    web_page,
    ARCHIVE,
    text,
)
"""Every format, in the order asked; exactly one may claim a file."""
