"""A member of the monitoring committee takes evidence or refuses it for a reason, once, under their own name."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import RedirectResponse, Response

from tracker.answers import checking
from tracker.answers.acting import NotNowError
from tracker.answers.checking import Judgement
from tracker.refusal import Refusal
from tracker.store import evidence
from tracker.store.records import Person
from tracker.web.pages.task import Wrong
from tracker.web.pages.watching import ONE, Trouble, for_member, path_to, task_of, work_page
from tracker.web.visit import Page, Right, Visit


def _judging(done: str, *, accepted: bool) -> Callable[[Visit], Response]:
    """Return the answer of a button: judge the evidence of the address, then back to its work."""

    def press(visit: Visit, person: Person) -> Response:
        task = task_of(visit, person)
        piece = evidence.by_id(visit.db, visit.number("evidence"))
        if piece.task_id != task.id:
            raise LookupError(f"không có minh chứng số {piece.id}")
        said = Judgement(accepted, visit.now, "" if accepted else visit.value("refused_why"))
        try:
            checking.judge(visit.db, piece, person, said, visit.site.calendar_of())
        except NotNowError as error:
            return work_page(visit, task, person, Trouble(str(error)))
        except Refusal as error:
            return work_page(visit, task, person, Trouble(wrong=Wrong(f"refused_why-{piece.id}", str(error))))
        return RedirectResponse(f"{path_to(visit)}/viec/{task.id}?xong={done}#minh-chung", 303)

    return lambda visit: for_member(visit, press)


pages = (
    Page(ONE + "/minh-chung/{evidence}/nhan", _judging("nhan-minh-chung", accepted=True), "POST", right=Right.ANYONE),
    Page(ONE + "/minh-chung/{evidence}/khong", _judging("khong-nhan", accepted=False), "POST", right=Right.ANYONE),
)
