"""Files that are known for what they are and not read: each is refused with what to do instead."""

from __future__ import annotations

from pathlib import PurePath

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of, promise
from schedules.reading.unreadable import Unreadable

NAME = "refused"
EXPECTED = "tệp Word, Excel, PDF, ảnh chụp hoặc văn bản"
ADVICE = {
    Kind.LOCKED: "Hãy mở tệp bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại",
    Kind.SLIDES: "Hãy chép phần kế hoạch sang Word rồi lưu thành .docx",
    Kind.BINARY_SHEETS: "Hãy mở bằng Excel rồi lưu lại thành .xlsx",
    Kind.RAR: "Hãy giải nén rồi nhập từng tệp bên trong, hoặc nén lại thành .zip",
    Kind.SEVEN_ZIP: "Hãy giải nén rồi nhập từng tệp bên trong, hoặc nén lại thành .zip",
    Kind.GZIP: "Hãy giải nén rồi nhập từng tệp bên trong",
    Kind.WEB_ARCHIVE: "Hãy mở bằng Word rồi lưu lại thành .docx",
    Kind.PROGRAM: "Hãy chọn đúng tệp kế hoạch; đừng mở tệp này nếu không rõ nguồn gốc",
}


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are of a kind that is refused by its name."""
    return kind_of(data, name) in ADVICE


def read(data: bytes, source: str) -> Document:
    """Raise Unreadable with what the file is and what to do."""
    kind = kind_of(data, source)
    if promise(source) in {kind, Kind.UNKNOWN} or kind is Kind.LOCKED:
        found = f"đây là {kind.value}"
    else:
        found = f"tên tệp là {PurePath(source).suffix or 'không đuôi'} nhưng bên trong là {kind.value}"
    raise Unreadable(source, found, EXPECTED, ADVICE[kind])
