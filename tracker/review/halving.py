"""One work made two by hand: each half with its own title and its own owners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schedules.plan import Due
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.draft import Draft, Field
from tracker.review.operations import Assign, Operation, Split
from tracker.review.saying import plain, said
from tracker.review.typed_words import names


@dataclass(frozen=True, slots=True)
class Half:
    """What a person says of one half; None is what the whole work has."""

    title: str | None = None
    owners: str | None = None


def halve(
    draft: Draft, task_id: str, halves: tuple[Half, Half], due: Due | None, given: Iterable[int]
) -> tuple[Operation, ...]:
    """Part a task in two: `due` is the second's, `given` its mentions, counted from 1; refuse two that are the same."""
    (first, second), item, mentions = halves, draft.item(task_id), tuple(given)
    whole = item.task.title
    if plain(first.title or whole) == plain(second.title or "") and due is None and not mentions:
        raise Refusal("Hai việc trùng cả tên lẫn hạn. Hãy đặt tên khác cho một việc, hoặc cho việc thứ hai hạn riêng.")
    made: list[Operation] = list(deciding.split(draft, task_id, second.title or "", due, mentions))
    if first.title is not None:
        made += deciding.retitle(draft, task_id, first.title)
    if first.owners is not None:
        made += deciding.assign(draft, [task_id], first.owners)
    (split,) = (one for one in made if isinstance(one, Split))
    lead = item.task.owners if second.owners is None else names(second.owners)
    if lead != item.task.owners:
        made.append(Assign(split.made, lead, item.task.helpers, said(item.said, Field.PEOPLE)))
    return tuple(made)
