"""Dashes Tesseract overlooked → words again: behind a number ("24/11 -") and where a line begins ("- Họp").

A dash is three pixels high, so it is often lost or taken for "~"; with it goes the end of a span or the start of an
item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2

from schedules.reading.paper import Picture, ink
from schedules.reading.tesseract import Word

LIKE_DASH = re.compile(r"[-–—~_=¬]{1,2}")
DOUBLED = re.compile(r"(?<=\d)[-–—~_=¬]{2,}(?=\d)")
"""One dash between numbers, read as two."""

REACH = 1.8
"""How far from a word a dash is looked for, in heights of the word."""

SURE = 0.8
SAME_ROW = 0.4
SHORTEST, LONGEST, THICKEST = 6, 1.5, 0.25
"""Width of a dash in pixels at least, its width and thickness in heights of a word at most."""

FLATTEST = 1.6
"""A dash is so many times wider than thick."""

HIGHEST, LOWEST = 0.25, 0.85
"""Between these parts of a word's height its middle lies."""

TALL, CLEAR = 0.9, 2
"""A mark as tall as the line is ruled; a dash keeps this many pixels from words."""


def with_dashes(picture: Picture, words: Sequence[Word]) -> list[Word]:
    """Return the words of a picture with the dashes its ink shows, each behind or before the word it belongs to."""
    dark = ink(picture)
    found: list[Word] = []
    for row in _rows([_true(word) for word in words]):
        for at, word in enumerate(row):
            before, after = row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None
            found += [*_leading(dark, before, word), word, *_trailing(dark, word, after)]
    return found


def _true(word: Word) -> Word:
    """A dash read as a wave or a stroke is a dash."""
    if not LIKE_DASH.fullmatch(word.text):
        return replace(word, text=DOUBLED.sub("-", word.text))
    text = word.text if word.text in {"-", "–", "—"} else "-"
    return replace(word, text=text, confidence=max(word.confidence, SURE))


def _rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in sorted(words, key=_middle):
        if row and _middle(word) - _middle(row[-1]) > SAME_ROW * _height(row[-1]):
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _leading(dark: Picture, before: Word | None, word: Word) -> list[Word]:
    """Return the dash a line begins with, looked for only where nothing was read."""
    reach = word.left - REACH * _height(word)
    if LIKE_DASH.fullmatch(word.text) or (before and before.right > reach):
        return []
    return _dashes(dark, word, reach, word.left - CLEAR, nearest=False)


def _trailing(dark: Picture, word: Word, after: Word | None) -> list[Word]:
    """Return the dash behind a number."""
    if not word.text[-1].isdigit() or (after and LIKE_DASH.match(after.text)):
        return []
    reach = word.right + REACH * _height(word)
    return _dashes(dark, word, word.right + CLEAR, min(reach, after.left - CLEAR) if after else reach, nearest=True)


def _dashes(dark: Picture, word: Word, start: float, end: float, *, nearest: bool) -> list[Word]:
    """Return the dash alone between two places beside a word; `nearest` looks up to the first ruled line only."""
    left, top, bottom = max(int(start), 0), max(int(word.top), 0), int(word.bottom) + 1
    inside = dark[top:bottom, left : max(int(end), left)]
    if min(inside.shape) < SHORTEST:
        return []
    count, _, stats, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    marks = sorted(tuple(map(int, stats[label])) for label in range(1, count))
    ruled = [at for at, mark in enumerate(marks) if mark[3] >= TALL * inside.shape[0]]
    if ruled:
        marks = marks[: ruled[0]] if nearest else marks[ruled[-1] + 1 :]
    if len(marks) != 1 or not _is_dash(marks[0], _height(word), inside.shape[1]):
        return []
    across, wide = left + marks[0][0], marks[0][2]
    return [Word("-", across, word.top, across + wide, word.bottom, SURE)]


def _is_dash(mark: tuple[int, ...], height: float, room: int) -> bool:
    left, top, wide, high, _ = mark
    flat = FLATTEST * high <= wide and high <= max(THICKEST * height, SHORTEST)
    whole = left > 0 and left + wide < room
    return whole and flat and SHORTEST <= wide <= LONGEST * height and HIGHEST < (top + high / 2) / height < LOWEST


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _height(word: Word) -> float:
    return word.bottom - word.top
