"""What a wording cannot know by itself, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.plan import Due, SchoolYear


@dataclass(frozen=True, slots=True)
class Context:
    """Calendar, school year, day of signing, month of the table row, and whether the text is a column of times.

    `plan_year` is the calendar year of a plan made for one ("năm 2025"): its bare months and days lie in it.
    """

    calendar: SchoolCalendar
    school_year: SchoolYear | None = None
    doc_date: date | None = None
    table_month: int | None = None
    time_column: bool = False
    plan_year: int | None = None

    def __hash__(self) -> int:
        """Return a hash without the calendar: asked at every wording, and a process works with one or two."""
        return hash((self.table_month, self.doc_date, self.time_column))


@dataclass(frozen=True, slots=True)
class Found:
    """One wording: its span in the text as given, the quote, the due, rule and grain; `problem` when impossible."""

    start: int
    end: int
    quote: str
    due: Due
    rule: str
    grain: str
    corrected: bool = False
    problem: str | None = None
