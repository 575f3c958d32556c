"""A manager answers who says that a work is not theirs: gives it to another, or says that it stays."""

from __future__ import annotations

from dataclasses import dataclass

from schedules.calendar import SchoolCalendar
from tracker import work
from tracker.answers.acting import NotNowError
from tracker.refusal import Refusal
from tracker.reminders.planning import replan
from tracker.spoken import day_words
from tracker.store import declines, people, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.declines import GIVEN, KEPT, WITHDRAWN, Decline
from tracker.store.history import Actor
from tracker.store.records import Part, Person, StoredTask

NO_REASON = "Thầy/cô chưa viết vì sao việc vẫn của người ấy. Hãy ghi một câu để người ấy biết."
NOBODY = "Thầy/cô chưa chọn người nhận việc."


class WrongPersonError(NotNowError):
    """Nobody was chosen who can have the work; all else could be carried out."""


class NoReasonError(NotNowError):
    """That a work stays is said without its reason."""


@dataclass(frozen=True, slots=True)
class Declined:
    """What someone told, and the work it is about."""

    decline: Decline
    task: StoredTask


def declined(db: Database, person: Person, decline_id: int) -> Declined:
    """Return what was told of a published task of the manager's own school; raise LookupError for any other."""
    decline = declines.by_id(db, decline_id)
    task = tasks.by_id(db, decline.task_id)
    if not task.published or plans.by_id(db, task.plan_id).school_id != person.school_id:
        raise LookupError(f"không có lời báo số {decline_id}")
    return Declined(decline, task)


def outcome(db: Database, told: Declined, person: Person | None = None) -> str:
    """Return why nothing is left to answer, empty while something is; who is signed in is no person of the list."""
    decline = told.decline
    if decline.decision == WITHDRAWN:
        return f"{people.current(db, decline.person_id).name} đã rút lời báo này hoặc đã viết lại."
    if decline.decision:
        who = (
            "Thầy/cô"
            if person and decline.decided_by == person.name
            else decline.decided_by or "Người quản lý kế hoạch"
        )
        did = "đã giao việc cho người khác" if decline.decision == GIVEN else "đã trả lời: việc vẫn của người ấy"
        on = f", {day_words(decline.decided_at.date())}" if decline.decided_at else ""
        return f"{who} {did}{on}." + (f" Lời nhắn: {decline.why.rstrip('.')}." if decline.why else "")
    if decline.id not in {one.id for one in declines.waiting_of(db, told.task.id)}:
        return "Việc này đã xong, đã bỏ hoặc không còn của người ấy nên không cần trả lời nữa."
    return ""


def stays(db: Database, told: Declined, actor: Actor, calendar: SchoolCalendar) -> None:
    """Say that the work stays with who told it, who hears so; said again by the same one it changes nothing more.

    Raises NotNowError when there is nothing to answer, NoReasonError when no reason is given.
    """
    with transaction(db):
        decline = declines.by_id(db, told.decline.id)
        if decline.decision == KEPT and decline.decided_by == actor.who:
            return
        if over := outcome(db, Declined(decline, told.task)):
            raise NotNowError(over)
        if not actor.why:
            raise NoReasonError(NO_REASON)
        declines.keep(db, decline.id, actor)
        replan(db, plans.by_id(db, told.task.plan_id).school_id, calendar.working_days)


def give(db: Database, told: Declined, taker_id: int | None, actor: Actor, calendar: SchoolCalendar) -> None:
    """Give the part of who told it to another; sent again by the same one it changes nothing more.

    Raises NotNowError when there is nothing to answer, WrongPersonError for who cannot have the work.
    """
    with transaction(db):
        decline = declines.by_id(db, told.decline.id)
        held = dict(people.assigned(db, told.task.id))
        if decline.decision == GIVEN and decline.decided_by == actor.who and taker_id in held:
            return
        if over := outcome(db, Declined(decline, told.task)):
            raise NotNowError(over)
        if taker_id is None or taker_id == decline.person_id:
            raise WrongPersonError(NOBODY)
        part = held.pop(decline.person_id)
        held[taker_id] = Part.LEAD if Part.LEAD in {part, held.get(taker_id)} else part
        try:
            work.reassign(db, told.task.id, held.items(), actor, calendar)
        except Refusal as error:
            raise WrongPersonError(str(error)) from None
