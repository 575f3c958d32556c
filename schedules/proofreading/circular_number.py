"""A circular cited without the year in its number, or with its opening words doubled (L16, L22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity
from schedules.wording import fold

RULE_YEAR, RULE_TWICE = "van-ban-thieu-nam", "lap-chu"
YEARLESS = re.compile(r"\bthong tu\s*(?:so\s*)?:?\s*\d{1,3}/tt-\s*[a-z]+")
TWICE = re.compile(r"\b((?:thong tu|nghi dinh|quyet dinh|cong van|ke hoach)(?: so)?)\s+\1\b")


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per citation without its year, and per doubled opening."""
    for block in plan.document.blocks:
        folded = fold(block.text)
        for match in YEARLESS.finditer(folded):
            quote = block.text[match.start() : match.end()]
            message = f"“{quote}” thiếu năm trong số hiệu."
            advice = "Ghi đủ dạng số/năm/TT-BGDĐT."
            yield Finding(RULE_YEAR, Severity.INFO, message, (quote,), advice, (block.place,))
        for match in TWICE.finditer(folded):
            quote = block.text[match.start() : match.end()]
            message = f"“{quote}” bị lặp chữ."
            advice = f"Sửa thành “{block.text[match.start(1) : match.end(1)]}”."
            yield Finding(RULE_TWICE, Severity.INFO, message, (quote,), advice, (block.place,))
