"""What changed between two law books, and the open tasks a change touches: listed, never moved by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from schedules.law.rules import Rule
from schedules.plan import Origin, Task

if TYPE_CHECKING:
    from schedules.law.book import LawBook


class Change(StrEnum):
    """What happened to a rule."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


LABELS = {Change.ADDED: "quy định mới", Change.GONE: "quy định đã bỏ", Change.CHANGED: "quy định đã đổi"}


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule before and after, and the names of the fields that differ."""

    rule_id: str
    change: Change
    before: Rule | None
    after: Rule | None
    fields: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The change as a page shows it."""
        rule = self.after or self.before
        if rule is None:
            return LABELS[self.change]
        was = f" (trước: {self.before.words})" if self.before and self.after else ""
        return f"{LABELS[self.change]} – {rule.citation}: {rule.words}{was}"


@dataclass(frozen=True, slots=True)
class Affected:
    """An open task, the change that touches it, and the task as the new rule has it (None when it is gone)."""

    task: Task
    change: RuleChange
    proposal: Task | None


def changed_rules(old: LawBook, new: LawBook) -> tuple[RuleChange, ...]:
    """Return the rules that differ between two books, by id."""
    before, after = ({rule.id: rule for rule in book.rules} for book in (old, new))
    changes = (_change(rule_id, before.get(rule_id), after.get(rule_id)) for rule_id in sorted(before | after))
    return tuple(change for change in changes if change)


def affected(
    tasks: Iterable[Task], changes: Iterable[RuleChange], new_tasks: Iterable[Task] = ()
) -> tuple[Affected, ...]:
    """Return the tasks of origin law that a change touches, each with the nearest task of the new rule."""
    by_rule = {f"law.{change.rule_id}": change for change in changes}
    proposals = tuple(new_tasks)
    return tuple(
        Affected(task, by_rule[task.due.rule], _nearest(task, proposals))
        for task in tasks
        if task.origin is Origin.LAW and task.due.rule in by_rule
    )


def _change(rule_id: str, before: Rule | None, after: Rule | None) -> RuleChange | None:
    if before is None or after is None:
        return RuleChange(rule_id, Change.ADDED if before is None else Change.GONE, before, after)
    differ = tuple(each.name for each in fields(Rule) if getattr(before, each.name) != getattr(after, each.name))
    return RuleChange(rule_id, Change.CHANGED, before, after, differ) if differ else None


def _nearest(task: Task, proposals: tuple[Task, ...]) -> Task | None:
    same = [each for each in proposals if each.due.rule == task.due.rule]
    if not same or task.due.day is None:
        return same[0] if same else None
    day = task.due.day
    return min(same, key=lambda each: abs(each.due.day - day).days if each.due.day else 0)
