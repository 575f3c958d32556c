"""A manager answers one request for more time from the letter that tells of it, under their own name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from schedules.calendar import SchoolCalendar
from tracker.answers.acting import NotNowError, WrongDayError
from tracker.answers.rest import extension_trouble
from tracker.moving import dropped_words
from tracker.reminders.actions import decide_extension, grant_until
from tracker.spoken import day_words
from tracker.store import extensions, people, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.extensions import Extension
from tracker.store.history import Actor
from tracker.store.records import Office, Person, StoredTask, TaskState

NO_MANAGER = "Thầy/cô hiện không phải người quản lý kế hoạch của trường; thầy/cô không cần làm gì."
OWN_REQUEST = (
    "Đề nghị này do chính thầy/cô gửi. Hãy nhờ người quản lý kế hoạch khác trả lời, "
    "hoặc trả lời ở trang Xin gia hạn trên máy đã đăng nhập."
)
NO_REASON = "Thầy/cô chưa viết vì sao không đồng ý. Hãy ghi một câu để người xin biết."


class NoReasonError(NotNowError):
    """A refusal that gives no reason; all else of it could be carried out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for more time and the task it is about."""

    request: Extension
    task: StoredTask


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a manager decides, when: yes, to a day, or no; with a word of theirs."""

    approved: bool
    at: datetime
    day: date | None = None
    why: str = ""


def manager(db: Database, person_id: int) -> Person:
    """Return someone who looks after the plans, as they are now; raise NotNowError when they do so no more."""
    person = people.current(db, person_id)
    if not person.active or person.office is not Office.MANAGER:
        raise NotNowError(NO_MANAGER)
    return person


def asked_of(db: Database, person: Person, request_id: int) -> Asked:
    """Return a request about a published task of the manager's own school; raise LookupError for any other."""
    request = extensions.by_id(db, request_id)
    task = tasks.by_id(db, request.task_id)
    if not task.published or plans.by_id(db, task.plan_id).school_id != person.school_id:
        raise LookupError(f"không có đề nghị gia hạn số {request_id}")
    return Asked(request, task)


def others(db: Database, person: Person, but: Extension) -> tuple[Asked, ...]:
    """Return the other requests that wait for a manager's answer, oldest first."""
    waiting = (one for one in extensions.waiting(db, person.school_id) if one.id != but.id)
    every = (Asked(one, tasks.by_id(db, one.task_id)) for one in waiting if one.person_id != person.id)
    return tuple(one for one in every if one.task.published)


def outcome(db: Database, asked: Asked, person: Person | None = None) -> str:
    """Return why a manager need not or cannot answer a request any more, empty while they can.

    Who is signed in rather than known by a link is no person of the list.
    """
    request, task = asked.request, asked.task
    if request.withdrawn:
        return f"{people.current(db, request.person_id).name} đã rút đề nghị này hoặc đã gửi đề nghị khác thay cho nó."
    if request.approved is not None:
        return _decided(request, person)
    if not task.open:
        told = dropped_words(task) if task.state is TaskState.CANCELLED else "Việc này đã xong"
        return f"{told} nên đề nghị không cần trả lời nữa."
    return OWN_REQUEST if person and request.person_id == person.id else ""


def _decided(request: Extension, person: Person | None) -> str:
    who = "Thầy/cô" if person and request.decided_by == person.name else request.decided_by or "Người quản lý kế hoạch"
    given = f"đã đồng ý gia hạn đến {day_words(request.until)}" if request.approved else "đã không đồng ý"
    on = f" vào {day_words(request.decided_at.date())}" if request.decided_at else ""
    why = f" Lời nhắn: {request.why.rstrip('.')}." if request.why else ""
    return f"{who} {given}{on}.{why}"


def decide(db: Database, asked: Asked, person: Person, verdict: Verdict, calendar: SchoolCalendar) -> None:
    """Carry a manager's answer out, once: the same one sent again changes nothing more.

    Raises NotNowError with a sentence when it is answered already or cannot be, WrongDayError and NoReasonError when
    only that field is wrong.
    """
    with transaction(db):
        asked = asked_of(db, person, asked.request.id)
        if _repeats(asked.request, person, verdict):
            return
        if told := outcome(db, asked, person):
            raise NotNowError(told)
        actor, number = Actor(person.name, verdict.at, verdict.why or None), asked.request.id
        if verdict.approved:
            grant_until(db, number, _good_day(verdict, asked), actor, calendar.working_days)
        elif verdict.why:
            decide_extension(db, number, actor, calendar.working_days, approved=False)
        else:
            raise NoReasonError(NO_REASON)


def _repeats(request: Extension, person: Person, verdict: Verdict) -> bool:
    if request.withdrawn or request.decided_by != person.name or request.approved is not verdict.approved:
        return False
    return not verdict.approved or request.until == verdict.day


def _good_day(verdict: Verdict, asked: Asked) -> date:
    if verdict.day is None:
        raise WrongDayError("Thầy/cô chưa chọn ngày. Hãy chọn ngày gia hạn rồi bấm lại.")
    if told := extension_trouble(verdict.day, asked.task.task.due, verdict.at.date(), "Ngày gia hạn"):
        raise WrongDayError(told)
    return verdict.day
