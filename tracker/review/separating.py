"""One work becomes several again, each with the mentions and the words of its own places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from schedules.plan import Mention, Task
from schedules.proofreading.agreement import in_force
from schedules.wording import fold
from tracker.review.draft import Draft, Field, Item
from tracker.review.operations import Separate

Mentions = tuple[Mention, ...]


def found_again(wanted: Sequence[Mention], among: Sequence[Mention]) -> Mentions | None:
    """Return mentions as they stand now: of a corrected copy places and days may have moved; None when one is gone."""
    left, found = list(among), dict[int, Mention]()
    for said in (_whole, _words):
        for at, mention in enumerate(wanted):
            same = next((one for one in left if at not in found and said(one) == said(mention)), None)
            if same:
                found[at] = same
                left.remove(same)
    return tuple(found[at] for at in range(len(wanted))) if len(found) == len(wanted) else None


def _whole(mention: Mention) -> tuple[str, ...]:
    return _plain(mention.quote), _plain(mention.due.words)


def _words(mention: Mention) -> tuple[str, ...]:
    return (_plain(mention.due.words),)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def still_there(draft: Draft, separate: Separate) -> bool:
    """Whether every mention a work is made several by is still one of its mentions."""
    wanted = [mention for work in separate.works for mention in work.mentions]
    return found_again(wanted, draft.item(separate.task).task.mentions) is not None


def separated(item: Item, separate: Separate, signed: date | None) -> tuple[Item, ...]:
    """Return the works one becomes; what was decided about its title and its people stays with the first."""
    wanted = [mention for work in separate.works for mention in work.mentions]
    mentions = list(found_again(wanted, item.task.mentions) or ())
    works: list[Task] = []
    for work in separate.works:
        mine, mentions = mentions[: len(work.mentions)], mentions[len(work.mentions) :]
        works.append(replace(work, mentions=tuple(mine), due=in_force([one.due for one in mine], signed)))
    first, *others = works
    kept = item.decided & {Field.TITLE, Field.PEOPLE}
    title = item.task.title if Field.TITLE in kept else first.title
    people = item.task if Field.PEOPLE in kept else first
    task = replace(first, title=title, owners=people.owners, helpers=people.helpers)
    made = (Item(task_id, work, work) for task_id, work in zip(separate.made, others, strict=True))
    return replace(item, said=first, task=task, decided=kept), *made
