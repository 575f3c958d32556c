"""A format that needs a package or a program which is not installed: the sentence that says how to get it."""

from __future__ import annotations

from schedules.reading.unreadable import Unreadable

PROGRAMS = {
    "libreoffice": "sudo apt install libreoffice-writer-nogui",
    "tesseract": "sudo apt install tesseract-ocr tesseract-ocr-vie",
}
"""System programs reading may call, and the one command that installs each on Debian and Ubuntu."""


def lacking(source: str, package: str, extra: str) -> Unreadable:
    """Return the refusal for a missing Python package of an optional part of the install."""
    return Unreadable(
        source,
        f"máy này chưa cài gói {package} để đọc loại tệp này",
        "phần đọc tệp được cài đủ",
        f"Hãy nhờ người quản trị cài bằng lệnh: pip install 'dung-han[{extra}]'",
    )


def lacking_program(source: str, program: str, purpose: str) -> Unreadable:
    """Return the refusal for a missing system program; `purpose` says what it is for."""
    return Unreadable(
        source,
        f"máy này chưa có chương trình {program} để {purpose}",
        "chương trình ấy được cài trên máy chủ",
        f"Hãy nhờ người quản trị cài bằng lệnh: {PROGRAMS[program]}",
    )
