"""The deadlines of works a person merged: kept side by side where they differ, until somebody chooses one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from schedules.plan import Due, Finding, Mention, Severity
from schedules.proofreading import two_dates
from schedules.proofreading.agreement import agree, in_force, lies_in, overtaken, span, undecided
from tracker.review.draft import Field, Item, Rival

UNDECIDED = 0.6
"""Confidence of a task with two deadlines until someone chooses, as of one whose text and table disagree."""

ADVICE = "Chọn một hạn rồi sửa chỗ còn lại trong kế hoạch."


def rivals_between(first: Item, second: Item, signed: date | None) -> tuple[Rival, ...]:
    """Return the deadlines of two works about to be one; empty where they leave nothing to choose.

    What a person decided is never settled by the finer day of the other work: they are asked again.
    """
    one, two = tuple(_deadlines(first, signed)), tuple(_deadlines(second, signed))
    if not one or not two:
        return (first if one else second).rivals
    return still_rivals((*one, *two), decided=Field.DUE in first.decided | second.decided)


def still_rivals(rivals: Sequence[Rival], *, decided: bool = False) -> tuple[Rival, ...]:
    """Return each deadline of these once; empty where all are the same days, or the finer lie in the coarser."""
    found: list[Rival] = []
    for rival in rivals:
        if not any(_same_days(rival.due, other.due) for other in found):
            found.append(rival)
    open_ = any(decided or differ(one.due, two.due) for one, two in combinations(found, 2))
    return tuple(found) if open_ else ()


def used_of(rivals: Sequence[Rival], signed: date | None) -> Due:
    """Return the deadline to follow until someone chooses: the earliest that was not over when the plan was signed."""
    dues = [rival.due for rival in rivals]
    over = overtaken(dues, signed)
    return min((due for due in dues if due not in over), key=_last)


def agreed(first: Item, second: Item, signed: date | None) -> Due:
    """Return the deadline of works that leave nothing to choose: the finest, of equal days the stricter."""
    rivals = (*_deadlines(first, signed), *_deadlines(second, signed))
    return in_force(sorted((one.due for one in rivals), key=_last), signed) if rivals else first.task.due


def left_with(mentions: Sequence[Mention], rivals: Sequence[Rival]) -> tuple[Rival, ...]:
    """Return the rivals left to a task that keeps only these mentions, and those a person gave."""
    return still_rivals([one for one in rivals if one.mention is None or one.mention in mentions])


def finding_of(item: Item, signed: date | None) -> Finding:
    """Return what is asked of a task whose works had different days: like what the reader asks of text and table."""
    told = " / ".join(f"“{one.due.words}”{_whose(one, item)}" for one in item.rivals)
    over = overtaken([one.due for one in item.rivals], signed)
    used = f"hạn sau ngày ký kế hoạch ({signed:%d/%m/%Y})" if over else "hạn sớm hơn"
    message = f"“{item.task.title}” được gộp từ những việc có hạn khác nhau: {told}. Tạm dùng {used}."
    mentions = [one.mention for one in item.rivals if one.mention]
    quotes, places = tuple(one.quote for one in mentions), tuple(one.place for one in mentions)
    return Finding(two_dates.RULE, Severity.CHOICE, message, quotes, ADVICE, places)


def _whose(rival: Rival, item: Item) -> str:
    """Return whose deadline it was, where the works had different names, or that a person gave it."""
    by = "" if rival.mention else "người duyệt ghi"
    of = f"của “{rival.title}”" if rival.title != item.task.title else ""
    told = ", ".join(words for words in (of, by) if words)
    return f" ({told})" if told else ""


def _deadlines(item: Item, signed: date | None) -> Iterator[Rival]:
    """Yield the deadlines a work may have: those still to choose among, else the one in force."""
    title, task = item.task.title, item.task
    if Field.DUE not in item.decided:
        if item.rivals:
            yield from item.rivals
            return
        if undecided([one.due for one in task.mentions], signed):
            yield from (Rival(title, one.due, one) for one in task.mentions if one.due.dated)
            return
    if task.due.dated:
        yield Rival(title, task.due, next((one for one in task.mentions if one.due == task.due), None))


def _last(due: Due) -> date:
    return (span(due) or (date.max, date.max))[1]


def _same_days(first: Due, second: Due) -> bool:
    """Whether two deadlines end on one day, begin on one, and come again alike."""
    one, two = ((due.start or due.day, due.day, due.recurrence) for due in (first, second))
    return one == two


def differ(first: Due, second: Due) -> bool:
    """Whether somebody must choose: a month that holds the other's day only says the same less finely."""
    if first.precision is not second.precision and agree(first, second):
        one, two = span(first), span(second)
        return not (one and two and (lies_in(one, two) or lies_in(two, one)))
    return not _same_days(first, second)
