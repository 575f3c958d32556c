"""Which week rule a plan follows, told by the works it dates both by week and by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schedules.calendar import RuleScore, SchoolCalendar, score_week_rules
from schedules.plan import Bound, Due, Precision, Task
from schedules.planning.joining.one_task import Anchor

HELD = frozenset({Bound.DURING, None})


def ranked_rules(anchors: Sequence[Anchor], calendar: SchoolCalendar) -> tuple[RuleScore, ...]:
    """Return every week rule with how it fits the plan's own dates, the one the plan is read under first.

    Only days on which a work of some week is held speak against the calendar's own rule. A last day beside a week
    does not: a plan may say “trước ngày 25/5” here and “tuần 4” there, and count its weeks as the school does.
    """
    scores = score_week_rules(anchors, calendar) if anchors else ()
    held = [anchor for anchor in anchors if anchor[1].bound in HELD]
    own = calendar.week_rule
    if any(score.rule is own and score.gainsaid for score in (score_week_rules(held, calendar) if held else ())):
        return scores
    return tuple(sorted(scores, key=lambda score: score.rule is not own))


def best_rule(anchors: Sequence[Anchor], calendar: SchoolCalendar) -> RuleScore | None:
    """Return the rule a plan is read under, with its score; None without any anchor."""
    return next(iter(ranked_rules(anchors, calendar)), None)


def with_score(task: Task, score: RuleScore) -> Task:
    """Say in the basis of every week of a task how well its rule fits the plan."""
    mentions = tuple(replace(mention, due=_scored(mention.due, score)) for mention in task.mentions)
    return replace(task, due=_scored(task.due, score), mentions=mentions)


def _scored(due: Due, score: RuleScore) -> Due:
    if due.precision is not Precision.WEEK or not due.basis:
        return due
    return replace(due, basis=f"{due.basis.rstrip('.')} ({score.words})")
