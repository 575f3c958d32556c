"""A reviewed draft put into the store: its tasks become exactly those that go on the calendar."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import combinations

from schedules.plan import Task
from tracker import identity, recurring
from tracker.naming import called, same_person
from tracker.review.coming_back import bring_back
from tracker.review.draft import Draft, Item
from tracker.review.identifying import blank
from tracker.review.leaving import BACK, fell_with_plan, why_gone
from tracker.spots import first_spot, spots
from tracker.store import notes, people, schools, tasks
from tracker.store.database import Database
from tracker.store.history import Actor, Change, append
from tracker.store.records import Office, Part, PlanStatus, School, StoredPlan, StoredTask, TaskState


def compare(db: Database, stored: StoredPlan, draft: Draft) -> identity.Comparison:
    """Return how the draft differs from the tasks in the store; a dropped task that comes back counts as new.

    A recalled plan that comes back is compared with what it said as it was recalled.
    """
    fallen = _fallen(db, stored)
    known = {one.id: one for one in tasks.of_plan(db, stored.id) if one.asked_for or one.id in fallen}
    live = {item.id: item.task for item in _as_told(draft) if item.goes_on}
    return identity.Comparison(
        pairs=tuple((known[task_id], task) for task_id, task in live.items() if task_id in known),
        new=tuple(task for task_id, task in live.items() if task_id not in known),
        gone=tuple(one for one in known.values() if one.id not in live),
    )


def _fallen(db: Database, stored: StoredPlan) -> frozenset[str]:
    """Return the ids of the tasks, every time of them, that fell with a plan that is back; none of other plans."""
    whys = notes.why_dropped(db, stored.id) if stored.returned else {}
    return frozenset(task_id for task_id, why in whys.items() if fell_with_plan(why))


def project(db: Database, school: School, stored: StoredPlan, draft: Draft, actor: Actor) -> tuple[str, ...]:
    """Add, change, take up again and cancel, so that the store holds the draft's tasks; equal ones are not touched.

    What was dropped by hand stays dropped, and follows what the plan says of it; what was done stays done. Return the
    ids of recurring works that came back and whose first time, over by now, is let be.
    """
    known, fallen = {one.id: one for one in tasks.of_plan(db, stored.id)}, _fallen(db, stored)
    wanted = [item for item in _as_told(draft) if item.live or item.aside]
    back: list[str] = []
    let_be: list[str] = []
    for position, item in enumerate(wanted, 1):
        old = known.get(item.id)
        if old is None:
            new = replace(blank(stored, item.task, actor.at), id=item.id, position=position)
            tasks.add(db, new)
            append(db, actor, Change("task", item.id, "read", None, item.task.title))
            _assign(db, school, item.id, item.task)
        else:
            returns = _comes_back(old, item)
            back += [old.id] * (returns or old.left_out_at is not None)
            if returns and bring_back(db, (stored, old), item.task.due, replace(actor, why=_why_back(stored, actor))):
                let_be.append(old.id)
            if old.left_out_at is not None:
                tasks.keep_done(db, old.id, actor, left_out=False)
            tasks.change(db, old.id, item.task, actor)
            tasks.place(db, old.id, position)
            _hand(db, school, (old, item.task), anew=returns and old.id not in fallen)
    live = {item.id for item in wanted}
    for one in known.values():
        if one.id not in live:
            _leave_out(db, one, fallen, replace(actor, why=why_gone(one, draft, known)))
    recurring.follow(db, stored.id, actor)
    recurring.resume(db, back, actor.at)
    return tuple(let_be)


def _leave_out(db: Database, one: StoredTask, fallen: Collection[str], actor: Actor) -> None:
    if one.finished:
        tasks.keep_done(db, one.id, actor, left_out=True)
    else:
        tasks.set_state(db, one.id, TaskState.CANCELLED, actor)
    tasks.set_aside(db, one.id, None)
    for time in (one, *tasks.later_times(db, one.id)):
        if time.id in fallen:
            tasks.leave_out(db, time.id, actor)


def _as_told(draft: Draft) -> list[Item]:
    """Return a draft's tasks in the order in which the plan first speaks of them, those it does not speak of last."""
    order = spots(draft.plan.document)
    return sorted(draft.items, key=lambda item: first_spot(order, item.task.mentions))


def _comes_back(old: StoredTask, item: Item) -> bool:
    return old.state is TaskState.CANCELLED and not item.aside


def _hand(db: Database, school: School, change: tuple[StoredTask, Task], *, anew: bool) -> None:
    """Give a task to whom the plan names now; whom people gave it to keep it where the plan names whom it named.

    A recall takes a work from nobody: `anew` is for work that was left out and is in the plan again.
    """
    old, new = change
    led, helped = (anew or old.task.owners != new.owners), (anew or old.task.helpers != new.helpers)
    if led or helped:
        kept = people.assigned(db, old.id)
        _assign(db, school, old.id, new)
        follows = {Part.LEAD: led, Part.HELPER: helped, Part.WATCHER: False}
        named = [(person, part) for person, part in people.assigned(db, old.id) if follows[part]]
        people.assign(db, old.id, [*((person, part) for person, part in kept if not follows[part]), *named])


def _why_back(stored: StoredPlan, actor: Actor) -> str:
    """Return why a work is in the plan again: of a first draft somebody took a decision back."""
    if stored.status is PlanStatus.DRAFT and not stored.returned:
        return "người duyệt lấy lại việc này"
    return f"{(actor.why or 'bản kế hoạch mới').removeprefix('do ')}{BACK}"


def _assign(db: Database, school: School, task_id: str, task: Task) -> None:
    """Give a task to the people its words name, making those the store does not know yet.

    Whom the words name beside each other are two, though their names be one: only their posts tell them apart.
    """
    named = [*((words, Part.LEAD) for words in task.owners), *((words, Part.HELPER) for words in task.helpers)]
    namesakes = [pair for pair in combinations([*task.owners, *task.helpers], 2) if same_person(*pair)]
    two = {words for pair in namesakes if all(called(words).post for words in pair) for words in pair}
    people.assign(db, task_id, [(_person(db, school, words, exactly=words in two), part) for words, part in named])


def _person(db: Database, school: School, words: str, *, exactly: bool) -> int:
    office = Office.COMMITTEE if "giam sat" in schools.folded(words) else Office.MEMBER
    return people.ensure(db, school.id, words[:1].upper() + words[1:], office, exactly=exactly).id
