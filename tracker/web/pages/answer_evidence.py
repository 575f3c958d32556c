"""Proposed evidence is accepted or refused by the manager, once."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import RedirectResponse, Response

from tracker.store import evidence
from tracker.store.database import transaction
from tracker.web.visit import Page, Visit


def _deciding(*, accepted: bool) -> Callable[[Visit], Response]:
    """Return the answer of a button: decide, then back to the task."""

    def press(visit: Visit) -> Response:
        with transaction(visit.db):
            kept = evidence.decide(visit.db, visit.number("evidence"), visit.actor(), accepted=accepted)
        where = f"/viec/{kept.task_id}" if kept.task_id else "/"
        return RedirectResponse(f"{where}?xong=minh-chung", 303)

    return press


pages = (
    Page("/minh-chung/{evidence}/nhan", _deciding(accepted=True), "POST"),
    Page("/minh-chung/{evidence}/khong", _deciding(accepted=False), "POST"),
)
