"""Pure planning: tasks, who hears of them and the policy → one row per task, person and stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from schedules.calendar import WorkingDays
from schedules.plan import Origin
from tracker.reminders.policy import Policy, stages
from tracker.reminders.reasons import Reason
from tracker.store.ledger import Planned
from tracker.store.records import Part, Person, StoredTask, TaskState

REMINDED_ORIGINS = frozenset({Origin.PLAN, Origin.LAW})
REMINDED_PARTS = frozenset({Part.LEAD, Part.HELPER})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone who hears of a task: who, with which part, and where first."""

    person: Person
    part: Part


def recipients_of(
    assigned: Iterable[tuple[int, Part]], people: Mapping[int, Person], manager: Callable[[], Person]
) -> tuple[Recipient, ...]:
    """Return who hears of a task: active leads and helpers, and the manager when nobody active leads."""
    found = tuple(
        Recipient(people[person_id], part)
        for person_id, part in assigned
        if part in REMINDED_PARTS and person_id in people and people[person_id].active
    )
    if any(one.part is Part.LEAD for one in found):
        return found
    owner = manager()
    return (*(one for one in found if one.person.id != owner.id), Recipient(owner, Part.LEAD))


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


def plan_reminders(
    tasks: Iterable[StoredTask],
    recipients: Mapping[str, tuple[Recipient, ...]],
    policy: Policy,
    working_days: WorkingDays,
) -> tuple[Planned, ...]:
    """Return every reminder the tasks call for, in the order of tasks; independent of the present instant."""
    return tuple(
        Planned(task.id, who.person.id, stage, who.person.addresses[0], task.due_version, at)
        for task in tasks
        if silent_because(task) is None and task.task.due.remind_by is not None
        for stage, at in stages(task.task.due.remind_by, policy, working_days)
        for who in recipients.get(task.id, ())
    )
