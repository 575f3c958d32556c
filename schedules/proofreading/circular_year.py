"""A circular numbered in a year that has not come yet: a slip of the finger (L02)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity
from schedules.wording import fold

RULE = "van-ban-nam-sai"
CITED = re.compile(r"\b(?:thong tu|nghi dinh|quyet dinh|cong van|tt)\s*(?:so\s*)?:?\s*(\d{1,4})/((?:19|20)\d\d)\b")


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per citation whose year is after the plan's own."""
    latest = _latest_year(plan)
    cited = [(block, match) for block in plan.document.blocks for match in CITED.finditer(fold(block.text))]
    for block, match in cited:
        if latest is None or int(match[2]) <= latest:
            continue
        quote = block.text[match.start() : match.end()]
        known = sorted({year for _, other in cited if other[1] == match[1] and int(year := other[2]) <= latest})
        advice = f"Có thể là {match[1]}/{known[-1]}?" if known else "Xem lại số, năm của văn bản."
        message = f"“{quote}” mang năm {match[2]}, sau năm của kế hoạch."
        yield Finding(RULE, Severity.CHOICE, message, (quote,), advice, (block.place,))


def _latest_year(plan: Plan) -> int | None:
    header = plan.header
    if header.date:
        return header.date.year
    return header.school_year.second if header.school_year else None
