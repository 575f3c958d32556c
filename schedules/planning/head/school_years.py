"""Which school year a plan is for: what its title says, else what its words, its days and its signing speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from schedules.plan import FIRST_MONTH, SchoolYear
from schedules.planning.head.signing import CITED
from schedules.planning.head.title_lines import is_sentence, is_title, rests_on, titled_month, titles_of, years_in
from schedules.planning.outline import Item, Part, Rank, is_capitals
from schedules.wording import fold

Votes = Counter[SchoolYear]

FULL_DAY = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(0?[1-9]|1[0-2])\s*[/.-]\s*(20\d\d)\b")
MONTH_OF_YEAR = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])\s*/\s*(20\d\d)\b|\bthang\s+(\d{1,2})\s+nam\s+(20\d\d)\b")
WEEKDAY = re.compile(
    r"\b(?:thu\s+(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))\s*[,(]?\s*(?:ngay\s+)?"
    r"(\d{1,2})\s*/\s*(\d{1,2})(?!\s*/\s*\d|\d)"
)
NAMES = (("hai", "2"), ("ba", "3"), ("tu", "4"), ("nam", "5"), ("sau", "6"), ("bay", "7"), ("chu nhat", "cn"))
WEEKDAYS = {name: at for at, names in enumerate(NAMES) for name in names}
SILENT = frozenset({Part.GROUNDS, Part.PAST, Part.FORM})
"""Parts that tell of other papers and other years."""

SUMMER = (7, 8)
"""Days of July and August may belong to either year."""

SIGNED_IN_TERM, SIGNED_IN_SPRING, OPENING, HEADING, DATED = 8, 3, 4, 2, 2
"""What speaks how loud: a day written in full twice as loud as a mention; from August to February the signing most."""

FIRST_OF_SPRING = 3


def school_year_of(head: Sequence[str], items: Sequence[Item], signed: date | None) -> SchoolYear | None:
    """Return the year the title names, else the one most speaks for; what the plan does not say is None."""
    titled = titled_years(head, items)
    votes = votes_of(items, signed)
    if titled:
        return max(titled, key=lambda year: (votes[year], -titled.index(year)))
    if votes:
        own = SchoolYear.of(signed) if signed else None
        return max(votes, key=lambda year: (votes[year], year == own, year))
    # A calendar of a week may be dated by its own span alone: "(Từ ngày 06/10/2025 đến ngày 11/10/2025)".
    dated = {SchoolYear.of(day) for line in head if not CITED.search(fold(line)) for day in days_in(line)}
    return dated.pop() if len(dated) == 1 else None


def titled_years(head: Sequence[str], items: Sequence[Item]) -> list[SchoolYear]:
    """Return the school years the title names, each once, with that of its month; else the first its head names."""
    own = [item.block.text for item in titles_of(items)] + [line for line in head if is_title(line)]
    found = [year for line in own for year in years_in(line)]
    month = titled_month(items)
    if month and month[1]:
        found.append(SchoolYear(month[1] if month[0] >= FIRST_MONTH else month[1] - 1))
    if found:
        return list(dict.fromkeys(found))
    lines = [line for line in head if is_capitals(line) or not (CITED.match(fold(line)) or is_sentence(line))]
    return [year for line in lines for year in years_in(line)][:1]


def votes_of(items: Sequence[Item], signed: date | None) -> Votes:
    """Return how much speaks for each school year; nothing where neither a year is named nor a day was signed."""
    votes = _named(items, signed)
    if signed:
        in_term = not FIRST_OF_SPRING <= signed.month < FIRST_MONTH
        votes[SchoolYear.of(signed)] += SIGNED_IN_TERM if in_term else SIGNED_IN_SPRING
    if not votes:
        return votes
    votes += days_of(items, signed)
    for weekday, day, month in _weekdays(items):
        fits = [year for year in votes if _is(weekday, year.year_of(month), month, day)]
        votes.update({year: DATED for year in fits if len(fits) < len(votes)})
    return votes


def days_of(items: Sequence[Item], signed: date | None) -> Votes:
    """Return how many days the plan writes in full for each school year; days over at the signing are only told."""
    votes: Votes = Counter()
    for item in items:
        told = item.part in SILENT or rests_on(item.block.text) or CITED.search(fold(item.block.text))
        days = () if told else days_in(item.block.text)
        votes.update(SchoolYear.of(day) for day in days if day.month not in SUMMER and (not signed or day >= signed))
    return Counter({year: DATED * count for year, count in votes.items()})


def days_in(text: str) -> Iterator[date]:
    """Yield the days and months a text writes with their year, months by their last sure day."""
    folded = fold(text)
    for day, month, year in FULL_DAY.findall(folded):
        if found := _day(int(year), int(month), int(day)):
            yield found
    for match in MONTH_OF_YEAR.finditer(FULL_DAY.sub(" ", folded)):
        month, year = match[1] or match[3], match[2] or match[4]
        if found := _day(int(year), int(month), 28):
            yield found


def _named(items: Sequence[Item], signed: date | None) -> Votes:
    """Return the years named outside grounds and looks back; a year that was over at the signing is only told of."""
    votes: Votes = Counter()
    for item in items:
        if item.part in SILENT:
            continue
        named = [year for year in years_in(item.block.text) if not signed or year >= SchoolYear.of(signed)]
        votes.update({year: _weight(item) for year in named})
    return votes


def _weight(item: Item) -> int:
    if item.block.is_row:
        return 1
    if item.part is Part.HEAD:
        return 1 if rests_on(item.block.text) else OPENING
    return HEADING if item.rank is Rank.SECTION else 1


def _weekdays(items: Sequence[Item]) -> Iterator[tuple[int, int, int]]:
    """Yield weekday, day and month of each day written with its weekday and without its year."""
    for item in items:
        if item.part in SILENT:
            continue
        for name, sunday, day, month in WEEKDAY.findall(fold(item.block.text)):
            yield WEEKDAYS[sunday or name], int(day), int(month)


def _is(weekday: int, year: int, month: int, day: int) -> bool:
    found = _day(year, month, day)
    return found is not None and found.weekday() == weekday


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
