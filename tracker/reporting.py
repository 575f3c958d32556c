"""The report of a stored plan: what the store knows of its works, set in a Word document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tracker.refusal import Refusal
from tracker.reports import words_beside
from tracker.reports.board import Staff
from tracker.reports.results import Facts, Result, results
from tracker.reports.results_document import Head, results_document
from tracker.reports.results_workbook import results_workbook
from tracker.reports.superior import place_of, superior_of
from tracker.store import evidence, extensions, notes, pauses, people, plans, tasks
from tracker.store.database import Database
from tracker.store.records import PlanStatus, Revision, StoredPlan


class NothingToReportError(Refusal):
    """The plan was never published: nobody worked by it."""


@dataclass(frozen=True, slots=True)
class PlanReport:
    """The report of one plan: its works with what became of each, and the file made of them."""

    plan: StoredPlan
    results: tuple[Result, ...]
    content: bytes


def report_of(db: Database, plan_id: int, today: date, at: datetime, over: str = "") -> PlanReport:
    """Return the report of a published plan as of `today`; raise NothingToReportError for a draft.

    `over` is the body the school stands under, for plans whose letterhead does not say.
    """
    plan, revision, found = _results_of(db, plan_id, today)
    document = revision.plan.document
    head = Head(revision.plan.header, superior_of(document) or tuple(filter(None, (over,))), place_of(document))
    return PlanReport(plan, found, results_document(head, found, today, at))


def workbook_of(db: Database, plan_id: int, today: date, at: datetime) -> PlanReport:
    """Return the works of a published plan as of `today` as an Excel workbook; raise as `report_of`."""
    plan, _, found = _results_of(db, plan_id, today)
    return PlanReport(plan, found, results_workbook(found, at))


def _results_of(db: Database, plan_id: int, today: date) -> tuple[StoredPlan, Revision, tuple[Result, ...]]:
    plan = plans.by_id(db, plan_id)
    revision = plans.revision_in_force(db, plan_id)
    if plan.status is not PlanStatus.PUBLISHED or revision is None:
        raise NothingToReportError(
            f"Kế hoạch {plan.number or plan.source} còn là bản nháp nên chưa có kết quả. Hãy phát hành rồi lập báo cáo."
        )
    stored = [one for one in tasks.every_time(db, plan_id) if one.published]
    staff = Staff(
        people={person.id: person for person in people.of_school(db, plan.school_id)},
        parts=people.assignments_of_school(db, plan.school_id),
        notes=notes.newest_of_school(db, plan.school_id, checks=False),
        dropped=words_beside.dropped(db, plan.school_id),
    )
    facts = Facts(
        evidence={one.id: evidence.of_task(db, one.id) for one in stored},
        extensions={one.id: extensions.of_task(db, one.id) for one in stored},
        waits=pauses.waits_in(db, plan.school_id, today),
        found=words_beside.remarks(db, plan.school_id),
    )
    return plan, revision, results(stored, staff, facts, today)
