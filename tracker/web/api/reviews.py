"""The review of a draft as JSON: what is doubtful, what is asked, and the same decisions as on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from tracker.contract import Json, due_json, duty_json, finding_json, task_json
from tracker.places import Places
from tracker.review.choice import Choice
from tracker.review.desk import Review, decide, open_review, replaces, undo
from tracker.review.draft import Item
from tracker.review.findings import Question
from tracker.review.operations import Operation
from tracker.review.ordering import Row, ordered
from tracker.review.predecessor import Predecessor
from tracker.store.database import transaction
from tracker.store.records import PlanStatus
from tracker.web.api.desk import Desk, Number, PlanNumber
from tracker.web.api.refused import ODD_DAY
from tracker.web.api.wishes import Replaces, Wish, operations
from tracker.web.unseen import as_seen

router = APIRouter(prefix="/plans/{plan_id}/review", tags=["duyệt"])


@router.get("", summary="Bản nháp đang duyệt: việc ngờ nhất trước, câu cần trả lời")
def show(desk: Desk, plan_id: PlanNumber) -> Json:
    """Return the review of a plan's newest import."""
    with desk.open() as db:
        return review_json(open_review(db, plan_id, desk.calendar))


@router.post("/operations", summary="Quyết định một điều", responses=ODD_DAY)
def operate(
    desk: Desk,
    plan_id: PlanNumber,
    wish: Wish,
    revision: Annotated[Number | None, Query(description="Bản đã xem")] = None,
) -> Json:
    """Carry out one wish; with `revision`, only on the import that was looked at.

    A draft that replaces a plan is from then on its newest copy: the answer is that plan's review.
    """
    with desk.open() as db:

        def seen() -> None:
            if revision is not None:
                as_seen(db, plan_id, str(revision))

        if isinstance(wish, Replaces):
            with transaction(db):
                seen()
                return review_json(replaces(db, plan_id, wish.plan, desk.actor(), desk.calendar))

        def checked(review: Review) -> Sequence[Operation]:
            seen()
            return operations(review, wish)

        return review_json(decide(db, plan_id, checked, desk.actor(), desk.calendar))


@router.post("/undo", summary="Hoàn tác quyết định mới nhất")
def take_back(desk: Desk, plan_id: PlanNumber) -> Json:
    """Undo the newest decision that was not published; the answer is the review it leaves, maybe another plan's."""
    with desk.open() as db:
        return review_json(undo(db, plan_id, desk.actor(), desk.calendar))


def review_json(review: Review) -> Json:
    """Return a review as the API tells it."""
    places = Places(review.revision.plan.document)
    return {
        "plan": review.stored.id,
        "revision": review.revision.number,
        "status": _status(review).value,
        "questions_open": review.asked,
        "may_publish": review.publishable,
        "questions": [_question(review, question, places) for question in review.questions],
        "weeks": [{"rule": choice.rule.value, "label": choice.rule.label} for choice in review.weeks],
        "week_rule": review.draft.week_rule.value if review.draft.week_rule else None,
        "tasks": [_row(row) for row in ordered(review)],
        "away": [_item(item) for item in review.draft.items if not item.live],
        "duties": [{"number": number, **duty_json(duty)} for number, duty in enumerate(review.revision.plan.duties, 1)],
        "lapsed": list(review.outdated),
        "undoable": list(map(review.told, review.undoable)),
    }


def _status(review: Review) -> PlanStatus:
    """Return how the import stands: withdrawn with its plan, when that was deleted or joined to another."""
    gone = review.stored.status is PlanStatus.WITHDRAWN
    return PlanStatus.WITHDRAWN if gone else review.revision.status


def _question(review: Review, question: Question, places: Places) -> Json:
    parting = review.parting(question)
    return {
        "id": question.key,
        "open": question.open and question.serious,
        "answer": question.settled,
        "findings": [finding_json(finding, places) for finding in question.findings],
        "message": question.message,
        "may_accept": question.acceptable,
        "may_look": question.lookable,
        "perhaps_one": list(question.pair),
        "choices": [_choice(choice) for choice in question.choices],
        "corrects": [_corrected(one) for one in question.corrects],
        "one_group": list(question.one_group),
        "works": [task_json(work) for work in parting.works] if parting else [],
        "tasks": list(question.touched),
        "tasks_left": list(question.left),
    }


def _corrected(one: Predecessor) -> Json:
    plan = one.plan
    return {"plan": plan.id, "number": plan.number, "name": one.name, "shared": one.shared, "proposed": one.proposed}


def _choice(choice: Choice) -> Json:
    days = [{"task": item.id, **due_json(due)} for item, due, _ in choice.moves]
    return {"id": choice.key, "label": choice.label, "why": choice.why, "days": days}


def _row(row: Row) -> Json:
    asked = [question.key for question in row.questions]
    return {**_item(row.item), "doubt": row.doubt.name.lower(), "questions": asked}


def _item(item: Item) -> Json:
    return {
        "id": item.id,
        **task_json(item.task),
        "decided": sorted(item.decided),
        "dropped": item.dropped,
        "merged_into": item.merged,
    }
