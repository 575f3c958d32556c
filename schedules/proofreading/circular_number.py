"""A circular cited without the year in its number, or with its opening words doubled (L16, L22)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from schedules.calendar import SchoolCalendar
from schedules.law import load_law
from schedules.plan import Finding, Plan, Severity
from schedules.proofreading.citations import signed_on
from schedules.wording import fold

RULE_TWICE = "lap-chu"
TWICE = re.compile(r"\b((?:thong tu|nghi dinh|quyet dinh|cong van|ke hoach)(?: so)?)\s+\1\b")


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per citation without its year, and per doubled opening."""
    on, book = signed_on(plan), load_law()
    for block in plan.document.blocks:
        yield from (replace(finding, places=(block.place,)) for finding in book.check_yearless(block.text, on))
        folded = fold(block.text)
        for match in TWICE.finditer(folded):
            quote = block.text[match.start() : match.end()]
            message = f"“{quote}” bị lặp chữ."
            advice = f"Sửa thành “{block.text[match.start(1) : match.end(1)]}”."
            yield Finding(RULE_TWICE, Severity.INFO, message, (quote,), advice, (block.place,))
