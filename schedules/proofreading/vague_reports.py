"""The supervision team reports "định kỳ" and no period is written (L21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity
from schedules.wording import fold

RULE = "dinh-ky-khong-ro"
REPORTS = re.compile(r"\bb\w{1,2}o c\w{1,2}o\b[^.;]{0,40}\bdinh k[iy]\b(?!\s*(?:hang|moi|\d|theo thang|theo quy))")


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding for the first such sentence, unless a report of the plan is dated."""
    if any("bao cao" in fold(task.title) for task in plan.tasks):
        return
    for block in plan.document.blocks:
        if REPORTS.search(fold(block.text)):
            message = "Báo cáo “định kỳ” nhưng không ghi bao lâu một lần."
            advice = "Ghi rõ: hằng tháng, cuối mỗi học kỳ hay cuối năm học."
            yield Finding(RULE, Severity.INFO, message, (block.text,), advice, (block.place,))
            return
