"""The frozen words everybody shares: a plan, its tasks, when they are due, and where the plan says so.

This module imports nothing of the project; every other module speaks in these records.
All days are `date` (a calendar day in Viet Nam); an hour exists only where the plan wrote one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class Level(StrEnum):
    """The level of a school, as the contract spells it."""

    MAM_NON = "mam_non"
    TIEU_HOC = "tieu_hoc"
    THCS = "thcs"
    THPT = "thpt"
    LIEN_CAP = "lien_cap"


class Precision(StrEnum):
    """How finely the plan worded a deadline."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    TERM = "term"
    YEAR = "year"
    NONE = "none"


class Bound(StrEnum):
    """Whether the work is due before a day, by it, or during a span that ends with it."""

    BEFORE = "before"
    BY = "by"
    DURING = "during"


class Recurrence(StrEnum):
    """How often the work comes back."""

    YEARLY = "yearly"
    TERMLY = "termly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


class Severity(StrEnum):
    """How much a finding matters: blocks the calendar, needs a choice, or is for information."""

    BLOCK = "block"
    CHOICE = "choice"
    INFO = "info"


class Origin(StrEnum):
    """Where a task comes from: the plan's own words, the law, a checkpoint the tool proposes, or a person's hand."""

    PLAN = "plan"
    LAW = "law"
    CHECKPOINT = "checkpoint"
    HAND = "hand"


KNOWN_YEARS = range(1945, 2200)
"""The years a school year may begin in; outside them no calendar of ours reckons."""

FIRST_MONTH = 8
"""A plan's year runs from August to July: plans are issued in August and run to July."""


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """The school year that begins in the autumn of `first`."""

    first: int

    @classmethod
    def parse(cls, text: str) -> SchoolYear:
        """Read "2023-2024" (any dash, blanks allowed); raise ValueError when they do not follow or are too far."""
        match = re.fullmatch(r"\s*(\d{4})\s*[-–—−]\s*(\d{4})\s*", text)
        if not match or int(match[2]) != int(match[1]) + 1:
            raise ValueError(f"“{text}” không phải năm học; cần dạng 2023-2024")
        if int(match[1]) not in KNOWN_YEARS:
            known = f"từ {cls(KNOWN_YEARS[0])} đến {cls(KNOWN_YEARS[-1])}"
            raise ValueError(f"năm học “{text.strip()}” quá xa, công cụ chỉ tính được {known}")
        return cls(int(match[1]))

    @classmethod
    def of(cls, day: date) -> SchoolYear:
        """Return the school year a day lies in, counted from 1 August to 31 July."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @property
    def second(self) -> int:
        """The calendar year in which it ends."""
        return self.first + 1

    def year_of(self, month: int) -> int:
        """Return the calendar year of a month of this school year (8–12 the first, 1–7 the second)."""
        return self.first if month >= FIRST_MONTH else self.second

    def __str__(self) -> str:
        return f"{self.first}-{self.second}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in its document; every part counts from 1, absent parts are None."""

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row. `merged_from` is the place whose text a merge repeats here.

    `doubtful` are numbers in it that were recognised in a picture without certainty. A cell without text but
    with some doubt (`confidence` between 0 and 1) holds ink nobody could read.
    """

    text: str
    place: Place
    merged_from: Place | None = None
    confidence: float = 1.0
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a table row when it has cells. `text` is NFC with the words as the source has them.

    `label` is the automatic number people see before it, no part of the text; `doubtful` as in a cell, for a paragraph.
    """

    text: str
    place: Place
    cells: tuple[Cell, ...] = ()
    heading: bool = False
    label: str = ""
    doubtful: tuple[str, ...] = ()

    @property
    def is_row(self) -> bool:
        """Whether this block is a table row."""
        return bool(self.cells)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: the plan's words, what they mean in days, and why.

    `day` is the last day named. `remind_by` is the last working day on the strict reading, `late_from` the first
    working day on which the work is late on the lenient one; `until`, of one time of weekly or monthly work, the last
    day it comes again by. `implied` names parts not written ("year", "week_rule", …); `basis` says why in a sentence.
    """

    words: str = ""
    start: date | None = None
    day: date | None = None
    precision: Precision = Precision.NONE
    bound: Bound | None = None
    recurrence: Recurrence | None = None
    remind_by: date | None = None
    late_from: date | None = None
    implied: tuple[str, ...] = ()
    basis: str = ""
    rule: str = ""
    hour: time | None = None
    until: date | None = None

    @property
    def dated(self) -> bool:
        """Whether the words name a day at all."""
        return self.day is not None

    @property
    def comes_again(self) -> bool:
        """Whether the day named is the first of several within a school year; yearly work is the next plan's."""
        return self.day is not None and self.recurrence not in {None, Recurrence.YEARLY}


NO_DUE = Due()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a deadline is worded: the quote as the source has it, its place, its due."""

    quote: str
    place: Place
    due: Due


@dataclass(frozen=True, slots=True)
class Budget:
    """Money as the plan words it, and in đồng where the words allow it."""

    words: str
    vnd: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What must be done: title, lead (owners) and helpers, when, and every mention of it in the plan.

    `due` is the one in force: that of the earliest mention until someone chooses. `original` keeps the source's words
    where the title was restored from poor OCR; `confidence` runs from 0 to 1.
    """

    title: str
    due: Due
    mentions: tuple[Mention, ...] = ()
    owners: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    criterion: str | None = None
    standard: str | None = None
    budget: Budget | None = None
    expected: str | None = None
    confidence: float = 1.0
    origin: Origin = Origin.PLAN
    original: str | None = None
    citation: str | None = None
    public: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A responsibility without a date; `recurrence` when the plan says how often it comes back and names no day."""

    title: str
    owners: tuple[str, ...]
    quote: str
    place: Place
    recurrence: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A proof-reader's remark: rule id, severity, why, the quotes it rests on, one suggestion."""

    rule: str
    severity: Severity
    message: str
    quotes: tuple[str, ...] = ()
    suggestion: str = ""
    places: tuple[Place, ...] = ()


Day = date  # a second name of the type, for records with a field called `date`


@dataclass(frozen=True, slots=True)
class Header:
    """What a plan says of itself; what it does not say is None."""

    school: str | None = None
    number: str | None = None
    date: Day | None = None
    school_year: SchoolYear | None = None
    level: Level | None = None
    kind: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in order, and what the reader could not read well."""

    source: str
    format: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The whole text, block by block."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Plan:
    """One document understood: header, tasks, duties and findings, with the blocks they rest on."""

    header: Header
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    findings: tuple[Finding, ...] = ()
    document: Document = field(default_factory=lambda: Document("", "", ()))
