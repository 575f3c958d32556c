"""What a corrected copy says otherwise of a work beside its deadline: its name, its people, its money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schedules.plan import Task
from tracker.identity import Comparison
from tracker.store.records import StoredTask

Pair = tuple[StoredTask, Task]
NOBODY, NO_MONEY = "chưa có ai", "không ghi"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of a work in words: what it is (“Đổi người”), how it was, how the copy has it."""

    what: str
    was: str
    now: str


def other_people(old: Task, new: Task) -> bool:
    """Return whether a copy names other people for a work, leading or helping."""
    return (old.owners, old.helpers) != (new.owners, new.helpers)


def people_words(task: Task) -> str:
    """Return whom a plan names for a work: “Cô Lan; phối hợp: Cô Hà”."""
    helping = f"phối hợp: {', '.join(task.helpers)}" if task.helpers else ""
    return "; ".join(filter(None, (", ".join(task.owners), helping))) or NOBODY


def differences(old: Task, new: Task) -> tuple[Difference, ...]:
    """Return what a copy says otherwise of a work beside its days; nothing where only its words stand elsewhere."""
    return tuple(_differences(old, new))


def _differences(old: Task, new: Task) -> Iterator[Difference]:
    if other_people(old, new):
        yield Difference("Đổi người", people_words(old), people_words(new))
    if old.title != new.title:
        yield Difference("Đổi tên việc", old.title, new.title)
    if _money(old) != _money(new):
        yield Difference("Đổi kinh phí", _money(old), _money(new))


def _money(task: Task) -> str:
    return task.budget.words if task.budget else NO_MONEY


def otherwise(compared: Comparison) -> tuple[Pair, ...]:
    """Return the pairs of a copy, moved ones among them, that say anything beside their days otherwise."""
    return tuple((old, new) for old, new in compared.pairs if differences(old.task, new))


def count_words(pairs: Iterable[Pair]) -> str:
    """Return of how many works each thing changes: “2 đổi người, 1 đổi tên việc”; empty where nothing does."""
    found = Counter(one.what for old, new in pairs for one in differences(old.task, new))
    return ", ".join(f"{many} {what[:1].lower()}{what[1:]}" for what, many in found.items())
