"""Deadlines moved after publishing (an approved extension) outlive a new import that says the same as before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from schedules.plan import Due
from tracker.review.draft import Draft, Item
from tracker.store.records import StoredTask
from tracker.store.tasks import words


def carried(draft: Draft, base: Draft, stored: Mapping[str, StoredTask]) -> Draft:
    """Return the draft with each deadline the store moved since `base` was published, where the draft did not."""
    before = {item.id: item.task.due for item in base.items}
    return replace(draft, items=tuple(_carried(item, before.get(item.id), stored.get(item.id)) for item in draft.items))


def _carried(item: Item, before: Due | None, stored: StoredTask | None) -> Item:
    if before is None or stored is None:
        return item
    wanted, now, then = (words(due) for due in (item.task.due, stored.task.due, before))
    moved_elsewhere = wanted == then != now
    return replace(item, task=replace(item.task, due=stored.task.due)) if moved_elsewhere else item
