"""The files inside a ZIP: names made safe to show, sizes counted as they come out, no ZIP inside a ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from schedules.reading import limits
from schedules.reading.kind import Kind, kind_of
from schedules.reading.unreadable import Unreadable
from schedules.reading.zipped import BrokenZipError, TooLargeError, entry_count, opened, unpacked

EXPECTED = "tệp .zip chứa các tệp kế hoạch"
ADVICE = "Hãy giải nén rồi nhập từng tệp bên trong"
LEFTOVERS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
UTF8_NAME = 0x800


def members(data: bytes, source: str) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Yield each file inside with its name; one that cannot be unpacked safely comes as its refusal."""
    package = _opened(data, source)
    files = [info for info in package.infolist() if not info.is_dir() and not _leftover(info.filename)]
    if not files:
        raise Unreadable(source, "tệp nén trống", EXPECTED, "Hãy chọn lại tệp")
    if len(files) > limits.MOST_MEMBERS:
        found = f"tệp nén chứa {len(files)} tệp, giới hạn là {limits.MOST_MEMBERS}"
        raise Unreadable(source, found, EXPECTED, ADVICE)
    budget = limits.LARGEST_UNPACKED
    for info in files:
        name = f"{source} / {_name(info)}"
        content = _content(package, info, name, min(budget, limits.LARGEST_FILE))
        if isinstance(content, bytes):
            budget -= len(content)
            if kind_of(content, name) is Kind.ZIP:
                content = Unreadable(name, "tệp nén nằm trong tệp nén", EXPECTED, ADVICE)
        yield name, content


def files_in(data: bytes, source: str) -> Iterator[bytes]:
    """Yield the bytes of each file inside a ZIP in order (none for one that cannot be had), else those of the file."""
    if kind_of(data, source) is not Kind.ZIP:
        yield data
        return
    try:
        for _, content in members(data, source):
            yield content if isinstance(content, bytes) else b""
    except Unreadable:
        yield b""


def _opened(data: bytes, source: str) -> zipfile.ZipFile:
    if (count := entry_count(data)) > limits.MOST_PARTS:
        raise Unreadable(source, f"tệp nén chứa {count} tệp, giới hạn là {limits.MOST_MEMBERS}", EXPECTED, ADVICE)
    try:
        return opened(data)
    except BrokenZipError as error:
        raise Unreadable(source, "tệp nén bị hỏng hoặc bị cắt ngang", EXPECTED, "Hãy nén lại") from error


def _content(package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, most: int) -> bytes | Unreadable:
    if info.flag_bits & 1:
        return Unreadable(name, "tệp có mật khẩu", EXPECTED, "Hãy nén lại không đặt mật khẩu")
    try:
        return unpacked(package, info, most)
    except TooLargeError:
        found = f"tệp bung ra hơn {limits.megabytes(most)}"
        return Unreadable(name, found, EXPECTED, "Hãy kiểm tra nguồn gốc tệp nén")
    except BrokenZipError:
        return Unreadable(name, "tệp trong gói nén bị hỏng", EXPECTED, "Hãy nén lại")


def _name(info: zipfile.ZipInfo) -> str:
    """Return the last part of the name; Windows often stores it in UTF-8 without saying so."""
    name = info.filename
    if not info.flag_bits & UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.filename
    return PurePosixPath(name.replace("\\", "/")).name or "không tên"


def _leftover(name: str) -> bool:
    return any(part in LEFTOVERS or part.startswith(("._", "~$")) for part in PurePosixPath(name).parts)
