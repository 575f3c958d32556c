"""The door of reading: a path or bytes in, a Document out, by the one reader that claims it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from schedules.plan import Document
from schedules.reading import limits, refused, text, word
from schedules.reading.unreadable import Unreadable

KNOWN = "tệp .docx, .txt hoặc .md"
SAVE_AS = "Hãy lưu lại thành .docx hoặc dán chữ vào ô nhập"


class Reader(Protocol):
    """One file format: pure functions of bytes."""

    NAME: str

    def claims(self, data: bytes, name: str) -> bool:
        """Whether the file is of this format."""

    def read(self, data: bytes, source: str) -> Document:
        """Return its blocks or raise Unreadable."""


READERS: tuple[Reader, ...] = (refused, word, text)
"""Every format, in the order asked; exactly one may claim a file."""


def read_file(path: Path) -> Document:
    """Return the document in a file; raise Unreadable with a sentence for people when that cannot be."""
    source = path.name or str(path)
    try:
        if path.is_dir():
            raise Unreadable(source, "đây là một thư mục", KNOWN, "Hãy chọn từng tệp bên trong")
        size = path.stat().st_size
        _check_size(size, source)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(
            str(path), "không có tệp này", "đường dẫn tới tệp kế hoạch", "Hãy xem lại tên và thư mục"
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
    return read_bytes(data, source)


def read_bytes(data: bytes, source: str) -> Document:
    """Return the document in bytes that came under the name `source`; raise Unreadable like read_file."""
    _check_size(len(data), source)
    if not data.strip():
        raise Unreadable(source, "tệp trống, không có chữ nào", KNOWN, "Hãy chọn lại tệp kế hoạch")
    document = _reader(data, source).read(data, source)
    if not document.text.strip():
        raise Unreadable(source, "tệp không có chữ nào", "văn bản có chữ (không phải ảnh chụp)", SAVE_AS)
    return document


def _reader(data: bytes, source: str) -> Reader:
    claiming: Sequence[Reader] = [reader for reader in READERS if reader is not text and reader.claims(data, source)]
    if not claiming and text.claims(data, source):
        return text
    if not claiming:
        suffix = Path(source).suffix or "không đuôi"
        raise Unreadable(source, f"tệp {suffix}, định dạng này chưa đọc được", KNOWN, SAVE_AS)
    if len(claiming) > 1:
        names = ", ".join(reader.NAME for reader in claiming)
        raise Unreadable(source, f"nhiều bộ đọc cùng nhận tệp này ({names})", "đúng một định dạng", SAVE_AS)
    return claiming[0]


def _check_size(size: int, source: str) -> None:
    is_text = Path(source).suffix.lower() in text.SUFFIXES
    most = limits.LARGEST_TEXT if is_text else limits.LARGEST_FILE
    if size > most:
        found = f"tệp nặng {limits.megabytes(size)}"
        raise Unreadable(
            source, found, f"tệp không quá {limits.megabytes(most)}", "Hãy tách riêng phần kế hoạch rồi nhập lại"
        )
