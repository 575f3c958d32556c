"""Works kept as the law asked them once, against what it asks now: listed, never moved by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schedules.law.comparing import TOO_FAR
from schedules.law.rules import Rule
from schedules.law.tasks import LawTask
from schedules.plan import Origin, Task


@dataclass(frozen=True, slots=True)
class Affected:
    """A work as the law asked it when it was kept, and what the law asks instead now (None when nothing)."""

    task: Task
    instead: LawTask | None

    @property
    def moves(self) -> bool:
        """Whether the days differ, not only what they rest on."""
        return self.instead is not None and _days(self.task) != _days(self.instead)


def affected(kept: Iterable[Task], asked: Iterable[LawTask], rules: Iterable[Rule]) -> tuple[Affected, ...]:
    """Return the kept works of origin law that the rules of today ask otherwise or no longer, in their order.

    A work keeps its pair of the same rule and name; one without a pair is held against the nearest free task of its
    rule, then of its matter, for a circular that replaces another has rules of its own.
    """
    kept, asked = [task for task in kept if task.origin is Origin.LAW], list(asked)
    matters = {f"law.{rule.id}": rule.matter for rule in rules}
    pairs = {_name(task): task for task in asked}
    names = {_name(task) for task in kept}
    free = [task for task in asked if _name(task) not in names]
    return tuple(_touched(kept, pairs, free, matters))


def _touched(
    kept: list[Task], pairs: dict[tuple[str, str], LawTask], free: list[LawTask], matters: dict[str, str]
) -> Iterator[Affected]:
    for task in kept:
        pair = pairs.get(_name(task))
        if pair is None:
            instead = _instead(task, matters.get(task.due.rule, ""), free)
            free = [each for each in free if each is not instead]
            yield Affected(task, instead)
        elif (_days(task), task.citation) != (_days(pair), pair.cited):
            yield Affected(task, pair)


def _name(task: Task) -> tuple[str, str]:
    return task.due.rule, task.title


def _days(task: Task) -> tuple[object, ...]:
    return task.due.start, task.due.day, task.due.bound


def _instead(task: Task, matter: str, free: list[LawTask]) -> LawTask | None:
    same_rule = [each for each in free if each.due.rule == task.due.rule]
    same_matter = [each for each in free if matter and each.matter == matter]
    return _nearest(task, same_rule) or _nearest(task, same_matter)


def _nearest(task: Task, asked: list[LawTask]) -> LawTask | None:
    day = task.due.day
    near = [(abs((each.due.day - day).days), each) for each in asked if day and each.due.day]
    apart, found = min(near, key=lambda pair: pair[0], default=(TOO_FAR + 1, None))
    return found if apart <= TOO_FAR else None
