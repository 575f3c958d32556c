"""The words of a clue: one of them, or two side by side, stands wherever its pattern is met; else it is never asked."""

from __future__ import annotations

import re

# the parser of the standard library says what ways a pattern has; no public module does
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from schedules.wording.guards.before.bans import NOT_HELD
from schedules.wording.guards.before.clue import ANY, SIGNS, Clue, clue_of, spoken
from schedules.wording.guards.before.clues import CLUES, ORDERED_CLUES

ANYTHING, OPEN = "\0", re.compile("\0+")
"""What a pattern leaves open: no word of a clue."""

LETTERS = frozenset({_constants.CATEGORY_WORD})
OPEN_REPEATS = 8


def clues() -> list[Clue]:
    gathered = (CLUES, ORDERED_CLUES)
    named = dict.fromkeys(clue for by in gathered for found in by.values() for clue in found)
    return sorted({*named, *NOT_HELD}, key=lambda clue: clue.pattern.pattern)


def wordless(clue: Clue) -> set[str]:
    """Return how texts may end that the pattern of a clue is met in though none of its words stands there."""
    return _walk({" "}, _parser.parse(clue.pattern.pattern), clue, last=True)


def _walk(texts: set[str], parsed: Any, clue: Clue, *, last: bool = False) -> set[str]:
    """Return the ends of the texts once they have gone on as a pattern does, without those a word stands in."""
    for kind, given in parsed:
        texts = _further(texts, kind, given, clue)
    return _kept({text + " " for text in texts}, clue) if last else texts


def _further(texts: set[str], kind: Any, given: Any, clue: Clue) -> set[str]:
    if kind is _constants.BRANCH:
        return set().union(*(_walk(texts, way, clue) for way in given[1]))
    if kind is _constants.SUBPATTERN:
        return _walk(texts, given[-1], clue)
    if kind in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
        return _repeated(texts, given, clue)
    if kind in {_constants.ASSERT, _constants.ASSERT_NOT}:
        return texts
    signs = _signs(kind, given)
    return _kept({text + sign for text in texts for sign in signs}, clue)


def _repeated(texts: set[str], given: Any, clue: Clue) -> set[str]:
    least, most, inner = given
    found: set[str] = set() if least else set(texts)
    for time in range(1, min(int(most), OPEN_REPEATS) + 1):
        texts = _walk(texts, inner, clue)
        if time >= least:
            if texts <= found:
                break
            found |= texts
    return found


def _signs(kind: Any, given: Any) -> list[str]:
    """Return what a sign of a pattern may be: itself, one of several, anything, or the edge of a word."""
    if kind is _constants.LITERAL:
        return [chr(given)]
    if kind is _constants.AT:
        return [" "]
    if kind is _constants.IN and all(part is _constants.LITERAL for part, _ in given):
        return [chr(sign) for _, sign in given]
    if kind is _constants.IN and all(
        part is _constants.RANGE or part is _constants.LITERAL or (part is _constants.CATEGORY and what in LETTERS)
        for part, what in given
    ):
        return [ANYTHING]
    # figures glued to a word (“tiết5”) are not words of a clue either
    return [f" {ANYTHING} "]


def _kept(texts: set[str], clue: Clue) -> set[str]:
    """Return the last words of the texts, of those that none of the clue's words stands in."""
    kept = set()
    for text in {OPEN.sub(ANYTHING, text.translate(SIGNS)) for text in texts}:
        *whole, begun = text.split(" ")
        if clue.words.isdisjoint(spoken(" ".join(whole))):
            kept.add(" ".join(("", *[word for word in whole if word][-1:], begun)))
    return kept


@pytest.mark.parametrize("clue", clues(), ids=lambda clue: clue.pattern.pattern[:40])
def test_a_word_of_a_clue_stands_wherever_its_pattern_is_met(clue: Clue) -> None:
    assert wordless(clue) == set()


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("so", r"\b(?:so|tong) du $"),
        ("so_du", r"\bso(?: tien)? du $"),
        ("du", r"\bso(?: du){0,2} $"),
        ("so_du", r"\bso \d{1,3} du $"),
    ],
)
def test_a_pattern_met_without_the_words_is_told(words: str, pattern: str) -> None:
    assert wordless(clue_of(words, pattern, ANY))


@pytest.mark.parametrize("before", ["so du ", "(so du) ", "tong/so du ", "so: du ", "con so du, "])
def test_two_words_stand_side_by_side_whatever_signs_are_between(before: str) -> None:
    assert clue_of("so_du", "so").words <= spoken(before)


def test_words_apart_are_not_side_by_side() -> None:
    assert clue_of("so_du", "so").words.isdisjoint(spoken("so tien du "))
