"""One walk over a text: at every word a wording may begin with, the recognisers of that word are asked."""

from __future__ import annotations

import re

from schedules.wording.families import BY_HEAD, Known
from schedules.wording.piece import NUMBER_HEAD, Grain, Kind, Piece
from schedules.wording.reading import Reading
from schedules.wording.words import OTHER_WORDS

WITH_YEAR = {Grain.DAY, Grain.MONTH, Grain.SCHOOL_YEAR}
NUMBERS = BY_HEAD[NUMBER_HEAD][0]
BY_SPELLING: dict[str, Known] = dict.fromkeys(OTHER_WORDS, ()) | {
    head: known[0] for head, known in BY_HEAD.items() if not head.isascii()
}
"""Accented words that are other words, or that only some recognisers know."""

TELLING = re.compile(
    r"\d{1,6}[a-z]{0,2} ?(?:[/.\-:,;&+(]|h\b|g\b|h\d|g\d|gio|thang|ngay|tuan|nam\b|va |den |toi |lan\b)"
)
"""What must follow a number before any wording can begin with it."""


def scan(reading: Reading) -> list[Piece]:
    """Return the pieces of a text in order, none overlapping; the longest at each word."""
    pieces: list[Piece] = []
    folded, accented, at = reading.folded, reading.accented, 0
    for word, start in reading.words:
        if start < at:
            continue
        heads = BY_HEAD.get(word)
        if heads:
            end = start + len(word)
            known = _of_word(heads, accented[start:end], folded[end : end + 2])
        elif word < "a" and TELLING.match(folded, start):
            known = NUMBERS
        else:
            continue
        found = _longest(known, folded, start) if known else None
        if found:
            pieces.extend(found)
            at = found[-1].end
    return pieces


def _of_word(heads: tuple[Known, Known, Known], written: str, after: str) -> Known:
    """Return the recognisers to ask at a head: by its accents, and by the sign that follows it."""
    known = BY_SPELLING.get(written.lower())
    if known is not None:
        return known
    sign = after.lstrip(" ")[:1]
    if "a" <= sign <= "z":
        return heads[2]
    return heads[1] if "0" <= sign <= "9" else heads[0]


def _longest(known: Known, folded: str, start: int) -> list[Piece] | None:
    best, end = None, start
    for recogniser in known:
        match = recogniser.match(folded, start)
        if match is None or match.end() <= end:
            continue
        read = recogniser.read(match)
        if read:
            best, end = read, match.end()
            if _is_complete(read):
                break
    return best if best is None or isinstance(best, list) else [best]


def _is_complete(read: Piece | list[Piece]) -> bool:
    """Whether nothing longer can begin here: a link, a d/m, or a time written down to its year."""
    if isinstance(read, list) or read.kind == Kind.LINK or read.rule == "days.numeric":
        return True
    first = read.first
    return first is not None and first.year is not None and read.last is None and first.grain in WITH_YEAR
