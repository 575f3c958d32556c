"""Deadlines of a line whose written year had passed by the signing: often last year's number, and no work took them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from schedules.plan import Finding, Place, SchoolYear, Severity
from schedules.planning.doubts.unset_times import SILENT
from schedules.planning.outline import Item
from schedules.proofreading.year_outside import RULE
from schedules.wording import Context, fold, unset

YEAR = re.compile(r"\b20\d\d\b")
BOUNDED = re.compile(r"(?:truoc|cham nhat|muon nhat|han|den het|het|xong|hoan thanh|khong qua|den|toi)\b")
"""How the words of a deadline begin; a day without them is nearly always only told."""


def years_past(
    items: Sequence[Item], undated: frozenset[Place], told: frozenset[Place], context: Context
) -> tuple[Finding, ...]:
    """Return a finding for each line without work whose deadline a year later would lie in the plan's school year.

    “… trước ngày 05/01/2026” in a plan signed on 20/11/2026: a date is never guessed, so somebody is asked. `undated`
    are the places of duties without a day, `told` those other findings speak of already.
    """
    if context.doc_date is None or context.school_year is None:
        return ()
    asked = [item for item in items if item.block.place in undated - told]
    return tuple(_slips(asked, context, context.doc_date, context.school_year))


def _slips(items: Sequence[Item], context: Context, signed: date, year: SchoolYear) -> Iterator[Finding]:
    for item in items:
        if item.part in SILENT or item.block.is_row or item.block.heading or not YEAR.search(item.body):
            continue
        for one in unset(item.body, context):
            if one.last is None or not YEAR.search(one.quote) or not BOUNDED.match(fold(one.quote)):
                continue
            meant = _a_year_later(one.last)
            if one.last <= signed < meant and SchoolYear.of(meant) == year:
                yield Finding(
                    RULE,
                    Severity.CHOICE,
                    f"“{one.quote}” đã qua khi ký kế hoạch, nằm ngoài năm học {year}, nên chưa thành hạn của việc nào.",
                    (item.body,),
                    f"Có thể là {meant:%-d/%-m/%Y}? Đúng vậy thì thêm việc này; mốc chỉ được nhắc tới thì bỏ qua.",
                    (item.block.place,),
                )


def _a_year_later(day: date) -> date:
    """Return the same day of the next year; of 29 February the last day of that month."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
