"""Who is owed a correction: whoever heard of a work that has changed since; planned with every change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.reminders.changes import Issued, Standing, last_word, needs_story, owed
from tracker.reminders.facts import Facts
from tracker.reminders.hearing import Recipient
from tracker.reminders.reasons import Reason
from tracker.reminders.stages import CHANGED
from tracker.review.operations import Redate
from tracker.store import carried, decisions, history, tasks
from tracker.store.carried import Heard
from tracker.store.database import Database
from tracker.store.decisions import Decision
from tracker.store.ledger import Planned
from tracker.store.records import Person, PlanStatus, StoredTask


@dataclass(frozen=True, slots=True)
class Roll:
    """The tasks of a school, who hears of each now, and everybody there is."""

    tasks: Mapping[str, StoredTask]
    recipients: Mapping[str, tuple[Recipient, ...]]
    staff: Mapping[int, Person]


def corrections(db: Database, school_id: int, roll: Roll, answered: Collection[tuple[str, int]]) -> Iterator[Planned]:
    """Yield a row for everyone who heard what no longer holds, from the instant of what they heard on.

    `answered` are the (task id, person id) told of their deadline by the answer to a request: a move is no news there.
    """
    for (task_id, person_id), heard in carried.of_school(db, school_id).items():
        if person_id in roll.staff:
            reason = owed(heard, _standing(db, roll, task_id, person_id, heard))
            if reason and not (reason is Reason.WORK_MOVED and (task_id, person_id) in answered):
                address = roll.staff[person_id].addresses[0]
                last = last_word(heard)
                stage = f"{CHANGED}{last.message_id}"
                yield Planned(task_id, person_id, stage, address, roll.tasks[task_id].due_version, last.at)


def _standing(db: Database, roll: Roll, task_id: str, person_id: int, heard: tuple[Heard, ...]) -> Standing:
    task = roll.tasks[task_id]
    recipient = next((one for one in roll.recipients[task_id] if one.person.id == person_id), None)
    story = history.of_subject(db, "task", task_id) if needs_story(heard, task) else ()
    return Standing(task, roll.staff[person_id], recipient, story)


def standing(facts: Facts, task_id: str, person_id: int) -> Standing:
    """Return how a work stands for one person now, with its history."""
    task = facts.task(task_id)
    return Standing(
        task,
        facts.person(person_id),
        facts.recipient(task_id, person_id),
        facts.story("task", task_id),
        facts.plan(task.plan_id).status is PlanStatus.PUBLISHED,
    )


def issued(facts: Facts, task: StoredTask) -> Issued:
    """Return when copies of a work's plan came into force, and who gave its deadline in force by hand, if anyone."""
    story = facts.story("plan", str(task.plan_id))
    at = frozenset(entry.at for entry in story if entry.what == "published")
    return Issued(at, _given_by(decisions.in_force(facts.db, task.plan_id), task) if at else None)


def _given_by(decided: Iterable[Decision], task: StoredTask) -> str | None:
    """Return who set the days in force in place of the plan's own; None when the plan says them."""
    days = tasks.days_of(task.task.due)
    moves = [one for one in decided if isinstance(one.operation, Redate) and one.operation.task == task.id]
    return next((one.who for one in reversed(moves) if one.settled and _days(one) == days), None)


def _days(decision: Decision) -> tuple[date | None, date | None] | None:
    return tasks.days_of(decision.operation.due) if isinstance(decision.operation, Redate) else None
