"""Work that comes every week or month from a first to a last day is reviewed and kept by its first time."""

from __future__ import annotations

from dataclasses import replace

from schedules.plan import Task
from schedules.wording import Context, first_time
from tracker.review.draft import Draft


def each_time(draft: Draft, context: Context) -> Draft:
    """Return the draft with every such stretch as its first time; the later ones come as recurring work does."""

    def timed(task: Task) -> Task:
        due = first_time(task.due, context)
        return task if due is task.due else replace(task, due=due)

    items = (replace(item, said=timed(item.said), task=timed(item.task)) for item in draft.items)
    return replace(draft, items=tuple(items))
