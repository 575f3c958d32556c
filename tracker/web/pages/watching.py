"""The board of the monitoring committee behind a member's link: they see every work, note what they found, check it.

They change nobody's work, and what they note carries their own name. What is done with evidence is in
`watching_evidence.py`, what they download in `watching_reports.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.responses import RedirectResponse, Response

from tracker.answers import checking
from tracker.answers.acting import NotNowError
from tracker.answers.links import WATCH_PATH
from tracker.answers.token import Action, read
from tracker.doubting import doubted
from tracker.feeds.secret import master_key
from tracker.reports import words_beside
from tracker.reports.board import board, with_part
from tracker.store import evidence, plans, recalls, schools, tasks
from tracker.store.records import Person, PlanStatus, StoredTask
from tracker.web.pages.board import chosen_person, proofs_waiting, staff_of
from tracker.web.pages.task import Wrong, facts_of
from tracker.web.proof_files import file_of
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Right, Visit

WRONG = "Liên kết giám sát này không đúng hoặc bị cắt mất một phần. Hãy mở lại từ thư gửi Tổ giám sát."
OLD = "Liên kết giám sát này đã quá 45 ngày. Hãy dùng liên kết trong thư mới nhất gửi Tổ giám sát."
LONGEST_NOTE = 500

Act = Callable[[Visit, StoredTask, Person], None]


def show(visit: Visit) -> Response:
    """Show a member of the committee the board of their school."""
    return for_member(visit, _board)


def show_work(visit: Visit) -> Response:
    """Show a member one work: its deadline and why, what its plan says, what happened."""
    return for_member(visit, lambda visit, person: work_page(visit, task_of(visit, person), person))


def for_member(visit: Visit, page: Callable[[Visit, Person], Response]) -> Response:
    """Return a page for who holds a good link; one sentence, and nothing of the school, when they left."""
    token = read(visit.path["token"], master_key(visit.site.folder))
    if token is None or token.action is not Action.WATCH:
        raise RefusedError(404, WRONG)
    if token.expired(visit.today):
        raise RefusedError(410, OLD)
    try:
        person = checking.member(visit.db, token.person_id)
    except NotNowError as error:
        return render(visit, "answer_closed.html", sentence=str(error))
    return page(visit, person)


def _board(visit: Visit, person: Person) -> Response:
    school = schools.by_id(visit.db, person.school_id)
    staff, every = staff_of(visit, school), tasks.of_school(visit.db, school.id)
    chosen = chosen_person(visit, staff)
    return render(
        visit,
        "watch_board.html",
        watch=path_to(visit),
        member=person,
        shown_school=school,
        board=board(with_part(every, staff.parts, chosen) if chosen else every, staff, visit.today),
        people=[one for one in staff.people.values() if one.active],
        person=chosen,
        awaited=words_beside.awaited(visit.db, school.id, visit.today),
        recalled=recalls.lately(visit.db, school.id, visit.now),
        proofs=words_beside.proofs(visit.db, school.id),
        unaccepted=staff.unaccepted,
        plans=[one for one in plans.of_school(visit.db, school.id) if one.status is PlanStatus.PUBLISHED],
        proofs_waiting=proofs_waiting(every, evidence.waiting(visit.db, school.id)),
        doubted=doubted(every, evidence.of_school(visit.db, school.id, recalled=True)),
    )


@dataclass(frozen=True, slots=True)
class Trouble:
    """What cannot be of a button a member pressed: why, whether it is only `asked` about, or which field is wrong."""

    why: str = ""
    asked: bool = False
    wrong: Wrong = field(default_factory=Wrong)


def work_page(visit: Visit, task: StoredTask, person: Person, trouble: Trouble | None = None) -> Response:
    """Show a member one work, with what cannot be of what they pressed."""
    trouble = trouble or Trouble()
    return render(
        visit,
        "watch_task.html",
        422 if trouble.why or trouble.wrong.field else 200,
        wrong=trouble.wrong,
        own_proofs=checking.not_theirs_to_judge(visit.db, task, person),
        watch=path_to(visit),
        member=person,
        trouble=checking.trouble(task, person),
        may_note=checking.may_note(task),
        problem=trouble.why,
        asked=trouble.asked,
        typed=visit.value("note"),
        said=words_beside.reasons(visit.db, person.school_id, visit.today).get(task.id, ""),
        **facts_of(visit, task, f"{path_to(visit)}/viec/{task.id}"),
    )


def task_of(visit: Visit, person: Person) -> StoredTask:
    """Return the published work of the member's school the address names; LookupError for any other."""
    return checking.watched(visit.db, person, visit.path["task"])


def path_to(visit: Visit) -> str:
    """Return the path of a member's board."""
    return WATCH_PATH + visit.path["token"]


def _acting(act: Act, done: str) -> Callable[[Visit], Response]:
    """Return the answer of a button: act, then back to the work; what cannot be is told there, what was typed kept."""

    def press(visit: Visit, person: Person) -> Response:
        task = task_of(visit, person)
        try:
            act(visit, task, person)
        except NotNowError as error:
            return work_page(visit, task, person, Trouble(str(error), asked=isinstance(error, _AskedError)))
        return RedirectResponse(f"{path_to(visit)}/viec/{task.id}?xong={done}", 303)

    return lambda visit: for_member(visit, press)


def _note(visit: Visit) -> str:
    note = visit.value("note")
    if len(note) > LONGEST_NOTE:
        raise NotNowError(f"Ghi chú dài {len(note)} ký tự; cần không quá {LONGEST_NOTE}. Hãy rút gọn lại.")
    return note


class _AskedError(NotNowError):
    """A check that is asked about once more; the same press with `sure` carries it out."""


def _check(visit: Visit, task: StoredTask, person: Person) -> None:
    asked = "" if visit.value("sure") or checking.trouble(task, person) else checking.only_refused(visit.db, task.id)
    if asked:
        raise _AskedError(asked)
    checking.check(visit.db, task, person, (visit.now, _note(visit)), visit.site.calendar_of())


def _write(visit: Visit, task: StoredTask, person: Person) -> None:
    checking.note(visit.db, task, person, (visit.now, _note(visit)), visit.site.calendar_of())


def _uncheck(visit: Visit, task: StoredTask, person: Person) -> None:
    checking.uncheck(visit.db, task, person.name, visit.now, visit.site.calendar_of())


def save(visit: Visit) -> Response:
    """Send a member the file of a piece of evidence."""
    return for_member(visit, lambda visit, person: file_of(visit, task_of(visit, person).id))


ONE = WATCH_PATH + "{token}/viec/{task}"
pages = (
    Page(WATCH_PATH + "{token}", show, right=Right.ANYONE),
    Page(ONE, show_work, right=Right.ANYONE),
    Page(ONE + "/kiem-tra", _acting(_check, "da-kiem-tra"), "POST", right=Right.ANYONE),
    Page(ONE + "/ghi-chu", _acting(_write, "ghi-chu"), "POST", right=Right.ANYONE),
    Page(ONE + "/minh-chung/{evidence}", save, right=Right.ANYONE),
    Page(ONE + "/lay-lai", _acting(_uncheck, "chua-kiem-tra"), "POST", right=Right.ANYONE),
)
