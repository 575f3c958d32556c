"""What people changed after publishing (time granted, a work moved or dropped by hand) outlives a new import.

It does so where the import says the same day as before; where it says another, the import holds, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schedules.plan import Due
from tracker.deadline_words import EXTENDED, MOVED
from tracker.review.draft import Draft, Item, Overruled
from tracker.spoken import day_words, due_words
from tracker.store.records import StoredTask
from tracker.store.tasks import days_of, words


@dataclass(frozen=True, slots=True)
class InForce:
    """A plan as published: its draft then, its tasks in the store by id, every time of them, and why some are dropped.

    `anew` are the ids of tasks whose day or place in the plan someone decided about in the new draft itself.
    """

    draft: Draft
    tasks: Mapping[str, StoredTask]
    reasons: Mapping[str, str]
    anew: frozenset[str] = frozenset()


def carried(draft: Draft, base: InForce) -> Draft:
    """Return the draft with what people changed in the store since `base` was published, and what of it it ends."""
    before = {item.id: item.task.due for item in base.draft.items if item.id not in base.anew}
    items = tuple(_carried(item, before.get(item.id), base) for item in draft.items)
    overruled = (one for item in draft.live for one in _overruled(item, before.get(item.id), base))
    return replace(draft, items=items, overruled=tuple(overruled))


def _carried(item: Item, before: Due | None, base: InForce) -> Item:
    stored = base.tasks.get(item.id)
    if before is None or stored is None or words(item.task.due) != words(before):
        return item
    if words(stored.task.due) != words(before):
        item = replace(item, task=replace(item.task, due=stored.task.due))
    if stored.set_aside_at is None or not item.live:
        return item
    return replace(item, dropped=base.reasons.get(item.id, ""), aside=True)


def _overruled(item: Item, before: Due | None, base: InForce) -> Iterator[Overruled]:
    """Yield what people changed of a work, each time of it, that the new day of the plan ends."""
    if before is None or words(item.task.due) == words(before):
        return
    for stored in base.tasks.values():
        if item.id in {stored.id, stored.repeats}:
            changed = _changed(stored, item.task.due, base.reasons)
            time = f" (lần {day_words(stored.task.due.day)})" if stored.repeats and stored.task.due.day else ""
            if changed:
                words_of = f"“{item.task.title}”{time}: {changed} Bản mới: {due_words(item.task.due)}."
                held = stored.set_aside_at is None and not stored.repeats
                yield Overruled(item.id, words_of, stored.task.due if held else None)


def _changed(stored: StoredTask, new: Due, reasons: Mapping[str, str]) -> str:
    """Return what people changed of a task; empty when nothing, or when the new day is what they made it."""
    if stored.let_be:
        return ""
    if stored.set_aside_at is not None:
        return f"đã bỏ vì {reasons.get(stored.id, '').rstrip('.')}; nay lại có."
    moved = stored.open and stored.task.due.rule in {EXTENDED, MOVED}
    return stored.task.due.basis if moved and days_of(stored.task.due) != days_of(new) else ""
