"""What recognisers give: pieces of a text, each a moment in time or a word that says how to take one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import time
from typing import NamedTuple

from schedules.plan import Recurrence

# The sets of names below are plain constants: asking an enum member for its hash costs a Python call, and a
# sentence asks some hundred times.


class Grain:
    """What size of time a moment names."""

    DAY = "day"
    WEEK = "week"
    SCHOOL_WEEK = "school_week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    TERM = "term"
    SUMMER = "summer"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"
    EVENT = "event"
    COUNTED = "counted"
    PERIOD = "period"
    REST = "rest"


YEARS = frozenset({Grain.YEAR, Grain.SCHOOL_YEAR})


class Part:
    """Which part of a month, term or year is meant."""

    WHOLE = ""
    START = "đầu"
    MIDDLE = "giữa"
    END = "cuối"


PARTS = {"dau": Part.START, "giua": Part.MIDDLE, "cuoi": Part.END}
"""The words for the parts of a stretch of time."""


class Kind:
    """What a piece does in a sentence, each a bit of its own; TIMES says of a sentence that it names several."""

    TIME = 1
    HOUR = 2
    WEEKDAY = 4
    BOUND = 8
    OPEN = 16
    LINK = 32
    EVERY = 64
    FOLLOW = 128
    COUNT = 256
    CITE = 512
    TIMES = 1024


class Need:
    """What a moment needs beside it to be a time at all."""

    NOTHING = 0
    WHOLE = 1
    OPENER = 2
    ALONE = 3


BREAK = 1
"""The value of an event named by its days off: “trước kỳ nghỉ Tết”."""


NTH = "nth"
"""The name of a week that only counts a weekday in its month: “thứ Năm đầu tiên”."""


class Moment(NamedTuple):
    """A time as worded; parts that were not written are None."""

    grain: str
    value: int = 0
    month: int | None = None
    year: int | None = None
    part: str = Part.WHOLE
    name: str = ""
    weekday: int | None = None


class Count(NamedTuple):
    """“05 ngày làm việc”: how many, of what; `back` when counted backwards; `of_end` from the last day of a term."""

    number: int
    unit: str
    back: bool = False
    of_end: bool = False


SHARED = "days.shared"
"""The rule of a day that several months share: “ngày 15 các tháng 9, 12, 5”."""


LISTED = "weeks.listed"
"""The rule of weeks that come round every month and do not follow each other: “tuần 1 và tuần 3 hằng tháng”."""


SIGNED = "signed"
"""The name of a counted term that runs from the signing of the plan itself."""


class Limit:
    """How a day bounds the work: `since` and `after` open a span, the others close it."""

    NONE = ""
    BEFORE = "before"
    BY = "by"
    SINCE = "since"
    AFTER = "after"


BOUNDED, OPENING = frozenset({Limit.BEFORE, Limit.BY}), frozenset({Limit.SINCE, Limit.AFTER})
UNBOUND = OPENING | {Limit.NONE}
"""Bounds that close a span, that open one, and those that set no last day."""


class Piece(NamedTuple):
    """A stretch of the folded text that was read."""

    start: int
    end: int
    kind: int
    rule: str
    first: Moment | None = None
    last: Moment | None = None
    limit: str = Limit.NONE
    need: int = Need.NOTHING
    every: Recurrence | None = None
    hour: time | None = None
    weekday: int | None = None
    term: Count | None = None
    opened: bool = False
    problem: str = ""


def bounded(piece: Piece, start: int, limit: str) -> Piece:
    """Return a piece that begins at what opens it and has its bound; every second time is, so no `_replace`."""
    _, end, kind, rule, first, last, _, need, every, hour, weekday, term, _, problem = piece
    return Piece(start, end, kind, rule, first, last, limit, need, every, hour, weekday, term, True, problem)


Reader = Callable[[re.Match[str]], Piece | list[Piece] | None]
"""What a recogniser makes of a match: one piece, several side by side, or nothing after all."""


class Recogniser:
    """One wording: its name, the words it may begin with, its pattern, and what it makes of a match."""

    __slots__ = ("heads", "match", "pattern", "read", "rule")

    def __init__(self, rule: str, heads: tuple[str, ...], pattern: str, read: Reader) -> None:
        """Keep the pattern as it is written: most sentences ask few of them."""
        self.rule, self.heads, self.pattern, self.read = rule, heads, pattern, read
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def _first_match(self, text: str, at: int) -> re.Match[str] | None:
        """Compile the pattern when it is first asked for, and match it at a place."""
        self.match = re.compile(self.pattern).match
        return self.match(text, at)


NUMBER_HEAD = "0"
"""The head under which recognisers that begin with digits are kept."""


def kinds_of(pieces: Iterable[Piece]) -> int:
    """Return the kinds of pieces among these, one bit each, and TIMES when there are several times."""
    kinds = 0
    for piece in pieces:
        kinds |= Kind.TIMES if piece.kind & kinds & Kind.TIME else piece.kind
    return kinds


def recogniser(rule: str, heads: str, pattern: str, read: Reader) -> Recogniser:
    """Return a recogniser; heads are words parted by blanks, “nam_hoc” two in a row.

    “ngay#” asks for a digit next, “ngay@” for a letter, “so~” for anything but a letter.
    """
    return Recogniser(rule, tuple(head.replace("_", " ") for head in heads.split()), pattern, read)


def heads_of(firsts: str, seconds: str) -> str:
    """Return the heads of two words, any of the first before any of the second."""
    return " ".join(f"{first}_{second}" for first in firsts.split() for second in seconds.split())
