"""What is said of a file as it comes in: which plan it corrects, or that it is a plan of its own."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.plan_names import plan_name
from tracker.refusal import Refusal
from tracker.review import desk
from tracker.review.desk import Review
from tracker.review.operations import Operation
from tracker.review.predecessors import another
from tracker.store import plans, schools, succession
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import School, StoredPlan


@dataclass(frozen=True, slots=True)
class Which:
    """What people said as they sent a file: the id of the plan it was uploaded to correct, which is then asked about.

    A plan it cannot correct is left unsaid, as on a page where it was proposed, or refused where people `insist`.
    `replaces` settles that at once: it corrects the plan of this id or number; `separate`: it corrects none.
    """

    corrects: int | None = None
    insist: bool = False
    replaces: str | None = None
    separate: bool = False


UNSAID = Which()
"""Nobody said anything: a draft that may correct another plan is asked about."""


def note_corrected(db: Database, school: School, plan_id: int, which: Which) -> None:
    """Note which plan of the same school a draft was uploaded to correct; its own copy needs no such word.

    Raise Refusal when it cannot correct that one and people insist.
    """
    if which.corrects is None or which.corrects == plan_id:
        return
    if trouble := _trouble(db, school, plan_id, which.corrects):
        if which.insist:
            raise Refusal(trouble)
        return
    succession.propose(db, plan_id, which.corrects)


def _trouble(db: Database, school: School, plan_id: int, corrected: int) -> str:
    """Return why a draft of a school cannot be uploaded to correct another plan, empty when it can."""
    meant = plans.by_id(db, corrected)
    if meant.school_id != school.id:
        other = schools.by_id(db, meant.school_id).name
        return f"Tệp này là kế hoạch của {school.name}, còn kế hoạch có mã {corrected} là của {other}."
    if all(one.id != corrected for one in succession.once_in_force(db, school.id)):
        return (
            f"Kế hoạch có mã {corrected} chưa từng phát hành, hoặc đã nhập vào kế hoạch khác, nên không có gì để sửa."
        )
    if plans.by_id(db, plan_id).published_at is not None:
        return (
            f"Tệp này là bản mới của kế hoạch có mã {plan_id}, nên không thể là bản sửa của kế hoạch có mã {corrected}."
        )
    return ""


def settled(db: Database, review: Review, which: Which, actor: Actor) -> Review:
    """Return the review once what was said of its draft is carried out; nothing said changes nothing.

    Raise Refusal when no plan of the school is called as the one it is to replace.
    """
    plan_id, calendar = review.stored.id, review.calendar
    if which.replaces is not None:
        target = _named(db, review.school, which.replaces)
        return review if target.id == plan_id else desk.replaces(db, plan_id, target.id, actor, calendar)
    if which.separate and any(question.corrects for question in review.open):
        return desk.decide(db, plan_id, is_another, actor, calendar)
    return review


def is_another(review: Review) -> tuple[Operation, ...]:
    """Say that a draft is a plan of its own; raise Refusal when nobody asks."""
    for question in review.open:
        if question.corrects:
            return another(question)
    raise Refusal("Không còn câu hỏi này; kế hoạch vừa đổi. Hãy tải lại trang.")


def _named(db: Database, school: School, answer: str) -> StoredPlan:
    """Return the plan of a school that is or was in force and has this id or number."""
    every = succession.once_in_force(db, school.id)
    wanted = schools.folded(answer)
    found = [one for one in every if wanted == str(one.id)]
    found = found or [one for one in every if one.number and schools.folded(one.number) == wanted]
    found = found or [one for one in every if one.number and plans.bore(one, answer)]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(
        f"{one.id} ({plan_name(one)}, năm học {one.school_year or 'không ghi'})" for one in found or every
    )
    if found:
        raise Refusal(f"Có {len(found)} kế hoạch mang số “{answer}”; hãy chọn bằng mã: {listed}.")
    raise Refusal(f"{school.name} không có kế hoạch đã phát hành nào là “{answer}”. Đang có: {listed or 'chưa có'}.")
