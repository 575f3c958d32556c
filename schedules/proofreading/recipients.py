"""Reports addressed to an office that no longer exists (Phòng GD&ĐT, closed on 1/7/2025)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from schedules.calendar import SchoolCalendar
from schedules.law import load_law
from schedules.plan import Finding, Plan
from schedules.proofreading.citations import signed_on


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding for the whole plan, at the first place that names the office."""
    on, level = signed_on(plan), plan.header.level
    if on is None or level is None:
        return
    for block in plan.document.blocks:
        found = load_law().check_recipient(block.text, level, on)
        if found:
            yield replace(found, places=(block.place,))
            return
