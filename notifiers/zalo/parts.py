"""A long text as numbered parts no longer than a chat allows, cut between paragraphs, else lines, else words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

LIMIT = 2000
"""Zalo Bot and Official Account: text of 1 to 2000 characters (docs.zaloplatforms.com)."""
NUMBER_ROOM = 12
"""Room for "(12/34)" and a line break in front of each part."""
BREAKS = ("\n\n", "\n", " ")


def size(text: str) -> int:
    """Return the length as Zalo's styles count it: UTF-16 units, so that an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Return the text in NFC as one part, or as several that start with "(1/3)"; none for blank text."""
    whole = unicodedata.normalize("NFC", text).strip()
    if size(whole) <= limit:
        return (whole,) if whole else ()
    cut = tuple(_cut(whole, limit - NUMBER_ROOM))
    return tuple(f"({number}/{len(cut)})\n{part}" for number, part in enumerate(cut, 1))


def _cut(text: str, room: int) -> Iterator[str]:
    rest = text
    while rest:
        end = _longest_start(rest, room)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()


def _longest_start(text: str, room: int) -> int:
    """Return where to cut: at the last good break that leaves at least a third of the room used."""
    fits = _fitting(text, room)
    if fits == len(text):
        return fits
    for mark in BREAKS:
        at = text.rfind(mark, room // 3, fits)
        if at > 0:
            return at
    return fits


def _fitting(text: str, room: int) -> int:
    """Return how many leading characters take at most `room` UTF-16 units."""
    used = 0
    for index, char in enumerate(text):
        used += 1 + (ord(char) > 0xFFFF)  # noqa: PLR2004 - beyond the basic plane: a surrogate pair
        if used > room:
            return index
    return len(text)
