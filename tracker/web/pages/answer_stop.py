"""No more messages at an address: a page with one button, and the one-click POST of mail programs (RFC 8058)."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from tracker.answers import stopping
from tracker.answers.links import STOP_PATH
from tracker.answers.token import Action, Token, read
from tracker.feeds.secret import master_key
from tracker.store import people, stops
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Right, Visit

WRONG = "Liên kết ngừng nhận này không đúng hoặc đã quá cũ. Hãy dùng liên kết trong thư mới nhất."


def show(visit: Visit) -> Response:
    """Show what would stop; looking stops nothing."""
    return _page(visit, _token(visit))


def stop(visit: Visit) -> Response:
    """Stop messages to the address of the link."""
    token = _token(visit)
    stopping.stop(visit.db, token, visit.now, visit.site.calendar_of().working_days)
    return _page(visit, token)


def resume(visit: Visit) -> Response:
    """Take it back: messages go to the address again."""
    token = _token(visit)
    stopping.resume(visit.db, token, visit.now, visit.site.calendar_of().working_days)
    return _page(visit, token)


def _token(visit: Visit) -> Token:
    token = read(visit.path["token"], master_key(visit.site.folder))
    if token is None or token.action is not Action.STOP or token.expired(visit.today):
        raise RefusedError(410, WRONG)
    return replace(token, person_id=people.current(visit.db, token.person_id).id)


def _page(visit: Visit, token: Token) -> Response:
    person, url = people.by_id(visit.db, token.person_id), stopping.address_of(visit.db, token)
    stopped = next((one for one in stops.of_person(visit.db, person.id) if one.url == url), None)
    return render(visit, "answer_stop.html", person=person, url=url, stopped=stopped)


pages = (
    Page(STOP_PATH + "{token}", show, right=Right.ANYONE),
    Page(STOP_PATH + "{token}", stop, "POST", right=Right.ANYONE),
    Page(STOP_PATH + "{token}/nhan-lai", resume, "POST", right=Right.ANYONE),
)
