"""One task: its deadline and why, every quote in its plan, who does it, what happened, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import RedirectResponse, Response

from schedules.calendar import SchoolCalendar
from schedules.plan import Document, Origin
from tracker import work
from tracker.answers.acting import NotNowError
from tracker.answers.checking import only_refused, uncheck
from tracker.by_hand import is_open_to
from tracker.days_off_words import moved_by
from tracker.disclosing import can_be_shown
from tracker.doubting import doubt, unaccepted
from tracker.feeds.disclosed import title_for_parents
from tracker.law_year.paper import KIND, steps_of
from tracker.quoting import quoted
from tracker.recurring import goes_on, not_made
from tracker.refusal import Refusal
from tracker.reminders.hours import Hours
from tracker.reminders.policy import instant
from tracker.reports.beside import found_words, proof_words
from tracker.store import (
    declines,
    evidence,
    extensions,
    history,
    ledger,
    notes,
    outbox,
    pauses,
    people,
    plans,
    schools,
    tasks,
)
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import HistoryEntry, Part, Person, PlanStatus, StoredPlan, StoredTask, TaskState
from tracker.web.context import view
from tracker.web.playing import playing_desk
from tracker.web.proof_files import offered
from tracker.web.reminder_lines import Present, ReminderLine, no_more_because, reminder_lines
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

LONGEST_NOTE = 2000
LONGEST_WORD = 500
ADDED = range(1, 4)
"""How many people the form to give a work can add at once; more, by saving it again."""

Act = Callable[[Database, str, Actor, SchoolCalendar], StoredTask]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be kept of a form on the page: the field, and why. All that was typed stands there again."""

    field: str = ""
    why: str = ""


class WrongFieldError(Exception):
    """A form that is shown again instead of being carried out."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.wrong = Wrong(field, why)


def show(visit: Visit) -> Response:
    """Show one task."""
    return page_of(visit, visit.path["task"], Wrong())


def kept_typed(press: Callable[[Visit], Response]) -> Callable[[Visit], Response]:
    """Return the answer of a button that shows the task with what was typed when it cannot be carried out."""

    def pressed(visit: Visit) -> Response:
        try:
            return press(visit)
        except WrongFieldError as error:
            return page_of(visit, visit.path["task"], error.wrong)

    return pressed


def page_of(visit: Visit, task_id: str, wrong: Wrong) -> Response:
    """Show a task, what was typed and is wrong standing in its form again."""
    task = tasks.by_id(visit.db, task_id)
    plan = plans.by_id(visit.db, task.plan_id)
    document = document_of(visit.db, task.plan_id)
    return render(
        visit,
        "task.html",
        422 if wrong.field else 200,
        wrong=wrong,
        added=ADDED,
        requests=extensions.waiting_of(visit.db, task.id),
        declined=declines.waiting_of(visit.db, task.id),
        reminders=(told := _reminders(visit, task)),
        no_more=no_more_because(told, task, visit.today),
        names={person.id: person.name for person in people.of_school(visit.db, plan.school_id)},
        steps=steps_of(document, task.task) if document and task.task.origin is Origin.LAW else (),
        law_kind=KIND,
        waiting=plans.newest_revision(visit.db, task.plan_id).status is PlanStatus.DRAFT,
        changeable=is_open_to(task, plan),
        can_be_shown=can_be_shown(task, plan),
        found=found_words(said) if (said := notes.found_of_task(visit.db, task.id)) else "",
        for_parents=title_for_parents(visit.db, plan.school_id, task, visit.today),
        dropped=_dropped(visit.db, task),
        pauses=[one for one in pauses.of_task(visit.db, task.id) if one.covers(visit.today)],
        **facts_of(visit, task, f"/viec/{task.id}"),
    )


def facts_of(visit: Visit, task: StoredTask, at: str) -> dict[str, Any]:
    """Return what manager and committee both see of a task: its plan, quotes, people, evidence, times and history.

    `at` is the path of the page they look at.
    """
    plan = plans.by_id(visit.db, task.plan_id)
    held = dict(people.assigned(visit.db, task.id))
    document = document_of(visit.db, plan.id)
    return {
        "task": task,
        "plan": plan,
        "document": document,
        "school": schools.by_id(visit.db, plan.school_id),
        "quotes": [view(document, one.mention) for one in quoted(task.task)],
        "people": [
            (person, held.get(person.id))
            for person in sorted(people.of_school(visit.db, plan.school_id), key=_leads_first(held))
            if person.active or person.id in held
        ],
        "history": reversed(history.of_subject(visit.db, "task", task.id)),
        "days_late": task.days_late(visit.today),
        "off": moved_by(task.task.due, visit.site.calendar_of().working_days),
        "evidence": (shown := evidence.of_task(visit.db, task.id)),
        "proofs": proof_words(shown),
        "doubted": doubt(task, shown),
        "unaccepted": unaccepted(task, shown),
        "files": offered(visit, task.id, f"{at}/minh-chung"),
        **_times(visit, task, plan),
    }


def _leads_first(held: Mapping[int, Part]) -> Callable[[Person], int]:
    """Return the order in which those with a part stand: who leads, helps, watches; the others as they are."""
    ranks = list(Part)
    return lambda person: ranks.index(held[person.id]) if person.id in held else len(ranks)


def _reminders(visit: Visit, task: StoredTask) -> tuple[ReminderLine, ...]:
    rows = ledger.of_task(visit.db, task.id)
    messages = outbox.of_chains(visit.db, (row.message_id for row in rows if row.message_id))
    helpers = frozenset(person for person, part in people.assigned(visit.db, task.id) if part is Part.HELPER)
    desk, school_id = playing_desk(visit), plans.by_id(visit.db, task.plan_id).school_id
    hours = Hours(visit.db, desk)
    held = hours.hold(school_id, visit.now)
    after = instant(desk.working_days.after(visit.today), hours.policy(school_id))
    present = Present(visit.now, task, pauses.of_task(visit.db, task.id), helpers)
    return reminder_lines(rows, messages, replace(present, goes=held.until if held else None, next_day=after))


def _dropped(db: Database, task: StoredTask) -> HistoryEntry | None:
    """Return how a task was dropped by hand: who did it and why; None for any other."""
    if task.set_aside_at is None:
        return None
    story = history.of_subject(db, "task", task.id)
    return next((one for one in reversed(story) if one.now == TaskState.CANCELLED.value), None)


def _times(visit: Visit, task: StoredTask, plan: StoredPlan) -> dict[str, Any]:
    """Return every time of recurring work, the first one first, and the days no task was made for; else nothing."""
    first = tasks.by_id(visit.db, task.repeats) if task.repeats else task
    later = tasks.later_times(visit.db, first.id)
    kept = [one for one in later if goes_on(one)]
    unmade = not_made(first, later, plan, visit.site.calendar_of())
    return {"times": (first, *kept) if kept else (), "unmade": unmade}


def document_of(db: Database, plan_id: int) -> Document | None:
    """Return the document in force of a plan, the newest draft while there is none."""
    revision = plans.revision_in_force(db, plan_id)
    try:
        return (revision or plans.newest_revision(db, plan_id)).plan.document
    except LookupError:
        return None


def _acting(act: Act, done: str) -> Callable[[Visit], Response]:
    """Return the answer of a button: act, then back to the task with a word that it is done."""

    def press(visit: Visit) -> Response:
        task_id = tasks.by_id(visit.db, visit.path["task"]).id
        act(visit.db, task_id, visit.actor(_note(visit)), visit.site.calendar_of())
        return _back(task_id, done)

    return kept_typed(press)


def _note(visit: Visit) -> str:
    note = visit.value("note")
    if len(note) > LONGEST_NOTE:
        raise WrongFieldError("note", f"Ghi chú dài {len(note)} ký tự; cần không quá {LONGEST_NOTE}. Hãy rút gọn lại.")
    return note


def check(visit: Visit) -> Response:
    """Note that the committee saw a task done; asked about once more where all its evidence was refused."""
    task = tasks.by_id(visit.db, visit.path["task"])
    asked = only_refused(visit.db, task.id) if task.state is TaskState.DONE and not visit.value("sure") else ""
    if asked:
        raise WrongFieldError("checked", asked)
    work.mark_checked(visit.db, task.id, visit.actor(_note(visit)), visit.site.calendar_of())
    return _back(task.id, "da-kiem-tra")


def take_check_back(visit: Visit) -> Response:
    """Take back one's own check, or one that stands no more, so that the work waits to be checked anew."""
    task, who = tasks.by_id(visit.db, visit.path["task"]), visit.actor().who
    try:
        uncheck(visit.db, task, who, visit.now, visit.site.calendar_of())
    except NotNowError as error:
        raise RefusedError(409, str(error), back=f"/viec/{task.id}") from None
    return _back(task.id, "chua-kiem-tra")


def write_note(visit: Visit) -> Response:
    """Keep a note beside the task: why it is late, what is being waited for."""
    task_id, note = tasks.by_id(visit.db, visit.path["task"]).id, _note(visit)
    if not note:
        raise WrongFieldError("note", "Ghi chú còn trống. Hãy viết một câu.")
    notes.add(visit.db, task_id, note, visit.actor())
    return _back(task_id, "ghi-chu")


def give(visit: Visit) -> Response:
    """Give the task to the people chosen: one part for each, none for the others."""
    task = tasks.by_id(visit.db, visit.path["task"])
    plan = plans.by_id(visit.db, task.plan_id)
    chosen = ((person, visit.value(f"part-{person.id}")) for person in people.of_school(visit.db, plan.school_id))
    parts = [(person.id, Part(part)) for person, part in (*chosen, *_added(visit, plan)) if part in set(Part)]
    note = visit.value("given_why")
    if len(note) > LONGEST_WORD:
        raise WrongFieldError(
            "given_why", f"Lời nhắn dài {len(note)} ký tự; cần không quá {LONGEST_WORD}. Hãy rút gọn."
        )
    try:
        work.reassign(visit.db, task.id, parts, visit.actor(note), visit.site.calendar_of())
    except Refusal as error:
        raise WrongFieldError("added-1", str(error)) from None
    return _back(task.id, "giao-viec")


def _added(visit: Visit, plan: StoredPlan) -> Iterator[tuple[Person, str]]:
    """Yield whom the form adds to a work, with the part chosen beside each."""
    known = {str(one.id): one for one in people.of_school(visit.db, plan.school_id)}
    for number in ADDED:
        if person := known.get(visit.value(f"added-{number}")):
            yield person, visit.value(f"added_part-{number}")


def _back(task_id: str, done: str) -> Response:
    return RedirectResponse(f"/viec/{task_id}?xong={done}", 303)


pages = (
    Page("/viec/{task}", show),
    Page("/viec/{task}/xong", _acting(work.mark_done, "da-xong"), "POST"),
    Page("/viec/{task}/mo-lai", _acting(work.reopen, "mo-lai"), "POST"),
    Page("/viec/{task}/kiem-tra", kept_typed(check), "POST"),
    Page("/viec/{task}/lay-lai", take_check_back, "POST"),
    Page("/viec/{task}/ghi-chu", kept_typed(write_note), "POST"),
    Page("/viec/{task}/giao", kept_typed(give), "POST"),
)
