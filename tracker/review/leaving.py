"""Pure: why a work is in the plan no more: left out in review, gone from a new copy, or one with another now."""

from __future__ import annotations

from collections.abc import Mapping

from schedules.plan import Task
from schedules.wording import fold
from tracker.naming import same_person
from tracker.review.draft import Draft, Item
from tracker.spoken import due_words
from tracker.store.records import StoredTask
from tracker.store.tasks import days_of

BY_COPY = "do bản "
"""How the history says by which copy of the plan a work changed; its number follows."""

RECALLED = "thu hồi kế hoạch: "
"""How the history begins why a work of a plan taken back fell away; what its people said follows."""

BACK = " lại có việc này"
"""How the history ends why a dropped work is in the plan again: behind the copy that has it."""

UNWANTED = "xóa bản nháp"
GONE = "không còn trong bản kế hoạch mới"
DONE_AND_GONE = "đã xong, bản mới không còn; vẫn ghi là đã xong"
JOINED = "gộp vào “"
STILL = f"{GONE}; việc cùng tên vẫn còn, hạn: "


def why_gone(one: StoredTask, draft: Draft, known: Mapping[str, StoredTask]) -> str:
    """Return why a work of the store is not in a draft; `known` are the store's works before the draft comes in.

    Where one namesake of the same people lives on with other days than before, the two became that one.
    """
    item = next((item for item in draft.items if item.id == one.id), None)
    if item:
        return joined_into(draft.item(item.merged).task) if item.merged else f"bỏ khi duyệt: {item.dropped}"
    kin = [item for item in draft.live if _are_kin(item.task, one.task)]
    if len(kin) == 1 and _is_changed(kin[0], known):
        return joined_into(kin[0].task)
    return STILL + "; ".join(due_words(item.task.due) for item in kin) if kin else GONE


def joined_into(task: Task) -> str:
    """Return that a work is one with another now: its title, its deadline and whose it is."""
    whose = f"; {', '.join(task.owners)} phụ trách" if task.owners else ""
    return f"{JOINED}{task.title}” ({due_words(task.due)}{whose})"


def is_joined(why: str) -> bool:
    """Whether a work gone for this reason became one with another."""
    return why.startswith(JOINED)


def fell_with_plan(why: str) -> bool:
    """Whether a work gone for this reason fell away with its whole plan, and comes back with it."""
    return why.startswith((RECALLED, UNWANTED))


def lives_on(why: str) -> bool:
    """Whether a work gone for this reason is still done, as another or by its namesake."""
    return why.startswith((JOINED, STILL))


def _are_kin(one: Task, other: Task) -> bool:
    """Whether two works have one title and somebody in common, as far as both name anybody."""
    if _plain(one.title) != _plain(other.title):
        return False
    pairs = [(first, second) for first in one.owners for second in other.owners]
    return not pairs or any(same_person(first, second) for first, second in pairs)


def _is_changed(item: Item, known: Mapping[str, StoredTask]) -> bool:
    old = known.get(item.id)
    return old is None or days_of(old.task.due) != days_of(item.task.due)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
