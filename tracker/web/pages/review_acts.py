"""What is pressed on the review: one address per gesture; refusals come back on the page with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from starlette.responses import Response

from schedules.plan import Due
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.adding import Missed, add, spot_of
from tracker.review.deadlines import UnlikelyError, asked_if_far, given, said_in
from tracker.review.desk import Review, decide, open_review, replaces, undo
from tracker.review.halving import Half, halve
from tracker.review.operations import Add, Operation, Separate, Unmerge
from tracker.review.two_names import one_group
from tracker.review.typed_words import names
from tracker.review.which_plan import is_another
from tracker.store.database import transaction
from tracker.web.pages.review import Slip, back, page
from tracker.web.unseen import as_seen
from tracker.web.visit import Page, RefusedError, Visit

Wish = Callable[[Visit, Review], Sequence[Operation]]


def _answer(wish: Wish, form: str, done: str) -> Callable[[Visit], Response]:
    """Return the answer of a button: decide, then back to the task; a refusal is told where it was pressed."""

    def press(visit: Visit) -> Response:
        plan_id, task, calendar = visit.number("plan"), visit.value("task"), visit.site.calendar_of()
        try:
            review = decide(visit.db, plan_id, _seen(visit, wish), visit.actor(), calendar)
        except Refusal as refused:
            return _told(visit, Slip(str(refused), None, task, form, unlikely=isinstance(refused, UnlikelyError)))
        return back(review, task or _just_made(review), done)

    return press


def _just_made(review: Review) -> str:
    """Return the task the newest decision made or parted, empty when it did neither."""
    made = (one.operation.task for one in review.undoable if isinstance(one.operation, Add | Separate | Unmerge))
    return next(made, "")


def _told(visit: Visit, slip: Slip) -> Response:
    """Return the page with a refusal on it; what is meanwhile in force, or gone, has no such page any more."""
    review = open_review(visit.db, visit.number("plan"), visit.site.calendar_of())
    if not review.waiting:
        as_seen(visit.db, review.stored.id, visit.value("revision"))
        raise RefusedError(403, slip.problem, back=f"/ke-hoach/{review.stored.id}")
    return page(visit, review, slip)


def _seen(visit: Visit, wish: Wish) -> Callable[[Review], Sequence[Operation]]:
    """Let a wish through only for the import that was looked at."""

    def checked(review: Review) -> Sequence[Operation]:
        as_seen(visit.db, review.stored.id, visit.value("revision"))
        return wish(visit, review)

    return checked


def redate(visit: Visit) -> Response:
    """Show back what typed words mean before they are kept; picked days, and what was seen before, are kept at once."""
    if visit.value("words") and not visit.value("sure"):
        review = open_review(visit.db, visit.number("plan"), visit.site.calendar_of())
        return page(visit, review, _shown_back(visit, review))
    return _answer(_redate, "han", "han")(visit)


def _shown_back(visit: Visit, review: Review) -> Slip:
    """Return what typed words mean, with the question they raise, or why they mean nothing."""
    task, due = review.draft.item(visit.value("task")).id, None
    try:
        due = _read(visit, review)
        return Slip("", asked_if_far(review.draft, due) if due else None, task, "han")
    except UnlikelyError as asked:
        return Slip(str(asked), due, task, "han")
    except Refusal as refused:
        return Slip(str(refused), None, task, "han")


def _redate(visit: Visit, review: Review) -> Sequence[Operation]:
    due = _given(visit, review)
    if due is None:
        raise Refusal("Chưa có hạn nào. Hãy ghi bằng chữ, hoặc chọn ngày hết hạn.")
    return deciding.redate(review.draft, visit.value("task"), due)


def _given(visit: Visit, review: Review) -> Due | None:
    """Return the deadline of a form; None when its fields are empty, UnlikelyError until someone is sure of it."""
    due = _read(visit, review)
    return due if due is None or visit.value("sure") else asked_if_far(review.draft, due)


def _read(visit: Visit, review: Review) -> Due | None:
    days = _day(visit.value("start")), _day(visit.value("day"))
    return given(review.draft, visit.value("words"), days, review.calendar)


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


def _keep_moved(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.keep_moved(review.draft, visit.value("task"), review.calendar)


def _pick(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.pick(review.question(visit.value("question")), visit.value("choice"))


def _assign(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.assign(review.draft, [visit.value("task")], visit.value("owners"), visit.value("helpers"))


def _assign_many(visit: Visit, review: Review) -> Sequence[Operation]:
    chosen = _many(visit, "tasks")
    if not chosen or not names(visit.value("owners")):
        raise Refusal("Hãy ghi tên người phụ trách và chọn ít nhất một việc.")
    return deciding.assign(review.draft, chosen, visit.value("owners"))


def _split(visit: Visit, review: Review) -> Sequence[Operation]:
    due = _given(visit, review)
    mentions = [_number(value) for value in _many(visit, "given")]
    first = Half(_typed(visit, "first"), _typed(visit, "first_owners"))
    second = Half(visit.value("second"), _typed(visit, "second_owners"))
    return halve(review.draft, visit.value("task"), (first, second), due, mentions)


def _typed(visit: Visit, name: str) -> str | None:
    """Return what a field of a form holds, None where the form has no such field."""
    return visit.value(name) if name in visit.form else None


def _merge(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.merge(review.draft, visit.value("task"), visit.value("other"))


def _drop(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.drop(review.draft, visit.value("task"), visit.value("reason"))


def _add(visit: Visit, review: Review) -> Sequence[Operation]:
    question = review.question(visit.value("question"))
    return add(review.draft, Missed(visit.value("title"), _given(visit, review)), question)


def _add_missed(visit: Visit, review: Review) -> Sequence[Operation]:
    block, document = visit.value("block"), review.revision.plan.document
    spot = spot_of(document, visit.value("quote"), _number(block) if block and visit.value("quote") else None)
    due = _given(visit, review)
    if due is None and (said := said_in(review.draft, visit.value("quote"), review.calendar)):
        due = said if visit.value("sure") else asked_if_far(review.draft, said)
    return add(review.draft, Missed(visit.value("title"), due, visit.value("owners"), spot))


def _restore(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.restore(review.draft, visit.value("task"))


def _confirm(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.confirm(review.draft, visit.value("task"))


def _waive(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.waive(review.question(visit.value("question")), visit.value("reason"))


def _look(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.look(review.question(visit.value("question")))


def _accept(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.accept(review.question(visit.value("question")))


def _one_group(visit: Visit, review: Review) -> Sequence[Operation]:
    return one_group(review.question(visit.value("question")).one_group, visit.value("stays"))


def _part(visit: Visit, review: Review) -> Sequence[Operation]:
    return deciding.part(review.parting(review.question(visit.value("question"))))


def _weeks(visit: Visit, _: Review) -> Sequence[Operation]:
    return deciding.choose_weeks(visit.value("rule"))


def _another(_: Visit, review: Review) -> Sequence[Operation]:
    return is_another(review)


def replace_plan(visit: Visit) -> Response:
    """Keep the draft that was looked at as the newest copy of the plan it corrects; go on in that plan's review."""
    plan_id, calendar = visit.number("plan"), visit.site.calendar_of()
    try:
        with transaction(visit.db):
            as_seen(visit.db, plan_id, visit.value("revision"))
            review = replaces(visit.db, plan_id, _number(visit.value("corrected")), visit.actor(), calendar)
    except Refusal as refused:
        return _told(visit, Slip(str(refused)))
    return back(review, "", "ban-sua")


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
    "giu-ngay": (_keep_moved, "han", "han"),
    "chon-ngay": (_pick, "chon-ngay", "chon-ngay"),
    "nguoi": (_assign, "nguoi", "da-giao"),
    "nguoi-nhieu": (_assign_many, "nguoi-nhieu", "da-giao"),
    "tach": (_split, "tach", "da-tach"),
    "gop": (_merge, "gop", "da-gop"),
    "bo": (_drop, "bo", "da-bo"),
    "lap-viec": (_add, "lap-viec", "lap-viec"),
    "them": (_add_missed, "them", "lap-viec"),
    "lay-lai-viec": (_restore, "bo", "lay-lai-viec"),
    "dung-roi": (_confirm, "", "dung-roi"),
    "bo-qua": (_waive, "bo-qua", "bo-qua"),
    "da-xem": (_look, "da-xem", "da-xem"),
    "tach-lai": (_part, "tach-lai", "tach-lai"),
    "mot-nhom": (_one_group, "", "mot-nhom"),
    "nhan": (_accept, "nhan", "nhan"),
    "cach-tinh-tuan": (_weeks, "tuan", "tuan"),
    "ke-hoach-khac": (_another, "", "ke-hoach-khac"),
}
"""The gestures by address: what each decides, which form it comes back to, which word says that it is done."""

pages = (
    *(Page(f"/ke-hoach/{{plan}}/duyet/{name}", _answer(*act), "POST") for name, act in ACTS.items()),
    Page("/ke-hoach/{plan}/duyet/han", redate, "POST"),
    Page("/ke-hoach/{plan}/duyet/ban-sua", replace_plan, "POST"),
    Page("/ke-hoach/{plan}/duyet/hoan-tac", take_back, "POST"),
)
