"""Standards and criteria by level and day: titles, doubtful ones marked, the nearest title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from schedules.calendar.names import key
from schedules.law.rows import Row, numbered
from schedules.law.rules import UNVERIFIED, named
from schedules.plan import Finding, Level, Severity

NUMBER = re.compile(r"\d+/\d{4}/[^\s,;()]+")


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard: its number, title and the titles of its criteria in order."""

    number: str
    title: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """What one circular asks of some levels for a time; it may amend a `base` and leave standards in doubt.

    `seen` is false where nobody had the text of the document that amends the base.
    """

    circular: str
    levels: frozenset[Level]
    valid_from: date
    valid_to: date | None
    source: str
    verified: bool
    standards: tuple[Standard, ...] = ()
    base: str = ""
    doubtful: tuple[str, ...] = ()
    mandatory: tuple[str, ...] = ()
    level4: tuple[str, ...] = ()
    seen: bool = True

    def holds(self, level: Level, on: date) -> bool:
        """Whether the set is what a level is assessed by on a day."""
        return level in self.levels and self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: number “1.4”, title, its standard's title, the circular; `verified` false where in doubt."""

    number: str
    title: str
    standard_title: str
    circular: str
    verified: bool
    mandatory: bool = False
    seen: bool = True

    @property
    def document(self) -> str:
        """The circular with its kind, what amends it, and that nobody had that text where it is so."""
        base, _, amending = NUMBER.sub(lambda number: named(number[0]), self.circular).partition(" sửa đổi bởi ")
        doubt = "" if self.seen else f", {UNVERIFIED}"
        return f"{base} (sửa đổi bởi {amending}{doubt})" if amending else base

    @property
    def standard(self) -> str:
        """The number of its standard."""
        return self.number.partition(".")[0]


def criteria_on(sets: Iterable[CriteriaSet], level: Level, on: date) -> tuple[Criterion, ...]:
    """Return the criteria in force for a level on a day, none where no set holds."""
    sets = tuple(sets)
    held = next((each for each in sets if each.holds(level, on)), None)
    return tuple(_criteria(held, sets)) if held else ()


def _criteria(held: CriteriaSet, sets: tuple[CriteriaSet, ...]) -> Iterator[Criterion]:
    for standard in _standards(held, sets):
        for count, title in enumerate(standard.criteria, start=1):
            number = f"{standard.number}.{count}"
            verified = held.verified and standard.number not in held.doubtful
            yield Criterion(number, title, standard.title, held.circular, verified, number in held.mandatory, held.seen)


def _standards(held: CriteriaSet, sets: tuple[CriteriaSet, ...]) -> list[Standard]:
    base = next((each for each in sets if held.base and each.circular == held.base), None)
    found = {standard.number: standard for each in (base, held) if each for standard in each.standards}
    return [found[number] for number in sorted(found, key=int)]


def check_number(criteria: tuple[Criterion, ...], number: str) -> Finding | None:
    """Return a finding when no criterion has a number; None where the standard is in doubt or nothing is known."""
    number = number.strip()
    if not criteria or number in {each.number for each in criteria}:
        return None
    near = [each for each in criteria if each.standard == number.partition(".")[0]]
    if any(not each.verified for each in near):
        return None
    known = (
        f"tiêu chuẩn {near[0].standard} có tiêu chí {near[0].number}–{near[-1].number}"
        if near
        else "không có tiêu chuẩn này"
    )
    why = f"Không có tiêu chí {number} theo {criteria[0].document}: {known}."
    return Finding("tieu-chi-khong-co", Severity.CHOICE, why, (number,), "Kiểm tra lại số tiêu chí.")


def nearest(criteria: Iterable[Criterion], title: str) -> tuple[Criterion, float] | None:
    """Return the criterion with the most words in common with a title, and how much from 0 to 1; None without any."""
    words = _pairs(title)
    scored = [(each, _likeness(words, _pairs(each.title))) for each in criteria]
    best = max(scored, key=lambda pair: pair[1], default=None)
    return best if best and best[1] > 0 else None


def _pairs(text: str) -> set[tuple[str, ...]]:
    words = key(text).split()
    return {(word,) for word in words} | set(pairwise(words))


def _likeness(left: set[tuple[str, ...]], right: set[tuple[str, ...]]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def read_set(row: Row) -> CriteriaSet:
    """Return the set of a file; raise BadRowError when a standard is incomplete."""
    row.only({*CriteriaSet.__dataclass_fields__, "standard"} - {"standards"})
    return CriteriaSet(
        circular=row.text("circular"),
        levels=row.levels(),
        valid_from=row.needed_day("valid_from"),
        valid_to=row.day("valid_to"),
        source=row.text("source"),
        verified=row.flag("verified"),
        standards=tuple(_read_standard(each) for each in numbered(row, "standard")),
        base=row.text("base", ""),
        doubtful=row.texts("doubtful"),
        mandatory=row.texts("mandatory"),
        level4=row.texts("level4"),
        seen=row.flag("seen", default=True),
    )


def _read_standard(row: Row) -> Standard:
    row.only(Standard.__dataclass_fields__)
    number = row.text("number")
    if not number.isdecimal():
        raise row.refuse(f"“number” cần là số của tiêu chuẩn, đang là “{number}”")
    return Standard(number, row.text("title"), row.texts("criteria"))
