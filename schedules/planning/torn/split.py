"""One line of a torn table → the text in each of its columns: the cheapest reading of bars, widths and words.

Reading left to right the column never goes back. A bar moves on by one; moving on without a bar, a text wider than
its column, and a word of the wrong kind cost. Empty cells at the end need no bars.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from heapq import nsmallest
from math import log

from schedules.planning.people.persons import BARE_SURNAME
from schedules.planning.tables.columns import WORDED_TIMES, Role
from schedules.planning.tables.worn_rows import TIME_WORD
from schedules.planning.torn.fit import word_cost
from schedules.spelling.bonds import bond
from schedules.spelling.vocabulary import vocabulary
from schedules.wording import fold
from schedules.wording.repair import repair

BAR = "|"
LOST_BAR = 2.6
"""A bar lost on paper: about one in twenty is."""

TOO_WIDE, WIDEST_COST = 0.5, 4.0
"""A letter more than a line of the column holds."""

WIDE_ROW, WIDEST_ROW, NARROW, ROUGHLY = 2.0, 5.0, 6, 2
"""The same where a line is a whole row: by how many times wider, which tells little and is measured roughly."""

SKIPPED, NEEDED = 0.3, 0.8
"""A column left white beside a bar that is lost, and one that says what is done or who does it."""

FILLED = frozenset({Role.WORK, Role.LEAD, Role.LEAD_AND_HELP})

SMALL_START = 0.5
"""A cell begun without a bar rather begins with a capital or a digit."""

TORN_TIME = 1.5
OPENS_TIME = re.compile(r"truoc|ngay|thang|tuan|quy|tu|den|toi|cuoi|dau|giua|het|nhat|qua|muon|hoc|k[iy]|nam")
"""No cell ends with what opens a time, unless its bar says so."""

LEFT_OPEN, TORN_WORDS = 2.0, 2.4
"""What it costs where a line is a whole row to end a cell at a colon, comma or mark, and to part words of a name."""

MARK = re.compile(r"[-–—+•*]|[a-g]\)")

GOES_ON = re.compile(r"thang|nam|gio")
COUNTED = re.compile(r"chi|chuan|lop|khoi|dot|lan|so|muc")
"""Words that call for the number behind them: “tiêu chí 4.1”, “khối 5”."""

NAMED = re.compile(r"to|lop|nhom|khoi|ban")
"""Words that begin a name with the capital behind them: “Lớp Lá 1”, “Tổ Mẫu giáo”."""

MOST_WORDS = 120
MOST_WAYS = 4
"""Ways of reading one line that are kept, until its row decides between them."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The texts of a line by column, what reading it so costs, and the columns begun without a bar of their own."""

    cells: tuple[str, ...]
    cost: float = 0.0
    guessed: frozenset[int] = frozenset()
    alone: bool = False
    """Whether it is a row by itself, that neither goes on nor is gone on with."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    bars: int


Habits = Mapping[str, tuple[float, ...]]
"""What a word costs in each column, for words the table has shown where they belong."""

NO_HABITS: Habits = {}
SELDOM, WEIGHT = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of the columns of a table; widths are in letters, `trailing` prices a bar lacking at the end.

    In an `endless` line a cell may be of any width: the line is a whole row. In a table of `named` criteria their
    column holds their words too.
    """

    roles: tuple[Role | None, ...]
    widths: tuple[int, ...]
    habits: Habits = field(default_factory=dict)
    trailing: float = 0.0
    endless: bool = False
    named: bool = False

    def cost(self, word: str, at: int) -> float:
        """Return what it costs to read a word in a column."""
        role = self.roles[at]
        own = word_cost(word, role)
        if role is Role.CRITERION and self.named:
            own = min(own, word_cost(word, Role.WORK))
        usual = None if role in WORDED_TIMES and not own else self.habits.get(fold(word))
        return own + (usual[at] if usual else 0.0)

    def excess(self, width: int, at: int) -> float:
        """Return what it costs that a text is as wide in a column."""
        if self.endless:
            return min(WIDEST_ROW, WIDE_ROW * log(max(1.0, width / max(self.widths[at], NARROW))))
        return min(WIDEST_COST, TOO_WIDE * max(0, width - self.widths[at]))


def habits_of(lines: Sequence[Sequence[str]]) -> Habits:
    """Return what the words met twice or more in some lines cost in each column."""
    seen: dict[str, Counter[int]] = {}
    for cells in lines:
        for at, cell in enumerate(cells):
            for word in cell.split():
                seen.setdefault(fold(word), Counter())[at] += 1
    columns = len(lines[0]) if lines else 0
    return {word: _habit(counts, columns) for word, counts in seen.items() if counts.total() > 1}


def _habit(counts: Counter[int], columns: int) -> tuple[float, ...]:
    whole = counts.total() + SELDOM * columns
    most = log((max(counts.values()) + SELDOM) / whole)
    return tuple(WEIGHT * (most - log((counts[at] + SELDOM) / whole)) for at in range(columns))


def pieces_of(line: str) -> list[str]:
    """Return the texts between the bars of a line."""
    return [piece.strip() for piece in line.split(BAR)]


def parted(line: str, known: Columns) -> tuple[Parted, ...]:
    """Return the likeliest ways the words of a line stand in the columns of its table."""
    words, trailing = _words(line)
    columns = len(known.roles)
    pieces = pieces_of(line)
    if not words or len(words) > MOST_WORDS:
        return (Parted(tuple(pieces[:columns]) + ("",) * (columns - len(pieces))),)
    if len(pieces) >= columns:
        return (Parted((*pieces[: columns - 1], " ".join(pieces[columns - 1 :]).strip())),)
    ways = _cheapest(words, known, min(trailing, columns - 1))
    return tuple(_laid(words, path, cost, columns) for cost, path in ways if path)


def _laid(words: Sequence[_Word], path: Sequence[int], cost: float, columns: int) -> Parted:
    cells: list[list[str]] = [[] for _ in range(columns)]
    at, guessed = 0, set()
    for word, target in zip(words, path, strict=True):
        if target != at + word.bars:
            guessed.add(target)
        cells[target].append(word.text)
        at = target
    return Parted(tuple(" ".join(cell) for cell in cells), cost, frozenset(guessed))


def _words(line: str) -> tuple[list[_Word], int]:
    """Return the words with the bars before each, and the bars after the last."""
    words: list[_Word] = []
    bars = 0
    for number, piece in enumerate(line.split(BAR)):
        bars += number > 0
        for text in piece.split():
            words.append(_Word(text, bars))
            bars = 0
    return words, bars


def _cheapest(words: Sequence[_Word], known: Columns, trailing: int) -> list[tuple[float, tuple[int, ...]]]:
    last = len(known.roles) - 1 - trailing

    @cache
    def best(at: int, column: int, used: int) -> list[tuple[float, tuple[int, ...]]]:
        if at == len(words):
            return [(known.trailing * (last - column), ())]
        word = words[at]
        choices = []
        for target in range(column + word.bars, last + 1):
            stays = target == column and at > 0 and not word.bars
            width = used + 1 + len(word.text) if stays else len(word.text)
            cost = known.cost(word.text, target) + known.excess(width, target)
            cost -= known.excess(used, target) if stays else 0.0
            lost = target - column - word.bars
            cost += (
                LOST_BAR * lost
                + (_skipped(known, column, target) if lost > 0 and (word.bars > 0 or lost > 1) else 0.0)
                + (_bare_start(words, at, known, column) if lost > 0 and not word.bars else 0.0)
            )
            then = best(at + 1, target, width - width % ROUGHLY if known.endless else width)
            choices += [(cost + rest, (target, *path)) for rest, path in then]
        return nsmallest(MOST_WAYS, choices)

    return best(0, 0, 0)


def _skipped(known: Columns, left: int, target: int) -> float:
    """Return what it costs to leave a column between two white: more where it is one that rows fill."""
    between = known.roles[left + 1 : target]
    return SKIPPED + NEEDED * (known.endless and any(role in FILLED for role in between))


def _bare_start(words: Sequence[_Word], at: int, known: Columns, left: int) -> float:
    """Return what it costs to leave a column for a cell begun without a bar, by its first word and the one before."""
    before = [fold(word.text) for word in words[max(0, at - 2) : at]]
    opens = bool(before) and OPENS_TIME.fullmatch(before[-1]) is not None
    torn = opens and known.roles[left] not in WORDED_TIMES and not before[0].isdigit()
    if _is_within_span(words, at):
        return TORN_WORDS
    small = words[at].text[0].islower() and not MARK.fullmatch(words[at].text)
    cost = SMALL_START * small + TORN_TIME * torn
    return cost + (_torn_apart(words[at - 1], words[at].text) if at and known.endless else 0.0)


def _is_within_span(words: Sequence[_Word], at: int) -> bool:
    """Whether a word is the dash between two times: "Hai 13/4 - Tư 15/4"."""
    last = words[at + 1].text if at + 1 < len(words) and not words[at + 1].bars else ""
    dashed = words[at].text in {"-", "–"} and at > 0 and words[at - 1].text[-1].isdigit()
    return dashed and TIME_WORD.fullmatch(fold(last)) is not None


def _torn_apart(last: _Word, word: str) -> float:
    """Return what it costs to end a cell between two words: dearer where a sign or the words say they go on."""
    before = last.text
    if last.bars and word[0].isupper() and before[0].isupper() and BARE_SURNAME.fullmatch(fold(before)):
        return TORN_WORDS  # "Hồ Thị Lan"
    if before.endswith((":", ",")) or MARK.fullmatch(before):
        return LEFT_OPEN
    counted = COUNTED.fullmatch(fold(before)) and word[0].isdigit()
    counted = counted or (before[-1].isdigit() and GOES_ON.fullmatch(repair(fold(word))) and word[0].islower())
    if counted or (before[0].isupper() and NAMED.fullmatch(fold(before)) and word[0].isupper()):
        return TORN_WORDS
    begins = word[0].isupper() or not word[0].isalpha() or MARK.fullmatch(word) or before.endswith((".", ";", ")"))
    return 0.0 if begins else TORN_WORDS * bond(before, word, vocabulary())
