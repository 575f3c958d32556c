"""Connecting the school's Official Account: the manager goes to Zalo, consents, and comes back with a code."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from tracker.answers.official_account import begin_consent, consent_needed, finish_consent
from tracker.store.oa_tokens import SqliteTokens
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

NOT_SET_UP = (
    "Chưa khai Official Account (channels.zalo_oa: oa_id, app_id, app_secret, redirect_url) trong settings.toml."
)


def show(visit: Visit) -> Response:
    """Show whether the account is connected."""
    return _page(visit)


def connect(visit: Visit) -> Response:
    """Show the way to Zalo's consent page: a link, for a form of ours may lead nowhere else."""
    settings = visit.site.channels.zalo_oa
    if not (settings.oa_id and settings.app_id and settings.redirect_url):
        raise RefusedError(422, NOT_SET_UP)
    return _page(visit, way=begin_consent(visit.db, settings, visit.now))


def come_back(visit: Visit) -> Response:
    """Take what Zalo sent back; the state makes sure that this browser's own consent is finished, and once."""
    back = {name: visit.query.get(name, "") for name in ("state", "code", "oa_id")}
    if not (back["state"] and back["code"]):
        return _page(visit)
    site = visit.site
    problem = finish_consent(visit.db, site.folder, site.channels.zalo_oa, back, visit.now)
    return _page(visit, problem) if problem else RedirectResponse("/kenh/zalo-oa?xong=noi-oa", 303)


def _page(visit: Visit, problem: str = "", way: str = "") -> Response:
    settings = visit.site.channels.zalo_oa
    tokens = SqliteTokens(visit.site.folder, settings.oa_id).load() if settings.oa_id else None
    needed = consent_needed(visit.site.folder, settings)
    status = 422 if problem else 200
    return render(
        visit, "answer_account.html", status, settings=settings, tokens=tokens, needed=needed, problem=problem, way=way
    )


pages = (
    Page("/kenh/zalo-oa", show),
    Page("/kenh/zalo-oa", connect, "POST"),
    Page("/kenh/zalo-oa/ve", come_back),
)
