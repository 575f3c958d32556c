"""Criteria under words that are another's title or nobody's, and criteria listed under a standard not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schedules.calendar import SchoolCalendar
from schedules.law import Criterion, Mistitled, load_law, mistitled
from schedules.plan import Block, Finding, Place, Plan, Severity
from schedules.proofreading.citations import signed_on
from schedules.wording import fold

RULE_TITLE, RULE_STANDARD = "tieu-chi-khac-ten", "tieu-chi-sai-tieu-chuan"
NAMED = re.compile(r"^\W*(?:tieu chi|tc)\s*(?:so\s*)?(\d{1,2}\.\d{1,2})\s*[:.–-]\s*(?=[a-z])([^\n.;:(]{4,120})")
STANDARD = re.compile(r"^\W*tieu chuan\s*(\d{1,2})\b")
FEWEST_WORDS, MOST_WORDS = 2, 12
LISTED = 5
SURE = 0.9
"""A cell recognised with less certainty than this is not held against a title word by word."""


@dataclass(frozen=True, slots=True)
class Named:
    """A criterion's number with the words behind it, where they stand, and whether they fill a cell of their own."""

    number: str
    words: str
    quote: str
    place: Place
    alone: bool


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding for all criteria under foreign words, and one per criterion under another's standard."""
    on, level = signed_on(plan), plan.header.level
    criteria = load_law().criteria(level, on) if on and level else ()
    if criteria:
        yield from _titles(plan, criteria)
        yield from _standards(plan, criteria)


def _titles(plan: Plan, criteria: tuple[Criterion, ...]) -> Iterator[Finding]:
    wrong: dict[str, tuple[Named, str]] = {}
    for named in (each for block in plan.document.blocks for each in _named_in(block)):
        found = mistitled(criteria, named.number, named.words)
        if found and (found.other or named.alone):
            wrong.setdefault(named.number, (named, _told(named, found)))
    if wrong:
        found_in = [named for named, _ in wrong.values()]
        told = [words for _, words in wrong.values()]
        message = "; ".join(told[:LISTED]) + (f"; và {len(told) - LISTED} tiêu chí nữa" if len(told) > LISTED else "")
        quotes, places = tuple(named.quote for named in found_in), tuple(named.place for named in found_in)
        advice = f"Đối chiếu số và tên tiêu chí với {criteria[0].document}."
        yield Finding(RULE_TITLE, Severity.INFO, f"{message}.", quotes, advice, places)


def _told(named: Named, found: Mistitled) -> str:
    own = f"tiêu chí {named.number} là “{found.criterion.title}”"
    other = f"; “{named.words}” giống tiêu chí {found.other.number}" if found.other else ""
    return f"“{named.quote}”: {own}{other}"


def _named_in(block: Block) -> Iterator[Named]:
    if not block.is_row:
        yield from _read(block.text, block.place, alone=False)
        return
    for cell in block.cells:
        if cell.merged_from is None and cell.confidence >= SURE:
            yield from _read(cell.text.strip(), cell.place, alone=True)


def _read(text: str, place: Place, *, alone: bool) -> Iterator[Named]:
    match = NAMED.match(fold(text))
    if match is None:
        return
    words = text[match.start(2) : match.end(2)].strip()
    words = words if alone else words.split(",", maxsplit=1)[0]
    if FEWEST_WORDS <= len(words.split()) <= MOST_WORDS:
        yield Named(match[1], words, text[: match.end()].strip(), place, alone and match.end() == len(text))


def _standards(plan: Plan, criteria: tuple[Criterion, ...]) -> Iterator[Finding]:
    known = {each.number: each for each in criteria}
    told = set[tuple[str, str]]()
    for task in plan.tasks:
        match = STANDARD.match(fold(task.standard or ""))
        criterion = known.get(task.criterion or "")
        if match is None or criterion is None or match[1] == criterion.standard or not task.mentions:
            continue
        if (pair := (criterion.number, match[1])) not in told:
            told.add(pair)
            yield _misplaced(criterion, f"{task.standard}", task.mentions[0].place)


def _misplaced(criterion: Criterion, standard: str, place: Place) -> Finding:
    right = f"tiêu chuẩn {criterion.standard} ({criterion.standard_title})"
    message = (
        f"Tiêu chí {criterion.number} nằm dưới “{standard}”, trong khi theo {criterion.document} nó thuộc {right}."
    )
    advice = "Kiểm tra lại số tiêu chí, tiêu chuẩn."
    return Finding(RULE_STANDARD, Severity.INFO, message, (criterion.number, standard), advice, (place,))
