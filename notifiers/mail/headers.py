"""Header lines of a letter, written here because Python's own folding loses blanks in Vietnamese.

`email.policy` (seen on 3.11.7) folds "tự đánh giá" so that readers see "tự đánhgiá": the blank between two
encoded words is not part of the text (RFC 2047 §6.2). The older `email.header.Header` keeps it inside.
"""

from __future__ import annotations

import re
from email.header import Header

from notifiers.mail.address import Mailbox

PLAIN_LENGTH = 70
"""Longer ASCII text is written as encoded words too, which fold anywhere (RFC 5322 §2.1.1: 78 a line)."""


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
    return text if _plain(text) else Header(text, "utf-8", header_name=name).encode(linesep="\r\n")
