"""A plan that rests on results of its own year, which has only begun (L15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, SchoolYear, Severity
from schedules.wording import fold

RULE = "ket-qua-nam-nay"
RESULTS = re.compile(r"^\W*(?:\d{1,2}\W+)?k\wt qu\w\b.{0,90}\bda dat\b.{0,40}?(20\d\d)\s*-\s*(20\d\d)")


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per sentence that cites achieved results of the plan's own school year."""
    year = plan.header.school_year
    for block in plan.document.blocks:
        match = RESULTS.match(fold(block.text))
        if match and year and SchoolYear(int(match[1])) == year:
            message = f"Căn cứ vào kết quả “đã đạt được” của chính năm học {year}, năm học mà kế hoạch này mới bắt đầu."
            advice = f"Có thể là năm học {SchoolYear(year.first - 1)}?"
            yield Finding(RULE, Severity.CHOICE, message, (block.text,), advice, (block.place,))
