"""Header lines of a letter, written here because Python's own folding loses blanks in Vietnamese.

`email.policy` (seen on 3.11.7) folds "tự đánh giá" so that readers see "tự đánhgiá": the blank between two
encoded words is not part of the text (RFC 2047 §6.2). Here every blank is inside a word.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from notifiers.mail.address import Mailbox

PLAIN_LENGTH = 70
"""Longer ASCII text is written as encoded words too, which fold anywhere (RFC 5322 §2.1.1: 78 a line)."""

WORD_BYTES = 45
"""45 bytes are 60 signs of base64; with its frame an encoded word has 72."""

CONTINUES, CONTINUED = 0b1100_0000, 0b1000_0000
"""Bytes that continue a character begin with 10 (RFC 3629 §3): no word ends before one."""


def line(name: str, value: str) -> bytes:
    """Return one header line from a value already spelled for the wire."""
    return f"{name}: {value}\r\n".encode()


def words(name: str, text: str) -> bytes:
    """Return a header line of free text."""
    return line(name, _spelled(one_line(text), name))


def person(name: str, display: str, mailbox: Mailbox) -> bytes:
    """Return a header line of one person: the display name (may be empty) and the mailbox."""
    shown = one_line(display)
    if not shown:
        return line(name, f"<{mailbox}>")
    if _plain(shown):
        quoted = re.sub(r'(["\\])', r"\\\1", shown)
        return line(name, f'"{quoted}"\r\n <{mailbox}>')
    return line(name, f"{_spelled(shown, name)}\r\n <{mailbox}>")


def one_line(text: str) -> str:
    """Return the text without line breaks or control characters, so that no header can be smuggled in."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()


def _plain(text: str) -> bool:
    return text.isascii() and len(text) <= PLAIN_LENGTH and "=?" not in text


def _spelled(text: str, name: str) -> str:
    """Return the text plain or as encoded words (RFC 2047 §2: at most 75 signs a word, 76 a line)."""
    return text if _plain(text) else "\r\n ".join(_encoded(text, WORD_BYTES - len(name)))


def _encoded(text: str, room: int) -> Iterator[str]:
    """Yield encoded words of whole characters; the first takes `room` bytes, as the header's name precedes it.

    They end behind a blank where there is one: readers that put a blank of their own between two encoded words of a
    name (Python's parser does) then tear no word of it.
    """
    raw, start = text.encode("utf-8", "replace"), 0
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & CONTINUES == CONTINUED:
            end -= 1
        if end < len(raw):
            end = raw.rfind(b" ", start, end) + 1 or end
        yield _word(raw[start:end])
        start, room = end, WORD_BYTES


def _word(chunk: bytes) -> str:
    return f"=?utf-8?b?{base64.b64encode(chunk).decode('ascii')}?="
