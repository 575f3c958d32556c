"""What is pressed on the review: one address per gesture; refusals come back on the page with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from starlette.responses import Response

from schedules.calendar import SchoolCalendar
from schedules.plan import Due
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.deadlines import picked, typed
from tracker.review.desk import Review, decide, open_review, undo
from tracker.review.operations import Operation
from tracker.web.pages.plan import UNSEEN
from tracker.web.pages.review import Slip, back, page
from tracker.web.visit import Page, RefusedError, Visit

Wish = Callable[[Visit, Review], Sequence[Operation]]


def _answer(wish: Wish, form: str, done: str) -> Callable[[Visit], Response]:
    """Return the answer of a button: decide, then back to the task; a refusal is told where it was pressed."""

    def press(visit: Visit) -> Response:
        plan_id, task, calendar = visit.number("plan"), visit.value("task"), visit.site.calendar_of()
        try:
            review = decide(visit.db, plan_id, _seen(visit, wish), visit.actor(), calendar)
        except Refusal as refused:
            return _told(visit, Slip(str(refused), None, task, form))
        return back(review, task, done)

    return press


def _told(visit: Visit, slip: Slip) -> Response:
    """Return the page with a refusal on it; a plan meanwhile in force has no such page any more."""
    review = open_review(visit.db, visit.number("plan"), visit.site.calendar_of())
    if not review.waiting:
        raise RefusedError(403, slip.problem)
    return page(visit, review, slip)


def _seen(visit: Visit, wish: Wish) -> Callable[[Review], Sequence[Operation]]:
    """Let a wish through only for the import that was looked at."""

    def checked(review: Review) -> Sequence[Operation]:
        if visit.value("revision") != str(review.revision.number):
            raise RefusedError(409, UNSEEN)
        return wish(visit, review)

    return checked


def redate(visit: Visit) -> Response:
    """Show back what typed words mean before they are kept; picked days, and words seen before, are kept at once."""
    calendar = visit.site.calendar_of()
    if visit.value("words") and not visit.value("sure"):
        review = open_review(visit.db, visit.number("plan"), calendar)
        task = review.draft.item(visit.value("task")).id
        try:
            slip = Slip(due=typed(review.draft, visit.value("words"), calendar), task=task, form="han")
        except Refusal as refused:
            slip = Slip(str(refused), None, task, "han")
        return page(visit, review, slip)
    return _answer(_redate, "han", "han")(visit)


def _redate(visit: Visit, review: Review) -> Sequence[Operation]:
    due = _given(visit, review, visit.site.calendar_of())
    if due is None:
        raise Refusal("Chưa có hạn nào. Hãy ghi bằng chữ, hoặc chọn ngày hết hạn.")
    return deciding.redate(review.draft, visit.value("task"), due)


def _given(visit: Visit, review: Review, calendar: SchoolCalendar) -> Due | None:
    """Return the deadline of a form, in words or days; None when its fields are empty."""
    if visit.value("words"):
        return typed(review.draft, visit.value("words"), calendar)
    day = _day(visit.value("day"))
    return picked(_day(visit.value("start")), day, calendar) if day else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refusal(f"“{text}” không phải ngày; cần dạng 2023-09-25.") from error


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("10000") else 0


def _many(visit: Visit, name: str) -> list[str]:
    return [value for value in visit.form.getlist(name) if isinstance(value, str)]


def _retitle(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.retitle(review.draft, visit.value("task"), visit.value("title"))


def _choose(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.choose(review.draft, visit.value("task"), _number(visit.value("mention")))


def _assign(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.assign(review.draft, [visit.value("task")], visit.value("owners"), visit.value("helpers"))


def _assign_many(visit: Visit, review: Review) -> Sequence[Operation]:
    chosen = _many(visit, "tasks")
    if not chosen or not deciding.names(visit.value("owners")):
        raise Refusal("Hãy ghi tên người phụ trách và chọn ít nhất một việc.")
    return deciding.assign(review.draft, chosen, visit.value("owners"))


def _split(visit: Visit, review: Review) -> Sequence[Operation]:
    due = _given(visit, review, visit.site.calendar_of())
    given = [_number(value) for value in _many(visit, "given")]
    return deciding.split(review.draft, visit.value("task"), visit.value("second"), due, given)


def _merge(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.merge(review.draft, visit.value("task"), visit.value("other"))


def _drop(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.drop(review.draft, visit.value("task"), visit.value("reason"))


def _add(visit: Visit, review: Review) -> Sequence[Operation]:
    question, due = review.question(visit.value("question")), _given(visit, review, review.calendar)
    return deciding.add(review.draft, question, visit.value("title"), due)


def _restore(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.restore(review.draft, visit.value("task"))


def _confirm(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.confirm(review.draft, visit.value("task"))


def _waive(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.waive(review.question(visit.value("question")), visit.value("reason"))


def _accept(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.accept(review.draft, review.question(visit.value("question")), review.calendar)


def _weeks(visit: Visit, _: Review) -> Sequence[Operation]:
    return deciding.choose_weeks(visit.value("rule"))


def take_back(visit: Visit) -> Response:
    """Undo the newest decision."""
    plan_id, calendar = visit.number("plan"), visit.site.calendar_of()
    try:
        review = undo(visit.db, plan_id, visit.actor(), calendar)
    except Refusal as refused:
        return _told(visit, Slip(str(refused)))
    return back(review, visit.value("task"), "hoan-tac")


ACTS: dict[str, tuple[Wish, str, str]] = {
    "ten": (_retitle, "ten", "da-sua"),
    "chon-han": (_choose, "han", "chon-han"),
    "nguoi": (_assign, "nguoi", "da-giao"),
    "nguoi-nhieu": (_assign_many, "nguoi-nhieu", "da-giao"),
    "tach": (_split, "tach", "da-tach"),
    "gop": (_merge, "gop", "da-gop"),
    "bo": (_drop, "bo", "da-bo"),
    "lap-viec": (_add, "lap-viec", "lap-viec"),
    "lay-lai-viec": (_restore, "bo", "lay-lai-viec"),
    "dung-roi": (_confirm, "", "dung-roi"),
    "bo-qua": (_waive, "bo-qua", "bo-qua"),
    "nhan": (_accept, "nhan", "nhan"),
    "cach-tinh-tuan": (_weeks, "tuan", "tuan"),
}
"""The gestures by address: what each decides, which form it comes back to, which word says that it is done."""

pages = (
    *(Page(f"/ke-hoach/{{plan}}/duyet/{name}", _answer(*act), "POST") for name, act in ACTS.items()),
    Page("/ke-hoach/{plan}/duyet/han", redate, "POST"),
    Page("/ke-hoach/{plan}/duyet/hoan-tac", take_back, "POST"),
)
