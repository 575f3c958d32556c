"""HEIC pictures without what phones write into them: boxes in boxes (ISO 14496-12), items lie where `iloc` says.

How the picture is turned is a property of its own (`irot`) and stays.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.answers import exif
from tracker.answers.odd_picture import OddPictureError

KEPT = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"idat"})
"""Boxes of a file that make the picture; makers hang films and notes of their own beside them."""
HOLDERS, TOLD = frozenset({b"moov", b"trak", b"mdia", b"minf"}), frozenset({b"udta", b"meta", b"uuid"})
"""Boxes of a sequence of pictures that hold others, and those in which a place is told."""
ITEMS = frozenset({b"Exif", b"mime", b"uri "})
"""Items that only tell of the picture: Exif, XMP, links."""
IN_FILE, IN_BOX = 0, 1
LARGE = 1
OFFSET_BYTES = 4
MOST_PIECES = 20_000
INFE = {2: ">HH4s", 3: ">IH4s"}
"""How an item is entered: its number, how it is kept from view, its kind."""


@dataclass(frozen=True, slots=True)
class _Box:
    name: bytes
    at: int
    begin: int
    end: int


def blank(picture: mmap.mmap) -> int:
    """Blank what a HEIC picture tells beside itself, in place; return where it ends.

    Raises OddPictureError where its boxes cannot be followed.
    """
    for box in list(_boxes(picture, 0, len(picture))):
        if box.name not in KEPT:
            _free(picture, box)
        elif box.name == b"meta":
            _blank_items(picture, box)
        elif box.name in HOLDERS:
            _blank_told(picture, box)
    return len(picture)


def _blank_told(picture: mmap.mmap, holder: _Box) -> None:
    for box in list(_boxes(picture, holder.begin, holder.end)):
        if box.name in TOLD:
            _free(picture, box)
        elif box.name in HOLDERS:
            _blank_told(picture, box)


def _free(picture: mmap.mmap, box: _Box) -> None:
    picture[box.at + 4 : box.at + 8] = b"free"
    picture[box.begin : box.end] = bytes(box.end - box.begin)


def _boxes(picture: mmap.mmap, at: int, end: int) -> Iterator[_Box]:
    while at < end:
        size, name = struct.unpack_from(">I4s", picture, at)
        begin = at + 8
        if size == LARGE:
            (size,) = struct.unpack_from(">Q", picture, begin)
            begin += 8
        last = end if size == 0 else at + size
        if last > end or last < begin:
            raise OddPictureError
        yield _Box(name, at, begin, last)
        at = last


def _blank_items(picture: mmap.mmap, meta: _Box) -> None:
    inside = {box.name: box for box in _boxes(picture, meta.begin + 4, meta.end)}
    for name in TOLD & set(inside):
        _free(picture, inside[name])
    if b"iinf" not in inside or b"iloc" not in inside:
        return
    told = {number: kind for number, kind in _items(picture, inside[b"iinf"]) if kind in ITEMS}
    begins = {IN_FILE: 0, IN_BOX: inside[b"idat"].begin if b"idat" in inside else len(picture)}
    room = len(picture)
    for number, begin, length in _extents(picture, inside[b"iloc"], begins):
        if number in told:
            room -= length
            if begin + length > len(picture) or length == 0 or room < 0:
                raise OddPictureError
            _blank_item(picture, told[number], begin, begin + length)


def _blank_item(picture: mmap.mmap, kind: bytes, begin: int, end: int) -> None:
    """Blank an item; of Exif (how far its TIFF lies, then that) stays what may."""
    if kind != b"Exif" or end - begin < OFFSET_BYTES:
        picture[begin:end] = bytes(end - begin)
        return
    (skipped,) = struct.unpack_from(">I", picture, begin)
    begin += OFFSET_BYTES
    tiff = picture[begin + skipped : end] if begin + skipped <= end else b""
    picture[begin - OFFSET_BYTES : begin] = bytes(OFFSET_BYTES)
    picture[begin:end] = exif.bare(tiff, end - begin)


def _items(picture: mmap.mmap, iinf: _Box) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the kind of each item."""
    first = iinf.begin + 4 + (2 if picture[iinf.begin] == 0 else 4)
    for box in _boxes(picture, first, iinf.end):
        version = picture[box.begin]
        if box.name == b"infe" and version in INFE:
            number, _, kind = struct.unpack_from(INFE[version], picture, box.begin + 4)
            yield number, kind


def _extents(picture: mmap.mmap, iloc: _Box, begins: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield item, first byte and length of each piece of each item that lies in the file or in its `idat`."""
    reader = _Reader(picture, iloc.begin)
    version = reader.number(1)
    reader.number(3)
    sizes = reader.number(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 2 if version in {0, 1} else 4
    pieces = 0
    for _ in range(reader.number(wide)):
        item = reader.number(wide)
        how = reader.number(2) & 15 if version else IN_FILE
        reader.number(2)
        start = reader.number(base)
        for _ in range(reader.number(2)):
            pieces += 1
            reader.number(index if version else 0)
            piece = start + reader.number(offset), reader.number(length)
            if reader.at > iloc.end or pieces > MOST_PIECES:
                raise OddPictureError
            if how in begins:
                yield item, begins[how] + piece[0], piece[1]


class _Reader:
    """Reads numbers of some bytes one after the other."""

    def __init__(self, picture: mmap.mmap, at: int) -> None:
        self._picture = picture
        self.at = at

    def number(self, size: int) -> int:
        """Return the next number of so many bytes; 0 of none."""
        if self.at + size > len(self._picture):
            raise OddPictureError
        self.at += size
        return int.from_bytes(self._picture[self.at - size : self.at])
