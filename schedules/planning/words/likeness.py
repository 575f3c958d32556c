"""How alike two wordings are when letters were lost or misread: for headings and roles out of poor scans."""

from __future__ import annotations

import re
import string
from difflib import SequenceMatcher
from functools import lru_cache

from schedules.wording import fold

LEAST = 0.7
"""Below this nobody asks how unlike two texts are."""

SHORT, CERTAIN = 8, 0.85
"""Phrases this short look like many others, so they must be nearly whole."""

SIGNS = re.compile(r"[^a-z0-9]+")
LETTERS = string.ascii_lowercase + string.digits
ALIKE = 0.78
"""Above this two short phrases are taken as the same; the worst true heading of the scans seen scores 0.84."""


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Return the folded letters and digits of a text, nothing between them."""
    return SIGNS.sub("", fold(text))


def likeness(text: str, phrase: str) -> float:
    """Return 0..1: how alike two texts are, letter by letter, blind to accents, case and signs."""
    return _alike(letters(text), letters(phrase))


def _alike(first: str, second: str) -> float:
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    return _ratio(first, second)


@lru_cache(maxsize=8192)
def _ratio(first: str, second: str) -> float:
    """Compare only what could be alike: first by length, then by letters, then in order."""
    both = len(first) + len(second)
    if 2 * min(len(first), len(second)) < LEAST * both:
        return 0.0
    if 2 * sum(map(min, _counts(first), _counts(second))) < LEAST * both:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


@lru_cache(maxsize=4096)
def _counts(text: str) -> tuple[int, ...]:
    """Return how often each letter and digit stands in a text."""
    return tuple(map(text.count, LETTERS))


def begins_like(text: str, phrase: str) -> bool:
    """Whether a text begins with something like the phrase."""
    length = len(letters(phrase))
    if len(letters(text)) < CERTAIN * length:
        return False
    least = ALIKE if length > SHORT else CERTAIN
    return _alike(letters(text)[:length], letters(phrase)) >= least
