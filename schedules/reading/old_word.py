"""Old Word files (.doc): LibreOffice turns them into .docx, which the Word reader reads."""

from __future__ import annotations

import struct
from dataclasses import replace

from schedules.plan import Document
from schedules.reading import word
from schedules.reading.kind import OLE, Kind, kind_of
from schedules.reading.libre_office import converted
from schedules.reading.unreadable import Unreadable

NAME = "doc"
STREAM = "WordDocument".encode("utf-16-le")
SECTOR = 512
WORD_MARK = 0xA5EC
FLAGS_AT = 10
ENCRYPTED = 0x0100
"""Bit of the flags in the first block of Word's own stream: the text is encrypted."""


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are an old Word file, or something broken named so."""
    return kind_of(data, name) is Kind.DOC


def read(data: bytes, source: str) -> Document:
    """Return the blocks of an old Word file; raise Unreadable when it is locked, damaged, or LibreOffice is absent."""
    if _is_locked(data):
        raise Unreadable(source, "tệp .doc có mật khẩu", "tệp không đặt mật khẩu", "Hãy bỏ mật khẩu rồi lưu lại")
    if not data.startswith(OLE) or STREAM not in data:
        # LibreOffice would take anything for text and answer with nonsense.
        raise Unreadable(source, "tệp .doc bị hỏng", "tệp .doc do Word lưu", "Hãy mở tệp bằng Word rồi lưu thành .docx")
    return replace(word.read(converted(data, source, "doc", "docx"), source), format=NAME)


def _is_locked(data: bytes) -> bool:
    """Look for the head of Word's stream: it begins at some sector of the file."""
    for at in range(SECTOR, min(len(data), 64 * SECTOR) - 12, SECTOR):
        mark, flags = struct.unpack_from("<H", data, at)[0], struct.unpack_from("<H", data, at + FLAGS_AT)[0]
        if mark == WORD_MARK:
            return bool(flags & ENCRYPTED)
    return False
