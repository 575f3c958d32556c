"""Who did a work shows that it is done, on the page where they answer about it."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from tracker.answers import acting
from tracker.answers.acting import NotNowError
from tracker.answers.links import PATH
from tracker.answers.showing import Shown, WrongLinkError, show
from tracker.web.pages.answer import page_of, token_of
from tracker.web.visit import Page, Right, Visit


def give(visit: Visit) -> Response:
    """Keep a link as proposed evidence of a task, then show the page with it; what cannot be is told beside it."""
    token = token_of(visit)
    try:
        at = acting.standing(visit.db, token.subject, token.person_id)
        show(visit.db, at, Shown(visit.value("proof"), " ".join(visit.value("words").split())), visit.now)
    except WrongLinkError as error:
        return page_of(visit, token, wrong_link=str(error))
    except NotNowError as error:
        return page_of(visit, token, str(error))
    return RedirectResponse(f"{PATH}{visit.path['token']}?xong=da-gui#minh-chung", 303)


pages = (Page(PATH + "{token}/minh-chung", give, "POST", right=Right.ANYONE),)
