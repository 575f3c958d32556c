"""A school that said once which days “tuần k” means is not asked again where a plan's own dates do not tell."""

from __future__ import annotations

from schedules.calendar import WeekRule
from tracker.plan_names import plan_name
from tracker.review.desk import Review
from tracker.review.operations import ChooseWeeks
from tracker.review.telling import told
from tracker.store import decisions, plans
from tracker.store.database import Database
from tracker.store.history import Actor, Change, append


def take_over(db: Database, review: Review, actor: Actor) -> bool:
    """Keep the school's last answer as a decision of this plan, to be undone as any; return whether it was wanted.

    The plan's own dates come first: a rule they fit less well than another is asked about.
    """
    last = decisions.last_weeks(db, review.school.id, review.stored.id)
    if last is None or not review.weeks_open or not _fits(review, last[1].rule):
        return False
    plan_id, answer = last
    operation = ChooseWeeks(answer.rule, of=plan_name(plans.by_id(db, plan_id)))
    decisions.add(db, review.stored.id, (operation,), actor)
    append(db, actor, Change("plan", str(review.stored.id), "decided", None, told(review.draft, operation)))
    return True


def _fits(review: Review, rule: WeekRule) -> bool:
    """Whether no other rule fits the plan's own dates better."""
    scores = {choice.rule: choice.score for choice in review.weeks}
    if rule not in scores:
        return False
    mine = scores[rule]
    return mine is None or all(
        other is None or (mine.gainsaid, -mine.fitted) <= (other.gainsaid, -other.fitted) for other in scores.values()
    )
