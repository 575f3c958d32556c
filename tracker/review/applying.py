"""Decisions applied one after another to a reading; what the plan no longer says that way is left out and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from schedules.calendar import WeekRule
from schedules.plan import Due, Mention, Origin, Plan, Task
from schedules.proofreading.agreement import in_force
from tracker.review.draft import Draft, Field, Item, Rival, waiver_key
from tracker.review.fitting import absorbed, fits, followed
from tracker.review.operations import (
    AboutTask,
    Add,
    Answer,
    Assign,
    ChooseWeeks,
    Confirm,
    Drop,
    Merge,
    OneGroup,
    Operation,
    Redate,
    Replaces,
    Restore,
    Retitle,
    Separate,
    Split,
    Unmerge,
)
from tracker.review.rivals import UNDECIDED, agreed, left_with, rivals_between, used_of
from tracker.review.saying import FIELDS
from tracker.review.separating import found_again, separated
from tracker.review.two_names import joined
from tracker.review.weeks import under

Reread = Callable[[WeekRule | None], Plan]
"""The same document understood under another week rule; None is the school's own."""


def reviewed(plan: Plan, ids: Iterable[str], operations: Iterable[Operation], reread: Reread) -> Draft:
    """Return the draft that a reading, the ids of its tasks and the decisions in force make."""
    items = tuple(Item(task_id, task, task) for task_id, task in zip(ids, plan.tasks, strict=True))
    kept = standing(operations)
    draft = Draft(plan, items, absorbed=absorbed((item.id for item in items), kept))
    for operation in kept:
        draft = apply(draft, operation, reread)
    return joined(draft, kept)


def standing(operations: Iterable[Operation]) -> list[Operation]:
    """Return the operations without those merges that a later one takes back."""
    found: list[Operation] = []
    for operation in operations:
        if isinstance(operation, Unmerge):
            pair = (operation.task, operation.other)
            found = [one for one in found if not (isinstance(one, Merge) and (one.task, one.other) == pair)]
        else:
            found.append(operation)
    return found


def apply(draft: Draft, operation: Operation, reread: Reread) -> Draft:
    """Return the draft after one more decision; one that no longer fits is kept among the lapsed."""
    match operation:
        case Answer():
            answered = {waiver_key(operation.rule, key): operation for key in operation.keys}
            return replace(draft, answers={**draft.answers, **answered})
        case ChooseWeeks(rule=rule):
            return replace(under(draft, reread(draft.week_rule), reread(rule)), week_rule=rule)
        case Unmerge() | Replaces() | OneGroup():
            # the merge it takes back was left out; which plan a copy is of changes no work; groups are named last
            return draft
        case Separate(task=first, made=made) if there := {item.id for item in draft.items}.intersection(made):
            # the plan itself now says them apart, or only one of them
            apart = len(there) > 1 or first in {item.id for item in draft.items}
            return draft if apart else replace(draft, lapsed=(*draft.lapsed, operation))
    try:
        still = fits(draft, operation)
    except LookupError:
        goes_on = followed(draft, operation)
        return _applied(draft, goes_on) if goes_on else draft
    return _applied(draft, operation) if still else replace(draft, lapsed=(*draft.lapsed, operation))


def _applied(draft: Draft, operation: AboutTask) -> Draft:
    if isinstance(operation, Add):
        task = _added(operation)
        return replace(draft, items=(*draft.items, Item(operation.task, task, task, frozenset({Field.DUE}))))
    item = draft.item(operation.task)
    match operation:
        case Split():
            return _with(draft, {item.id: _parted(item, operation, draft.plan.header.date)})
        case Separate():
            return _with(draft, {item.id: separated(item, operation, draft.plan.header.date)})
        case Merge(other=other):
            second = draft.item(other)
            return _with(
                draft,
                {item.id: (_joined(item, second, draft.plan.header.date),), other: (replace(second, merged=item.id),)},
            )
        case _:
            return _with(draft, {item.id: (_changed(item, operation),)})


def _added(operation: Add) -> Task:
    """Return a task a person made: it quotes the plan, or is marked as added by hand."""
    mentions = (operation.mention,) if operation.mention else ()
    origin = Origin.PLAN if mentions else Origin.HAND
    return Task(operation.title, operation.due, mentions, operation.owners, origin=origin)


def _changed(item: Item, operation: AboutTask) -> Item:
    decided = item.decided | {FIELDS[type(operation)]}
    match operation:
        case Retitle(title=title):
            return replace(item, task=replace(item.task, title=title), decided=decided)
        case Redate(due=due):
            return replace(item, task=replace(item.task, due=due, confidence=1.0), decided=decided)
        case Assign(owners=owners, helpers=helpers):
            return replace(item, task=replace(item.task, owners=owners, helpers=helpers), decided=decided)
        case Confirm():
            return replace(item, task=replace(item.task, confidence=1.0), decided=decided)
        case Drop(reason=reason):
            return replace(item, dropped=reason)
        case Restore():
            return replace(item, dropped=None)
    return item


def _parted(item: Item, split: Split, signed: date | None) -> tuple[Item, Item]:
    """Return the two tasks: the mentions given away leave the first unless it would be left with none."""
    wanted = found_again(split.given, item.task.mentions) or ()
    given = tuple(mention for mention in item.task.mentions if mention in wanted) or item.task.mentions
    kept = tuple(mention for mention in item.task.mentions if mention not in given) or item.task.mentions
    left = left_with(kept, item.rivals)
    first = replace(item.task, mentions=kept, due=_due_of(item, kept, left, signed))
    due = split.due or (item.task.due if given == item.task.mentions else _in_force(given, item.task.due, signed))
    second = replace(item.task, title=split.title, mentions=given, due=due, original=None)
    decided = frozenset({Field.DUE} if split.due else ())
    return replace(item, task=first, rivals=left, parts=()), Item(split.made, item.said, second, decided)


def _joined(item: Item, second: Item, signed: date | None) -> Item:
    """Return the task both works become; where their days differ they are rivals, and the earlier is followed."""
    one, two = item.task, second.task
    mentions = (*one.mentions, *(mention for mention in two.mentions if mention not in one.mentions))
    rivals = rivals_between(item, second, signed)
    task = replace(
        one,
        mentions=mentions,
        due=used_of(rivals, signed) if rivals else agreed(item, second, signed),
        owners=one.owners or two.owners,
        helpers=tuple(dict.fromkeys((*one.helpers, *two.helpers))),
        criterion=one.criterion or two.criterion,
        standard=one.standard or two.standard,
        budget=one.budget or two.budget,
        expected=one.expected or two.expected,
        confidence=min(one.confidence, UNDECIDED) if rivals else one.confidence,
        origin=two.origin if one.origin is Origin.HAND else one.origin,
    )
    decided = item.decided | (second.decided & {Field.DUE})
    parts = (*_alone(item), *_alone(second)) if rivals else ()
    also = (*item.also, second.said, *second.also)
    decided = decided - {Field.DUE} if rivals else decided
    return replace(item, task=task, also=also, rivals=rivals, parts=parts, decided=decided)


def _alone(item: Item) -> tuple[Item, ...]:
    """Return the works whose days are still to choose among, the item itself where nothing is."""
    return item.parts if item.rivals and Field.DUE not in item.decided else (replace(item, rivals=(), parts=()),)


def _due_of(item: Item, mentions: tuple[Mention, ...], rivals: tuple[Rival, ...], signed: date | None) -> Due:
    """Return the deadline of a task that keeps only some mentions: the one decided stays."""
    if Field.DUE in item.decided or mentions == item.task.mentions:
        return item.task.due
    return used_of(rivals, signed) if rivals else _in_force(mentions, item.task.due, signed)


def _in_force(mentions: tuple[Mention, ...], otherwise: Due, signed: date | None) -> Due:
    return in_force([mention.due for mention in mentions], signed) if mentions else otherwise


def _with(draft: Draft, changed: Mapping[str, tuple[Item, ...]]) -> Draft:
    items = tuple(new for item in draft.items for new in changed.get(item.id, (item,)))
    return replace(draft, items=items)
