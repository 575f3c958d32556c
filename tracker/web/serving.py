"""From a page to a route: read the request, open the database in a worker thread, check the rights, answer."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tracker.store import sessions
from tracker.store.database import Database
from tracker.web import own_school
from tracker.web.sign_in_step import SIGN_IN_FIRST
from tracker.web.site import Site
from tracker.web.visit import COOKIE, Page, RefusedError, Right, Visit

LONGEST_FIELD = 6 * 1024 * 1024
"""A pasted plan may be as long as the longest text file reading takes (5 MB), and a little."""

MOST_FIELDS = 1000
"""Giving work has one field per person of a school; the largest has some three hundred."""

STALE_FORM = "Trang đã mở quá lâu hoặc thầy/cô vừa đăng nhập lại. Hãy quay lại, tải lại trang rồi bấm lần nữa."


def route_of(page: Page, site: Site) -> Route:
    """Return the route of a page; its answer runs in one worker thread with a connection of its own."""

    async def serve(request: Request) -> Response:
        if page.right is Right.MANAGER and COOKIE not in request.cookies:
            # a stranger's file is not even read
            raise RefusedError(401, SIGN_IN_FIRST)
        form = FormData()
        if page.raw:
            request.state.body = await request.body()
        elif page.method == "POST":
            form = await request.form(max_files=page.files, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
        try:
            return await run_in_threadpool(answer, page, site, request, form)
        finally:
            await form.close()

    return Route(page.path, serve, methods=[page.method])


def answer(page: Page, site: Site, request: Request, form: FormData) -> Response:
    """Return what a page answers; raise RefusedError when the visitor may not or the subject is not there."""
    with site.open() as db:
        visit = visit_of(site, db, request, form)
        check_rights(page, visit)
        with absence_told():
            return page.answer(visit)


@contextmanager
def absence_told() -> Iterator[None]:
    """Turn the store's "not there" into a 404; a KeyError or IndexError is a mistake of ours and stays one."""
    try:
        yield
    except LookupError as error:
        if type(error) is not LookupError:
            raise
        raise RefusedError(404, f"Không tìm thấy: {error}.") from error


def visit_of(site: Site, db: Database, request: Request, form: FormData) -> Visit:
    """Return the visit a request makes, with its session when the cookie opens one."""
    now, secret = site.clock(), request.cookies.get(COOKIE, "")
    return Visit(
        site=site,
        db=db,
        now=now,
        address=request.url.path,
        path=request.path_params,
        query=request.query_params,
        form=form,
        session=sessions.live(db, secret, now) if secret else None,
        secret=secret,
        secure=site.is_secure(request.url.scheme, request.headers.get("host", "")),
        agent=request.headers.get("user-agent", ""),
        client=request.client.host if request.client else "",
        headers=request.headers,
        body=getattr(request.state, "body", b""),
    )


def check_rights(page: Page, visit: Visit) -> None:
    """Raise RefusedError: 401 without the sign-in a page needs, 404 for another school's, 403 for an old form."""
    if page.right is Right.ANYONE:
        return
    if visit.session is None:
        raise RefusedError(401, SIGN_IN_FIRST)
    own_school.check(visit.db, visit.session, visit.path)
    if page.method == "POST" and not hmac.compare_digest(visit.value("token").encode(), visit.token.encode()):
        raise RefusedError(403, STALE_FORM)
