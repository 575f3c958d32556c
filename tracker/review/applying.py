"""Decisions applied one after another to a reading; what the plan no longer says that way is left out and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from schedules.calendar import WeekRule
from schedules.plan import Due, Mention, Origin, Plan, Task
from schedules.proofreading.agreement import in_force
from tracker.review.draft import Draft, Field, Item, waiver_key
from tracker.review.operations import (
    AboutTask,
    Add,
    Answer,
    Assign,
    ChooseWeeks,
    Confirm,
    Drop,
    Merge,
    Operation,
    Redate,
    Restore,
    Retitle,
    Split,
)
from tracker.review.saying import FIELDS, said_of
from tracker.review.weeks import with_weeks

Reread = Callable[[WeekRule], Plan]
"""The same document understood under another week rule."""


def reviewed(plan: Plan, ids: Iterable[str], operations: Iterable[Operation], reread: Reread) -> Draft:
    """Return the draft that a reading, the ids of its tasks and the decisions in force make."""
    items = tuple(Item(task_id, task, task) for task_id, task in zip(ids, plan.tasks, strict=True))
    draft = Draft(plan, items)
    for operation in operations:
        draft = apply(draft, operation, reread)
    return draft


def apply(draft: Draft, operation: Operation, reread: Reread) -> Draft:
    """Return the draft after one more decision; one that no longer fits is kept among the lapsed."""
    match operation:
        case Answer():
            answered = {waiver_key(operation.rule, key): operation for key in operation.keys}
            return replace(draft, answers={**draft.answers, **answered})
        case ChooseWeeks(rule=rule):
            return replace(draft, items=with_weeks(draft.items, reread(rule)), week_rule=rule)
    try:
        fits = said_of(draft, operation) == operation.said
    except LookupError:
        return draft
    return _applied(draft, operation) if fits else replace(draft, lapsed=(*draft.lapsed, operation))


def _applied(draft: Draft, operation: AboutTask) -> Draft:
    if isinstance(operation, Add):
        task = _added(operation)
        return replace(draft, items=(*draft.items, Item(operation.task, task, task, frozenset({Field.DUE}))))
    item = draft.item(operation.task)
    match operation:
        case Split():
            return _with(draft, {item.id: _parted(item, operation, draft.plan.header.date)})
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
    given = tuple(mention for mention in item.task.mentions if mention in split.given) or item.task.mentions
    kept = tuple(mention for mention in item.task.mentions if mention not in given) or item.task.mentions
    first = replace(item.task, mentions=kept, due=_due_of(item, kept, signed))
    due = split.due or (item.task.due if given == item.task.mentions else _in_force(given, item.task.due, signed))
    second = replace(item.task, title=split.title, mentions=given, due=due, original=None)
    decided = frozenset({Field.DUE} if split.due else ())
    return replace(item, task=first), Item(split.made, item.said, second, decided)


def _joined(item: Item, second: Item, signed: date | None) -> Item:
    one, two = item.task, second.task
    mentions = (*one.mentions, *(mention for mention in two.mentions if mention not in one.mentions))
    task = replace(
        one,
        mentions=mentions,
        due=_due_of(item, mentions, signed),
        owners=one.owners or two.owners,
        helpers=tuple(dict.fromkeys((*one.helpers, *two.helpers))),
        criterion=one.criterion or two.criterion,
        standard=one.standard or two.standard,
        budget=one.budget or two.budget,
        expected=one.expected or two.expected,
    )
    return replace(item, task=task)


def _due_of(item: Item, mentions: tuple[Mention, ...], signed: date | None) -> Due:
    """Return the deadline of a task whose mentions changed: the one decided stays."""
    same = Field.DUE in item.decided or mentions == item.task.mentions
    return item.task.due if same else _in_force(mentions, item.task.due, signed)


def _in_force(mentions: tuple[Mention, ...], otherwise: Due, signed: date | None) -> Due:
    return in_force([mention.due for mention in mentions], signed) if mentions else otherwise


def _with(draft: Draft, changed: Mapping[str, tuple[Item, ...]]) -> Draft:
    items = tuple(new for item in draft.items for new in changed.get(item.id, (item,)))
    return replace(draft, items=items)
