"""Cells with ink but no word, or with one short doubtful word: put under one another and read as one block."""

from __future__ import annotations

from dataclasses import replace

import cv2

from schedules.reading.crops import Crop, anchor_of, looked_at
from schedules.reading.drawn import Rectangle
from schedules.reading.paper import Picture, ink
from schedules.reading.ruled_lines import DrawnTable
from schedules.reading.tesseract import Word

Mark = tuple[int, int, int, int]
"""Left, top, width and height of ink that hangs together."""

INSET = 1
LINE = 5
"""Ink no thicker than this at the edge of a cell is what is left of its frame."""

SMALLEST_MARK = 5
"""Pixels: a full stop at 200 dpi is about 5 high; specks are smaller."""

SMALLEST_DIGIT, SMALLEST_REST = 9, 13
REST_SURE, DOT_BONUS = 0.4, 0.15
AROUND = 6
SHORT = 4
SURE = 0.9
MOST = 80
"""Cells read again in one table: a table of noise must not take for ever."""

SURE_OTHER, CONTESTED = 0.75, 0.4
"""From where a second reading counts, and how sure a number is that two looks read differently."""


def read_alone(table: DrawnTable, held: list[list[Word]], source: str) -> frozenset[int]:
    """Fill `held` (the words of each cell) with what a look at the whole table missed; return cells still unread."""
    dark = ink(table.picture)
    missed = [crop for at, cell in enumerate(table.cells) if (crop := _missed(table.picture, dark, cell, held[at], at))]
    anchor = anchor_of(table.picture, [word for words in held for word in words])
    for crop, readings in zip(missed, looked_at(missed[:MOST], anchor, source), strict=False):
        held[crop.cell] = _settled(held[crop.cell], _agreed(readings), crop)
    return frozenset(crop.cell for crop in missed if not any(map(_is_writing, held[crop.cell])))


def _missed(picture: Picture, dark: Picture, cell: Rectangle, words: list[Word], at: int) -> Crop | None:
    """Return the ink of a cell that no sure word covers; None when there is none of a letter's size."""
    doubtful = _is_doubtful(words)
    marks = [mark for mark in _marks(dark, cell) if doubtful or not _is_covered(mark, cell, words)]
    tallest = max((high for _, _, _, high in marks), default=0)
    if tallest < (SMALLEST_DIGIT if doubtful else SMALLEST_REST):
        return None
    return _tight(picture, marks, cell, at, rest=not doubtful)


def _is_covered(mark: Mark, cell: Rectangle, words: list[Word]) -> bool:
    across, down = cell[0] + INSET + mark[0] + mark[2] / 2, cell[1] + INSET + mark[1] + mark[3] / 2
    return any(
        word.left - AROUND <= across <= word.right + AROUND and word.top - AROUND <= down <= word.bottom + AROUND
        for word in words
    )


def _settled(before: list[Word], words: list[Word], crop: Crop) -> list[Word]:
    """Return the words of a cell after the second look: the surer reading, or both parts."""
    if not crop.rest:
        return words if words and (not before or _surest(words) > _surest(before)) else before
    # Ink that stays unread makes the whole cell doubtful: it may be the last digit of a date.
    sure = [word for word in words if word.confidence > REST_SURE]
    return [*before, *sure] if sure else [replace(word, confidence=min(word.confidence, 0.5)) for word in before]


def _agreed(readings: list[list[Word]]) -> list[Word]:
    """Return the likelier of two readings; where both are sure of different numbers, it bears no trust."""
    best = max(readings, key=_likely, default=[])
    others = [words for words in readings if words is not best and _surest(words) >= SURE_OTHER]
    differ = any(_signs(words) != _signs(best) for words in others)
    if differ and any(sign.isdigit() for sign in _signs(best)):
        return [replace(word, confidence=min(word.confidence, CONTESTED)) for word in best]
    return best


def _signs(words: list[Word]) -> str:
    return "".join(word.text for word in words)


def _is_writing(word: Word) -> bool:
    return any(sign.isalnum() for sign in word.text)


def _is_doubtful(words: list[Word]) -> bool:
    if not words:
        return True
    short = len(words) == 1 and len(words[0].text) <= SHORT
    return short and (words[0].confidence < SURE or not words[0].text[-1].isalnum())


def _likely(words: list[Word]) -> float:
    """Prefer writing to signs, and the reading that saw the dot of "1.1": dots are lost more often than invented."""
    if not any(map(_is_writing, words)):
        return 0.0
    return _surest(words) + (DOT_BONUS if any("." in word.text[1:-1] for word in words) else 0.0)


def _surest(words: list[Word]) -> float:
    return min(word.confidence for word in words)


def _marks(dark: Picture, cell: Rectangle) -> list[Mark]:
    """Return left, top, width and height of each mark in a cell that is no speck and no rest of a line."""
    inside = _crop(dark, cell)
    if min(inside.shape, default=0) < SMALLEST_DIGIT:
        return []
    count, _, stats, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    marks: list[Mark] = [tuple(map(int, stats[label][:4])) for label in range(1, count)]  # type: ignore[misc]
    return [mark for mark in marks if mark[3] >= SMALLEST_MARK and not _is_frame(mark, inside.shape)]


def _is_frame(mark: Mark, shape: tuple[int, ...]) -> bool:
    """Whether ink is a rest of the line around a cell: thin, and along an edge of it."""
    left, top, wide, high = mark
    beside = left <= LINE or left + wide >= shape[1] - LINE
    along = top <= LINE or top + high >= shape[0] - LINE
    return (beside and wide <= LINE) or (along and high <= LINE)


def _crop(picture: Picture, cell: Rectangle) -> Picture:
    left, top, right, bottom = (int(edge) for edge in cell)
    return picture[top + INSET : bottom - INSET, left + INSET : right - INSET]


def _tight(picture: Picture, marks: list[Mark], cell: Rectangle, at: int, *, rest: bool) -> Crop:
    left = max(min(x for x, _, _, _ in marks) - AROUND, 0)
    top = max(min(y for _, y, _, _ in marks) - AROUND, 0)
    right = max(x + wide for x, _, wide, _ in marks) + AROUND
    bottom = max(y + high for _, y, _, high in marks) + AROUND
    start = int(cell[0]) + INSET + left, int(cell[1]) + INSET + top
    return Crop(_crop(picture, cell)[top:bottom, left:right], at, *start, rest)
