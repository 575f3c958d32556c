"""A rule of law as data: what, for whom, from when to when, and how its day is reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schedules.plan import Bound, Level, Recurrence

FRAME_DAYS = {"term1_end": "cuối học kỳ I", "year_end": "cuối năm học"}
UNVERIFIED = "chưa đối chiếu văn bản gốc"
KIND = {"QH": "Luật", "CP": "Nghị định", "TT": "Thông tư"}


class Sector(StrEnum):
    """Who owns the schools a rule speaks to."""

    PUBLIC = "public"
    PRIVATE = "private"
    ANY = "any"


class Trigger(StrEnum):
    """What starts a rule: a school year, the end of a period, an event; `standing` rules have no day."""

    SCHOOL_YEAR = "school_year"
    PERIOD = "period"
    EVENT = "event"
    STANDING = "standing"


class Unit(StrEnum):
    """What a term counts."""

    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A day each year: before or by a month-day, during a month, or at a day of the frame; `name` tells it apart."""

    bound: Bound
    month: int = 0
    day: int = 0
    frame: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One duty with a day, from one article. `matter` names the topic a plan's work is compared by."""

    id: str
    circular: str
    article: str
    what: str
    words: str
    valid_from: date
    valid_to: date | None
    levels: frozenset[Level]
    sector: Sector
    trigger: Trigger
    source: str
    verified: bool
    fixed: tuple[Fixed, ...] = ()
    period: str = ""
    event: str = ""
    term: int = 0
    unit: Unit = Unit.DAY
    counted_from: str = ""
    recurrence: Recurrence | None = None
    matter: str = ""
    condition: str = ""
    amended: str = ""
    amended_from: date | None = None
    public: bool = False
    review: bool = False
    to_authority: bool = False

    @property
    def citation(self) -> str:
        """The article and document, as a page cites it."""
        amended = f" ({self.amended})" if self.amended else ""
        return f"{self.article} {named(self.circular)}{amended}"

    def cited_on(self, day: date) -> str:
        """Return the citation as of a day: without an amendment that was not yet in force."""
        later = self.amended_from is not None and day < self.amended_from
        return f"{self.article} {named(self.circular)}" if later else self.citation

    @property
    def title(self) -> str:
        """What must be done, with its condition."""
        return f"{self.what} ({self.condition})" if self.condition else self.what

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def speaks_to(self, level: Level | None, sector: Sector) -> bool:
        """Whether the rule is for a school; an unknown level gets only what every level must do."""
        for_level = level in self.levels if level else self.levels == frozenset(Level)
        return for_level and self.sector in {Sector.ANY, sector}


def named(number: str) -> str:
    """Return a document's number with its kind: “Thông tư 09/2024/TT-BGDĐT”."""
    suffix = number.rpartition("/")[2]
    kind = next((kind for mark, kind in KIND.items() if suffix.startswith(mark) or suffix.endswith(mark)), "")
    return f"{kind or 'Văn bản'} {number}"
