"""Cells with ink but no word, or with one short doubtful word: put under one another and read as one block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from schedules.reading import tesseract
from schedules.reading.drawn import Rectangle
from schedules.reading.paper import Picture, ink
from schedules.reading.ruled_lines import DrawnTable
from schedules.reading.tesseract import Word

INSET = 4
SMALLEST_MARK = 5
"""Pixels: a full stop at 200 dpi is about 5 high; specks are smaller."""

SMALLEST_DIGIT, SMALLEST_REST = 9, 13
REST_SURE, DOT_BONUS = 0.4, 0.15
GAP = 36
AROUND = 6
SHORT = 4
SURE = 0.9
MOST = 80
"""Cells read again in one table: a table of noise must not take for ever."""

SIZES = (0.75, 1.0)
"""Lone digits are read best a little smaller than the page; each is shown in both sizes, the surer one wins."""


def read_alone(table: DrawnTable, held: list[list[Word]], source: str) -> None:
    """Fill `held` (the words of each cell) with what a look at the whole table missed."""
    dark = ink(table.picture)
    missed = [crop for at, cell in enumerate(table.cells) if (crop := _missed(table.picture, dark, cell, held[at], at))]
    shown = [(size, crop) for crop in missed[:MOST] for size in SIZES]
    if not shown:
        return
    block, tops = _stacked([_scaled(crop.picture, size) for size, crop in shown])
    found: dict[int, list[Word]] = {}
    for word in tesseract.words(block, tesseract.BLOCK, source):
        middle = (word.top + word.bottom) / 2
        nth = max((nth for nth, top in enumerate(tops) if top - GAP / 2 <= middle), default=0)
        found.setdefault(nth, []).append(_placed(word, *shown[nth], tops[nth]))
    for first in range(0, len(shown), len(SIZES)):
        crop = shown[first][1]
        readings = [found[nth] for nth in range(first, first + len(SIZES)) if nth in found]
        held[crop.cell] = _settled(held[crop.cell], max(readings, key=_likely, default=[]), crop)


def _missed(picture: Picture, dark: Picture, cell: Rectangle, words: list[Word], at: int) -> _Crop | None:
    """Return the ink of a cell that no sure word covers; None when there is none of a letter's size."""
    doubtful = _is_doubtful(words)
    marks = [mark for mark in _marks(dark, cell) if doubtful or not _is_covered(mark, cell, words)]
    tallest = max((high for _, _, _, high in marks), default=0)
    if tallest < (SMALLEST_DIGIT if doubtful else SMALLEST_REST):
        return None
    return _tight(picture, marks, cell, at, rest=not doubtful)


def _is_covered(mark: tuple[int, int, int, int], cell: Rectangle, words: list[Word]) -> bool:
    across, down = cell[0] + INSET + mark[0] + mark[2] / 2, cell[1] + INSET + mark[1] + mark[3] / 2
    return any(
        word.left - AROUND <= across <= word.right + AROUND and word.top - AROUND <= down <= word.bottom + AROUND
        for word in words
    )


def _settled(before: list[Word], words: list[Word], crop: _Crop) -> list[Word]:
    """Return the words of a cell after the second look: the surer reading, or both parts."""
    if not crop.rest:
        return words if words and (not before or _surest(words) > _surest(before)) else before
    # Ink that stays unread makes the whole cell doubtful: it may be the last digit of a date.
    sure = [word for word in words if word.confidence > REST_SURE]
    return [*before, *sure] if sure else [replace(word, confidence=min(word.confidence, 0.5)) for word in before]


@dataclass(frozen=True, slots=True)
class _Crop:
    """Ink cut out closely: of which cell, where it begins in the table's picture, whether it is only a rest."""

    picture: Any
    cell: int
    left: int
    top: int
    rest: bool


def _is_doubtful(words: list[Word]) -> bool:
    if not words:
        return True
    short = len(words) == 1 and len(words[0].text) <= SHORT
    return short and (words[0].confidence < SURE or not words[0].text[-1].isalnum())


def _likely(words: list[Word]) -> float:
    """Prefer the reading that saw the dot of "1.1": dots are lost more often than invented."""
    return _surest(words) + (DOT_BONUS if any("." in word.text[1:-1] for word in words) else 0.0)


def _surest(words: list[Word]) -> float:
    return min(word.confidence for word in words)


def _marks(dark: Picture, cell: Rectangle) -> list[tuple[int, int, int, int]]:
    """Return left, top, width and height of each mark in a cell that is no speck and no rest of a line."""
    inside = _crop(dark, cell)
    if min(inside.shape, default=0) < SMALLEST_DIGIT:
        return []
    count, _, stats, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    marks = [tuple(int(value) for value in stats[label][:4]) for label in range(1, count)]
    return [(x, y, wide, high) for x, y, wide, high in marks if SMALLEST_MARK <= high < inside.shape[0]]


def _crop(picture: Picture, cell: Rectangle) -> Picture:
    left, top, right, bottom = (int(edge) for edge in cell)
    return picture[top + INSET : bottom - INSET, left + INSET : right - INSET]


def _tight(picture: Picture, marks: list[tuple[int, int, int, int]], cell: Rectangle, at: int, *, rest: bool) -> _Crop:
    left = max(min(x for x, _, _, _ in marks) - AROUND, 0)
    top = max(min(y for _, y, _, _ in marks) - AROUND, 0)
    right = max(x + wide for x, _, wide, _ in marks) + AROUND
    bottom = max(y + high for _, y, _, high in marks) + AROUND
    start = int(cell[0]) + INSET + left, int(cell[1]) + INSET + top
    return _Crop(_crop(picture, cell)[top:bottom, left:right], at, *start, rest)


def _scaled(picture: Picture, size: float) -> Picture:
    if size == 1:
        return picture
    return cv2.resize(picture, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)


def _stacked(crops: list[Any]) -> tuple[Picture, list[int]]:
    """Return the crops under one another on white, and where each begins."""
    width = max(crop.shape[1] for crop in crops) + 2 * GAP
    height = sum(crop.shape[0] + GAP for crop in crops) + GAP
    block = np.full((height, width), 255, np.uint8)
    tops = []
    at = GAP
    for crop in crops:
        # Each crop is evened to the white of the block, else its own grey is read as a frame.
        block[at : at + crop.shape[0], GAP : GAP + crop.shape[1]] = _evened(crop)
        tops.append(at)
        at += crop.shape[0] + GAP
    return block, tops


def _evened(crop: Picture) -> Picture:
    white = max(float(np.percentile(crop, 90)), 1.0)
    return np.clip(crop.astype(np.float32) * (255 / white), 0, 255).astype(np.uint8)


def _placed(word: Word, size: float, crop: _Crop, top: int) -> Word:
    """Put a word of the block back where its crop stands in the table."""
    left, right = (crop.left + (edge - GAP) / size for edge in (word.left, word.right))
    high, low = (crop.top + (edge - top) / size for edge in (word.top, word.bottom))
    return Word(word.text, left, high, right, low, word.confidence)
