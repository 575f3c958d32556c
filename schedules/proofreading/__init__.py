"""A plan proof-read: one small check per file, CHECKS in order, each giving findings and changing nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan
from schedules.proofreading import (
    broken_span,
    circular_number,
    citations,
    criteria,
    criterion_titles,
    crowded_week,
    day_off,
    later_than_law,
    near_signing,
    no_dates,
    no_owner,
    one_side,
    past_results,
    recipients,
    school_names,
    two_dates,
    two_spellings,
    uncovered,
    vague_reports,
    weeks_outside,
    wrong_weekday,
    year_outside,
    year_spanning,
)
from schedules.proofreading.standing import Standing

Check = Callable[[Plan, SchoolCalendar], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    no_dates.check,
    two_dates.check,
    year_outside.check,
    weeks_outside.check,
    wrong_weekday.check,
    near_signing.check,
    no_owner.check,
    school_names.check,
    citations.check,
    criteria.check,
    criterion_titles.check,
    later_than_law.check,
    past_results.check,
    uncovered.check,
    one_side.check,
    broken_span.check,
    two_spellings.check,
    day_off.check,
    crowded_week.check,
    year_spanning.check,
    vague_reports.check,
    circular_number.check,
    recipients.check,
)
"""Every check, in the order its findings are shown: what blocks first, what only informs last."""


def proofread(plan: Plan, calendar: SchoolCalendar) -> tuple[Finding, ...]:
    """Return every finding of every check, in the order of CHECKS, each where its quotes stand."""
    standing = Standing(plan.document)
    return tuple(standing.placed(finding) for check in CHECKS for finding in check(plan, calendar))
