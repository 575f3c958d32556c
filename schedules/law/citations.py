"""The documents a text cites, checked against the register as of the day the plan was signed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from schedules.calendar.names import fold, key
from schedules.law.register import Circular, Register
from schedules.law.rules import named
from schedules.plan import Finding, Severity

# Thông tư số 36/2017/TT-BGDĐT | thông tư 36/2017 | Luật 10/2022/QH15 | 30/2020/NĐ-CP; read on folded text.
CITED = re.compile(
    r"(?:\b(?P<kind>thong\s+tu|nghi\s+dinh|luat)\s+(?:s\S{0,2}:?\s+)?)?"
    r"(?<![\d/])(?P<number>\d{1,4}\s?/\s?\d{4}(?!\d)(?:\s?/\s?(?P<suffix>[a-z]{2,9}\d{0,2}(?:\s?-\s?[a-z&]{2,8})?))?)"
)
ISSUED = re.compile(
    r"\W{0,3}(?:ban hanh\s+)?ng\wy\s+(\d{1,2})(?:\s?/\s?|\s+thang\s+)(\d{1,2})(?:\s?/\s?|\s+nam\s+)(\d{4})"
)
NATIONAL = ("tt", "nd", "qh")
FIRST_YEAR = 1945
WINDOW = 400
ENDS = re.compile(r";|\)\s*[.;]|\n\s*\n|\.\s")
MOST, HALF = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as cited: the quote, its number, and the folded words that follow it up to the clause's end."""

    quote: str
    number: str
    after: str

    @property
    def year(self) -> int:
        """The year in its number."""
        return int(re.split(r"\s?/\s?", self.number)[1])


def citations(text: str) -> tuple[Citation, ...]:
    """Return the circulars, decrees and laws a text cites by number and year."""
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    found = [match for match in CITED.finditer(folded) if match["kind"] or (match["suffix"] or "").startswith(NATIONAL)]
    ends = [*(match.start() for match in found), len(text)][1:]
    return tuple(
        Citation(
            " ".join(text[match.start() : match.end()].split()),
            text[match.start("number") : match.end("number")],
            ENDS.split(folded[match.end() : min(end, match.end() + WINDOW)], maxsplit=1)[0],
        )
        for match, end in zip(found, ends, strict=True)
    )


def check_citation(register: Register, text: str, on: date) -> tuple[Finding, ...]:
    """Return a finding for each thing wrong with what a text cites: number, year, title, day, being replaced."""
    cited = dict.fromkeys(citations(text))
    return tuple(dict.fromkeys(finding for each in cited for finding in _check(register, each, on)))


def replaced_papers(register: Register, text: str, on: date) -> tuple[str, ...]:
    """Return a sentence for each document a text cites that another has replaced by a day: which, since when."""
    cited = ((each, register.circular(each.number)) for each in dict.fromkeys(citations(text)))
    return tuple(
        f"{told}. Viện dẫn {named(known.replaced_by)}."
        for each, known in cited
        if known and (told := _successor(each, known, on))
    )


def _check(register: Register, cited: Citation, on: date) -> Iterator[Finding]:
    if not FIRST_YEAR <= cited.year <= on.year:
        why = (
            f"“{cited.quote}” mang năm {cited.year}, trong khi kế hoạch lập ngày {on:%d/%m/%Y}: năm này không thể đúng."
        )
        yield Finding("van-ban-nam-sai", Severity.CHOICE, why, (cited.quote,), _perhaps(register, cited))
        return
    known = register.circular(cited.number)
    if known is None:
        why = f"“{cited.quote}” không có trong sổ văn bản của công cụ nên chưa kiểm tra được."
        yield Finding("van-ban-chua-ro", Severity.INFO, why, (cited.quote,), _perhaps(register, cited))
        return
    for check in CHECKS:
        yield from check(register, cited, known, on)


def _perhaps(register: Register, cited: Citation) -> str:
    near = register.nearest(cited.number)
    return f"Có thể là {named(near.number)}: {near.title}." if near else "Hãy đối chiếu số hiệu với văn bản gốc."


def _successor(cited: Citation, known: Circular, on: date) -> str:
    """Return what has replaced a document by a day, and since when, as an open sentence; "" when nothing has."""
    if not known.replaced_on(on) or known.replaced_from is None:
        return ""
    return f"“{cited.quote}” đã được thay bằng {named(known.replaced_by)} từ ngày {known.replaced_from:%d/%m/%Y}"


def _replaced(_register: Register, cited: Citation, known: Circular, on: date) -> Iterator[Finding]:
    if told := _successor(cited, known, on):
        why = f"{told}, trước ngày lập kế hoạch {on:%d/%m/%Y}."
        yield Finding("van-ban-da-thay", Severity.CHOICE, why, (cited.quote,), f"Viện dẫn {named(known.replaced_by)}.")


def _other_title(register: Register, cited: Citation, known: Circular, _on: date) -> Iterator[Finding]:
    words = set(key(cited.after).split())
    others = (other for other in register.circulars if other is not known and other.verified and known.verified)
    if other := next((other for other in others if _speaks_of(words, other, known)), None):
        why = f"“{cited.quote}” đi với tên của {named(other.number)}; tên đúng: {known.title}."
        suggestion = f"Kiểm tra: {named(known.number)} hay {named(other.number)}?"
        yield Finding("van-ban-khac-ten", Severity.CHOICE, why, (cited.quote,), suggestion)


def _speaks_of(words: set[str], other: Circular, known: Circular) -> bool:
    """Whether words hold what sets the other title apart and nothing of what sets the known one apart."""
    theirs, ours = _title_words(other.title), _title_words(known.title)
    apart, shared = theirs - ours, theirs & ours
    return (
        bool(apart)
        and not words & (ours - theirs)
        and len(words & apart) >= MOST * len(apart)
        and len(words & shared) >= HALF * len(shared)
    )


@lru_cache(maxsize=1024)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(key(title).split())


def _other_day(_register: Register, cited: Citation, known: Circular, _on: date) -> Iterator[Finding]:
    match = ISSUED.match(cited.after)
    if match is None or known.issued is None or not known.verified:
        return
    day, month, year = (int(part) for part in match.groups())
    if (day, month, year) != (known.issued.day, known.issued.month, known.issued.year):
        why = f"“{cited.quote}” ghi ngày {day}/{month}/{year}; sổ văn bản ghi ngày ban hành {known.issued:%d/%m/%Y}."
        yield Finding("van-ban-khac-ngay", Severity.INFO, why, (cited.quote,), "Sửa lại ngày ban hành của văn bản.")


CHECKS: tuple[Callable[[Register, Citation, Circular, date], Iterator[Finding]], ...] = (
    _replaced,
    _other_title,
    _other_day,
)
