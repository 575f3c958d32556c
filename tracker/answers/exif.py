"""Pure: what a phone writes into its pictures (Exif, a TIFF of its own) → only what may stay: upright, when taken."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

ORIENTATION, DETAILS, TAKEN_AT = 0x0112, 0x8769, 0x9003
SHORT, LONG, ASCII = 3, 4, 2
ENTRY = 12
TAKEN = re.compile(rb"\d{4}:\d\d:\d\d \d\d:\d\d:\d\d")
TIME_BYTES = 20
UPRIGHT = range(1, 9)
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class _Entry:
    tag: int
    kind: int
    count: int
    value: bytes


def bare(tiff: bytes, room: int) -> bytes:
    """Return a TIFF of exactly so many bytes with what may stay of another: orientation and the time it was taken.

    Where there is no room for both, or nothing can be read, less; the rest is zeros.
    """
    turned, taken = _orientation(tiff), _taken(tiff)
    tries = (_made(turned, taken), _made(turned, b"")) if turned or taken else ()
    found = next((one for one in tries if len(one) <= room), b"")
    return found.ljust(room, b"\0")


def _made(turned: int, taken: bytes) -> bytes:
    first = [struct.pack(">HHIHH", ORIENTATION, SHORT, 1, turned or 1, 0)]
    head = b"MM\0*" + struct.pack(">I", 8)
    if not taken:
        return head + _directory(first)
    where = len(head) + len(_directory([*first, bytes(ENTRY)]))
    first.append(struct.pack(">HHII", DETAILS, LONG, 1, where))
    text = where + len(_directory([bytes(ENTRY)]))
    details = _directory([struct.pack(">HHII", TAKEN_AT, ASCII, TIME_BYTES, text)])
    return head + _directory(first) + details + taken + b"\0"


def _directory(entries: list[bytes]) -> bytes:
    return struct.pack(">H", len(entries)) + b"".join(entries) + bytes(4)


def _orientation(tiff: bytes) -> int:
    order = _order(tiff)
    for one in _entries(tiff, _first(tiff)):
        if (one.tag, one.kind, one.count) == (ORIENTATION, SHORT, 1):
            (turned,) = struct.unpack(f"{order}H", one.value[:2])
            return turned if turned in UPRIGHT else 0
    return 0


def _taken(tiff: bytes) -> bytes:
    order = _order(tiff)
    for pointer in _entries(tiff, _first(tiff)):
        if (pointer.tag, pointer.kind) == (DETAILS, LONG):
            (where,) = struct.unpack(f"{order}I", pointer.value)
            for one in _entries(tiff, where):
                if (one.tag, one.kind, one.count) == (TAKEN_AT, ASCII, TIME_BYTES):
                    (text,) = struct.unpack(f"{order}I", one.value)
                    found = TAKEN.fullmatch(tiff[text : text + TIME_BYTES - 1])
                    return found[0] if found else b""
    return b""


def _order(tiff: bytes) -> str:
    return {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4], "")


def _first(tiff: bytes) -> int:
    order = _order(tiff)
    return int(struct.unpack_from(f"{order}I", tiff, 4)[0]) if order and len(tiff) >= ENTRY else 0


def _entries(tiff: bytes, where: int) -> Iterator[_Entry]:
    """Yield what a directory of a TIFF says, as far as it lies in it."""
    order = _order(tiff)
    if not order or where < len(b"MM\0*") or where + 2 > len(tiff):
        return
    (count,) = struct.unpack_from(f"{order}H", tiff, where)
    for at in range(where + 2, where + 2 + ENTRY * min(count, MOST_ENTRIES), ENTRY):
        if at + ENTRY > len(tiff):
            return
        tag, kind, number = struct.unpack_from(f"{order}HHI", tiff, at)
        yield _Entry(tag, kind, number, tiff[at + 8 : at + ENTRY])
