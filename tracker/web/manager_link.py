"""A manager's own signed link: who holds a good one is that manager, for as long as they manage."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from starlette.responses import Response

from tracker.answers import granting
from tracker.answers.acting import NotNowError
from tracker.answers.token import Action, Token, read
from tracker.feeds.secret import master_key
from tracker.store.records import Person
from tracker.web.templating import render
from tracker.web.visit import RefusedError, Visit


class LinkKind(NamedTuple):
    """What a link is for, the sentences for one that is wrong or too old, and whether its subject is a number."""

    action: Action
    wrong: str
    old: str
    numbered: bool = True


def token_of(visit: Visit, kind: LinkKind) -> Token:
    """Return what the link in the address of a page was signed for; raise RefusedError 404 for a wrong one."""
    token = read(visit.path["token"], master_key(visit.site.folder))
    if token is None or token.action is not kind.action or (kind.numbered and not token.subject.isdigit()):
        raise RefusedError(404, kind.wrong)
    return token


def for_manager(visit: Visit, kind: LinkKind, page: Callable[[Token, Person], Response]) -> Response:
    """Return a page for who holds a good link; one sentence, and nothing of the school, when they manage no more.

    Raise RefusedError 404 for a wrong link and 410 for one that is too old.
    """
    token = token_of(visit, kind)
    if token.expired(visit.today):
        raise RefusedError(410, kind.old)
    try:
        person = granting.manager(visit.db, token.person_id)
    except NotNowError as error:
        return render(visit, "answer_closed.html", sentence=str(error))
    return page(token, person)
