"""The words of school plans and which follow which: counted from texts of our own, kept as one file of data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log
from typing import TypeAlias

from schedules.wording import fold

WORD = re.compile(r"[^\W\d_]+")
PHRASE = re.compile(r"[^\w\s]+|\n|\d+")
START = "^"
"""What stands before the first word of a phrase."""

TRUST = 15
"""A word met so often is trusted by half to have shown what follows it."""

VOWEL = re.compile(r"[aeiouy]")

DATA = "pairs.txt"

Branch: TypeAlias = dict[str, tuple[str, "Branch"]]
"""Each letter that may come next, the word that ends with it ("" when none does), and the branch after it."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """How often each word, and each pair of neighbours, was met; all in lower case with accents."""

    words: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    total: int = field(default=1)

    @cached_property
    def by_fold(self) -> dict[str, tuple[str, ...]]:
        """The words that look the same without accents."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.words.keys() - {START}):
            found.setdefault(fold(word), []).append(word)
        return {plain: tuple(words) for plain, words in found.items()}

    @cached_property
    def followers(self) -> dict[str, frozenset[str]]:
        """The words met right after each word."""
        found: dict[str, set[str]] = {}
        for before, word in self.pairs:
            found.setdefault(before, set()).add(word)
        return {before: frozenset(words) for before, words in found.items()}

    @cached_property
    def tree(self) -> Branch:
        """The folded words letter by letter, those with one beginning on one branch."""
        root: Branch = {}
        for plain in self.by_fold:
            branch = root
            for at, letter in enumerate(plain, 1):
                word, rest = branch.get(letter, ("", {}))
                branch[letter] = (plain if at == len(plain) else word, rest)
                branch = rest
        return root

    def surprise(self, before: str, word: str) -> float:
        """Return how little a word is expected after another, as the negative logarithm of its chance."""
        alone = (self.words.get(word, 0) + 0.1) / (self.total + 0.1 * len(self.words))
        first = self.words.get(before, 0)
        pair = self.pairs.get((before, word), 0)
        return -log((TRUST * alone + pair) / (TRUST + first))


def counted(texts: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of some texts; words do not neighbour across signs, digits and line ends."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for phrase in PHRASE.split(text.lower()):
            found = [word for word in WORD.findall(phrase) if VOWEL.search(fold(word))]
            words.update(found)
            words[START] += bool(found)
            pairs.update(pairwise([START, *found]))
    return Vocabulary(words, pairs, sum(words.values()))


def spelled(known: Vocabulary) -> str:
    """Return a vocabulary as the text of its file: a word, its count, then the words met after it and theirs."""
    after: dict[str, list[str]] = {}
    for (before, word), count in sorted(known.pairs.items()):
        after.setdefault(before, []).append(word if count == 1 else f"{word} {count}")
    return "".join(f"{word} {known.words[word]}: {', '.join(after.get(word, []))}\n" for word in sorted(known.words))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the product."""
    words: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for line in files(__package__).joinpath("data", DATA).read_text("utf-8").splitlines():
        head, _, rest = line.partition(": ")
        word, _, count = head.rstrip(":").partition(" ")
        words[word] = int(count)
        for follower in filter(None, rest.split(", ")):
            after, _, often = follower.partition(" ")
            pairs[word, after] = int(often or 1)
    return Vocabulary(words, pairs, sum(words.values()))
