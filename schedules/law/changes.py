"""What changed between two law books, and the open tasks a change touches: listed, never moved by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from schedules.law.comparing import TOO_FAR
from schedules.law.rules import Rule
from schedules.law.tasks import LawTask
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
    """An open task, the change that touches it, and what the new rules ask instead (None when nothing)."""

    task: Task
    change: RuleChange
    proposal: LawTask | None


def changed_rules(old: LawBook, new: LawBook) -> tuple[RuleChange, ...]:
    """Return the rules that differ between two books, by id."""
    before, after = ({rule.id: rule for rule in book.rules} for book in (old, new))
    changes = (_change(rule_id, before.get(rule_id), after.get(rule_id)) for rule_id in sorted(before | after))
    return tuple(change for change in changes if change)


def affected(
    tasks: Iterable[Task], changes: Iterable[RuleChange], new_tasks: Iterable[LawTask] = ()
) -> tuple[Affected, ...]:
    """Return the tasks of origin law that a change touches, each with the task the new rules ask instead."""
    by_rule = {f"law.{change.rule_id}": change for change in changes}
    asked = tuple(new_tasks)
    touched = (
        Affected(task, change, _instead(task, change, asked))
        for task in tasks
        if task.origin is Origin.LAW and (change := by_rule.get(task.due.rule))
    )
    return tuple(each for each in touched if each.proposal is None or _differs(each.task, each.proposal))


def _change(rule_id: str, before: Rule | None, after: Rule | None) -> RuleChange | None:
    if before is None or after is None:
        return RuleChange(rule_id, Change.ADDED if before is None else Change.GONE, before, after)
    differ = tuple(each.name for each in fields(Rule) if getattr(before, each.name) != getattr(after, each.name))
    return RuleChange(rule_id, Change.CHANGED, before, after, differ) if differ else None


def _instead(task: Task, change: RuleChange, asked: tuple[LawTask, ...]) -> LawTask | None:
    """Return the nearest task of the same rule, or of a new rule on the same matter; None where neither is near."""
    matter = change.before.matter if change.before else ""
    same_rule = [each for each in asked if each.due.rule == task.due.rule]
    same_matter = [each for each in asked if matter and each.matter == matter]
    return _nearest(task, same_rule) or _nearest(task, same_matter)


def _nearest(task: Task, asked: list[LawTask]) -> LawTask | None:
    day = task.due.day
    near = [(abs((each.due.day - day).days), each) for each in asked if day and each.due.day]
    apart, found = min(near, key=lambda pair: pair[0], default=(TOO_FAR + 1, None))
    return found if apart <= TOO_FAR else None


def _differs(task: Task, proposal: LawTask) -> bool:
    def facts(each: Task) -> tuple[object, ...]:
        return each.title, each.citation, each.due.start, each.due.day, each.due.bound, each.due.words

    return facts(task) != facts(proposal)
