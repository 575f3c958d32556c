"""What taking a suggestion would change: the deadlines it moves, each to the very day it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.plan import Bound, Due, Finding
from schedules.proofreading import year_outside
from tracker.review.deadlines import suggested
from tracker.review.draft import Item
from tracker.review.touching import rests_on

LATER_THAN_LAW = "muon-hon-luat"
"""The rule by which the law's last day is held against the plan's."""

TO_A_DAY = frozenset({year_outside.RULE, LATER_THAN_LAW})
"""Rules whose suggestion may name the very days a deadline should have; every other suggestion is advice in words."""


def names_a_day(finding: Finding) -> bool:
    """Whether taking a finding's suggestion may move a deadline at all."""
    return finding.rule in TO_A_DAY and any(sign.isdigit() for sign in finding.suggestion)


def moves_of(touched: Iterable[tuple[Finding, Item]], calendar: SchoolCalendar) -> Iterator[tuple[Item, Due]]:
    """Yield each live task whose deadline the suggestion of a finding that touches it moves, with its new deadline."""
    for finding, item in touched:
        if item.live and _in_force(finding, item):
            due = suggested(finding.suggestion, item.task.due, calendar)
            if due and _days(due) != _days(item.task.due):
                yield item, due


def _days(due: Due) -> tuple[date | None, date | None, Bound | None]:
    return due.start, due.day, due.bound


def _in_force(finding: Finding, item: Item) -> bool:
    """Whether a finding is about the very mention whose due the task follows."""
    return rests_on(finding, (one for one in item.task.mentions if one.due == item.task.due))
