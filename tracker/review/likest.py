"""Pure: the works of a draft one may be the same as, the likest title first; none is chosen for anybody."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from schedules.wording import fold
from tracker.review.draft import Item


def likest_first(item: Item, live: Iterable[Item]) -> list[Item]:
    """Return the other works, the likest title first, equally like ones in the plan's order."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(_plain(item.task.title))

    def unlikeness(other: Item) -> float:
        matcher.set_seq1(_plain(other.task.title))
        return -matcher.quick_ratio()

    return sorted((other for other in live if other.id != item.id), key=unlikeness)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
