"""Whether a decision still fits what a corrected copy says: by the work it is about, not by each of its words.

A merge, a rename and an owner outlive new words of the same work; a deadline does not outlive new words of a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from schedules.plan import Mention, Task
from tracker.identity import same_title
from tracker.review.draft import Draft, Field, Item
from tracker.review.operations import AboutTask, Assign, Merge, Operation, Redate, Retitle, Separate, Split
from tracker.review.saying import AND, BESIDE, plain, said, said_due, said_of
from tracker.review.separating import found_again, still_there


def fits(draft: Draft, operation: AboutTask) -> bool:
    """Whether the plan still says what an operation rests on; LookupError when a task of it is not there."""
    same = said_of(draft, operation) == operation.said or _is_of_the_same(draft, operation)
    return same and _is_still_said(draft, operation) and not _is_of_a_part(draft, operation)


def _is_of_a_part(draft: Draft, operation: AboutTask) -> bool:
    """Whether a title or owner was given to a part of a work that is whole again."""
    whole_again = {one.task for one in draft.lapsed if isinstance(one, Split | Separate)}
    return isinstance(operation, Retitle | Assign) and operation.task in whole_again


def followed(draft: Draft, operation: AboutTask) -> AboutTask | None:
    """Return an operation about a work the plan no longer says apart as one about the work it is now part of.

    None where there is no such work, or where it decides nothing the other work leaves open.
    """
    head = next((into for into, merges in draft.absorbed.items() if operation.task in _others(merges)), None)
    if not isinstance(operation, Assign) or head is None or draft.item(head).task.owners:
        return None
    return replace(operation, task=head)


def absorbed(ids: Iterable[str], operations: Iterable[Operation]) -> dict[str, tuple[Merge, ...]]:
    """Return the merges by the work that goes on, of which the plan does not say the other work apart any more."""
    there, found = set(ids), dict[str, tuple[Merge, ...]]()
    for one in operations:
        if isinstance(one, Merge) and one.task in there and one.other not in there:
            found[one.task] = (*found.get(one.task, ()), one)
    return found


def _others(merges: Iterable[Merge]) -> set[str]:
    return {one.other for one in merges}


def _is_of_the_same(draft: Draft, operation: AboutTask) -> bool:
    item = draft.item(operation.task)
    match operation:
        case Retitle(said=before):
            merges = draft.absorbed.get(item.id, ())
            known = {before, *before.split(AND), *(title for one in merges for pair in _titles(one) for title in pair)}
            return any(same_title(old, work.title) for old in known for work in _works(item))
        case Assign():
            return _names_nobody_new(item, operation)
        case Redate(said=before):
            # of one made before merged works were noted, what was said of the work alone
            # a day chosen while works were one, that its work says itself now that they are apart, still holds
            own = operation.due == item.said.due
            return own or before == said(item.said, Field.DUE) or _times(before) == _times(said_of(draft, operation))
        case Merge(other=other):
            now = item.said.title, draft.item(other).said.title
            return any(all(map(same_title, then, now)) for then in _titles(operation))
    return False


def _works(item: Item) -> tuple[Task, ...]:
    return (item.said, *item.also)


def _titles(merge: Merge) -> Iterator[tuple[str, str]]:
    """Yield the titles a merge may be about: a title may itself hold the sign between two works."""
    for sign in re.finditer(re.escape(AND), merge.said):
        yield _title(merge.said[: sign.start()]), _title(merge.said[sign.end() :])


def _title(whole: str) -> str:
    return whole.partition(BESIDE)[0]


def _names_nobody_new(item: Item, assign: Assign) -> bool:
    """Whether everyone the plan names now was named then, or is who was chosen: leaders and helpers each."""
    then = [one.partition(BESIDE) for one in assign.said.split(AND)]
    for at, chosen in ((0, assign.owners), (2, assign.helpers)):
        known = {name for one in then for name in one[at].split(", ")} | {plain(name) for name in chosen}
        named = (work.helpers if at else work.owners for work in _works(item))
        if not {plain(name) for names in named for name in names} <= known:
            return False
    return True


def _times(text: str) -> set[str]:
    return {time for one in text.split(AND) for time in one.split(" / ")}


def _is_still_said(draft: Draft, operation: AboutTask) -> bool:
    """Whether the mentions an operation rests on are still those of its task: after a merge that ended they are not."""
    match operation:
        case Redate(mention=Mention(due=due)):
            return any(said_due(one.due) == said_due(due) for one in draft.item(operation.task).task.mentions)
        case Split(given=given):
            return found_again(given, draft.item(operation.task).task.mentions) is not None
        case Separate():
            return still_there(draft, operation)
    return True
