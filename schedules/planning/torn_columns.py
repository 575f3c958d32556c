"""Which column each word of a torn table line belongs to: the cheapest reading of bars, widths and word kinds.

A scan keeps the order of columns on a line but loses some bars. Reading the words left to right, the column never
goes back; a bar moves on for sure, a move without a bar costs, and so does a word of the wrong kind or a full column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

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
LOST_BAR, SKIPPED, TOO_WIDE, MISPLACED = 1.2, 0.25, 0.7, 3.0
"""Prices: a column begun without a bar, an empty column passed, a letter too many, a word out of place."""

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


def columns_of(words: Sequence[Word], number: int, times: frozenset[int]) -> tuple[int, ...]:
    """Return the column of each word; `number` is which line of the row it is, `times` the words known to be time."""
    texts = tuple(word.text for word in words)

    @cache
    def best(at: int, column: int, used: int) -> tuple[float, tuple[int, ...]]:
        if at == len(words):
            return 0.0, ()
        choices = []
        for target in range(column, COLUMNS):
            if target == column and words[at].after_bar and at:
                continue
            width = used + len(texts[at]) + 1 if target == column and at else len(texts[at])
            rest, path = best(at + 1, target, width)
            cost = rest + _kind_cost(texts[at], target, number) + TOO_WIDE * max(0, width - CAPACITY[target])
            cost += MISPLACED * 3 * ((at in times) != (target == TIME))
            cost += BESIDE * (
                at + 1 in times and target in {EXPECTED, WORK} and bool(KINDS[OWNERS][0].match(fold(texts[at])))
            )
            choices.append((cost + _move_cost(column, target, words[at].after_bar, first=at == 0), (target, *path)))
        return min(choices, default=(float("inf"), (column,) * (len(words) - at)))

    return best(0, CRITERION, 0)[1]


@cache
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
