"""How worn the words of a document are: whether accents are gone or wrong, whether letters are misread too."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from schedules.spelling.syllables import is_syllable
from schedules.spelling.vocabulary import Vocabulary
from schedules.wording import fold

WORD = re.compile(r"(?<!\S)[^\W\d_][^\s.,;:()|]*")
FEWEST = 30
RIGHT_SHARE = 0.8
"""Of the words plans have in common, 19 in 20 are spelt right in a text typed with accents, two thirds in a scan."""

BROKEN_SHARE = 0.08
"""Words that are no syllables at all: a few names and abbreviations in any text, many where letters are misread."""

PROPER = 2


class Wear(Enum):
    """What a text has lost."""

    NONE = "none"
    ACCENTS = "accents"
    LETTERS = "letters"


@lru_cache(maxsize=2)
def wear_of(text: str, known: Vocabulary) -> Wear:
    """Return what the words of a document have lost; a text too short to tell has lost nothing."""
    words = [word.lower() for word in WORD.findall(text) if not word.isupper() and len(word) >= PROPER]
    common = [word for word in words if fold(word) in known.by_fold]
    if len(common) < FEWEST:
        return Wear.NONE
    right = sum(word in known.words for word in common)
    if right >= RIGHT_SHARE * len(common):
        return Wear.NONE
    broken = sum(not is_syllable(fold(word)) for word in words)
    return Wear.LETTERS if broken > BROKEN_SHARE * len(words) else Wear.ACCENTS
