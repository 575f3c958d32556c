"""The register of circulars: number, title, day of issue, and what replaced it when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from schedules.calendar.names import fold
from schedules.law.rows import Row

NUMBER = re.compile(r"(?P<number>\d{1,4})(?:\s*/\s*(?P<year>\d{4}))?(?:\s*/\s*(?P<suffix>[a-z][a-z0-9\s&-]*))?")
SAME_SUFFIX = 0.7
"""How alike two suffixes must be: scanned “TT-BGDBT” is TT-BGDĐT (0.86), “TT-BTC” is not (0.67)."""


@dataclass(frozen=True, slots=True)
class Circular:
    """One document of the register."""

    number: str
    title: str
    verified: bool
    issued: date | None = None
    replaced_by: str = ""
    replaced_from: date | None = None

    def replaced_on(self, day: date) -> bool:
        """Whether another document has taken its place by a day."""
        return self.replaced_from is not None and self.replaced_from <= day


@dataclass(frozen=True, slots=True)
class Number:
    """A document's number taken apart: 36, 2017, "ttbgddt"; a letter without a year has year 0."""

    count: int
    year: int
    suffix: str

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str) -> Number | None:
        """Read “36/2017/TT-BGDĐT” however it is spaced or accented; None when it is no number."""
        match = NUMBER.fullmatch(fold(text).strip())
        if match is None:
            return None
        suffix = re.sub(r"[^a-z0-9]", "", match["suffix"] or "")
        return Number(int(match["number"]), int(match["year"] or 0), suffix)

    def is_like(self, other: Number) -> bool:
        """Whether both may be the same document: one may lack its suffix or have it misread."""
        if (self.count, self.year) != (other.count, other.year):
            return False
        if not self.suffix or not other.suffix:
            return bool(self.year)
        return SequenceMatcher(None, self.suffix, other.suffix).ratio() >= SAME_SUFFIX


@dataclass(frozen=True, slots=True)
class Register:
    """The documents the tool knows."""

    circulars: tuple[Circular, ...] = ()

    def circular(self, number: str) -> Circular | None:
        """Return the document of a number (“36/2017/TT-BGDĐT”, “36/2017”); None when unknown or ambiguous."""
        asked = Number.parse(number)
        found = [
            each for each in self.circulars if asked and (known := Number.parse(each.number)) and known.is_like(asked)
        ]
        return found[0] if len(found) == 1 else None

    def nearest(self, number: str) -> Circular | None:
        """Return the one document whose number differs by a slip: one digit of the year, or the suffix."""
        asked = Number.parse(number)
        found = [
            each for each in self.circulars if asked and (known := Number.parse(each.number)) and _slip(asked, known)
        ]
        return found[0] if len(found) == 1 else None


def _slip(asked: Number, known: Number) -> bool:
    if asked.count != known.count or not known.year:
        return False
    digits = sum(a != b for a, b in zip(f"{asked.year:04d}", f"{known.year:04d}", strict=True))
    return digits == 0 or (digits == 1 and (not asked.suffix or asked.suffix == known.suffix))


def read_circular(row: Row) -> Circular:
    """Return the document of a row; raise BadRowError when its number is none."""
    row.only(Circular.__dataclass_fields__)
    number = row.text("number")
    if Number.parse(number) is None:
        raise row.refuse(f"“{number}” không phải số hiệu; cần dạng 36/2017/TT-BGDĐT")
    return Circular(
        number=number,
        title=row.text("title"),
        verified=row.flag("verified"),
        issued=row.day("issued"),
        replaced_by=row.text("replaced_by", ""),
        replaced_from=row.day("replaced_from"),
    )
