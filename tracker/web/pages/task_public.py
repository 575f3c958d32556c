"""A published work shown to parents in the public calendar, or hidden from it, by the manager's press."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import RedirectResponse, Response

from tracker.disclosing import show_to_parents
from tracker.store import tasks
from tracker.web.visit import Page, Visit


def _pressing(*, see: bool) -> Callable[[Visit], Response]:
    """Return the answer of a button: show or hide the task, then back to it."""

    def press(visit: Visit) -> Response:
        task_id = tasks.by_id(visit.db, visit.path["task"]).id
        show_to_parents(visit.db, task_id, visit.actor(), see=see)
        return RedirectResponse(f"/viec/{task_id}?xong=phu-huynh#phu-huynh", 303)

    return press


pages = (
    Page("/viec/{task}/cho-xem", _pressing(see=True), "POST"),
    Page("/viec/{task}/khong-cho-xem", _pressing(see=False), "POST"),
)
