"""One walk over a text: at every word a wording may begin with, the recognisers of that word are asked."""

from __future__ import annotations

import re

from schedules.wording.families import BY_HEAD, DIGIT, LETTER
from schedules.wording.piece import NUMBER_HEAD, Grain, Piece, Recogniser
from schedules.wording.reading import Reading
from schedules.wording.words import OTHER_WORDS

WORD = re.compile(r"(?<![^\W_])(?:[a-z]+|\d+)")
ACCENTED = {head for head in BY_HEAD if not head.isascii()}
WITH_YEAR = {Grain.DAY, Grain.MONTH, Grain.SCHOOL_YEAR}
NUMBERS = BY_HEAD[NUMBER_HEAD]
TELLING = re.compile(
    r"\d{1,6}[a-z]{0,2} ?(?:[/.\-:,;&+(]|h\b|g\b|h\d|g\d|gio|thang|ngay|tuan|nam\b|va |den |toi |lan\b)"
)
"""What must follow a number before any wording can begin with it."""


def scan(reading: Reading) -> list[Piece]:
    """Return the pieces of a text in order, none overlapping; the longest at each word."""
    pieces: list[Piece] = []
    folded, accented, at = reading.folded, reading.accented, 0
    for token in WORD.finditer(folded):
        start, end = token.span()
        if start < at:
            continue
        known = _known(token[0], folded, start, end)
        if not known:
            continue
        spelt = accented[start:end].lower()
        if spelt in OTHER_WORDS:
            continue
        found = _longest(BY_HEAD.get(spelt, known) if spelt in ACCENTED else known, folded, start)
        if found:
            pieces.extend(found)
            at = found[-1].end
    return pieces


def _known(word: str, folded: str, start: int, end: int) -> tuple[Recogniser, ...]:
    """Return the recognisers to ask at a word, by the word and the sign that follows it."""
    if word[0] < "a":
        return NUMBERS if TELLING.match(folded, start) else ()
    if word not in BY_HEAD:
        return ()
    follower = folded[end + 1 : end + 2] if folded[end : end + 1] == " " else folded[end : end + 1]
    if "0" <= follower <= "9":
        return BY_HEAD[word + DIGIT]
    return BY_HEAD[word + LETTER] if "a" <= follower <= "z" else BY_HEAD[word]


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
            if _is_complete(best):
                break
    return best


def _is_complete(pieces: list[Piece]) -> bool:
    """Whether a time is written down to its year: no other wording reads further from the same word."""
    first = pieces[0].first
    return first is not None and first.year is not None and pieces[0].last is None and first.grain in WITH_YEAR
