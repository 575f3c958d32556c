"""Words too wide for their cell, which a printer breaks anywhere: "Hiệu trưởn" over "g" is one word."""

from __future__ import annotations

import re

from schedules.reading.syllable import is_syllable

SHORT = 2
"""So many letters of an abbreviation are pushed over a line end; longer ones are words of their own."""

LAST = re.compile(r"[^\W\d_]+$")
FIRST = re.compile(r"[^\W\d_]+")


def is_broken(text: str, following: str) -> bool:
    """Whether the last word of a full line goes on as the first of the next: apart they are no words, joined one."""
    tail, head = LAST.search(text), FIRST.match(following)
    if not tail or not head:
        return False
    one, two = tail[0], head[0]
    if one.isupper() and two.isupper():
        return len(two) <= SHORT and not is_syllable(two) and not is_syllable(one)
    return two.islower() and is_syllable(one + two) and not (is_syllable(one) and is_syllable(two))
