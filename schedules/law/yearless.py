"""Documents cited without the year in their number: which one is meant, by the day beside it and the register."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from schedules.calendar.names import fold
from schedules.law.citations import ISSUED
from schedules.law.register import Circular, Number, Register
from schedules.law.rules import named
from schedules.plan import Finding, Severity

RULE_YEAR, RULE_DAY = "van-ban-thieu-nam", "van-ban-khac-ngay"
YEARLESS = re.compile(
    r"\b(?:thong tu|nghi dinh)\s*(?:so\s*)?:?\s*(?P<count>\d{1,3})\s?/\s?(?P<suffix>(?:tt|nd)\s?-\s?[a-z&]+)"
)
FORM = "Ghi đủ dạng số/năm/TT-BGDĐT."


def check_yearless(register: Register, text: str, on: date | None) -> tuple[Finding, ...]:
    """Return what is wrong with each number without its year in a text, as of a day; the document meant where known."""
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    return tuple(
        finding
        for match in YEARLESS.finditer(folded)
        for finding in _wrong(register, match, " ".join(text[match.start() : match.end()].split()), on)
    )


def _wrong(register: Register, match: re.Match[str], quote: str, on: date | None) -> Iterator[Finding]:
    issued = ISSUED.match(match.string, match.end())
    day, month, year = map(int, issued.groups()) if issued else (0, 0, 0)
    meant = _meant(register, match, year, on)
    advice = f"Có thể là {named(meant.number)}: {meant.title}." if meant else FORM
    yield Finding(RULE_YEAR, Severity.INFO, f"“{quote}” thiếu năm trong số hiệu.", (quote,), advice)
    if meant and issued and meant.verified and meant.issued and (day, month, year) != _parts(meant.issued):
        whole = named(meant.number)
        why = f"“{quote}” ghi ngày {day}/{month}/{year}; {whole} ban hành ngày {meant.issued:%d/%m/%Y}."
        yield Finding(RULE_DAY, Severity.INFO, why, (quote,), "Sửa lại ngày ban hành của văn bản.")


def _meant(register: Register, match: re.Match[str], year: int, on: date | None) -> Circular | None:
    """Return the one document of that count and kind, of the year beside it, or else issued by the day; else None."""
    count, suffix = int(match["count"]), match["suffix"]
    if year:
        return register.circular(f"{count}/{year}/{suffix}")
    known = [(each, number) for each in register.circulars if (number := Number.parse(each.number)) and number.year]
    alike = [
        each
        for each, number in known
        if number.is_like(Number(count, number.year, re.sub(r"[^a-z]", "", suffix)))
        and (not on or number.year <= on.year)
    ]
    return alike[0] if len(alike) == 1 else None


def _parts(day: date) -> tuple[int, int, int]:
    return day.day, day.month, day.year
