"""Circulars cited wrongly: a year that cannot be, another's title or day, one already replaced (L02, L17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import LawBook, load_law
from schedules.plan import Finding, Plan, Severity

UNKNOWN = "van-ban-chua-ro"
LISTED = 5
"""As many unknown documents are named in the one remark about them; the others are counted."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per wrong citation, and a single one for all documents the register does not know."""
    on, book = signed_on(plan), load_law()
    if on is None:
        return
    found = list(dict.fromkeys(_placed(plan, book, on)))
    yield from (finding for finding in found if finding.rule != UNKNOWN)
    unknown = tuple(dict.fromkeys(quote for finding in found if finding.rule == UNKNOWN for quote in finding.quotes))
    if unknown:
        named = "; ".join(f"“{quote}”" for quote in unknown[:LISTED]) + ("; …" if len(unknown) > LISTED else "")
        message = f"{len(unknown)} văn bản không có trong sổ của công cụ nên chưa kiểm tra được: {named}."
        yield Finding(UNKNOWN, Severity.INFO, message, unknown, "Đối chiếu số hiệu với văn bản gốc.")


def signed_on(plan: Plan) -> date | None:
    """Return the day by whose law a plan is judged: its own, else the first day of its school year."""
    header = plan.header
    if header.date or header.school_year is None:
        return header.date
    return date(header.school_year.first, 9, 1)


def _placed(plan: Plan, book: LawBook, on: date) -> Iterator[Finding]:
    for block in plan.document.blocks:
        for finding in book.check_citation(block.text, on):
            yield finding if finding.rule == UNKNOWN else replace(finding, places=(block.place,))
