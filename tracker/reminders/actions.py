"""What people may do about a reminder besides doing the work: wait, acknowledge, put off, ask for more time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from schedules.calendar import WorkingDays, with_points
from tracker.moving import granted
from tracker.reminders.inheritance import overlaid
from tracker.reminders.planning import replan
from tracker.reminders.policy import Policy
from tracker.store import extensions, outbox, pauses, plans, policies, tasks
from tracker.store.database import Database, transaction
from tracker.store.extensions import Extension
from tracker.store.history import Actor, Change, append
from tracker.store.pauses import Pause, PauseKind
from tracker.store.policies import Layer

GRANTED = "gia hạn theo đề nghị của người chủ trì"
"""Why a day moved that was asked for, for everybody but who asked."""


def change_policy(db: Database, layer: Layer, actor: Actor) -> None:
    """Keep how a school, plan, task or person is reminded otherwise; ValueError with a sentence when it does not fit.

    The ledger follows with the next `replan`.
    """
    overlaid(Policy(), layer.values)
    with transaction(db):
        policies.set_layer(db, layer, actor)


@dataclass(frozen=True, slots=True)
class Awaited:
    """Whom a task waits for, and the last day of it where that is known."""

    who: str
    until: date | None = None


def wait_for(db: Database, task_id: str, awaited: Awaited, actor: Actor, working_days: WorkingDays) -> None:
    """Note that a task waits for someone above or outside; nobody is reminded until the wait ends.

    Who does it hears so, and when it ends.
    """
    with transaction(db):
        pauses.add(db, Pause(task_id, PauseKind.WAITING, None, awaited.until, awaited.who), actor)
        replan(db, _school_of(db, task_id), working_days)


def stop_waiting(db: Database, task_id: str, actor: Actor, working_days: WorkingDays) -> None:
    """End a wait; who heard of it hears that it is over, or is told the newest stage that passed meanwhile."""
    with transaction(db):
        pauses.end(db, task_id, PauseKind.WAITING, None, actor.at)
        append(db, actor, Change("task", task_id, "waiting ended"))
        replan(db, _school_of(db, task_id), working_days)


def _school_of(db: Database, task_id: str) -> int:
    return plans.by_id(db, tasks.by_id(db, task_id).plan_id).school_id


def acknowledge(db: Database, task_id: str, person_id: int, until: date, actor: Actor) -> None:
    """Note that someone has taken the work on: they rest, and nobody above is told, up to and including a day."""
    with transaction(db):
        pauses.add(db, Pause(task_id, PauseKind.ACKNOWLEDGED, person_id, until, actor.why or ""), actor)


def snooze(db: Database, task_id: str, person_id: int, until: date | None, actor: Actor) -> None:
    """Put one person's reminders off up to and including a day; the deadline stays where it is.

    Without a day they rest for good: who only helped and did their part hears of it again when they lead it.
    """
    with transaction(db):
        pauses.add(db, Pause(task_id, PauseKind.SNOOZED, person_id, until, actor.why or ""), actor)


def send_again(db: Database, message_id: int, actor: Actor) -> None:
    """Put a failed message, or (marked) one of unknown fate, back in line; LookupError when it is neither."""
    with transaction(db):
        outbox.send_again(db, message_id, actor)


def ask_extension(db: Database, task_id: str, person_id: int, day: date, actor: Actor) -> Extension:
    """Ask for a later day; nothing moves until someone approves."""
    with transaction(db):
        return extensions.ask(db, task_id, person_id, day, actor)


def decide_extension(
    db: Database, extension_id: int, actor: Actor, working_days: WorkingDays, *, approved: bool
) -> Extension:
    """Approve a request, which moves the deadline, or refuse it; who asked is told, and reminders are planned anew."""
    with transaction(db):
        return _followed(db, extensions.decide(db, extension_id, actor, approved=approved), actor, working_days)


def grant_until(db: Database, extension_id: int, day: date, actor: Actor, working_days: WorkingDays) -> Extension:
    """Approve a request up to a day, the one asked for or another, as `decide_extension` does."""
    with transaction(db):
        decided = extensions.decide(db, extension_id, actor, approved=True, granted=day)
        return _followed(db, decided, actor, working_days)


def _followed(db: Database, decided: Extension, actor: Actor, working_days: WorkingDays) -> Extension:
    stored = tasks.by_id(db, decided.task_id)
    if decided.approved:
        due = with_points(granted(stored.task.due, decided, actor), working_days)
        # the word of who approves is for who asked; all others read why the day moved
        asked = f"{GRANTED}: {decided.reason}" if decided.reason else GRANTED
        tasks.change(db, stored.id, replace(stored.task, due=due), replace(actor, why=asked))
    extensions.hold_for(db, decided.id, tasks.by_id(db, stored.id).due_version)
    replan(db, plans.by_id(db, stored.plan_id).school_id, working_days)
    return decided
