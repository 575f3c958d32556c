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
    """What a link is for, and the sentences for one that is wrong or too old."""

    action: Action
    wrong: str
    old: str


def for_manager(visit: Visit, kind: LinkKind, page: Callable[[Token, Person], Response]) -> Response:
    """Return a page for who holds a good link; one sentence, and nothing of the school, when they manage no more.

    Its subject is a number. Raise RefusedError 404 for a wrong link and 410 for one that is too old.
    """
    token = read(visit.path["token"], master_key(visit.site.folder))
    if token is None or token.action is not kind.action or not token.subject.isdigit():
        raise RefusedError(404, kind.wrong)
    if token.expired(visit.today):
        raise RefusedError(410, kind.old)
    try:
        person = granting.manager(visit.db, token.person_id)
    except NotNowError as error:
        return render(visit, "answer_closed.html", sentence=str(error))
    return page(token, person)
