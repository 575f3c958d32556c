"""One request for more time behind a manager's signed link: approve it, give another day, or refuse with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from starlette.responses import RedirectResponse, Response

from tracker.answers import granting
from tracker.answers.acting import NotNowError, WrongDayError
from tracker.answers.granting import Asked, NoReasonError, Verdict
from tracker.answers.links import GRANT_PATH, path_of
from tracker.answers.token import Action, Token
from tracker.feeds.secret import master_key
from tracker.reports.beside import asked_words
from tracker.store import extensions, people, plans, schools
from tracker.store.records import Person
from tracker.web.manager_link import LinkKind, for_manager
from tracker.web.templating import render
from tracker.web.visit import Page, Right, Visit

LINK = LinkKind(
    Action.DECIDE,
    wrong="Liên kết trả lời đề nghị này không đúng hoặc bị cắt mất một phần. Hãy mở lại từ tin báo.",
    old="Liên kết trả lời đề nghị này đã quá 45 ngày. Hãy mở trang Xin gia hạn trên máy đã đăng nhập.",
)
LONGEST_NOTE = 500


def show(visit: Visit) -> Response:
    """Show a manager one request: who asks, until when and why, and what can be answered or was."""
    return _for_manager(visit, lambda token, asked, person: _page(visit, token, asked, person))


def _for_manager(visit: Visit, page: Callable[[Token, Asked, Person], Response]) -> Response:
    """Return a page of the request a manager's link is about."""
    return for_manager(
        visit,
        LINK,
        lambda token, person: page(token, granting.asked_of(visit.db, person, int(token.subject)), person),
    )


def _page(visit: Visit, token: Token, asked: Asked, person: Person, problem: str = "", **wrong: str) -> Response:
    """Show a request; what was typed and not carried out stands in its form again, with what is wrong beside it."""
    request, task = asked.request, asked.task
    return render(
        visit,
        "grant.html",
        422 if problem or wrong else 200,
        address=GRANT_PATH + visit.path["token"],
        manager=person,
        task=task,
        plan=plans.by_id(visit.db, task.plan_id),
        school=schools.by_id(visit.db, person.school_id),
        request=request,
        asker=people.current(visit.db, request.person_id).name,
        earlier=[asked_words(one) for one in extensions.of_task(visit.db, task.id) if one.id < request.id],
        outcome=granting.outcome(visit.db, asked, person),
        answered=request.approved is not None and not request.withdrawn and request.decided_by == person.name,
        problem=problem,
        wrong_day=wrong.get("day", ""),
        wrong_reason=wrong.get("reason", ""),
        days_late=task.days_late(visit.today),
        others=[(one, _path(visit, token, one.request.id)) for one in granting.others(visit.db, person, request)],
    )


def _path(visit: Visit, token: Token, request_id: int) -> str:
    """Return the path of another request for the same manager; it grows old with the link it was found by."""
    other = Token(Action.DECIDE, token.person_id, str(request_id), token.day)
    return path_of(other, master_key(visit.site.folder))


def _deciding(verdict_of: Callable[[Visit], Verdict]) -> Callable[[Visit], Response]:
    """Return the answer of a button: decide, then show what was decided."""

    def press(visit: Visit, token: Token, asked: Asked, person: Person) -> Response:
        try:
            granting.decide(visit.db, asked, person, verdict_of(visit), visit.site.calendar_of())
        except WrongDayError as error:
            return _page(visit, token, asked, person, day=str(error))
        except NoReasonError as error:
            return _page(visit, token, asked, person, reason=str(error))
        except NotNowError as error:
            return _page(visit, token, granting.asked_of(visit.db, person, asked.request.id), person, str(error))
        return RedirectResponse(GRANT_PATH + visit.path["token"], 303)

    return lambda visit: _for_manager(visit, lambda token, asked, person: press(visit, token, asked, person))


def _yes(visit: Visit) -> Verdict:
    try:
        day = date.fromisoformat(visit.value("day"))
    except ValueError:
        day = None
    return Verdict(approved=True, at=visit.now, day=day, why=visit.value("note")[:LONGEST_NOTE])


def _no(visit: Visit) -> Verdict:
    return Verdict(approved=False, at=visit.now, why=visit.value("reason")[:LONGEST_NOTE])


pages = (
    Page(GRANT_PATH + "{token}", show, right=Right.ANYONE),
    Page(GRANT_PATH + "{token}/dong-y", _deciding(_yes), "POST", right=Right.ANYONE),
    Page(GRANT_PATH + "{token}/khong", _deciding(_no), "POST", right=Right.ANYONE),
)
