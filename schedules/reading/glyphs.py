"""Letters with places on a page → lines of print, by place alone: fallback fonts put letters out of file order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from schedules.reading.lines import Line

WORD_GAP = 0.2
"""Blanks are at least this part of the letter size; many PDFs do not write them."""

COLUMN_GAP = 2.2
"""A gap this many letter sizes wide parts two columns of a letterhead."""

SAME_LINE = 0.45
LABEL = re.compile(r"[-–—+*•·▪●○◦✓➢]|\(?(\d{1,2}(\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđĐ])[.)]")
LONGEST_LABEL = 8


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter: its text, left and right edge, middle height, size."""

    text: str
    left: float
    right: float
    middle: float
    size: float


def lines_of(glyphs: Iterable[Glyph], column_gap: float = COLUMN_GAP) -> list[Line]:
    """Return the lines glyphs form, from the top; a wide gap ends one line and begins another beside it."""
    return [line for row in _rows(glyphs) for line in _pieces(row, column_gap)]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    middle = size = 0.0
    for glyph in sorted(glyphs, key=lambda one: one.middle):
        if row and glyph.middle - middle > SAME_LINE * max(size, glyph.size):
            yield row
            row = []
        if not row:
            middle, size = glyph.middle, glyph.size
        row.append(glyph)
        # The line follows its letters, so small raised ones do not tear it.
        middle += (glyph.middle - middle) / len(row)
        size = max(size, glyph.size)
    if row:
        yield row


def _pieces(row: list[Glyph], column_gap: float) -> Iterator[Line]:
    piece: list[Glyph] = []
    for glyph in sorted(row, key=lambda one: (one.left, one.right)):
        if not glyph.text.strip():
            continue
        last = piece[-1] if piece else None
        if last and last.text == glyph.text and abs(last.left - glyph.left) < 0.1 * glyph.size:
            continue  # bold made by printing twice
        if last and glyph.left - last.right > column_gap * max(last.size, glyph.size) and not _is_label(piece):
            yield _line(piece)
            piece = []
        piece.append(glyph)
    if piece:
        yield _line(piece)


def _is_label(piece: list[Glyph]) -> bool:
    """Whether a piece is only the number or bullet of a list, which hangs apart from its own words."""
    return len(piece) <= LONGEST_LABEL and LABEL.fullmatch("".join(glyph.text for glyph in piece)) is not None


def _line(glyphs: list[Glyph]) -> Line:
    size = max(glyph.size for glyph in glyphs)
    words: list[str] = [glyphs[0].text]
    first_end = None
    for last, glyph in pairwise(glyphs):
        # A combining mark stands on the letter before it.
        apart = glyph.left - last.right > WORD_GAP * min(last.size, glyph.size) and not unicodedata.combining(
            glyph.text[0]
        )
        if apart:
            words.append(" ")
            first_end = first_end or last.right
        words.append(glyph.text)
    text = unicodedata.normalize("NFC", "".join(words))
    left, right = glyphs[0].left, max(glyph.right for glyph in glyphs)
    middle = sum(glyph.middle for glyph in glyphs) / len(glyphs)
    return Line(text, left, right, middle - size / 2, size, (first_end or right) - left)
