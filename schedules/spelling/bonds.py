"""Whether two words of a poor scan stand beside each other in plans, whatever letters the scan lost."""

from __future__ import annotations

from functools import lru_cache

from schedules.spelling.candidates import candidates
from schedules.spelling.vocabulary import Vocabulary

CLEAR = 3.2
"""What both words together may cost to be read so."""

LEAST, CALLED = 0.3, 3.0


@lru_cache(maxsize=8192)
def bond(before: str, word: str, known: Vocabulary) -> float:
    """Return 0..1: how surely two words as shown are neighbours in plans; 0 where nothing speaks for it."""
    first, second = _readings(before, known), _readings(word, known)
    return max(
        (
            _worth(a, b, one + second[b], known)
            for a, one in first.items()
            for b in second.keys() & known.followers.get(a, frozenset())
        ),
        default=0,
    )


def _worth(before: str, word: str, price: float, known: Vocabulary) -> float:
    """Return more the cheaper neighbours are read, and the more one of them calls for the other."""
    if price >= CLEAR:
        return 0.0
    often = known.pairs[before, word]
    called = max(often / known.words[before], often / known.words[word])
    return (1 - price / CLEAR) * min(1.0, LEAST + CALLED * called)


@lru_cache(maxsize=4096)
def _readings(word: str, known: Vocabulary) -> dict[str, float]:
    bare = word.strip(" .,;:()|[]-").lower() if not word.startswith("P") else word.strip(" .,;:()|[]-")
    return candidates(bare, known, scanned=True)
