"""A title without accents, or with wrong ones → the title as it was, as far as the words of plans make it sure.

Every word may be one of several; words torn apart may be one, words glued together two. The likeliest way through is
taken, and a word is changed only where every other way is clearly less likely: what is unsure stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from schedules.spelling.candidates import candidates, letters_of
from schedules.spelling.syllables import is_syllable
from schedules.spelling.vocabulary import START, Vocabulary
from schedules.wording import fold

TOKEN = re.compile(r"^(\W*?)([\w&€¢$]*)(\W*)$")
UNKNOWN, JOINED, PARTED = 15.0, 1.2, 2.5
"""What it costs to leave a word that is no word, to join two, to part one."""

KEPT = 12
"""Ways kept at each word."""

MARGIN, SCANNED_MARGIN, CLEAR_MARGIN = 1.6, 1.0, 3.0
"""How much dearer every other reading of a word must be."""

OFTEN = 8
"""A word met so often needs no neighbour to be believed."""

SHORTEST_GLUED, LIKELY = 5, 1.3
"""Nobody asks whether a word is two glued together where it is likely one."""

SIGN = re.compile(r"[,.;:()“”\"]")
STAYS = re.compile(r"[A-ZĐ&]{2,}\d*|\d+|\W*|[IVX]+|\d.*[/.]\d.*")
"""Abbreviations, numbers and signs are no words to restore."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A text restored, how many of its words were changed, and how many no way was sure for."""

    text: str
    changed: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True)
class _Edge:
    """A way to read the tokens from `start` to `stop` as words, before what its neighbours say.

    It `opens` a phrase where a sign stands before it.
    """

    start: int
    stop: int
    words: tuple[str, ...]
    cost: float
    stays: bool = False
    opens: bool = False


def restored(text: str, known: Vocabulary, *, scanned: bool, clear: bool = False) -> Restored:
    """Return a text with its words restored; `scanned` allows letters to be misread too, `clear` asks for no doubt."""
    tokens = text.split()
    edges = [
        [replace(edge, opens=at > 0 and bool(SIGN.search(tokens[at - 1][-1]))) for edge in found]
        for at, found in enumerate(_edges(tokens, at, known, scanned=scanned) for at in range(len(tokens)))
    ]
    costs = _costs(edges, known)
    path = min(costs.values(), key=lambda best: best[0])[1] if costs else ()
    margins = _margins(edges, known, path)
    least = CLEAR_MARGIN if clear else SCANNED_MARGIN if scanned else MARGIN
    reading = _Reading(tokens, path, known)
    sure = [
        margin >= least and reading.is_borne_out(at, clear=margin >= CLEAR_MARGIN) for at, margin in enumerate(margins)
    ]
    made: list[str] = []
    changed = unsure = 0
    for at, edge in enumerate(path):
        shown = tokens[edge.start : edge.stop]
        doubted = not sure[at] or reading.is_part_of_unsure_name(at, sure)
        words = shown if doubted or edge.stays else _dressed(shown, edge.words)
        unsure += (edge.stays and not STAYS.fullmatch(_core(shown[0]))) or (not edge.stays and doubted)
        changed += words != shown
        made += words
    return Restored(" ".join(made), changed, unsure)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A way through a text: what bears its words out."""

    tokens: Sequence[str]
    path: Sequence[_Edge]
    known: Vocabulary

    def is_borne_out(self, at: int, *, clear: bool) -> bool:
        """Whether neighbours bear a word out: one, but both where it becomes another syllable and it is not `clear`."""
        edge, shown = self.path[at], self.tokens[self.path[at].start]
        met = self._met(at - 1) + self._met(at)
        if self._in_name(at):
            return False
        plain = letters_of(_core(shown))
        if edge.stop == edge.start + 1 and is_syllable(plain) and plain != fold(edge.words[0]):
            barred = shown.lstrip("-“(").startswith("P") and edge.words[0][0] == "đ"
            return met > (0 if barred or clear else 1)
        return met > 0 or (not self._is_capital(at) and self.known.words.get(edge.words[0], 0) >= OFTEN)

    def _met(self, at: int) -> bool:
        """Whether a word and the one after it are neighbours in plans."""
        if at < 0 or at + 1 >= len(self.path):
            return False
        return (self.path[at].words[-1], self.path[at + 1].words[0]) in self.known.pairs

    def _in_name(self, at: int) -> bool:
        """Whether a word stands in a run of capitals that plans do not have: a name, which no vocabulary knows."""
        pairs = [one for one in (at - 1, at) if one > 0 and self._is_capital(one) and self._is_capital(one + 1)]
        return any(not self._met(one) for one in pairs)

    def is_part_of_unsure_name(self, at: int, sure: Sequence[bool]) -> bool:
        """Whether a capital stands beside in a word no way was sure for: a name is restored whole or not at all."""
        beside = [one for one in (at - 1, at + 1) if self._is_capital(at) and self._is_capital(one)]
        return any(not self.path[one].stays and not sure[one] for one in beside)

    def _is_capital(self, at: int) -> bool:
        return 0 < at < len(self.path) and _core(self.tokens[self.path[at].start])[:1].isupper()


def _core(token: str) -> str:
    match = TOKEN.match(token)
    return match[2] if match else token


def _edges(tokens: Sequence[str], at: int, known: Vocabulary, *, scanned: bool) -> Iterator[_Edge]:
    core = _core(tokens[at])
    if STAYS.fullmatch(core) or not TOKEN.match(tokens[at]):
        yield _Edge(at, at + 1, (core.lower(),), 0.0, stays=True)
        return
    yield _Edge(at, at + 1, (core.lower(),), 0.0 if core.lower() in known.words else UNKNOWN, stays=True)
    alone = candidates(core, known, scanned=scanned)
    for word, cost in alone.items():
        if word != core.lower():
            yield _Edge(at, at + 1, (word,), cost)
    if not scanned:
        return
    if at + 1 < len(tokens) and not SIGN.search(tokens[at][-1:]) and not STAYS.fullmatch(_core(tokens[at + 1])):
        for word, cost in candidates(core + _core(tokens[at + 1]), known, scanned=False).items():
            yield _Edge(at, at + 2, (word,), cost + JOINED)
    if len(core) >= SHORTEST_GLUED and min(alone.values(), default=inf) > LIKELY:
        yield from _parted(core, at, known)


def _parted(core: str, at: int, known: Vocabulary) -> Iterator[_Edge]:
    for cut in range(2, len(core) - 1):
        lefts = candidates(core[:cut], known, scanned=True)
        rights = candidates(core[cut:], known, scanned=True) if lefts else {}
        for left, first in lefts.items():
            for right, second in rights.items():
                if (left, right) in known.pairs:
                    yield _Edge(at, at + 1, (left, right), first + second + PARTED)


_Best = dict[str, tuple[float, tuple[_Edge, ...]]]


def _costs(edges: Sequence[Sequence[_Edge]], known: Vocabulary) -> _Best:
    """Return the cheapest way to each last word at the end of the text."""
    best: list[_Best] = [{} for _ in range(len(edges) + 1)]
    best[0][START] = 0.0, ()
    for at, choices in enumerate(edges):
        begun = sorted(best[at].items(), key=lambda way: way[1][0])[:KEPT]
        for before, (cost, path) in begun:
            for edge in choices:
                whole = cost + edge.cost + _surprise(before, edge, known)
                there = best[edge.stop]
                if whole < there.get(edge.words[-1], (inf, ()))[0]:
                    there[edge.words[-1]] = whole, (*path, edge)
    return best[-1]


def _surprise(before: str, edge: _Edge, known: Vocabulary) -> float:
    first, *rest = edge.words
    cost = known.surprise(before, first)
    if edge.opens:
        cost = min(cost, known.surprise(START, first))
    return cost + sum(known.surprise(one, other) for one, other in pairwise([first, *rest]))


def _margins(edges: Sequence[Sequence[_Edge]], known: Vocabulary, path: Sequence[_Edge]) -> list[float]:
    """Return for each word of the way taken how much dearer the text is when it is read otherwise."""
    margins = []
    for at, edge in enumerate(path):
        before = path[at - 1].words[-1] if at else START
        after = path[at + 1] if at + 1 < len(path) else None
        own = _local(before, edge, after, known)
        others = [one for one in edges[edge.start] if one.words != edge.words and one.stop == edge.stop]
        margins.append(min((_local(before, one, after, known) for one in others), default=inf) - own)
    return margins


def _local(before: str, edge: _Edge, after: _Edge | None, known: Vocabulary) -> float:
    cost = edge.cost + _surprise(before, edge, known)
    return cost + (_surprise(edge.words[-1], after, known) if after else 0.0)


def _dressed(shown: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return words with the signs and capitals of the tokens they stand for."""
    first, last = TOKEN.match(shown[0]), TOKEN.match(shown[-1])
    made = list(words)
    core = first[2] if first else ""
    if core.isupper() and len(core) > 1:
        made = [word.upper() for word in made]
    elif core[:1].isupper():
        made[0] = made[0][:1].upper() + made[0][1:]
    made[0] = (first[1] if first else "") + made[0]
    made[-1] += last[3] if last else ""
    return made
