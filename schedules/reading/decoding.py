"""Bytes of a text file → NFC text with plain line ends: UTF-8, UTF-16, Windows-1258, TCVN3 and VNI."""

from __future__ import annotations

import codecs
import re
import unicodedata

from schedules.reading.modern import old_code
from schedules.reading.unreadable import Unreadable

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
MOST_CONTROLS = 0.005
"""A text may hold a stray control sign from a bad copy; above this share it is no text."""

SAMPLE = 65536


def decode(data: bytes, source: str) -> str:
    """Return the text of a file, or raise Unreadable when the bytes are no text in an encoding known here."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return tidy(_checked(data[len(bom) :].decode(encoding, "replace"), source))
    return tidy(_checked(_guess(data), source))


def tidy(text: str) -> str:
    """Return the text in NFC with the line feed as its only line end; pages keep their form feed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _guess(data: bytes) -> str:
    sample = data[:SAMPLE]
    if sample.count(0) > len(sample) // 4:
        even = sample[0::2].count(0)
        return data.decode("utf-16-be" if even > len(sample) // 4 else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Old one-byte codes are told by their spelling, in the letters they were typed in.
        western = data.decode("latin-1")
        return western if old_code(western[:SAMPLE]) else data.decode("cp1258", "replace")


def _checked(text: str, source: str) -> str:
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * max(len(text), 1):
        raise Unreadable(
            source,
            "tệp không chứa chữ đọc được",
            "văn bản tiếng Việt mã Unicode (UTF-8, UTF-16) hoặc Windows-1258",
            "Hãy mở tệp bằng Word rồi lưu lại thành .docx, hoặc dán chữ vào ô nhập",
        )
    return text
