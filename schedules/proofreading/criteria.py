"""Criteria that do not exist at the school's level, and standards under a title that is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from schedules.calendar import SchoolCalendar
from schedules.law import Criterion, load_law
from schedules.plan import Finding, Plan, Severity, Task
from schedules.proofreading.citations import signed_on
from schedules.proofreading.standing import Standing
from schedules.wording import fold

RULE_TITLE = "tieu-chuan-khac-ten"
STANDARD = re.compile(r"^\W*tieu\s+chuan\s+(\d+)\W+(.{8,})$")
ALIKE = 0.5
"""A title that shares fewer of the official words than this is another title, even through poor OCR."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per criterion number that does not exist and per standard under a foreign title."""
    on, level = signed_on(plan), plan.header.level
    if on is None or level is None:
        return
    book = load_law()
    for number in dict.fromkeys(task.criterion for task in plan.tasks if task.criterion):
        if wrong := book.check_criterion(level, number, on):
            told = (one.place for task in plan.tasks if task.criterion == number for one in task.mentions)
            yield replace(wrong, places=Standing(plan.document).told_at(told, number))
    criteria = book.criteria(level, on)
    for standard in dict.fromkeys(task.standard for task in plan.tasks if task.standard):
        yield from _title(standard, criteria, plan.tasks)


def _title(standard: str, criteria: tuple[Criterion, ...], tasks: tuple[Task, ...]) -> Iterator[Finding]:
    match = STANDARD.match(" ".join(fold(standard).split()))
    official = next((each for each in criteria if match and each.standard == match[1]), None)
    if match is None or official is None or not official.verified:
        return
    theirs, ours = set(match[2].split()), set(fold(official.standard_title).split())
    if len(theirs & ours) >= ALIKE * min(len(ours), len(theirs)):
        return
    message = f"“{standard}” không phải tên tiêu chuẩn {match[1]} theo {official.document}: {official.standard_title}."
    places = tuple(task.mentions[0].place for task in tasks if task.standard == standard and task.mentions)
    yield Finding(RULE_TITLE, Severity.INFO, message, (standard,), "Kiểm tra lại tên tiêu chuẩn.", places)
