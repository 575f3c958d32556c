"""A published work moved to another day or dropped, each for a reason, and either taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from starlette.responses import RedirectResponse, Response

from tracker import by_hand
from tracker.moving import NewDays
from tracker.store import tasks
from tracker.web.pages.task import WrongFieldError, kept_typed
from tracker.web.visit import Page, Visit


def _pressing(act: Callable[[Visit, str], object], reason: str, done: str) -> Callable[[Visit], Response]:
    """Return the answer of a button: act upon the task, then back to it; what can be mended comes back in its form."""

    def press(visit: Visit) -> Response:
        task_id = tasks.by_id(visit.db, visit.path["task"]).id
        try:
            act(visit, task_id)
        except by_hand.MisfitError as error:
            raise WrongFieldError(reason if error.part == "reason" else error.part, str(error)) from None
        return RedirectResponse(f"/viec/{task_id}?xong={done}", 303)

    return kept_typed(press)


def _move(visit: Visit, task_id: str) -> None:
    day = _day(visit, "day")
    if day is None:
        raise by_hand.WrongDayError("Chưa chọn hạn mới. Hãy chọn một ngày.")
    to = NewDays(day, _day(visit, "start"), sure=bool(visit.value("sure")))
    by_hand.move(visit.db, task_id, to, visit.actor(visit.value("moved_why")), visit.site.calendar_of())


def _move_back(visit: Visit, task_id: str) -> None:
    by_hand.move_back(visit.db, task_id, visit.actor(visit.value("back_why")), visit.site.calendar_of())


def _drop(visit: Visit, task_id: str) -> None:
    by_hand.drop(visit.db, task_id, visit.actor(visit.value("dropped_why")), visit.site.calendar_of())


def _bring_back(visit: Visit, task_id: str) -> None:
    by_hand.bring_back(visit.db, task_id, visit.actor(visit.value("back_why")), visit.site.calendar_of())


def _day(visit: Visit, field: str) -> date | None:
    typed = visit.value(field)
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise WrongFieldError(field, "Ngày không đúng dạng. Hãy chọn lại ngày.") from None


pages = (
    Page("/viec/{task}/doi-han", _pressing(_move, "moved_why", "doi-han"), "POST"),
    Page("/viec/{task}/han-cu", _pressing(_move_back, "back_why", "han-cu"), "POST"),
    Page("/viec/{task}/bo", _pressing(_drop, "dropped_why", "bo-viec"), "POST"),
    Page("/viec/{task}/dua-lai", _pressing(_bring_back, "back_why", "dua-lai"), "POST"),
)
