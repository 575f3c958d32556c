"""Whether parents see a work: what its plan's words disclose (TT 09/2024), until the manager says otherwise."""

from __future__ import annotations

from schedules.plan import Origin
from tracker.refusal import Refusal
from tracker.store import plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.records import PlanStatus, StoredPlan, StoredTask, TaskState


def can_be_shown(stored: StoredTask, plan: StoredPlan) -> bool:
    """Whether the public calendar may hold a work: published, of a plan in force, asked for and not only proposed."""
    in_force = plan.status is PlanStatus.PUBLISHED and stored.published
    return in_force and stored.state is not TaskState.CANCELLED and stored.task.origin is not Origin.CHECKPOINT


def show_to_parents(db: Database, task_id: str, actor: Actor, *, see: bool) -> None:
    """Show a work to parents or hide it, of recurring work every time; it holds through new copies of the plan.

    Raise Refusal for work that is on no calendar.
    """
    with transaction(db):
        stored = tasks.by_id(db, task_id)
        if not can_be_shown(stored, plans.by_id(db, stored.plan_id)):
            raise Refusal("Việc này không có trên lịch nào nên không đổi được phụ huynh có thấy hay không.")
        first = stored.repeats or stored.id
        for one in (first, *(time.id for time in tasks.later_times(db, first))):
            tasks.show_to_parents(db, one, actor, see=see)
