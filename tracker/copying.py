"""The commented copy of a stored plan: what nobody answered yet, and what was decided but still stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding
from schedules.proofreading import no_owner
from tracker.reports.corrected_copy import ABOUT_DAYS, CorrectedCopy, corrected_copy
from tracker.review.deciding import SEEN
from tracker.review.desk import Review, open_review
from tracker.review.draft import Field
from tracker.review.findings import ABOUT_DUE, PARTED, Question
from tracker.review.predecessors import RULE as WHICH_PLAN
from tracker.spoken import due_words
from tracker.store import plans
from tracker.store.database import Database

TAKEN = "đã nhận gợi ý"
"""How an answer begins that took what the finding advises."""

WAIVED = "đã bỏ qua"
"""How an answer begins that asks for silence: such findings get no comment."""


def copy_of_stored(db: Database, plan_id: int, calendar: SchoolCalendar, at: datetime) -> CorrectedCopy:
    """Return the newest file of a plan with comments; raise NoCopyError when it is no .docx.

    Which other plan it corrects is nothing its own words can say: no comment asks that.
    """
    review = open_review(db, plan_id, calendar)
    of_words = (question for question in review.questions if question.first.rule != WHICH_PLAN)
    findings = tuple(finding for question in of_words for finding in _told(question, review))
    plan = replace(review.revision.plan, findings=findings)
    return corrected_copy(plans.content_of(db, review.revision.id), plan, at)


def _told(question: Question, review: Review) -> Iterator[Finding]:
    """Yield the findings of a question as they stand, or with what was decided; what the file says rightly is quiet.

    That is what was waived, and the dates of two works: each place says its own.
    """
    if question.settled in (None, SEEN):
        yield from (one for one in question.findings if not _given_up(one, question, review))
    elif question.settled and not question.settled.startswith((WAIVED, PARTED)):
        for finding in question.findings:
            taken = [finding.suggestion] if question.settled.startswith(TAKEN) else []
            chosen = list(_chosen(question, review)) or taken
            decided = "; ".join((question.settled, *filter(None, chosen)))
            yield replace(finding, suggestion=f"Khi duyệt {decided.rstrip('.')}. Hãy sửa văn bản cho khớp.")


def _given_up(finding: Finding, question: Question, review: Review) -> bool:
    """Whether a finding is about days no task follows any more, since people chose others."""
    items = [item for item in review.draft.items if item.id in question.touched]
    if finding.rule not in ABOUT_DAYS or not all(Field.DUE in item.decided or not item.live for item in items):
        return False
    named = {one.due.words for item in items for one in item.task.mentions if f"“{one.due.words}”" in finding.message}
    return bool(named) and named.isdisjoint(item.task.due.words for item in items if item.live)


def _chosen(question: Question, review: Review) -> Iterator[str]:
    """Yield the deadlines, or the people, chosen for the tasks a question about them touched."""
    if question.first.rule == no_owner.RULE:
        items = (item for item in review.draft.live if item.id in question.touched and item.task.owners)
        yield from (f"“{item.task.title}”: {', '.join(item.task.owners)}" for item in items)
    if question.first.rule in ABOUT_DUE:
        touched = (item for item in review.draft.items if item.id in question.touched and Field.DUE in item.decided)
        yield from (f"hạn của “{item.task.title}” là {due_words(item.task.due)}" for item in touched)
