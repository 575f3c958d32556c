"""The question whether a draft with another number corrects a plan that is or was in force, or is a plan of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from schedules.plan import Finding, Header, Plan, Severity
from tracker.law_year.paper import KIND
from tracker.review.draft import Draft, waiver_key
from tracker.review.findings import Question
from tracker.review.operations import Answer
from tracker.review.predecessor import Predecessor
from tracker.review.same_plan import shared
from tracker.store import succession
from tracker.store.database import Database
from tracker.store.records import StoredPlan

RULE = "ban-sua-mang-so-khac"
"""The rule of the question; it is answered by choosing, never waived."""

ANOTHER = "là kế hoạch khác"
"""How it is answered where the draft corrects none of the plans."""

MOST = 3
"""Plans that are offered; more than these nobody would tell apart on a page."""

JOINS = "Là bản sửa thì các việc trùng giữ nguyên người làm, câu trả lời và lịch; là kế hoạch khác thì "
BOTH_RUN = "hai kế hoạch cùng chạy, việc trùng được nhắc ở cả hai"
BEGINS_ANEW = "các việc bắt đầu lại từ đầu, không nối với kế hoạch đã thu hồi"


def predecessors(db: Database, stored: StoredPlan, plan: Plan) -> tuple[Predecessor, ...]:
    """Return the plans of the same school and year that a draft never published may correct, the likest first.

    The plan of the law's works is made, not sent by anybody: it corrects nothing and nothing corrects it.
    """
    if stored.published_at is not None or plan.header.kind == KIND:
        return ()
    said = succession.proposed(db, stored.id)
    others = [one for one in succession.once_in_force(db, stored.school_id) if one.kind != KIND]
    found = [
        Predecessor(one, count, one.id == said) for one in others if (count := _shared(db, one, plan)) or one.id == said
    ]
    return tuple(sorted(found, key=lambda one: (not one.proposed, -one.shared, one.plan.status.value))[:MOST])


def _shared(db: Database, other: StoredPlan, plan: Plan) -> int:
    year = plan.header.school_year
    if year and other.school_year and str(year) != other.school_year:
        return 0
    works = [(task.title, task.due.day) for task in plan.tasks]
    titles = (other.kind or "", plan.header.kind or "")
    return shared(succession.works_in_force(db, other.id), works, titles)


def asked(draft: Draft, found: tuple[Predecessor, ...]) -> tuple[Question, ...]:
    """Return the one question which of these plans a draft corrects; none where there is no such plan."""
    if not found:
        return ()
    message = _message(draft.plan, found[0])
    advice = f"{JOINS}{apart(found)}."
    finding = Finding(RULE, Severity.BLOCK, message, (), advice)
    settled = ANOTHER if all(waiver_key(RULE, _key(one)) in draft.answers for one in found) else None
    key = sha256(RULE.encode()).hexdigest()[:12]
    return (Question(key, (finding,), (), settled=settled, corrects=() if settled else found),)


def apart(found: Sequence[Predecessor]) -> str:
    """Return what it means that a draft is another plan than these."""
    return BOTH_RUN if any(one.in_force for one in found) else BEGINS_ANEW


def another(question: Question) -> tuple[Answer, ...]:
    """Say that a draft is a plan of its own, none of those it was asked about."""
    keys = tuple(_key(one) for one in question.corrects)
    return (Answer(RULE, keys, accepted=True, message=question.first.message, how=ANOTHER),)


def _key(one: Predecessor) -> str:
    return str(one.plan.id)


def _message(plan: Plan, first: Predecessor) -> str:
    told = f"{first.shared}/{len(plan.tasks)} việc của bản nháp này trùng với {first.name}"
    if first.proposed:
        told = f"Bản nháp này được tải lên làm bản sửa của {first.name}; {first.shared}/{len(plan.tasks)} việc trùng"
    differs = ", ".join(_differing(plan.header, first.plan))
    but = f", nhưng {differs}" if differs else ""
    return f"{told}{but}. Đây là bản sửa, thay cho kế hoạch ấy, hay là kế hoạch khác?"


def _differing(header: Header, other: StoredPlan) -> Iterator[str]:
    """Yield what keeps a draft from being known as a copy of a plan by itself."""
    if header.number != other.number:
        yield _numbered(header.number)  # the plan is named with its own
    elif (header.kind or header.source) != (other.kind or other.source):
        yield "tên kế hoạch khác" if header.kind or other.kind else "tên tệp khác"
    year = str(header.school_year) if header.school_year else None
    if year != other.school_year:
        yield f"năm học {year or 'không ghi'} (trước {other.school_year or 'không ghi'})"


def _numbered(number: str | None) -> str:
    return f"mang số {number}" if number else "không có số"
