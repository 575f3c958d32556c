"""A file becomes a plan in the store: draft first, published when someone says so, updated when it comes again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Task
from tracker import identity
from tracker.reminders.planning import replan
from tracker.store import people, plans, schools, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import Office, Part, PlanStatus, Revision, School, StoredPlan, StoredTask, TaskState


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it came and what was read from it; `school` overrides the plan's own words."""

    content: bytes
    plan: Plan
    school: str | None = None

    @property
    def sha256(self) -> str:
        """The fingerprint by which the same file is noticed."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the plan, its status, and how its tasks compare with those known before."""

    plan: StoredPlan
    status: PlanStatus
    comparison: identity.Comparison
    findings: tuple[Finding, ...]
    same_file: bool = False

    def counts(self) -> dict[str, int]:
        """Return how many tasks are new, moved, gone and the same."""
        compared = self.comparison
        return {
            "new": len(compared.new),
            "moved": len(compared.moved),
            "gone": len(compared.gone),
            "same": len(compared.same),
        }


def store_plan(
    db: Database, incoming: Incoming, actor: Actor, calendar: SchoolCalendar, *, publish: bool
) -> ImportReport:
    """Keep a plan as a draft, or publish it at once; all of it or, on any error, nothing."""
    with transaction(db):
        school = schools.ensure(db, incoming.school or incoming.plan.header.school or schools.UNNAMED)
        people.manager(db, school.id)
        stored = _plan_of(db, school, incoming, actor)
        same_file = _seen_before(db, stored, incoming)
        revision = plans.add_revision(
            db, stored.id, plans.Import(incoming.content, incoming.sha256, incoming.plan, actor.at)
        )
        compared = compare_with_store(db, stored, incoming.plan)
        what = "imported again" if revision.number > 1 else "imported"
        append(db, actor, Change("plan", str(stored.id), what, None, incoming.plan.header.source))
        if stored.status is PlanStatus.DRAFT or publish:
            _apply(db, school, stored, compared, actor)
        if publish:
            _put_in_force(db, stored, revision, actor, calendar)
        status = PlanStatus.PUBLISHED if publish else PlanStatus.DRAFT
        return ImportReport(plans.by_id(db, stored.id), status, compared, incoming.plan.findings, same_file)


def publish_plan(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> ImportReport:
    """Put the newest draft of a plan in force: its tasks reach feeds and people from now on."""
    with transaction(db):
        stored = plans.by_id(db, plan_id)
        revision = plans.newest_revision(db, plan_id)
        compared = compare_with_store(db, stored, revision.plan)
        if stored.status is PlanStatus.PUBLISHED:
            _apply(db, schools.by_id(db, stored.school_id), stored, compared, actor)
        _put_in_force(db, stored, revision, actor, calendar)
        return ImportReport(plans.by_id(db, plan_id), PlanStatus.PUBLISHED, compared, revision.plan.findings)


def compare_with_store(db: Database, stored: StoredPlan, plan: Plan) -> identity.Comparison:
    """Put the tasks just read beside those in the store; a dropped task that comes back counts as new."""
    known = tasks.of_plan(db, stored.id)
    return identity.compare([task for task in known if task.state is not TaskState.CANCELLED], plan.tasks)


def _plan_of(db: Database, school: School, incoming: Incoming, actor: Actor) -> StoredPlan:
    header = incoming.plan.header
    known = plans.by_key(db, school.id, plans.key_of(header))
    if known is None:
        return plans.add(db, school.id, header, actor.at)
    if known.status is PlanStatus.DRAFT:
        plans.set_header(db, known.id, header)
    return known


def _seen_before(db: Database, stored: StoredPlan, incoming: Incoming) -> bool:
    try:
        return plans.newest_revision(db, stored.id).sha256 == incoming.sha256
    except LookupError:
        return False


def _apply(db: Database, school: School, stored: StoredPlan, compared: identity.Comparison, actor: Actor) -> None:
    for old, task in compared.pairs:
        tasks.change(db, old.id, task, actor)
        tasks.place(db, old.id, compared.position(task))
        if (old.task.owners, old.task.helpers) != (task.owners, task.helpers):
            _assign(db, school, old.id, task)
    for task in compared.new:
        _add(db, school, stored, replace(_blank(stored, task, actor), position=compared.position(task)), actor)
    for gone in compared.gone:
        tasks.set_state(db, gone.id, TaskState.CANCELLED, replace(actor, why="không còn trong bản kế hoạch mới"))


def _blank(stored: StoredPlan, task: Task, actor: Actor) -> StoredTask:
    return StoredTask("", stored.id, 0, task, TaskState.OPEN, 0, 0, actor.at)


def _add(db: Database, school: School, stored: StoredPlan, blank: StoredTask, actor: Actor) -> None:
    """Store a new task under an id of its own; a dropped task that came back takes up its old life."""
    for attempt in range(1000):
        task_id = identity.task_id(stored.key, school.slug, blank.task, attempt)
        try:
            known = tasks.by_id(db, task_id)
        except LookupError:
            tasks.add(db, replace(blank, id=task_id))
            append(db, actor, Change("task", task_id, "read", None, blank.task.title))
            break
        if known.state is TaskState.CANCELLED:
            tasks.set_state(db, task_id, TaskState.OPEN, replace(actor, why="có lại trong bản kế hoạch mới"))
            tasks.change(db, task_id, blank.task, actor)
            break
    _assign(db, school, task_id, blank.task)


def _assign(db: Database, school: School, task_id: str, task: Task) -> None:
    """Give a task to the people its words name, making those the store does not know yet."""
    named = [*((words, Part.LEAD) for words in task.owners), *((words, Part.HELPER) for words in task.helpers)]
    people.assign(db, task_id, [(_person(db, school, words), part) for words, part in named])


def _person(db: Database, school: School, words: str) -> int:
    office = Office.COMMITTEE if "giam sat" in schools.folded(words) else Office.MEMBER
    return people.ensure(db, school.id, words, office).id


def _put_in_force(db: Database, stored: StoredPlan, revision: Revision, actor: Actor, calendar: SchoolCalendar) -> None:
    plans.set_header(db, stored.id, revision.plan.header)
    plans.publish(db, stored.id, revision.id, actor.at)
    tasks.mark_published(db, stored.id, actor.at)
    append(db, actor, Change("plan", str(stored.id), "published", None, f"bản {revision.number}"))
    replan(db, stored.school_id, calendar.working_days)
