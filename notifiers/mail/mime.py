"""The few shapes of MIME (RFC 2045, 2046) that a reminder needs, written straight as bytes.

The letters are always the same three shapes, and `email.message` takes ten times as long as sending one.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence

LINE = 76


def text_part(subtype: str, text: str, parameters: str = "") -> bytes:
    """Return a text part in UTF-8 with CRLF line ends, e.g. of subtype "plain"."""
    canonical = "\r\n".join(text.splitlines()) + "\r\n"
    return part(f'text/{subtype}; charset="utf-8"{parameters}', canonical.encode("utf-8", "replace"))


def part(content_type: str, data: bytes, disposition: str = "") -> bytes:
    """Return a part with its headers; the data goes as base64 lines."""
    return encoded_part(content_type, encoded(data), disposition)


def encoded(data: bytes) -> bytes:
    """Return data as base64 lines of 76 signs (RFC 2045 §6.8)."""
    signs = base64.b64encode(data)
    return b"".join(signs[start : start + LINE] + b"\r\n" for start in range(0, len(signs), LINE))


def encoded_part(content_type: str, lines: bytes, disposition: str = "") -> bytes:
    """Return a part of data that is base64 already: the same data may stand in a letter twice."""
    fields = [f"Content-Type: {content_type}", "Content-Transfer-Encoding: base64"]
    if disposition:
        fields.append(f"Content-Disposition: {disposition}")
    head = "\r\n".join(fields).encode("ascii")
    return head + b"\r\n\r\n" + lines


def multipart(subtype: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    """Return the parts as one multipart; a single part stays as it is. The boundary must be in no part."""
    if len(parts) == 1:
        return parts[0]
    edge = f"--{boundary}".encode("ascii")
    head = f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'.encode("ascii")
    return head + b"".join(edge + b"\r\n" + one + b"\r\n" for one in parts) + edge + b"--\r\n"
