"""Numbers read from a picture without certainty → looked at again, alone and behind a printed word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schedules.reading.crops import Crop, anchor_of, looked_at
from schedules.reading.paper import Picture
from schedules.reading.tesseract import Word
from schedules.reading.word_lines import SURE_NUMBER

AROUND = 5
"""Pixels of paper kept around a number: a lost first digit stands at its edge."""

SURE, CONTESTED = 0.9, 0.6
MOST = 24
"""Numbers looked at again on one page: a page of noise must not take for ever."""


def with_second_look(picture: Picture, words: Sequence[Word], source: str) -> list[Word]:
    """Return the words of a picture, doubtful numbers as a surer second look read them."""
    doubtful = [at for at, word in enumerate(words) if _is_doubtful(word)][:MOST]
    if not doubtful:
        return list(words)
    crops = [_crop(picture, words[at], at) for at in doubtful]
    seen = dict(zip(doubtful, looked_at(crops, anchor_of(picture, words), source), strict=True))
    return [_settled(word, seen[at]) if at in seen else word for at, word in enumerate(words)]


def _is_doubtful(word: Word) -> bool:
    return word.confidence < SURE_NUMBER and _is_number(word.text)


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _crop(picture: Picture, word: Word, at: int) -> Crop:
    left, top = max(int(word.left) - AROUND, 0), max(int(word.top) - AROUND, 0)
    return Crop(picture[top : int(word.bottom) + AROUND, left : int(word.right) + AROUND], at, left, top, rest=False)


def _settled(word: Word, readings: Sequence[Sequence[Word]]) -> Word:
    """Believe a number that two looks agree on; else take the surest reading and keep its doubt."""
    seen = [(word.confidence, word.text)]
    seen += [(min(one.confidence for one in words), "".join(one.text for one in words)) for words in readings]
    sure, text = max((one for one in seen if _is_number(one[1])), default=seen[0])
    agreed = sum(other == text for _, other in seen) > 1
    return replace(word, text=text, confidence=max(sure, SURE) if agreed else min(sure, CONTESTED))
