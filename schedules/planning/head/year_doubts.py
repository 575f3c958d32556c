"""Where what a plan says of its school year does not agree: what was decided, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from schedules.plan import FIRST_MONTH, Finding, Header, SchoolYear, Severity
from schedules.planning.head.school_years import DATED, days_of, votes_of
from schedules.planning.head.title_lines import ENROLS, is_title, titled_month, titles_of, years_in
from schedules.planning.outline import Item
from schedules.wording import Context, fold

RULE = "nam-hoc-lech"
MANY, FEWEST_VOTES = 3, 4
EARLIEST, LATEST = (3, 1), (8, 31)
"""A year's plans are signed from the March before it to the August at its end."""

FIRST_AHEAD, SUMMER = 11, (6, 7)


def ahead_of_its_year(context: Context, items: Sequence[Item]) -> Context:
    """Return a plan's context with its bare days near the signing, where it was signed long before its year began.

    Textbooks are chosen and children enrolled for a year in the spring before it; a whole year's plan is of summer.
    """
    signed, year = context.doc_date, context.school_year
    if signed is None or year is None or context.plan_year or not is_ahead(year, signed, items):
        return context
    if signed.year < year.first:
        return replace(context, school_year=SchoolYear.of(signed))
    return replace(context, plan_year=year.first)


def as_asked(context: Context) -> Context:
    """Return a plan's context for the school year asked for: a calendar year of its title that is no part of it is out.

    The signing stays: days written in full are weighed by it.
    """
    year, asked = context.plan_year, context.school_year
    foreign = year is not None and asked is not None and year not in {asked.first, asked.second}
    return replace(context, plan_year=None) if foreign else context


def is_foreign(context: Context, asked: SchoolYear | None) -> bool:
    """Whether the plan was signed for another school year than the one asked for."""
    signed = context.doc_date
    return asked is not None and signed is not None and not _fits(signed, asked)


def asked_otherwise(written: Header, asked: SchoolYear, items: Sequence[Item]) -> tuple[Finding, ...]:
    """Return what to look at where a plan of one school year is read, as asked, for another."""
    if written.school_year in {None, asked}:
        return ()
    lines = [line for line in _titles(items) if years_in(line.block.text)]
    message = (
        f"Văn bản là của năm học {written.school_year} nhưng được đọc theo năm học {asked} như đã chọn: "
        f"thời gian không ghi năm được hiểu là của năm học {asked}, ngày ghi đủ năm giữ năm đã ghi."
    )
    quotes, places = tuple(line.block.text for line in lines), tuple(line.block.place for line in lines)
    advice = "Nếu không định đọc cho năm khác, hãy đọc lại mà không chọn năm học."
    return (Finding(RULE, Severity.CHOICE, message, quotes, advice, places),)


def _fits(signed: date, year: SchoolYear) -> bool:
    return date(year.first, *EARLIEST) <= signed <= date(year.second, *LATEST)


def is_ahead(year: SchoolYear, signed: date, items: Sequence[Item]) -> bool:
    """Whether a plan does its works before the year it is for: signed from November on, or enrolling in summer."""
    if SchoolYear.of(signed).second != year.first or FIRST_MONTH <= signed.month < FIRST_AHEAD:
        return False
    return signed.month not in SUMMER or any(ENROLS.search(fold(line.block.text)) for line in _titles(items))


def year_doubts(header: Header, items: Sequence[Item]) -> tuple[Finding, ...]:
    """Return what to look at where title, signing and the days written in full speak for different school years."""
    year = header.school_year
    if year is None:
        return ()
    lines = [line for line in _titles(items) if years_in(line.block.text)]
    reasons = list(_against_title(year, header.date, items) if lines else _undecided(year, header.date, items))
    if not reasons:
        return ()
    message = f"Kế hoạch được đọc theo năm học {year}, nhưng {'; '.join(reasons)}."
    quotes, places = tuple(line.block.text for line in lines), tuple(line.block.place for line in lines)
    advice = "Xem lại năm học ở tiêu đề và năm của các ngày không ghi năm."
    return (Finding(RULE, Severity.CHOICE, message, quotes, advice, places),)


def _titles(items: Sequence[Item]) -> list[Item]:
    titles = titles_of(items)
    return titles + [item for item in items if item.headings == () and item not in titles and is_title(item.body)][:1]


def _against_title(year: SchoolYear, signed: date | None, items: Sequence[Item]) -> Iterator[str]:
    others = {found for line in titles_of(items) for found in years_in(line.block.text)} - {year}
    month = titled_month(items)
    if month and month[1] and SchoolYear.of(date(month[1], month[0], 1)) != year:
        yield f"tiêu đề ghi tháng {month[0]}/{month[1]}"
    elif others:
        yield f"tiêu đề còn nêu năm học {', '.join(str(other) for other in sorted(others))}"
    if signed and is_ahead(year, signed, items):
        near = f"năm {signed.year}" if signed.year == year.first else f"năm học {SchoolYear.of(signed)}"
        yield f"ký ngày {signed:%-d/%-m/%Y} nên ngày không ghi năm được hiểu là của {near}"
    elif signed and not _fits(signed, year):
        yield f"ký ngày {signed:%-d/%-m/%Y}"
    dated = days_of(items, signed)
    for other, votes in dated.most_common(1):
        if other != year and votes >= MANY * DATED and votes > 2 * dated[year]:
            yield f"{votes // DATED} ngày ghi đủ năm nằm trong năm học {other}"


def _undecided(year: SchoolYear, signed: date | None, items: Sequence[Item]) -> Iterator[str]:
    """Tell of the year that is nearly as well spoken for as the one chosen, where no title decides."""
    votes = votes_of(items, signed)
    for other, count in votes.most_common(2):
        if other != year and count >= FEWEST_VOTES and 3 * count >= 2 * votes[year]:
            yield f"văn bản cũng nhắc nhiều đến năm học {other}"
