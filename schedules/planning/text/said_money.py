"""What a work costs, said in its own sentence: "…, kinh phí 5 triệu đồng", "…, phụ trách Kế toán; 20 triệu"."""

from __future__ import annotations

import re

from schedules.plan import Budget
from schedules.planning.words.money import SUM, budget_of
from schedules.wording import fold

WHOLE = rf"(?P<sum>{SUM.pattern}(?:\s+(?:dong|vnd)\b)?)(?!\s*/)"
LABELLED = re.compile(
    r"\s*(?:[,;.–-]\s*|\(\s*)(?:(?:du kien|tong|voi)\s+)*kinh phi(?:\s+(?:du kien|thuc hien|khoang|la))*\s*:?\s*"
    rf"(?:khoang\s+)?{WHOLE}\s*\)?"
)
LAST = re.compile(rf"\s*;\s*(?:khoang\s+)?{WHOLE}\s*[.)]*\s*$")


def said_money(words: str) -> tuple[Budget, tuple[int, int]] | None:
    """Return the sum that a sentence gives for its work and where it says so; None without one."""
    plain = fold(words)
    match = LABELLED.search(plain) or LAST.search(plain)
    if not match:
        return None
    budget = budget_of(words[match.start("sum") : match.end("sum")])
    return (budget, match.span()) if budget else None
