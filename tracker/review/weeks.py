"""“Tuần k tháng m” under each rule a plan leaves open, with its score, and a draft's weeks moved to the chosen one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from schedules.calendar import RuleScore, SchoolCalendar, WeekRule
from schedules.plan import Document, Due, Mention, Place, Plan, SchoolYear, Task
from schedules.planning import understand, week_scores
from tracker.review.draft import Draft, Field, Item, Rival

Spot = tuple[str, Place, str]
"""A quote, where it stands, and the words of its time."""

IMPLIED = "week_rule"
"""How a due says that its days rest on a week rule."""


MOST = 4000
"""Blocks up to which a plan is read once per rule; a longer sheet follows the school's own rule, as its basis says."""


MOST_SAID, AROUND = 4, " ().;,"
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
    return _choices(plan.document, calendar, _given_year(plan, calendar))


def is_settled(choices: Sequence[WeekChoice]) -> bool:
    """Whether the rule in force alone meets every date of the plan's own, so that nobody need be asked."""
    first, *others = [choice.score for choice in choices] or [None]
    if first is None or first.total < FEWEST_MARKS or first.fitted < first.total:
        return False
    return all(other is None or other.fitted < first.fitted for other in others)


def reread(plan: Plan, calendar: SchoolCalendar, rule: WeekRule | None) -> Plan:
    """Return a plan's document understood under another week rule, None is the school's own, in the plan's year."""
    return _understood(plan.document, _ruled(calendar, rule), _given_year(plan, calendar))


def _ruled(calendar: SchoolCalendar, rule: WeekRule | None) -> SchoolCalendar:
    return calendar.with_week_rule(rule) if rule else calendar


def _given_year(plan: Plan, calendar: SchoolCalendar) -> SchoolYear | None:
    """Return the school year somebody gave when the plan was read; None where its own words gave it."""
    year = plan.header.school_year
    own = _understood(plan.document, calendar, None).header.school_year if year else None
    return year if year != own else None


@lru_cache(maxsize=8)
def _understood(document: Document, calendar: SchoolCalendar, year: SchoolYear | None) -> Plan:
    return understand(document, calendar, year)


@lru_cache(maxsize=4)
def _choices(document: Document, calendar: SchoolCalendar, year: SchoolYear | None) -> tuple[WeekChoice, ...]:
    """A rule that fits worse gives way to a better one while reading: its own name is then missing in the basis."""
    found: dict[tuple[Due, ...], WeekChoice] = {}
    scores = {score.rule: score for score in week_scores(document, calendar)}
    rules = list(scores) or sorted(WeekRule, key=lambda rule: rule is not calendar.week_rule)
    for rule in rules:
        plan = _understood(document, _ruled(calendar, rule), year)
        weekly = [due for due in _dues(plan) if _weekly(due)]
        if any(rule.label in due.basis for due in weekly):
            days = tuple(Due(start=due.start, day=due.day) for due in weekly)
            found.setdefault(days, WeekChoice(rule, plan, scores.get(rule)))
    return tuple(found.values()) if len(found) > 1 else ()


@dataclass(frozen=True, slots=True)
class Again:
    """A plan read again: the deadline of each place, and each work by the places that tell of it."""

    dues: Mapping[Spot, Due]
    works: Mapping[frozenset[Spot], Task]

    @classmethod
    def of(cls, plan: Plan) -> Again:
        """Return what another reading says."""
        dues = {_spot(mention): mention.due for task in plan.tasks for mention in task.mentions}
        return cls(dues, {frozenset(map(_spot, task.mentions)): task for task in plan.tasks})


def under(draft: Draft, was: Plan, now: Plan) -> Draft:
    """Return a draft as another reading of its plan has it: deadlines, how sure they are, and what is asked.

    `was` is the reading in force until then: what of the draft's findings is not its own stays.
    """
    again = Again.of(now)
    gone = [one for one in was.findings if one not in now.findings]
    told = [one for one in draft.plan.findings if one not in gone]
    told += [one for one in now.findings if one not in was.findings and one not in told]
    items = tuple(_moved(item, again) for item in draft.items)
    return replace(draft, items=items, plan=replace(draft.plan, findings=tuple(told)))


def _moved(item: Item, again: Again) -> Item:
    """Return a task with every week it rests on as the other reading has it; a decided deadline stays."""
    task = item.task
    mentions = tuple(
        replace(one, due=again.dues.get(_spot(one), one.due)) if _weekly(one.due) else one for one in task.mentions
    )
    due = next((new.due for old, new in zip(task.mentions, mentions, strict=True) if old.due == task.due), task.due)
    confidence = task.confidence
    whole = again.works.get(frozenset(map(_spot, task.mentions)))
    if whole and not item.rivals and mentions != task.mentions:
        due = whole.due
        confidence = confidence if item.decided & {Field.DUE, Field.WHOLE} else whole.confidence
    kept = task.due if Field.DUE in item.decided else due
    read_again = dict(zip(task.mentions, mentions, strict=True))
    rivals = tuple(_read_again(one, read_again) for one in item.rivals)
    parts = tuple(_moved(one, again) for one in item.parts)
    task = replace(task, mentions=mentions, due=kept, confidence=confidence)
    return replace(item, task=task, rivals=rivals, parts=parts)


def _spot(mention: Mention) -> Spot:
    return mention.quote, mention.place, mention.due.words


def _read_again(rival: Rival, mentions: Mapping[Mention, Mention]) -> Rival:
    mention = mentions.get(rival.mention) if rival.mention else None
    return replace(rival, due=mention.due, mention=mention) if mention else rival


def weeks_asked(draft: Draft) -> tuple[Mention, ...]:
    """Return the places of a draft's works whose days rest on how weeks are counted, in the plan's order."""
    works = (item.task for item in draft.live)
    return tuple(dict.fromkeys(one for task in works for one in task.mentions if _weekly(one.due)))


def weeks_said(mentions: Iterable[Mention]) -> str:
    """Return the plan's own words for some weeks, a few of them: “Tuần 3 tháng 1/2027”, “tuần 2 tháng 3”."""
    words = list(dict.fromkeys(f"“{one.due.words.strip(AROUND)}”" for one in mentions if one.due))
    return ", ".join(words[:MOST_SAID]) + (" …" if len(words) > MOST_SAID else "")


def _weekly(due: Due) -> bool:
    return IMPLIED in due.implied


def _dues(plan: Plan) -> list[Due]:
    return [mention.due for task in plan.tasks for mention in task.mentions]
