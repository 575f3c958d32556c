"""Requests for more time, and works people say are not theirs: what waits, from whom and why; how it is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from starlette.responses import RedirectResponse, Response

from tracker.answers import handing
from tracker.answers.acting import NotNowError
from tracker.answers.granting import Asked, outcome
from tracker.answers.handing import Declined, NoReasonError
from tracker.answers.rest import extension_trouble
from tracker.reminders.actions import decide_extension, grant_until
from tracker.store import declines, extensions, people, tasks
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show what people of the school asked and told that nobody has answered."""
    return _page(visit)


def _page(visit: Visit, problem: str = "", wrong: str = "") -> Response:
    """Show what waits; `wrong` is the field that has to be filled otherwise."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    waiting = extensions.waiting(visit.db, choice.school.id)
    rows = [(one, tasks.by_id(visit.db, one.task_id), people.by_id(visit.db, one.person_id).name) for one in waiting]
    status = 422 if problem else 200
    told = declines.waiting(visit.db, choice.school.id)
    declined = [(one, tasks.by_id(visit.db, one.task_id), people.by_id(visit.db, one.person_id).name) for one in told]
    values = {"school": choice.school, "rows": rows, "declined": declined, "problem": problem, "wrong": wrong}
    return render(visit, "answer_requests.html", status, **values)


def stays(visit: Visit) -> Response:
    """Say that a work stays with who told that it is not theirs, for the reason typed."""
    decline = declines.by_id(visit.db, visit.number("decline"))
    told = Declined(decline, tasks.by_id(visit.db, decline.task_id))
    try:
        handing.stays(visit.db, told, visit.actor(visit.value("reason")[:500]), visit.site.calendar_of())
    except NoReasonError as error:
        return _page(visit, str(error), f"van-la-{decline.id}")
    except NotNowError as error:
        return _page(visit, str(error))
    return RedirectResponse("/gia-han?xong=viec-van-la", 303)


def _deciding(*, approved: bool) -> Callable[[Visit], Response]:
    """Return the answer of a button: decide, which moves the deadline when approved, then back to the list."""

    def press(visit: Visit) -> Response:
        working_days = visit.site.calendar_of().working_days
        asked = extensions.by_id(visit.db, visit.number("request"))
        actor = visit.actor(visit.value("note")[:500])
        same = asked.approved is approved and not asked.withdrawn and asked.decided_by == actor.who
        task = tasks.by_id(visit.db, asked.task_id)
        day = _day(visit, asked.day) if approved else None
        if same and (not approved or day == asked.until):
            return _done(approved=approved)
        if told := outcome(visit.db, Asked(asked, task)):
            return _page(visit, told)
        if not approved:
            decide_extension(visit.db, asked.id, actor, working_days, approved=False)
        elif day is None or (told := extension_trouble(day, task.task.due, visit.today, "Ngày gia hạn")):
            return _page(visit, told or "Ngày không đúng dạng. Hãy chọn lại ngày.", f"day-{asked.id}")
        else:
            grant_until(visit.db, asked.id, day, actor, working_days)
        return _done(approved=approved)

    return press


def _done(*, approved: bool) -> Response:
    return RedirectResponse(f"/gia-han?xong={'dong-y-gia-han' if approved else 'khong-gia-han'}", 303)


def _day(visit: Visit, asked: date) -> date | None:
    """Return the day given, the one asked for where none was chosen; None for what is no day."""
    try:
        return date.fromisoformat(visit.value("day") or asked.isoformat())
    except ValueError:
        return None


pages = (
    Page("/gia-han", show),
    Page("/gia-han/{request}/dong-y", _deciding(approved=True), "POST"),
    Page("/gia-han/bao-nham/{decline}/van-la", stays, "POST"),
    Page("/gia-han/{request}/khong", _deciding(approved=False), "POST"),
)
