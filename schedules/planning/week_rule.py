"""Which week rule a plan follows, told by the works it dates both by week and by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schedules.calendar import RuleScore, SchoolCalendar, score_week_rules
from schedules.plan import Due, Precision, Task
from schedules.planning.joining import Anchor


def best_rule(anchors: Sequence[Anchor], calendar: SchoolCalendar) -> RuleScore | None:
    """Return the rule that fits the plan's own dates best, the calendar's among equals; None without any anchor."""
    return score_week_rules(anchors, calendar)[0] if anchors else None


def with_score(task: Task, score: RuleScore) -> Task:
    """Say in the basis of every week of a task how well its rule fits the plan."""
    mentions = tuple(replace(mention, due=_scored(mention.due, score)) for mention in task.mentions)
    return replace(task, due=_scored(task.due, score), mentions=mentions)


def _scored(due: Due, score: RuleScore) -> Due:
    if due.precision is not Precision.WEEK or not due.basis:
        return due
    return replace(due, basis=f"{due.basis.rstrip('.')} ({score.words})")
