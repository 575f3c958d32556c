"""Words with places, as recognised in a picture → lines of print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from statistics import median

from schedules.reading.lines import Line
from schedules.reading.tesseract import Word

COLUMN_GAP = 2.2
SAME_LINE = 0.5
FRAME = re.compile(r"[|¦_]+")
SPECK = re.compile(r"[|_~=—¦'`.,:;“”\"‘’*°]+")
SURE = 0.75
"""A word of signs alone is kept when it is this sure: others are scraps of ruled lines."""

SURE_NUMBER = 0.8
"""A number less sure than this may be another number."""

NOISE = 0.3
"""A line less sure than this is no writing: paper has specks that look like letters."""


def lines_of(words: Sequence[Word], column_gap: float = COLUMN_GAP) -> list[Line]:
    """Return the lines some words form, from the top; a wide gap parts columns."""
    kept = [word for word in words if not is_scrap(word)]
    if not kept:
        return []
    height = median(word.bottom - word.top for word in kept)
    rows: list[list[Word]] = []
    for word in sorted(kept, key=_middle):
        # Marks above and below letters make boxes uneven, so a line follows the middle of its words.
        if rows and _middle(word) - sum(map(_middle, rows[-1])) / len(rows[-1]) < SAME_LINE * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = [line for row in rows for line in _pieces(row, height, column_gap)]
    return [line for line in lines if line.confidence >= NOISE or _is_number(line.text)]


def is_scrap(word: Word) -> bool:
    """Whether a word is a scrap of a ruled line or a speck, not writing."""
    return FRAME.fullmatch(word.text) is not None or (word.confidence < SURE and SPECK.fullmatch(word.text) is not None)


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _pieces(row: list[Word], height: float, column_gap: float) -> list[Line]:
    pieces: list[list[Word]] = []
    for word in sorted(row, key=lambda one: one.left):
        if pieces and word.left - pieces[-1][-1].right < column_gap * height:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return [_line(piece, height) for piece in pieces]


def _line(words: list[Word], height: float) -> Line:
    text = unicodedata.normalize("NFC", " ".join(word.text for word in words))
    middle = sum(map(_middle, words)) / len(words)
    confidence = sum(word.confidence for word in words) / len(words)
    first = words[0].right - words[0].left
    doubtful = tuple(word.text for word in words if word.confidence < SURE_NUMBER and _is_number(word.text))
    return Line(text, words[0].left, words[-1].right, middle - height / 2, height, first, confidence, doubtful)
