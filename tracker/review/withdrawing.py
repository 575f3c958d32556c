"""A plan nobody wants: a draft deleted, a published plan recalled; its history stays, its file brings it back."""

from __future__ import annotations

from dataclasses import replace

from schedules.calendar import SchoolCalendar
from tracker.refusal import Refusal, StandsOtherwise
from tracker.reminders.planning import replan
from tracker.review.desk import Review, open_review, unwaive
from tracker.review.leaving import RECALLED, UNWANTED, fell_with_plan
from tracker.review.operations import Replaces
from tracker.review.succeeding import let_go
from tracker.review.typed_words import LONGEST_REASON, line
from tracker.store import decisions, notes, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import PlanStatus, StoredPlan, StoredTask, TaskState


def withdraw(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> StoredPlan:
    """Take a draft out of the store's lists; of a plan in force only the newer draft, what is in force stays.

    A recalled plan whose draft is deleted is as it was before that came. Raise Refusal for a plan in force without one:
    it is recalled instead, and for one recalled already: it has no draft.
    """
    with transaction(db):
        review = open_review(db, plan_id, calendar)
        stored = review.stored
        if stored.status is PlanStatus.WITHDRAWN:
            return _gone_already(stored)
        if stored.status is PlanStatus.PUBLISHED and review.waiting:
            _discard(db, review, actor)
            return stored
        if stored.status is not PlanStatus.DRAFT:
            raise Refusal(
                "Kế hoạch này đã phát hành nên không xóa như bản nháp: lịch và lời nhắc đang theo nó. "
                "Muốn đổi, hãy tải bản mới lên; muốn bỏ hẳn, hãy thu hồi kế hoạch kèm lý do."
            )
        _cancel(db, review, replace(actor, why=actor.why or UNWANTED))
        if stored.returned:
            _discard(db, review, actor)
            plans.withdraw(db, plan_id)
            return plans.by_id(db, plan_id)
        decisions.end(db, [one.id for one in review.decisions], actor)
        plans.withdraw(db, plan_id)
        append(db, actor, Change("plan", str(plan_id), "withdrawn", stored.source, None))
        return plans.by_id(db, plan_id)


def recall(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> StoredPlan:
    """Take a published plan out of force for the actor's reason: open tasks are cancelled, nobody is reminded again.

    Raise Refusal without a reason and for a plan that is not in force. What was done stays done; what was decided
    about the plan is kept for the day its file comes back.
    """
    with transaction(db):
        review = open_review(db, plan_id, calendar)
        if review.stored.status is not PlanStatus.PUBLISHED:
            over = "đã được thu hồi rồi" if review.stored.published_at else "chưa phát hành nên không có gì để thu hồi"
            raise Refusal(f"Kế hoạch này {over}.")
        if not actor.why:
            raise Refusal("Cần lý do thu hồi: người đang theo lịch này sẽ hỏi vì sao việc biến mất.")
        reason = line(actor.why, "Lý do thu hồi", LONGEST_REASON)
        _cancel(db, review, replace(actor, why=f"{RECALLED}{reason}"))
        plans.recall(db, plan_id)
        append(db, replace(actor, why=reason), Change("plan", str(plan_id), "recalled", review.stored.source, None))
        replan(db, review.school.id, calendar.working_days)
        return plans.by_id(db, plan_id)


def works_of_recalled(db: Database, plan_id: int) -> tuple[StoredTask, ...]:
    """Return the works a recalled plan had in force as it was recalled, every time of recurring ones.

    What is one with another work, was left out by a copy or never published is not among them; what the school had
    dropped by hand is, for the plan still says it.
    """
    whys = notes.why_dropped(db, plan_id)
    return tuple(
        one
        for one in tasks.every_time(db, plan_id)
        if one.published
        and one.left_out_at is None
        and (one.finished or one.set_aside_at is not None or fell_with_plan(whys.get(one.id, "")))
    )


def _gone_already(stored: StoredPlan) -> StoredPlan:
    if stored.published_at:
        raise StandsOtherwise("Kế hoạch này đã thu hồi và không có bản nháp nào để xóa.")
    return stored


def _cancel(db: Database, review: Review, actor: Actor) -> None:
    for one in tasks.every_time(db, review.stored.id):
        if one.open:
            tasks.set_state(db, one.id, TaskState.CANCELLED, actor)


def _discard(db: Database, review: Review, actor: Actor) -> None:
    """Let go of a newer draft with what was decided about it alone."""
    plan_id = review.stored.id
    while undone := decisions.undo_last(db, plan_id, actor):
        unwaive(db, review.school, undone)
        for one in undone:
            if isinstance(one.operation, Replaces):
                let_go(db, one.operation, actor)
    plans.discard(db, review.revision.id)
    append(db, actor, Change("plan", str(plan_id), "withdrawn", f"bản {review.revision.number}", None))
