"""One walk over a text: at every word a wording may begin with, the recognisers of that word are asked."""

from __future__ import annotations

import re

from schedules.wording.families import BY_HEAD
from schedules.wording.piece import NUMBER_HEAD, Piece, Recogniser
from schedules.wording.reading import Reading
from schedules.wording.words import OTHER_WORDS

TOKEN = re.compile(r"(?<![^\W_])(?:[a-z]+|\d+)")
NUMBERS = BY_HEAD[NUMBER_HEAD]


def scan(reading: Reading) -> list[Piece]:
    """Return the pieces of a text in order, none overlapping; the longest at each word."""
    pieces: list[Piece] = []
    folded, accented, at = reading.folded, reading.accented, 0
    for token in TOKEN.finditer(folded):
        start, word = token.start(), token[0]
        if start < at:
            continue
        known = BY_HEAD.get(word) or (NUMBERS if word.isdigit() else None)
        if known is None:
            continue
        spelt = accented[start : token.end()].lower()
        if spelt in OTHER_WORDS:
            continue
        found = _longest(BY_HEAD.get(spelt, known), folded, start)
        if found:
            pieces.extend(found)
            at = found[-1].end
    return pieces


def _longest(known: tuple[Recogniser, ...], folded: str, start: int) -> list[Piece]:
    best: list[Piece] = []
    end = start
    for recogniser in known:
        match = recogniser.pattern.match(folded, start)
        if match is None or match.end() <= end:
            continue
        read = recogniser.read(match)
        if read:
            best = read if isinstance(read, list) else [read]
            end = match.end()
    return best
