"""What someone answered about a work and still stands: a request that waits, a day on which they are told again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from schedules.calendar import WorkingDays
from tracker.answers.rest import heard_words
from tracker.answers.saying import decided
from tracker.answers.token import Action
from tracker.reminders.changes import said_why
from tracker.reminders.handing_over import HandOver, brought
from tracker.spoken import day_words
from tracker.store import answers, asked, declines, extensions, history, pauses, people
from tracker.store.answers import StoredAnswer
from tracker.store.database import Database
from tracker.store.evidence import Evidence
from tracker.store.extensions import Extension
from tracker.store.records import StoredTask

RESTS = {Action.RECEIVED.value: "Thầy/cô đã nhận việc này", Action.SNOOZE.value: "Thầy/cô đã hẹn nhắc lại việc này"}


DECLINED = (
    "Thầy/cô đã báo đây không phải việc của mình, đang chờ người quản lý kế hoạch trả lời. "
    "Cho đến khi đó việc vẫn đứng tên thầy/cô."
)


def refused_words(why: str, shown: Sequence[Evidence]) -> str:
    """Return why reported work does not count, who refused its evidence, what to do; empty where `why` is.

    `shown` is all evidence of the work: while a piece waits, nothing is to be sent.
    """
    if not why:
        return ""
    names = dict.fromkeys(one.decided_by for one in shown if one.accepted is False and one.decided_by)
    who = f" Người xem: {', '.join(names)}." if names else ""
    waits = any(one.accepted is None for one in shown)
    to_do = (
        "Không cần gửi thêm khi minh chứng ấy còn chờ xem." if waits else "Xin gửi minh chứng khác ở phần Minh chứng."
    )
    return f"{why}.{who} {to_do}"


def pending(db: Database, task_id: str) -> Extension | None:
    """Return the newest request for more time about an open work that waits for its answer."""
    return next(reversed(extensions.waiting_of(db, task_id)), None)


def request_words(db: Database, request: Extension, person_id: int) -> str:
    """Return that a request waits, who made it where that is another: “Thầy/cô đã xin gia hạn đến thứ Năm 26/11…”."""
    who = "Thầy/cô" if request.person_id == person_id else people.by_id(db, request.person_id).name
    return f"{who} đã xin gia hạn đến {day_words(request.day)}, đang chờ người quản lý kế hoạch trả lời"


def holds(db: Database, given: StoredAnswer, task: StoredTask, today: date, *, leads: bool) -> bool:
    """Whether an answer to a reminder still stands: what was done is done, the day of the next reminder is to come."""
    if given.action == Action.DONE:
        return not (leads and task.open)
    if given.action == Action.NOT_MINE:
        told = declines.newest(db, task.id, given.person_id)
        return task.open and told is not None and told.decision is None
    if given.action not in RESTS:
        return True
    day = asked.day_of(db, task.id, given.person_id, task.due_version)
    return task.open and given.day == day and day is not None and day > today


def standing_words(
    db: Database, task: StoredTask, person_id: int, today: date, working_days: WorkingDays
) -> tuple[str, ...]:
    """Return one sentence for each answer of someone about an open work that stands, after the note it came with."""
    if not task.open:
        return ()
    request = pending(db, task.id)
    said = [f"{request_words(db, request, person_id)}."] if request else _answered(db, task, person_id)
    handed = _handed(db, task, person_id)
    return (
        *handed,
        *_waiting(db, task, today),
        *said,
        *_declined(db, task, person_id),
        *_rest(db, task, person_id, today, working_days),
    )


def _handed(db: Database, task: StoredTask, person_id: int) -> tuple[str, ...]:
    """Return the note of who gave a work to someone, where they left one."""
    part = dict(people.assigned(db, task.id)).get(person_id)
    story = history.of_subject(db, "task", task.id) if part else ()
    came = brought(story, people.by_id(db, person_id).name, part) if part else None
    words = HandOver(note=said_why(came.why or ""), by=came.who).words if came else ""
    return (words,) if words else ()


def _waiting(db: Database, task: StoredTask, today: date) -> tuple[str, ...]:
    """Return for whom a work waits, while nobody is reminded of it."""
    wait = pauses.newest_wait(db, task.id)
    if wait is None or not wait.in_force(today):
        return ()
    until = f" đến hết {day_words(wait.pause.until)}" if wait.pause.until else ""
    return (f"Đang chờ {wait.pause.note}{until}; trong lúc chờ không nhắc, hạn không đổi.",)


def _answered(db: Database, task: StoredTask, person_id: int) -> list[str]:
    """Return how someone's last request for more time was decided, while that decision describes the deadline."""
    own = [one for one in extensions.of_task(db, task.id) if one.person_id == person_id and one.approved is not None]
    return [decided(own[-1], task)] if own and own[-1].due_version == task.due_version else []


def _declined(db: Database, task: StoredTask, person_id: int) -> tuple[str, ...]:
    """Return what someone told of a work that is not theirs, and what was answered."""
    told = declines.newest(db, task.id, person_id)
    if told and told.decision is None:
        return (DECLINED,)
    if told and told.decision == declines.KEPT:
        return (
            f"{told.decided_by} đã trả lời lời báo của thầy/cô: việc vẫn của thầy/cô. Lý do: {told.why.rstrip('.')}.",
        )
    return ()


def _rest(db: Database, task: StoredTask, person_id: int, today: date, working_days: WorkingDays) -> tuple[str, ...]:
    day = asked.day_of(db, task.id, person_id, task.due_version)
    given = answers.last_about(db, person_id, task.id, tuple(RESTS))
    if day is None or working_days.on_or_after(day) <= today or given is None:
        return ()
    return (f"{RESTS[given.action]}; sẽ nhắc lại vào {heard_words(task.task.due, day, working_days)}.",)
