"""Ids for the tasks of a new reading: those of the same work in the readings before it, new ones for new work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

from schedules.plan import Plan, Task
from tracker import identity
from tracker.moving import as_planned
from tracker.review.applying import standing
from tracker.review.operations import Add, Merge, Separate, Split
from tracker.store import decisions, plans, readings, tasks
from tracker.store.database import Database
from tracker.store.decisions import Decision
from tracker.store.records import Revision, School, StoredPlan, StoredTask, TaskState
from tracker.store.tasks import days_of


def known_tasks(db: Database, stored: StoredPlan) -> tuple[StoredTask, ...]:
    """Return every task a new reading may speak of, each as the plan itself last said it."""
    made = _made(decisions.in_force(db, stored.id))
    in_store = {task.id: task for task in tasks.of_plan(db, stored.id)}
    live = (one for one in in_store.values() if one.state is not TaskState.CANCELLED and one.left_out_at is None)
    known = {one.id: one for one in live if one.id not in made}
    for revision in _revisions(db, stored.id):
        for task_id, task in zip(readings.of_revision(db, revision.id), revision.plan.tasks, strict=False):
            known[task_id] = replace(in_store.get(task_id) or blank(stored, task, stored.created_at), task=task)
            known[task_id] = replace(known[task_id], id=task_id)
    return tuple(sorted(known.values(), key=lambda one: (one.position, one.id)))


def identify(db: Database, school: School, stored: StoredPlan, plan: Plan, known: Sequence[StoredTask]) -> list[str]:
    """Return the id of each task of a reading, in its order."""
    found: dict[int, list[str]] = {}
    known = _as_parted(db, stored, plan, known)
    pairs = identity.compare(known, plan.tasks).pairs
    goes_on = _going_on(db, stored, {old.id for old, _ in pairs})
    for old, task in pairs:
        found.setdefault(id(task), []).append(goes_on.get(old.id, old.id))
    taken = {one.id for one in known}
    ids: list[str] = []
    for task in plan.tasks:
        same = found.get(id(task))
        ids.append(same.pop(0) if same else _fresh(db, school, stored, (task, taken)))
        taken.add(ids[-1])
    return ids


def ids_of(db: Database, school: School, stored: StoredPlan, revision: Revision) -> Sequence[str]:
    """Return the ids of a revision's tasks, comparing with the store for an import made before ids were kept."""
    kept = readings.of_revision(db, revision.id)
    if len(kept) == len(revision.plan.tasks):
        return kept
    return identify(db, school, stored, revision.plan, known_tasks(db, stored))


def _made(kept: Sequence[Decision]) -> set[str]:
    """Return the ids of tasks that people made: no reading speaks of them."""
    split = {one.operation.made for one in kept if isinstance(one.operation, Split)}
    split |= {made for one in kept if isinstance(one.operation, Separate) for made in one.operation.made}
    return split | {one.operation.task for one in kept if isinstance(one.operation, Add)}


def _as_parted(db: Database, stored: StoredPlan, plan: Plan, known: Sequence[StoredTask]) -> list[StoredTask]:
    """Return the known tasks, a task people parted as its several works where a reading no longer joins them."""
    found = {one.id: one for one in known}
    in_store = {one.id: one for one in tasks.of_plan(db, stored.id)}
    for one in (decision.operation for decision in decisions.in_force(db, stored.id)):
        if isinstance(one, Separate) and one.task in found and not any(_joins(task, one.works) for task in plan.tasks):
            found[one.task] = replace(found[one.task], task=one.works[0])
            for made, work in zip(one.made, one.works[1:], strict=True):
                part = in_store.get(made) or blank(stored, work, stored.created_at)
                found.setdefault(made, replace(part, id=made, task=work))
    return list(found.values())


def _going_on(db: Database, stored: StoredPlan, found: set[str]) -> dict[str, str]:
    """Return the work that goes on by the one merged into it, where a reading says only the latter.

    It is the one that calendars show and people heard of.
    """
    goes_on: dict[str, str] = {}
    for one in standing(decision.operation for decision in decisions.in_force(db, stored.id)):
        if isinstance(one, Merge):
            said = next((other for other, into in goes_on.items() if into == one.other), one.other)
            if said in found and one.task not in {*found, *goes_on.values()}:
                goes_on[said] = one.task
    return goes_on


def _joins(task: Task, works: Sequence[Task]) -> bool:
    """Whether a task quotes places of several works."""
    quotes = {mention.quote for mention in task.mentions}
    return sum(any(mention.quote in quotes for mention in work.mentions) for work in works) > 1


def keep_ids(db: Database, revision: Revision, ids: Sequence[str]) -> None:
    """Keep the ids of an import made before ids were kept: what is decided from now on must find its tasks again."""
    if not readings.of_revision(db, revision.id):
        readings.add(db, revision.id, ids[: len(revision.plan.tasks)])


def blank(stored: StoredPlan, task: Task, at: datetime) -> StoredTask:
    """Return a task as it begins its life in the store."""
    return StoredTask("", stored.id, 0, task, TaskState.OPEN, 0, 0, at)


def _revisions(db: Database, plan_id: int) -> list[Revision]:
    """Return the revision in force and the newest, so that what the newest says comes last."""
    found = [plans.revision_in_force(db, plan_id)]
    try:
        found.append(plans.newest_revision(db, plan_id))
    except LookupError:
        found.append(None)
    return [revision for revision in found if revision]


def _fresh(db: Database, school: School, stored: StoredPlan, new: tuple[Task, set[str]]) -> str:
    """Return an id nobody has; a dropped task that came back takes up its old life, done on its old days alone."""
    task, taken = new
    ids = (identity.task_id(stored.key, school.slug, task, attempt) for attempt in count())
    return next(task_id for task_id in ids if task_id not in taken and _free(db, stored, task, task_id))


def _free(db: Database, stored: StoredPlan, task: Task, task_id: str) -> bool:
    try:
        known = tasks.by_id(db, task_id)
    except LookupError:
        return True
    # done work that comes back with another day is to be done again: nobody may lose its reminder
    done = known.left_out_at is not None and days_of(as_planned(known).due) == days_of(task.due)
    return (done or known.state is TaskState.CANCELLED) and known.plan_id == stored.id
