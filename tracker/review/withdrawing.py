"""A draft nobody wants: withdrawn with its tasks and decisions, kept in the history; the same file brings it back."""

from __future__ import annotations

from dataclasses import replace

from schedules.calendar import SchoolCalendar
from tracker.refusal import Refusal
from tracker.review.desk import open_review
from tracker.store import decisions, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import PlanStatus, StoredPlan, TaskState

WHY = "xóa bản nháp"


def withdraw(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> StoredPlan:
    """Take a draft that was never published out of the store's lists; raise Refusal for a plan that was."""
    with transaction(db):
        review = open_review(db, plan_id, calendar)
        stored = review.stored
        if stored.status is PlanStatus.WITHDRAWN:
            return stored
        if stored.status is not PlanStatus.DRAFT or stored.published_at:
            raise Refusal(
                "Kế hoạch này đã phát hành nên không xóa được: lịch và lời nhắc đang theo nó. "
                "Muốn đổi, hãy tải bản mới lên, hoặc bỏ từng việc khi duyệt bản mới."
            )
        cause = replace(actor, why=actor.why or WHY)
        for one in tasks.of_plan(db, plan_id):
            tasks.set_state(db, one.id, TaskState.CANCELLED, cause)
        decisions.end(db, [one.id for one in review.decisions], actor)
        plans.withdraw(db, plan_id)
        append(db, actor, Change("plan", str(plan_id), "withdrawn", stored.source, None))
        return plans.by_id(db, plan_id)
