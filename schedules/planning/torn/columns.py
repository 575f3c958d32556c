"""Which column each word of a torn table line belongs to: the cheapest reading of bars, widths and word kinds.

A scan keeps the order of columns on a line but loses some bars. Reading the words left to right, the column never
goes back; a bar moves on for sure, a move without a bar costs, and so does a word of the wrong kind or a full column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf
from typing import TypeAlias

from schedules.spelling.bonds import bond
from schedules.spelling.vocabulary import vocabulary
from schedules.wording import fold

CRITERION, EXPECTED, WORK, OWNERS, TIME, BUDGET, OTHER = range(7)
COLUMNS = 7
CAPACITY = (9, 9, 27, 9, 9, 9, 7)
"""Letters a line of each column holds: a portrait page gives the work a third of its width."""

BARS = re.compile(r"[|\[\]]|(?<=\w)/(?=[A-ZĐ])|(?<=\d)\((?=\w)")
KINDS: dict[int, tuple[re.Pattern[str], float]] = {
    CRITERION: (re.compile(r"^\W*(tieu|chi|\d\.\d{1,2})\W*$"), 6.0),
    OWNERS: (
        re.compile(
            r"^\W*(bgh|hieu|hidu|truong|pho|ke|toan|ban|giam|gi4m|can|bo|bd|gia?o|gido|vien|nhan|nhdn|gv|nv|nha|va|cmhs|to|thu)\W*$"
        ),
        4.0,
    ),
    TIME: (
        re.compile(r"^\W*(nam|thang|hoc|hoe|den|tu|va|cac|vacac|tiep|theo|quy|ky|20\d\d\W*1?|\d{1,2}\W?)\W*$"),
        5.0,
    ),
    BUDGET: (re.compile(r"^\W*(khong|\d+|trieu|dong|ddng|tu|tir|quy|cmhs|khao|sat|thuc|te|nghin)\W*$"), 3.0),
    OTHER: (re.compile(r"^\W*(khon|kho|khong|ng|g|su|long|chun|tay|cua|cm|hs|truo|.{0,2})\W*$"), 2.5),
}
YEAR = re.compile(r"^\W*20\d\d\W*1?$")
LOST_BAR, SKIPPED, TOO_WIDE, MISPLACED = 1.2, 0.1, 0.7, 3.0
"""Prices: a column begun without a bar, an empty column passed, a letter too many, a word out of place."""

MOST_WAYS, MOST_BEGUN = 8, 12
BOND = 2.2
"""What it is worth that two words of a cell are neighbours in plans too."""

HAD_ROOM, MOST_ROOM, FULL = 0.4, 5, 21
"""A line of work goes on below only where the next word had no room: the least full of the lines seen that did."""

BROKEN_OFF = 1.5
"""What it costs that the narrow column of aims goes on after lines without it."""

NEW_CELL, TIED = 0.9, 0.5
"""What a capital in the middle of a cell costs, unless plans have it after the word before."""

SIGN = re.compile(r"[,;.]$")
STRANGERS = 0.5
"""What it costs that two words stand together, unless plans have them so."""

TEXTS = frozenset({EXPECTED, WORK, OWNERS})
FIRST_LINES = 2
BESIDE = 2.0
"""A role word right before the time stands in the column of people."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line, and whether a bar stands before it."""

    text: str
    after_bar: bool


def words_of(line: str) -> tuple[Word, ...]:
    """Return the words of a line with the bars between them."""
    words: list[Word] = []
    for at, piece in enumerate(BARS.split(line)):
        words += [Word(text, at > 0 and number == 0) for number, text in enumerate(piece.split())]
    return tuple(words)


Way = tuple[float, tuple[int, ...]]
_Path: TypeAlias = "tuple[()] | tuple[int, _Path]"
_Linked: TypeAlias = tuple[float, _Path]
"""A way as it is built from its end: each column with the way after it, so that ways share their tails."""


def ways_of(words: Sequence[Word], number: int, times: frozenset[int]) -> list[Way]:
    """Return the likeliest columns of the words of a line, each way with its cost, the best first.

    `number` is which line of the row it is, `times` the words known to be time.
    """
    texts = tuple(word.text for word in words)

    @cache
    def best(at: int, column: int, used: int) -> list[_Linked]:
        if at == len(words):
            return [(0.0, ())]
        choices: list[_Linked] = []
        for target in range(column, COLUMNS):
            if target == column and words[at].after_bar and at:
                continue
            width = used + len(texts[at]) + 1 if target == column and at else len(texts[at])
            cost = _kind_cost(texts[at], target, number) + TOO_WIDE * max(0, width - CAPACITY[target])
            cost += MISPLACED * 3 * ((at in times) != (target == TIME))
            cost += BESIDE * (
                at + 1 in times and target in {EXPECTED, WORK} and bool(KINDS[OWNERS][0].match(fold(texts[at])))
            )
            cost += _move_cost(column, target, words[at].after_bar, first=at == 0)
            choices += [(cost + rest, (target, path)) for rest, path in best(at + 1, target, width)]
        return sorted(choices)[:MOST_WAYS] or [(inf, _stuck(column, len(words) - at))]

    return [(cost, _unlinked(path)) for cost, path in best(0, CRITERION, 0)]


def _stuck(column: int, count: int) -> _Path:
    path: _Path = ()
    for _ in range(count):
        path = (column, path)
    return path


def _unlinked(path: _Path) -> tuple[int, ...]:
    columns = []
    while path:
        column, path = path
        columns.append(column)
    return tuple(columns)


def read_together(lines: Sequence[Sequence[Word]], times: Sequence[frozenset[int]]) -> list[tuple[int, ...]]:
    """Return the columns of the words of all lines of a row: words that belong together stay in one cell."""
    begun: list[_Begun] = [_Begun(0.0, (), ("",) * COLUMNS, 0)]
    for number, (line, timed) in enumerate(zip(lines, times, strict=True)):
        ways = ways_of(line, number, timed)
        longer = [_longer(above, line, way) for above in begun for way in ways]
        begun = sorted(longer, key=lambda one: one.cost)[:MOST_BEGUN]
    return list(begun[0].columns)


@dataclass(frozen=True, slots=True)
class _Begun:
    """Some lines of a row read: the cost, the columns, the last word of each cell, the length of the last work line."""

    cost: float
    columns: tuple[tuple[int, ...], ...]
    last: tuple[str, ...]
    work: int


def _longer(above: _Begun, line: Sequence[Word], way: Way) -> _Begun:
    cost, columns = above.cost + way[0], way[1]
    known, ends = vocabulary(), list(above.last)
    for column in {EXPECTED} & set(columns) if above.columns and above.last[EXPECTED] else ():
        cost += BROKEN_OFF * (column not in above.columns[-1])
    for word, column in zip(line, columns, strict=True):
        if column in TEXTS and ends[column] and not SIGN.search(ends[column]):
            weight = BOND / 2 if column == OWNERS else BOND
            tied = bond(ends[column], word.text, known)
            cost += STRANGERS * (column != OWNERS) - weight * tied
            cost += NEW_CELL * (
                column != OWNERS and word.text[0].isupper() and not ends[column].isupper() and tied < TIED
            )
        ends[column] = word.text
    own = [word.text for word, column in zip(line, columns, strict=True) if column == WORK]
    if own and above.work and own[0][0].islower():
        cost += HAD_ROOM * min(MOST_ROOM, max(0, FULL - above.work - len(own[0])))
    return _Begun(cost, (*above.columns, columns), tuple(ends), len(" ".join(own)) if own else above.work)


@cache
@lru_cache(maxsize=8192)
def _kind_cost(text: str, column: int, number: int) -> float:
    folded = fold(text)
    pattern, price = KINDS.get(column, (None, 0.0))
    if pattern is not None:
        late = column == CRITERION and number >= FIRST_LINES
        return price if late or not pattern.match(folded) else 0.0
    misplaced = YEAR.match(folded) or (number < FIRST_LINES and KINDS[CRITERION][0].match(folded))
    return MISPLACED if misplaced else 0.0


def _move_cost(column: int, target: int, bar: bool, *, first: bool) -> float:
    if first:
        return SKIPPED * (target == EXPECTED)
    moved = target - column
    if not moved:
        return 0.0
    return SKIPPED * (moved - 1) + (0.0 if bar else LOST_BAR)
