"""What each place of a work says of its own work, read again: the works it is, were its places falsely joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from schedules.calendar import SchoolCalendar
from schedules.plan import Document, Mention, Place, Task
from schedules.planning import worded
from schedules.proofreading.agreement import in_force, undecided
from tracker.review.draft import Draft, Item
from tracker.review.weeks import MOST

Spot = tuple[str, Place, str]
Some = TypeVar("Some")


def works_of(draft: Draft, item: Item, calendar: SchoolCalendar) -> tuple[Task, ...]:
    """Return the works a task is, those of the same days together, in its order; empty where this is not sure."""
    if item.rivals or len(draft.plan.document.blocks) > MOST:
        return ()
    signed = draft.plan.header.date
    groups = together(item.task.mentions, lambda one, two: not undecided([one.due, two.due], signed))
    if len(groups) < 2:  # noqa: PLR2004 - one work is no two
        return ()
    own = _worded(draft.plan.document, calendar)
    words = [[own.get(_spot(mention)) for mention in group] for group in groups]
    known = [[work for work in works if work] for works in words]
    if known != words or _share_a_work(known):
        return ()
    pairs = zip(groups, known, strict=True)
    return tuple(
        replace(_one(works, item.said), mentions=tuple(group), due=in_force([one.due for one in group], signed))
        for group, works in pairs
    )


def together(some: Sequence[Some], same: Callable[[Some, Some], bool]) -> list[list[Some]]:
    """Return things in groups that are the same among each other and no other's; empty where they do not part so."""
    kin = [[at for at, two in enumerate(some) if same(one, two)] for one in some]
    if any(kin[other] != mine for mine in kin for other in mine):
        return []
    return [[some[at] for at in mine] for mine in dict.fromkeys(map(tuple, kin))]


def _one(works: Sequence[Task], joined: Task) -> Task:
    """Return the one work several places tell of: of each thing what the first says that says it.

    Whose work it is stays as the reading chose where one of these places names them.
    """
    first = works[0]
    for work in works[1:]:
        first = replace(
            first,
            owners=first.owners or work.owners,
            helpers=first.helpers or work.helpers,
            criterion=first.criterion or work.criterion,
            standard=first.standard or work.standard,
            budget=first.budget or work.budget,
            expected=first.expected or work.expected,
            confidence=min(first.confidence, work.confidence),
        )
    chosen = any(work.owners == joined.owners for work in works)
    return replace(first, owners=joined.owners) if chosen else first


def _share_a_work(groups: Sequence[Sequence[Task]]) -> bool:
    """Whether one place tells of works of two groups: they were one work from the start."""
    return any(one is other for group, later in combinations(groups, 2) for one in group for other in later)


@lru_cache(maxsize=4)
def _worded(document: Document, calendar: SchoolCalendar) -> Mapping[Spot, Task]:
    """Return the work of each mention, where a place tells of no other one in the same words."""
    found: dict[Spot, list[Task]] = defaultdict(list)
    for work in worded(document, calendar):
        for mention in work.mentions:
            found[_spot(mention)].append(work)
    return {spot: works[0] for spot, works in found.items() if len(works) == 1}


def _spot(mention: Mention) -> Spot:
    return mention.quote, mention.place, mention.due.words
