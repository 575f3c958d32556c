"""Two names turn out to be one person: works, reminders and addresses come together, and nothing is told twice."""

from __future__ import annotations

from dataclasses import replace

from schedules.calendar import SchoolCalendar
from tracker.refusal import Refusal
from tracker.reminders.planning import replan
from tracker.reminders.reasons import Reason
from tracker.store import ledger, merging, outbox, people, personnel, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.letters import MessageState, Result
from tracker.store.people import PREVIEW, is_preview
from tracker.store.records import Office, Part, Person

OFFICES = (Office.MANAGER, Office.COMMITTEE, Office.MEMBER)
PARTS = (Part.LEAD, Part.HELPER, Part.WATCHER)
"""The higher first: of two offices or parts the person keeps the one that hears more."""


class CannotMergeError(Refusal):
    """Two names that cannot become one person; the text says why."""


def merge(db: Database, gone_id: int, kept_id: int, actor: Actor, calendar: SchoolCalendar) -> Person:
    """Make one person of two and return them; reminders follow. Raise CannotMergeError with a sentence."""
    with transaction(db):
        gone, kept = people.by_id(db, gone_id), people.by_id(db, kept_id)
        if gone.merged_into or kept.merged_into or gone.id == kept.id or gone.school_id != kept.school_id:
            raise CannotMergeError("Hai tên này đã là một người, hoặc không cùng trường. Hãy tải lại trang Người.")
        for message_id in merging.waiting_of(db, gone.id):
            _take_back(db, message_id, actor)
        merging.move(db, gone.id, kept.id)
        _give_works(db, gone, kept, actor)
        people.set_addresses(db, gone.id, ())
        personnel.change(db, _one(gone, kept), actor)
        for one in (gone, kept):
            append(db, actor, Change("person", str(one.id), "merged", gone.name, kept.name))
        replan(db, kept.school_id, calendar.working_days)
        return people.by_id(db, kept.id)


def _take_back(db: Database, message_id: int, actor: Actor) -> None:
    """Give the reminders of a message that waits back to the ledger; they go to whoever the reader turned out to be."""
    message = outbox.by_id(db, message_id)
    rows = ledger.of_message(db, message.chain)
    ledger.plan_again(db, ((row.id, row.planned.at) for row in rows))
    ledger.plan_twins(db, rows)
    why = Reason.ADDRESS_CHANGED
    outbox.finish(db, message_id, Result(MessageState.CANCELLED, why.value, why.sentence), actor.at)


def _give_works(db: Database, gone: Person, kept: Person, actor: Actor) -> None:
    """Give one person's part in every task to another, who keeps the higher part where both had one."""
    for task_id in merging.tasks_of(db, gone.id):
        parts = people.assigned(db, task_id)
        mine = min((part for person_id, part in parts if person_id in {gone.id, kept.id}), key=PARTS.index)
        others = [(person_id, part) for person_id, part in parts if person_id not in {gone.id, kept.id}]
        people.assign(db, task_id, [*others, (kept.id, mine)])
        tasks.touch(db, task_id, actor)
        # the reason is of the two names, no message to who does the work
        unsaid = replace(actor, why=None)
        append(db, unsaid, Change("task", task_id, "reassigned", gone.name, f"{kept.name} ({mine.value})"))


def _one(gone: Person, kept: Person) -> Person:
    """Return the person both names mean: the higher office, every way to reach them, the kept name's first."""
    every = tuple(dict.fromkeys((*kept.addresses, *gone.addresses)))
    chosen = tuple(one for one in every if not is_preview(one)) or tuple(one for one in every if one != PREVIEW)
    office = min((gone.office, kept.office), key=OFFICES.index)
    return replace(kept, office=office, addresses=chosen or (PREVIEW,), active=gone.active or kept.active)
