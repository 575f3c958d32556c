"""Words of the plan read again for the days they may mean, under the plan's own year and week rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from schedules.calendar import with_points
from schedules.plan import Due, Finding, Mention
from schedules.wording import Context, find, when
from tracker.review.choice import Doubt, Move
from tracker.review.deadlines import context_of
from tracker.review.draft import Item

NOT_THERE = re.compile(r"không có ngày (\d{1,2})/(\d{1,2}): tháng \d{1,2}/(\d{4}) chỉ đến ngày (\d{1,2})")
"""How the reader tells of a day no calendar has: the day, its month, the year, and the month's last day."""

LONGEST = 31
"""A day some month has was meant for the end of this one; the 32nd or the 39th is another slip."""

ONE_DAY = timedelta(days=1)


def possible_days(doubt: Doubt, finding: Finding, words: str) -> Iterator[tuple[Due, str]]:
    """Yield the deadlines that words with an impossible day may mean, each with why; nothing for another slip."""
    told = NOT_THERE.search(finding.message)
    if told is None:
        return
    day, month, year, longest = (int(part) for part in told.groups())
    if not longest < day <= LONGEST:
        return
    last = date(year, month, longest)
    for other, why in ((last, f"ngày cuối của tháng {month}"), (last + ONE_DAY, f"ngày sau {last:%-d/%-m}")):
        due = _with_day(doubt, words, (day, month), other)
        if due:
            basis = f"Kế hoạch ghi “{words}”, ngày không có thật; người duyệt chọn {why}. {due.basis}"
            yield replace(due, words=words, basis=basis), f"{why}; kế hoạch ghi “{words}”"


def _with_day(doubt: Doubt, words: str, wrong: tuple[int, int], right: date) -> Due | None:
    """Return what words say with another day in the place of a wrong one; None unless that is the day they name."""
    day, month = wrong
    pattern = rf"(?<!\d)0?{day}(\s*(?:[/.-]|\s+tháng\s)\s*)0?{month}(?!\d)"
    changed, count = re.subn(pattern, lambda at: f"{right.day}{at[1]}{right.month}", words)
    due = when(changed, context_of(doubt.draft, doubt.calendar)) if count == 1 else None
    return due if due and right in (due.start, due.day) and due.day else None


def of_two_times(doubt: Doubt, finding: Finding) -> tuple[Move, Move] | None:
    """Return the time a row's work follows and the other one its finding quotes; None when either is not sure."""
    items = doubt.items_of(finding)
    if len(items) != 1 or not items[0].task.due.dated:
        return None
    item, context = items[0], context_of(doubt.draft, doubt.calendar)
    read = [due for words in finding.quotes[1:] if (due := _only_time(words, context))]
    others = [due for due in read if _days(due) != _days(item.task.due)]
    if len(others) != 1:
        return None
    other = with_points(others[0], doubt.calendar.working_days)
    return _in_force(item), (item, other, None)


def counted_weeks(doubt: Doubt, item: Item) -> tuple[Move, Move] | None:
    """Return the month a work was given, and the weeks its words count from the start of the year."""
    due = when(item.task.due.words, context_of(doubt.draft, doubt.calendar))
    if not due.dated or _days(due) == _days(item.task.due):
        return None
    return _in_force(item), (item, due, None)


def _only_time(words: str, context: Context) -> Due | None:
    """Return the one time words name, that does not come again; None when they name another number of them."""
    dues = [one.due for one in find(words, context) if one.due.dated]
    return dues[0] if len(dues) == 1 and not dues[0].recurrence else None


def _in_force(item: Item) -> Move:
    told = (one for one in item.task.mentions if one.due == item.task.due)
    mention: Mention | None = next(told, None)
    return item, item.task.due, mention


def _days(due: Due) -> tuple[date | None, date | None, object]:
    return due.start, due.day, due.bound
