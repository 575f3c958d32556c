"""Headings with the time of a whole list whose items tell their own, "V. LỊCH (15/11 - 10/12)": no works."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Due
from schedules.planning.drafts import Draft
from schedules.planning.outline import Item, Rank
from schedules.planning.text.time_lines import is_empty_heading

Numbered = tuple[int, Draft]
FEWEST = 2


def without_frames(drafts: Sequence[Numbered], items: Sequence[Item]) -> list[Numbered]:
    """Return the drafts without the headings of a span of time whose list has works of its own inside that span."""
    return [(at, draft) for at, draft in drafts if not _frames(at, draft, drafts, items)]


def _frames(at: int, draft: Draft, drafts: Sequence[Numbered], items: Sequence[Item]) -> bool:
    item, due = items[at], draft.task.due
    section = item.rank is Rank.SECTION or is_empty_heading(draft.task.title)
    if not section or not due.start or not due.day or due.start == due.day:
        return False
    if items[at + 1 : at + 2] and items[at + 1].block.is_row:
        return True
    below = [other for other, _ in drafts if other > at and item.body in items[other].headings]
    inside = [other for other, one in drafts if other in below and _lies_in(one.task.due, due)]
    return len(inside) >= FEWEST


def _lies_in(due: Due, span: Due) -> bool:
    return due.day is not None and span.start is not None and span.day is not None and span.start <= due.day <= span.day
