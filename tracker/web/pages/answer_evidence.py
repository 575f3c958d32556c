"""Proposed evidence is opened by the manager, and accepted or refused for a reason, once."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from schedules.calendar import WorkingDays
from tracker.answers.showing import judge
from tracker.refusal import Refusal
from tracker.store import evidence, tasks
from tracker.web.pages.task import Wrong, page_of
from tracker.web.proof_files import file_of
from tracker.web.visit import Page, Visit


def accept(visit: Visit) -> Response:
    """Accept evidence, then back to its task."""
    kept = judge(visit.db, visit.number("evidence"), visit.actor(), _working_days(visit), accepted=True)
    return RedirectResponse(_where(kept.task_id, "nhan-minh-chung"), 303)


def refuse(visit: Visit) -> Response:
    """Refuse evidence for the reason typed, then back to its task; without one the task says what is missing."""
    proposed = evidence.by_id(visit.db, visit.number("evidence"))
    try:
        judge(visit.db, proposed.id, visit.actor(visit.value("refused_why")), _working_days(visit), accepted=False)
    except Refusal as error:
        if proposed.task_id is None:
            raise
        return page_of(visit, proposed.task_id, Wrong(f"refused_why-{proposed.id}", str(error)))
    return RedirectResponse(_where(proposed.task_id, "khong-nhan"), 303)


def save(visit: Visit) -> Response:
    """Send the file of a piece of evidence."""
    return file_of(visit, tasks.by_id(visit.db, visit.path["task"]).id)


def _working_days(visit: Visit) -> WorkingDays:
    return visit.site.calendar_of().working_days


def _where(task_id: str | None, done: str) -> str:
    return f"/viec/{task_id}?xong={done}" if task_id else f"/?xong={done}"


pages = (
    Page("/viec/{task}/minh-chung/{evidence}", save),
    Page("/minh-chung/{evidence}/nhan", accept, "POST"),
    Page("/minh-chung/{evidence}/khong", refuse, "POST"),
)
