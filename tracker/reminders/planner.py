"""Pure planning: tasks, who hears of them and the policy → one row per task, person and stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from schedules.calendar import WorkingDays
from schedules.plan import Origin
from tracker.reminders.hearing import Recipient
from tracker.reminders.policy import Policy
from tracker.reminders.reasons import Reason
from tracker.reminders.stages import stages
from tracker.store.ledger import Planned
from tracker.store.records import StoredTask, TaskState

REMINDED_ORIGINS = frozenset({Origin.PLAN, Origin.LAW, Origin.HAND})

PolicyOf = Callable[[StoredTask, Recipient], Policy]


def silent_because(task: StoredTask) -> Reason | None:
    """Return why a task is not reminded of at all, or None when it is."""
    if task.state is TaskState.CANCELLED:
        return Reason.TASK_CANCELLED
    if not task.open:
        return Reason.TASK_DONE
    if not task.published:
        return Reason.NOT_PUBLISHED
    if task.task.origin not in REMINDED_ORIGINS:
        return Reason.POLICY_CHANGED
    return Reason.DUE_MOVED if task.task.due.remind_by is None else None


def gone_because(task: StoredTask) -> Reason | None:
    """Return why a task, done or not, is nobody's matter any more, or None when it is."""
    if task.state is TaskState.CANCELLED:
        return Reason.TASK_CANCELLED
    return None if task.published else Reason.NOT_PUBLISHED


def over_because(task: StoredTask) -> Reason | None:
    """Return why nobody need answer about a task, dated or not, any more, or None while someone may."""
    return gone_because(task) or (None if task.open else Reason.TASK_DONE)


def plan_reminders(
    tasks: Iterable[StoredTask],
    recipients: Mapping[str, tuple[Recipient, ...]],
    policy_of: PolicyOf,
    working_days: WorkingDays,
) -> tuple[Planned, ...]:
    """Return every reminder the tasks call for, in the order of tasks; independent of the present instant."""
    return tuple(
        Planned(task.id, who.person.id, stage.name, who.person.addresses[0], task.due_version, stage.at)
        for task in tasks
        if silent_because(task) is None
        for who in recipients.get(task.id, ())
        for stage in stages(task.task.due, policy_of(task, who), working_days)
        if who.ear in stage.ears
    )
