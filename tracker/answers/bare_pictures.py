"""Pictures without what phones write into them beside the picture: where it was taken, with what, by whom.

Nothing is drawn or unpacked: the marked pieces of each format are followed by their lengths, and those that do not make
the picture are blanked where they lie. The picture itself stays as it was sent, bit by bit.
"""

from __future__ import annotations

import mmap
import re
import struct
import zlib
from collections.abc import Callable, Mapping

from tracker.answers import exif, heic
from tracker.answers.evidence_kinds import HEIC, JPEG, PNG, WEBP, Kind
from tracker.answers.odd_picture import OddPictureError

Blanked = Callable[[mmap.mmap], int]
"""Blanks a picture in place; returns where it ends: what hangs behind it (films, other pictures) is no part of it."""

NEXT_MARK = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
APPS = range(0xE0, 0xF0)
KEPT_APPS = {0xE0: (b"JFIF\0", b"JFXX\0"), 0xE2: (b"ICC_PROFILE\0",), 0xEE: (b"Adobe",)}
"""What says how colours and sizes are meant."""
EXIF = b"Exif\0\0"
MOST_PIECES = 100_000
"""Of one picture; those of phones have some hundreds."""
LENGTH_BYTES = 2
PNG_KEPT = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD", b"hIST", b"sPLT", b"cICP", b"mDCV"}
    | {b"cLLI", b"acTL", b"fcTL", b"fdAT", b"iDOT"}
)
WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
NOTHING = b"duNg"
"""A chunk of PNG nobody knows and every program passes over (PNG 5.4: ancillary, private, safe to copy)."""
XMP_FLAG = 0x04


def blank(number: int, kind: Kind) -> int | None:
    """Blank an open file of a kind; return its size from now on, None where it is no picture.

    Raises OddPictureError for one whose pieces cannot be followed.
    """
    by_kind: Mapping[Kind, Blanked] = {JPEG: _jpeg, PNG: _png, WEBP: _webp, HEIC: heic.blank}
    blanked = by_kind.get(kind)
    if blanked is None:
        return None
    with mmap.mmap(number, 0) as picture:
        try:
            return min(blanked(picture), len(picture))
        except (struct.error, IndexError) as error:
            raise OddPictureError from error


def _jpeg(picture: mmap.mmap) -> int:
    at = 2
    for _ in range(MOST_PIECES):
        mark = NEXT_MARK.search(picture, at)
        if mark is None:
            return len(picture)  # cut off: nothing hangs behind it
        at, code = mark.end(), picture[mark.end() - 1]
        if code == END:
            return at
        if code in {START, 0x01}:
            continue
        (length,) = struct.unpack_from(">H", picture, at)
        begin, end = at + 2, at + length
        if length < LENGTH_BYTES or end > len(picture):
            raise OddPictureError
        if code == COMMENT or (code in APPS and not picture[begin:end].startswith(KEPT_APPS.get(code, ()))):
            _blank_segment(picture, begin, end)
        at = end
    raise OddPictureError


def _blank_segment(picture: mmap.mmap, begin: int, end: int) -> None:
    if picture[begin:end].startswith(EXIF):
        begin += len(EXIF)
        picture[begin:end] = exif.bare(picture[begin:end], end - begin)
    else:
        picture[begin:end] = bytes(end - begin)


def _png(picture: mmap.mmap) -> int:
    at = 8
    for _ in range(MOST_PIECES):
        length, name = struct.unpack_from(">I4s", picture, at)
        begin, end = at + 8, at + 8 + length
        if end + 4 > len(picture):
            raise OddPictureError
        if name == b"IEND":
            return int(end) + 4
        if name[:1].islower() and name not in PNG_KEPT:
            kept, told = (name, exif.bare(picture[begin:end], length)) if name == b"eXIf" else (NOTHING, bytes(length))
            picture[at + 4 : end + 4] = kept + told + struct.pack(">I", zlib.crc32(kept + told))
        at = end + 4
    raise OddPictureError


def _webp(picture: mmap.mmap) -> int:
    (size,) = struct.unpack_from("<I", picture, 4)
    last = 8 + int(size)
    if last > len(picture):
        raise OddPictureError
    at = 12
    for _ in range(MOST_PIECES):
        if at + 8 > last:
            return last
        name, length = struct.unpack_from("<4sI", picture, at)
        begin, end = at + 8, at + 8 + length
        if end > last:
            raise OddPictureError
        if name == b"EXIF":
            marked = len(EXIF) if picture[begin:end].startswith(EXIF) else 0
            picture[begin + marked : end] = exif.bare(picture[begin + marked : end], length - marked)
        elif name == b"VP8X":
            picture[begin] &= ~XMP_FLAG
        elif name not in WEBP_KEPT:
            picture[at:end] = b"JUNK" + struct.pack("<I", length) + bytes(length)
        at = end + length % 2
    raise OddPictureError
