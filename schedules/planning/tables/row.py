"""One row of work in a table: its cells by the role of their column, what rows above lend it, the words of its time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from schedules.plan import NO_DUE, Block, Due, Place
from schedules.planning.tables.columns import Role
from schedules.planning.tables.rebuilt import is_rebuilt
from schedules.wording import fold

WEEK_NUMBERS = re.compile(r"(?:[\d\s,;+&\-–—→]|->|đến|và)*\d\s*")
SHORT_WEEK = re.compile(r"\bT\.?\s*(?=(?:[89]|[1-4]\d)\b)")
"""“T13 - T16” in a column of weeks; “T2” may be a Monday."""

MONTH_OF_YEAR = re.compile(r"^(?:t\.? ?)?(?:0?[1-9]|1[0-2])\s*[/.-]\s*20\d\d\W*$|^t\.? ?(?:0?[189]|1[0-2])\W*$")
MONTH_LETTER = re.compile(r"^\W*t\.?\s*(?=\d)", re.IGNORECASE)
FULL_DAY = re.compile(r"^\W*(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*20\d\d)?\W*$", re.IGNORECASE)
SPAN = re.compile(r"^(?:(?:het|cuoi|dau|giua|trong)\s+)*(?:thang|tuan|quy|hoc ky|hk ?[i12]|nam hoc)\b")
SAYS_LAST = re.compile(r"^\W*(?:truoc|cham nhat|muon nhat)\b")
"""“Trước tháng 4/2026” says by itself that it is the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of work: its cells by role, and what rows above lend it.

    `remarks` are the cells of columns without a role, `spans` the words of the heading rows that are times,
    `told` the due that the place of the work in its table tells, `group` whom of several the row's time is for,
    `asked` the work that the head of its time column asks for, `time_head` the words of that head,
    `headed` the people a row over it is for, `over` the work whose rounds its cell lists.
    """

    block: Block
    texts: Mapping[Role, str]
    places: Mapping[Role, Place]
    month: int | None = None
    year: int | None = None
    month_words: str = ""
    standard: str | None = None
    criterion: str | None = None
    extra_times: tuple[tuple[str, Place], ...] = ()
    remarks: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    told: Due = NO_DUE
    group: str = ""
    asked: str = ""
    time_head: str = ""
    headed: str = ""
    over: str = ""

    def text(self, role: Role) -> str:
        """The text of a column, empty when the table has no such column."""
        return self.texts.get(role, "")

    @property
    def work_place(self) -> Place:
        """Where the work stands, the whole row when it has no cell of its own."""
        return self.places.get(Role.WORK, self.block.place)

    @property
    def time(self) -> str:
        """The words that say when, from whichever column holds them."""
        start, end = self.text(Role.START), self.text(Role.END)
        if end and not start and SAYS_LAST.match(fold(end)):
            return end
        if end:
            last = f"đến {_day_or_span(end)}"
            return f"từ {_day_or_span(start)} {last}" if start else last
        if start and Role.END in self.texts and not self.text(Role.TIME) and not self._is_one_day(start):
            return f"từ {_day_or_span(start)}"  # its end was left out or lost: the first day is no deadline
        week = self.text(Role.WEEK)
        weeks = f"Tuần {week}" if WEEK_NUMBERS.fullmatch(week) else SHORT_WEEK.sub("Tuần ", week)
        return self.text(Role.TIME) or weeks or start

    def _is_one_day(self, start: str) -> bool:
        """Whether a beginning is a day whose end the plan left empty; in a table torn by a scan it may be lost."""
        return FULL_DAY.match(start) is not None and not is_rebuilt(self.block)

    @property
    def time_words(self) -> str:
        """The words of the time columns as the plan has them, empty unless they stand in two."""
        return " – ".join(part for part in (self.text(Role.START), self.text(Role.END)) if part)


@dataclass(frozen=True, slots=True)
class Job:
    """One work of a row: the row as it speaks of this work, the work's words, the words of its time."""

    row: Row
    work: str
    time: str


def _day_or_span(text: str) -> str:
    """Return the words of a beginning or end as they follow "từ" and "đến": a day with its name, a month, a week."""
    bare = re.sub(r"^\W*(từ|đến|ngày)\s+", "", text.strip(), flags=re.IGNORECASE)
    plain = fold(bare)
    if MONTH_OF_YEAR.match(plain):
        return f"tháng {MONTH_LETTER.sub('', bare)}"
    return f"{bare[:1].lower()}{bare[1:]}" if SPAN.match(plain) else f"ngày {bare}"
