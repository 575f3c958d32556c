"""Work that waits for someone above or outside: nobody is reminded of it, and everybody sees who is awaited."""

from __future__ import annotations

from datetime import date

from starlette.responses import RedirectResponse, Response

from schedules.calendar import known_day
from tracker.reminders.actions import Awaited, stop_waiting, wait_for
from tracker.store import tasks
from tracker.web.pages.task import WrongFieldError, kept_typed
from tracker.web.visit import Page, Visit

LONGEST_NAME = 200


def begin(visit: Visit) -> Response:
    """Note who is awaited, until a day or until someone says that the wait is over."""
    task = tasks.by_id(visit.db, visit.path["task"])
    awaited = visit.value("awaited")
    if not awaited or len(awaited) > LONGEST_NAME:
        raise WrongFieldError("awaited", f"Hãy ghi đang chờ ai, từ 1 đến {LONGEST_NAME} ký tự, ví dụ “UBND xã”.")
    wait_for(visit.db, task.id, Awaited(awaited, _until(visit)), visit.actor(), visit.site.calendar_of().working_days)
    return _back(task.id, "cho")


def end(visit: Visit) -> Response:
    """Note that the wait is over; reminders go on."""
    task = tasks.by_id(visit.db, visit.path["task"])
    stop_waiting(visit.db, task.id, visit.actor(), visit.site.calendar_of().working_days)
    return _back(task.id, "thoi-cho")


def _until(visit: Visit) -> date | None:
    typed = visit.value("until")
    try:
        until = known_day(date.fromisoformat(typed)) if typed else None
    except ValueError:
        raise WrongFieldError("until", "Ngày không đúng dạng. Hãy chọn lại ngày, hoặc để trống.") from None
    if until and until < visit.today:
        raise WrongFieldError("until", "Ngày chờ đến đã qua. Hãy chọn một ngày từ hôm nay, hoặc để trống.")
    return until


def _back(task_id: str, done: str) -> Response:
    return RedirectResponse(f"/viec/{task_id}?xong={done}", 303)


pages = (
    Page("/viec/{task}/cho", kept_typed(begin), "POST"),
    Page("/viec/{task}/thoi-cho", end, "POST"),
)
