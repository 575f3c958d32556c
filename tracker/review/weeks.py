"""“Tuần k tháng m” under each rule a plan leaves open, with its score, and a draft's weeks moved to the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from schedules.calendar import RuleScore, SchoolCalendar, WeekRule
from schedules.plan import Document, Due, Mention, Place, Plan
from schedules.planning import understand, week_scores
from tracker.review.draft import Field, Item, Rival

IMPLIED = "week_rule"
"""How a due says that its days rest on a week rule."""


MOST = 4000
"""Blocks up to which a plan is read once per rule; a longer sheet follows the school's own rule, as its basis says."""


FEWEST_MARKS = 2
"""Dates of the plan's own that must agree on one rule before nobody is asked: one may agree by chance."""


@dataclass(frozen=True, slots=True)
class WeekChoice:
    """One rule, the plan as read under it, and how well it fits the plan's own dates."""

    rule: WeekRule
    plan: Plan
    score: RuleScore | None = None


def week_choices(plan: Plan, calendar: SchoolCalendar) -> tuple[WeekChoice, ...]:
    """Return the rules the plan's own dates do not exclude but which give other days, the one in force first."""
    if not any(_weekly(due) for due in _dues(plan)) or not 0 < len(plan.document.blocks) <= MOST:
        return ()
    return _choices(plan.document, calendar)


def is_settled(choices: Sequence[WeekChoice]) -> bool:
    """Whether the rule in force alone meets every date of the plan's own, so that nobody need be asked."""
    first, *others = [choice.score for choice in choices] or [None]
    if first is None or first.total < FEWEST_MARKS or first.fitted < first.total:
        return False
    return all(other is None or other.fitted < first.fitted for other in others)


def reread(document: Document, calendar: SchoolCalendar, rule: WeekRule) -> Plan:
    """Return the document understood under another week rule."""
    return understand(document, calendar.with_week_rule(rule))


@lru_cache(maxsize=4)
def _choices(document: Document, calendar: SchoolCalendar) -> tuple[WeekChoice, ...]:
    """A rule that fits worse gives way to a better one while reading: its own name is then missing in the basis."""
    found: dict[tuple[Due, ...], WeekChoice] = {}
    scores = {score.rule: score for score in week_scores(document, calendar)}
    rules = list(scores) or sorted(WeekRule, key=lambda rule: rule is not calendar.week_rule)
    for rule in rules:
        plan = reread(document, calendar, rule)
        weekly = [due for due in _dues(plan) if _weekly(due)]
        if any(rule.label in due.basis for due in weekly):
            days = tuple(Due(start=due.start, day=due.day) for due in weekly)
            found.setdefault(days, WeekChoice(rule, plan, scores.get(rule)))
    return tuple(found.values()) if len(found) > 1 else ()


def with_weeks(items: Sequence[Item], plan: Plan) -> tuple[Item, ...]:
    """Return the tasks with every week they rest on as the other reading has it; decided deadlines stay."""
    dues = {(mention.quote, mention.place): mention.due for task in plan.tasks for mention in task.mentions}
    return tuple(_moved(item, dues) for item in items)


def _moved(item: Item, dues: dict[tuple[str, Place], Due]) -> Item:
    def other(due: Due, mention: Mention) -> Due:
        return dues.get((mention.quote, mention.place), due) if _weekly(due) else due

    task = item.task
    mentions = tuple(replace(one, due=other(one.due, one)) for one in task.mentions)
    due = next((new.due for old, new in zip(task.mentions, mentions, strict=True) if old.due == task.due), task.due)
    kept = task.due if Field.DUE in item.decided else due
    read_again = dict(zip(task.mentions, mentions, strict=True))
    rivals = tuple(_read_again(one, read_again) for one in item.rivals)
    parts = tuple(_moved(one, dues) for one in item.parts)
    return replace(item, task=replace(task, mentions=mentions, due=kept), rivals=rivals, parts=parts)


def _read_again(rival: Rival, mentions: Mapping[Mention, Mention]) -> Rival:
    mention = mentions.get(rival.mention) if rival.mention else None
    return replace(rival, due=mention.due, mention=mention) if mention else rival


def _weekly(due: Due) -> bool:
    return IMPLIED in due.implied


def _dues(plan: Plan) -> list[Due]:
    return [mention.due for task in plan.tasks for mention in task.mentions]
