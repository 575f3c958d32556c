"""Next year's draft of a plan: looked through on a page, taken away as a Word file, or kept as a draft plan."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from tracker.importing import Incoming, store_plan
from tracker.next_year import NextDraft, file_name, next_draft, standing_of
from tracker.reports.next_year_words import counts
from tracker.store import plans, schools
from tracker.store.database import transaction
from tracker.store.records import StoredPlan
from tracker.web.pages.copies import word_file
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

ALREADY = "Đã có kế hoạch này cho năm học {year}. Hãy mở kế hoạch đó ở trang Kế hoạch thay vì soạn thêm một bản."


def _draft(visit: Visit) -> tuple[StoredPlan, NextDraft]:
    stored = plans.by_id(visit.db, visit.number("plan"))
    standing = standing_of(visit.db, stored, visit.today)
    return stored, next_draft(standing, None, visit.site.calendar_of(), visit.now)


def show(visit: Visit) -> Response:
    """Show the draft work by work, each with its remarks; nothing is stored."""
    stored, made = _draft(visit)
    school = schools.by_id(visit.db, stored.school_id)
    return render(
        visit, "next_year.html", stored=stored, school=school, draft=made.plan, told=counts(made.plan), made=made
    )


def word(visit: Visit) -> Response:
    """Send the draft as a Word file with its remarks as comments."""
    _, made = _draft(visit)
    return word_file(made.content, file_name(made.plan))


def keep(visit: Visit) -> Response:
    """Keep the draft as a draft plan of the same school; nobody gets anything from it until it is published."""
    with transaction(visit.db):
        stored, made = _draft(visit)
        if plans.by_key(visit.db, stored.school_id, plans.key_of(made.read.header)):
            raise RefusedError(409, ALREADY.format(year=made.plan.header.school_year))
        school = schools.by_id(visit.db, stored.school_id).name
        incoming = Incoming(made.content, made.read, school)
        report = store_plan(visit.db, incoming, visit.actor(), visit.site.calendar_of(), publish=False)
    return RedirectResponse(f"/ke-hoach/{report.plan.id}?xong=da-tai", 303)


pages = (
    Page("/ke-hoach/{plan}/nam-sau", show),
    Page("/ke-hoach/{plan}/nam-sau", keep, "POST"),
    Page("/ke-hoach/{plan}/nam-sau/tep", word),
)
