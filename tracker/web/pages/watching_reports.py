"""The reports of the school's plans behind the link of a member of the monitoring committee."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from tracker.answers.links import WATCH_PATH
from tracker.store import plans
from tracker.store.records import Person, PlanStatus
from tracker.web.pages.copies import results_file, workbook_file
from tracker.web.pages.watching import for_member
from tracker.web.visit import Page, Right, Visit


def _sending(file_of: Callable[[Visit, int], Response]) -> Callable[[Visit], Response]:
    """Return the answer of a link: a file made of a published plan of the member's own school."""

    def send(visit: Visit, person: Person) -> Response:
        plan = plans.by_id(visit.db, visit.number("plan"))
        if plan.school_id != person.school_id or plan.status is not PlanStatus.PUBLISHED:
            raise LookupError(f"không có kế hoạch số {plan.id}")
        return file_of(visit, plan.id)

    return lambda visit: for_member(visit, send)


PLAN = WATCH_PATH + "{token}/ke-hoach/{plan}"
pages = (
    Page(PLAN + "/phu-luc-2", _sending(results_file), right=Right.ANYONE),
    Page(PLAN + "/so-theo-doi", _sending(workbook_file), right=Right.ANYONE),
)
