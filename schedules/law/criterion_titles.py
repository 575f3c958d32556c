"""Whether the words a plan sets behind a criterion's number can be its title, or are surely another's.

Plans shorten titles and put their own aims there, so only two things are said: the words are those of another
criterion, or they share nothing with the title of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from schedules.calendar.names import key
from schedules.law.criteria import Criterion

LITTLE = frozenset(
    {"va", "cua", "doi", "voi", "cac", "khac", "trong", "theo", "ve", "cho", "den", "tai", "co", "duoc", "tu"}
    | {"nha", "truong", "giao", "duc", "thuc", "hien"}
)
"""Words too common in these titles to tell one from another."""

ITS_OWN, ANOTHERS = 0.5, 0.8
"""As much of the words must be missing from its own title, and found in another's, to say it is the other's."""


@dataclass(frozen=True, slots=True)
class Mistitled:
    """A criterion named by words that are not its own; `other` is whose they surely are, None where nobody's."""

    criterion: Criterion
    other: Criterion | None


def mistitled(criteria: Iterable[Criterion], number: str, words: str) -> Mistitled | None:
    """Return what is wrong with the words behind a number; None where they may be its title or nothing is known."""
    criteria = tuple(criteria)
    own = next((each for each in criteria if each.number == number), None)
    named = _telling(words)
    if own is None or not own.verified or not named or _shares_pair(words, own.title):
        return None
    mine = _held(named, own.title)
    if mine <= ITS_OWN and (other := _surely(words, named, (each for each in criteria if each is not own))):
        return Mistitled(own, other)
    return Mistitled(own, None) if not mine else None


def _surely(words: str, named: set[str], others: Iterable[Criterion]) -> Criterion | None:
    """Return the one criterion whose title holds the words; None where none or several do."""
    held = [each for each in others if _held(named, each.title) >= ANOTHERS and _shares_pair(words, each.title)]
    return held[0] if len(held) == 1 else None


def _telling(words: str) -> set[str]:
    return set(key(words).split()) - LITTLE


def _held(named: set[str], title: str) -> float:
    return len(named & _telling(title)) / len(named)


def _shares_pair(words: str, title: str) -> bool:
    ours, theirs = (set(pairwise(key(each).split())) for each in (words, title))
    return any(not LITTLE.issuperset(pair) for pair in ours & theirs)
