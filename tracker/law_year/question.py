"""Of which school the law is asked, and the same written down and read back: a kept year must be asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import LawTask, Sector, load_law
from schedules.plan import Level, SchoolYear
from tracker.law_year.events import event_in

LEVELS = {
    Level.MAM_NON: "Mầm non",
    Level.TIEU_HOC: "Tiểu học",
    Level.THCS: "THCS",
    Level.THPT: "THPT",
    Level.LIEN_CAP: "Nhiều cấp học",
}
SECTORS = {Sector.PUBLIC: "công lập", Sector.PRIVATE: "ngoài công lập"}
YEAR, LEVEL, SECTOR, EVENT = "Năm học", "Cấp học", "Loại trường", "Sự kiện"
"""The labels of the lines a question is written down in."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which year, level and sector, after which events (name → the day it happened)."""

    school_year: SchoolYear
    level: Level
    sector: Sector = Sector.PUBLIC
    events: Mapping[str, date] = field(default_factory=dict)

    def asked(self, calendar: SchoolCalendar) -> tuple[LawTask, ...]:
        """Return what the law asks, earliest first; raise ValueError for an event that gives no day."""
        book = load_law()
        return book.tasks(self.school_year, self.level, calendar, sector=self.sector, events=self.events)

    def lines(self) -> Iterator[str]:
        """Yield the question as lines for people, which `question_in` reads back."""
        yield f"{YEAR}: {self.school_year}"
        yield f"{LEVEL}: {LEVELS[self.level]}"
        yield f"{SECTOR}: {SECTORS[self.sector]}"
        yield from (f"{EVENT}: {told}" for told in event_lines(self.events))


def event_lines(events: Mapping[str, date]) -> Iterator[str]:
    """Yield events one a line, as `events_in` reads them."""
    yield from (f"{name} ngày {day.day}/{day.month}/{day.year}" for name, day in events.items())


def events_in(told: Iterable[str]) -> dict[str, date]:
    """Return events told one by one; raise ValueError with a sentence when one cannot be read or comes twice."""
    found = [event_in(words) for words in told if words.strip()]
    events = dict(found)
    if len(events) < len(found):
        raise ValueError("một sự kiện được nêu hai lần; mỗi sự kiện chỉ ghi một ngày")
    return events


def question_in(lines: Iterable[str]) -> Question:
    """Return the question written down in lines; raise ValueError when a part of it is not there."""
    said = [(label, words) for label, colon, words in (line.partition(": ") for line in lines) if colon]
    parts = dict(reversed(said))
    levels, sectors = ({words: each for each, words in of.items()} for of in (LEVELS, SECTORS))
    level, sector = levels.get(parts.get(LEVEL, "")), sectors.get(parts.get(SECTOR, ""))
    if level is None or sector is None:
        raise ValueError(f"thiếu dòng “{LEVEL}” hoặc “{SECTOR}”")
    events = events_in(words for label, words in said if label == EVENT)
    return Question(SchoolYear.parse(parts.get(YEAR, "")), Level(level), Sector(sector), events)
