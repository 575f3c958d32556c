"""Bits of ink cut out of a page → one white block with a line for each look at each, for one run of Tesseract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from schedules.reading import tesseract
from schedules.reading.paper import Picture
from schedules.reading.tesseract import Word

GAP = 36
SMALLER = 0.75
"""Lone digits are read best a little smaller than the page."""

BESIDE = 14
"""Pixels between the word before and the ink: about one blank."""

ANCHORS = ("tuần", "tháng", "ngày", "năm", "thời")
ANCHOR_SURE, ANCHOR_LETTERS = 0.9, (3, 6)
AROUND = 3


@dataclass(frozen=True, slots=True)
class Crop:
    """Ink cut out closely: of which cell, where it begins in the table's picture, whether it is only a rest."""

    picture: Any
    cell: int
    left: int
    top: int
    rest: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """One line of the block: the crop, how much smaller it is shown, how wide the word before it is."""

    crop: Crop
    size: float
    before: int
    picture: Any


def looked_at(crops: Sequence[Crop], anchor: Picture | None, source: str) -> list[list[list[Word]]]:
    """Return for each crop what each look at it read, the words placed in the table's picture.

    Each is shown alone and small, and as it is behind a printed word (`anchor`): "11" alone is taken for strokes,
    behind a word it is a number.
    """
    if not crops:
        return []
    looks = [look for crop in crops for look in (_look(crop, SMALLER, None), _look(crop, 1.0, anchor))]
    block, tops = _stacked([look.picture for look in looks])
    found: list[list[Word]] = [[] for _ in looks]
    for word in tesseract.words(block, tesseract.BLOCK, source):
        middle = (word.top + word.bottom) / 2
        nth = max((nth for nth, top in enumerate(tops) if top - GAP / 2 <= middle), default=0)
        start = GAP + looks[nth].before
        if (word.left + word.right) / 2 > start:
            found[nth].append(_placed(word, looks[nth], start, tops[nth]))
    return [[words for words in found[at : at + 2] if words] for at in range(0, len(looks), 2)]


def anchor_of(picture: Picture, words: Sequence[Word]) -> Picture | None:
    """Return a surely read word cut out of a table, rather one that stands before numbers; None without any."""
    shortest, longest = ANCHOR_LETTERS
    sure = [
        word
        for word in words
        if word.confidence > ANCHOR_SURE and word.text.isalpha() and shortest <= len(word.text) <= longest
    ]
    if not sure:
        return None
    best = max(sure, key=lambda word: (word.text.casefold() in ANCHORS, word.confidence))
    top, left = max(int(best.top) - AROUND, 0), max(int(best.left) - AROUND, 0)
    return _evened(picture[top : int(best.bottom) + AROUND, left : int(best.right) + AROUND])


def _look(crop: Crop, size: float, anchor: Picture | None) -> _Look:
    # Each crop is evened to the white of the block, else its own grey is read as a frame.
    even = _evened(crop.picture)
    if size != 1:
        even = cv2.resize(even, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    if anchor is None:
        return _Look(crop, size, 0, even)
    before = anchor.shape[1] + BESIDE
    line = np.full((max(anchor.shape[0], even.shape[0]), before + even.shape[1]), 255, np.uint8)
    line[: anchor.shape[0], : anchor.shape[1]] = anchor
    line[: even.shape[0], before:] = even
    return _Look(crop, size, before, line)


def _stacked(pictures: Sequence[Any]) -> tuple[Picture, list[int]]:
    """Return pictures under one another on white, and where each begins."""
    width = max(picture.shape[1] for picture in pictures) + 2 * GAP
    height = sum(picture.shape[0] + GAP for picture in pictures) + GAP
    block = np.full((height, width), 255, np.uint8)
    tops = []
    at = GAP
    for picture in pictures:
        block[at : at + picture.shape[0], GAP : GAP + picture.shape[1]] = picture
        tops.append(at)
        at += picture.shape[0] + GAP
    return block, tops


def _evened(crop: Picture) -> Picture:
    white = max(float(np.percentile(crop, 90)), 1.0)
    return np.clip(crop.astype(np.float32) * (255 / white), 0, 255).astype(np.uint8)


def _placed(word: Word, look: _Look, start: int, top: int) -> Word:
    """Put a word of the block back where its crop stands in the table."""
    left, right = (look.crop.left + (edge - start) / look.size for edge in (word.left, word.right))
    high, low = (look.crop.top + (edge - top) / look.size for edge in (word.top, word.bottom))
    return Word(word.text, left, high, right, low, word.confidence)
