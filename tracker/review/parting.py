"""“These are two works”: the several works one became, by the reading or by hand, and what keeps them apart again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schedules.calendar import SchoolCalendar
from schedules.plan import Mention, Task
from schedules.proofreading import two_dates
from tracker.review.adding import made_id
from tracker.review.draft import Draft, Item
from tracker.review.findings import APART, JOINED_SINCE, PERHAPS_ONE, Question, key_of
from tracker.review.operations import Answer, Merge, Operation, Separate, Unmerge
from tracker.review.own_words import together, works_of
from tracker.review.rivals import differ
from tracker.review.saying import said_around, said_whole

PAIR = 2


@dataclass(frozen=True, slots=True)
class Parting:
    """The works one is made again, in its order, and the operations that do it."""

    works: tuple[Task, ...]
    operations: tuple[Operation, ...]


def parting_of(draft: Draft, question: Question, asked: Sequence[Question], calendar: SchoolCalendar) -> Parting | None:
    """Return how the work a question about two dates asks of comes apart; None where its parts cannot be told.

    `asked` are all questions: one whether the works are one is answered with it.
    """
    if not question.open or question.first.rule != two_dates.RULE or len(question.left) != 1:
        return None
    item = draft.item(question.left[0])
    return _by_hand(draft, item, asked) if item.rivals else _as_read(draft, item, calendar)


def _as_read(draft: Draft, item: Item, calendar: SchoolCalendar) -> Parting | None:
    """Return the works the reader joined, each as its own places word it."""
    works = works_of(draft, item, calendar)
    if not works:
        return None
    # by number, not by title: parted again after the plan was reworded they are the same tasks
    made = tuple(made_id(draft, item.id, str(number)) for number in range(2, len(works) + 1))
    return Parting(works, (Separate(item.id, made, works, said_around(draft.plan.document, item)),))


def _by_hand(draft: Draft, item: Item, asked: Sequence[Question]) -> Parting | None:
    """Return the works a person merged, those of the same days still merged; none where one was parted since."""
    if not _is_whole(draft, item):
        return None
    groups = _groups(item.parts)
    ids = [{one.id for one in group} for group in groups]
    operations: list[Operation] = []
    for group, mine in zip(groups, ids, strict=True):
        above = [(one, draft.item(one.id).merged) for one in group]
        operations += [Unmerge(over, one.id) for one, over in above if over and over not in mine]
        head, *others = [one for one, over in above if over not in mine]
        operations += [Merge(head.id, one.id, said_whole(head, one)) for one in others]
    answers = [_answer(one) for one in asked if one.settled == JOINED_SINCE and _lies_between(one, ids)]
    return Parting(tuple(group[0].task for group in groups), (*operations, *answers)) if groups else None


def _is_whole(draft: Draft, item: Item) -> bool:
    """Whether the mentions of the works merged are all still with every work they came to: none was split off since."""
    found = set[Mention]()
    for part in item.parts:
        above: str | None = part.id
        while above:
            if not set(part.task.mentions) <= set(draft.item(above).task.mentions):
                return False
            above = draft.item(above).merged
        found |= set(part.task.mentions)
    return found == set(item.task.mentions)


def _groups(parts: Sequence[Item]) -> list[list[Item]]:
    """Return the works merged by what nobody need choose between; two are always two, days or no days."""
    if len(parts) == PAIR:
        return [[one] for one in parts]
    if not all(one.task.due.dated for one in parts):
        return []
    groups = together(parts, lambda one, two: not differ(one.task.due, two.task.due))
    return groups if len(groups) > 1 else []


def _lies_between(question: Question, groups: Sequence[set[str]]) -> bool:
    """Whether a question asked if works that part are one."""
    touched = [not group.isdisjoint(question.touched) for group in groups]
    return question.first.rule == PERHAPS_ONE and sum(touched) > 1


def _answer(question: Question) -> Answer:
    keys = tuple(key_of(one) for one in question.findings)
    return Answer(question.first.rule, keys, accepted=True, message=question.first.message, how=APART)
