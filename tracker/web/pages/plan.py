"""Plans: the list, the upload, the draft with its findings and what would change, and publishing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from schedules.plan import SchoolYear, Severity
from schedules.reading import Unreadable
from schedules.reading.kind import SUFFIXES
from schedules.reading.limits import LARGEST_FILE
from tracker.importing import Incoming, UnansweredError, publish_plan, store_plan
from tracker.law_year.paper import KIND
from tracker.plan_counts import PlanCounts, counted, undated_of, works_words
from tracker.plan_reading import PlanReader
from tracker.present import handed_over
from tracker.review.desk import WITHDRAWN, Review, compared, open_review
from tracker.review.findings import Question
from tracker.review.overdue import note_done, overdue_at_once, passed_at_once
from tracker.review.unanswered import left_open
from tracker.review.which_plan import Which
from tracker.review.withdrawing import recall, withdraw, works_of_recalled
from tracker.spots import first_spot, spots
from tracker.store import people, plans, recalls, schools, succession, tasks
from tracker.store.database import transaction
from tracker.store.records import PlanStatus, School, StoredPlan, StoredTask, TaskState
from tracker.web.own_school import own_name
from tracker.web.pages import reading
from tracker.web.pages.reading import Sent
from tracker.web.readings import BusyError, word_of
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.unseen import as_seen
from tracker.web.visit import Page, RefusedError, Visit, number_of

PASTED = "chu-dan-vao.txt"
"""The name under which pasted text is kept."""
ACCEPTED = ",".join(filter(None, SUFFIXES))
"""What a browser offers to choose from."""
BY_SEVERITY = (Severity.BLOCK, Severity.CHOICE, Severity.INFO)


def every(visit: Visit) -> Response:
    """List the plans of the school, newest first; apart from them those that were recalled, with their works."""
    choice = chosen_school(visit)
    found = plans.of_school(visit.db, choice.school.id) if choice.school else ()
    recalled = recalls.of_school(visit.db, choice.school.id) if choice.school else ()
    works = {one.plan.id: works_of_recalled(visit.db, one.plan.id) for one in recalled}
    held = {one.id: _held(visit, one) for one in found}
    return render(
        visit, "plans.html", choice=choice, plans=found, held=held, recalled=recalled, works=works, law_kind=KIND
    )


def _held(visit: Visit, stored: StoredPlan) -> str:
    """Return what a plan holds in the words of its page: of a draft with what is still asked, of others their works."""
    if stored.status is PlanStatus.DRAFT:
        return counted(open_review(visit.db, stored.id, visit.site.calendar_of())).words
    asked = [one.task for one in tasks.of_plan(visit.db, stored.id) if one.asked_for]
    return works_words(len(asked), undated_of(asked))


def upload_form(visit: Visit) -> Response:
    """Show the form: a file or pasted text."""
    return _form(visit)


def upload(visit: Visit) -> Response:
    """Read what was sent and keep it as a draft, a long one beside the pages; a refusal comes back on the form."""
    try:
        sent = _sent(visit)
        if sent.takes_long:
            return reading.begin(visit, sent)
        plan = PlanReader(visit.site.calendar_of(), sent.year).read_bytes(sent.content, sent.name)
    except Unreadable as error:
        return _form(visit, str(error))
    except BusyError as error:
        return _form(visit, str(error), 503)
    incoming = Incoming(sent.content, plan, sent.school, which=Which(sent.corrects))
    report = store_plan(visit.db, incoming, visit.actor(), visit.site.calendar_of(), publish=False)
    return RedirectResponse(
        f"/ke-hoach/{report.plan.id}?xong={word_of(same=report.same_file, unchanged=report.unchanged)}", 303
    )


def _sent(visit: Visit) -> Sent:
    """Return a form's file or pasted text; raise Unreadable with a sentence when there is none."""
    file, pasted = visit.upload("file"), visit.value("text")
    if file is None and not pasted:
        raise Unreadable(
            "Mẫu gửi", "chưa có tệp hay chữ nào", "tệp kế hoạch hoặc chữ dán vào", "Hãy chọn tệp rồi bấm lại"
        )
    school = own_name(visit.db, visit.session) or visit.value("school") or None
    year, corrected = _year(visit.value("year")), _corrected(visit)
    content, name = (pasted.encode(), PASTED) if file is None else (file.file.read(), base_name(file.filename or ""))
    return Sent(content, name, school, year, corrected.id if corrected else None)


def _year(typed: str) -> SchoolYear | None:
    try:
        return SchoolYear.parse(typed) if typed else None
    except ValueError as error:
        raise Unreadable(
            "Năm học", f"{error}", "hai năm liền nhau hoặc để trống", "Hãy ghi lại, ví dụ 2026-2027"
        ) from error


def base_name(sent: str) -> str:
    """Return the name of a file as sent, without the folders some browsers put before it."""
    return sent.replace("\\", "/").rpartition("/")[2] or PASTED


def _form(visit: Visit, problem: str = "", status: int = 422) -> Response:
    corrected = _corrected(visit)
    return render(
        visit,
        "upload.html",
        status if problem else 200,
        problem=problem,
        own_school=own_name(visit.db, visit.session),
        schools=schools.all_schools(visit.db),
        accepted=ACCEPTED,
        largest_bytes=LARGEST_FILE,
        corrected=corrected,
        school_name=visit.value("school") or (schools.by_id(visit.db, corrected.school_id).name if corrected else ""),
    )


def _corrected(visit: Visit) -> StoredPlan | None:
    """Return the plan, in force or recalled, a corrected copy is uploaded for; None when the form is for any plan."""
    asked = number_of(visit.query.get("sua", ""))
    try:
        found = None if asked is None else plans.by_id(visit.db, asked)
    except LookupError:
        return None
    theirs = visit.session is None or visit.session.school_id in (None, found and found.school_id)
    return found if found and theirs and found.published_at is not None else None


def show(visit: Visit) -> Response:
    """Show one plan as read: header, findings, what would change, tasks and duties."""
    review = open_review(visit.db, visit.number("plan"), visit.site.calendar_of())
    stored, newest = review.stored, review.revision
    if stored.status is PlanStatus.WITHDRAWN:
        return _out_of_force(visit, review.school, stored)
    order = spots(newest.plan.document)
    return render(
        visit,
        "plan.html",
        stored=stored,
        school=review.school,
        review=review,
        counts=counted(review) if review.waiting else _in_force(visit, review),
        revision=newest,
        plan=newest.plan,
        findings=_worst_first(review.questions),
        settled=[one for one in review.questions if not one.open],
        lapsed=review.outdated,
        waiting=review.waiting,
        law_kind=KIND,
        unreached=people.unreached(visit.db, stored.id) if stored.status is PlanStatus.PUBLISHED else (),
        former=succession.former_numbers(visit.db, stored.id),
        left_open=left_open(review),
        overdue=overdue_at_once(visit.db, review, visit.today) if review.waiting else (),
        passed=passed_at_once(visit.db, review, visit.today) if review.waiting else (),
        compared=compared(visit.db, review) if review.again else None,
        present=handed_over(visit.db, review.school.id, tasks.every_time(visit.db, stored.id)),
        tasks=()
        if review.again
        else sorted(_shown_tasks(visit, stored), key=lambda one: first_spot(order, one.task.mentions)),
    )


def _out_of_force(visit: Visit, school: School, stored: StoredPlan) -> Response:
    """Lead from the page of a recalled plan to where it is told who recalled it; a deleted draft is not there.

    A draft that became a copy of another plan leads to that plan.
    """
    joined = succession.stands_for(visit.db, stored.id)
    if joined is not None:
        return RedirectResponse(f"/ke-hoach/{joined}", 303)
    if any(one.plan.id == stored.id for one in recalls.of_school(visit.db, school.id)):
        return RedirectResponse(f"/ke-hoach?truong={school.slug}#thu-hoi-{stored.id}", 303)
    raise RefusedError(404, WITHDRAWN)


def _shown_tasks(visit: Visit, stored: StoredPlan) -> list[StoredTask]:
    return [
        one for one in tasks.every_time(visit.db, stored.id) if one.published or one.state is not TaskState.CANCELLED
    ]


def delete(visit: Visit) -> Response:
    """Withdraw a draft that was never published, as the one that was looked at."""
    plan_id = visit.number("plan")
    as_seen(visit.db, plan_id, visit.value("revision"))
    withdraw(visit.db, plan_id, visit.actor(visit.value("reason")), visit.site.calendar_of())
    return RedirectResponse("/ke-hoach?xong=xoa-nhap", 303)


def take_back(visit: Visit) -> Response:
    """Recall a published plan for a reason."""
    recall(visit.db, visit.number("plan"), visit.actor(visit.value("reason")), visit.site.calendar_of())
    return RedirectResponse("/ke-hoach?xong=thu-hoi", 303)


def _in_force(visit: Visit, review: Review) -> PlanCounts:
    """Return what a published plan holds, works dropped since not counted."""
    live = [one.task for one in tasks.of_plan(visit.db, review.stored.id) if one.asked_for]
    return replace(counted(review), works=len(live), undated=undated_of(live))


def _worst_first(questions: Sequence[Question]) -> list[tuple[Severity, list[Question]]]:
    """Return what nobody has answered by how grave it is, what one answer settles told once."""
    asked = [one for one in questions if one.open]
    groups = ((severity, [one for one in asked if one.first.severity is severity]) for severity in BY_SEVERITY)
    return [(severity, group) for severity, group in groups if group]


def publish(visit: Visit) -> Response:
    """Put the draft that was looked at in force; a newer one nobody has seen is not published by an old button."""
    plan_id = visit.number("plan")
    with transaction(visit.db):
        newest = as_seen(visit.db, plan_id, visit.value("revision"))
        if newest.status is PlanStatus.DRAFT:
            calendar = visit.site.calendar_of()
            overdue = overdue_at_once(visit.db, open_review(visit.db, plan_id, calendar), visit.today)
            try:
                publish_plan(visit.db, plan_id, visit.actor(), calendar)
                note_done(visit.db, overdue if visit.value("overdue") else (), visit.actor(), calendar)
            except UnansweredError:
                return RedirectResponse(f"/ke-hoach/{plan_id}/duyet?thieu=1", 303)
    return RedirectResponse(f"/ke-hoach/{plan_id}?xong=phat-hanh", 303)


pages = (
    Page("/ke-hoach", every),
    Page("/ke-hoach/tai-len", upload_form),
    Page("/ke-hoach/tai-len", upload, "POST"),
    Page("/ke-hoach/{plan}", show),
    Page("/ke-hoach/{plan}/phat-hanh", publish, "POST"),
    Page("/ke-hoach/{plan}/xoa-nhap", delete, "POST"),
    Page("/ke-hoach/{plan}/thu-hoi", take_back, "POST"),
)
