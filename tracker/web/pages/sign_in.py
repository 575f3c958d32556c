"""Signing in by a one-time link: looking at it shows a button, only the button uses it up.

Mail scanners and chat previews open links; they do not press buttons.
"""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from tracker.store import sessions
from tracker.web.templating import render
from tracker.web.visit import COOKIE, Page, RefusedError, Right, Visit

USED = (
    "Liên kết đăng nhập này đã dùng, đã quá hạn hoặc không đúng. "
    "Mỗi liên kết chỉ dùng một lần; hãy lấy liên kết mới bằng lệnh “tracker signin” trên máy chủ."
)


def show(visit: Visit) -> Response:
    """Show the button of a link that is still good."""
    if not sessions.link_is_good(visit.db, visit.path["link"], visit.now):
        raise RefusedError(410, USED)
    return render(visit, "sign_in.html")


def enter(visit: Visit) -> Response:
    """Use the link up, set the session's cookie, go to the board."""
    secret = sessions.open_session(visit.db, visit.path["link"], visit.now)
    if secret is None:
        raise RefusedError(410, USED)
    response = RedirectResponse("/", 303)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(sessions.SESSION_LIVES.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=visit.secure,
    )
    return response


def leave(visit: Visit) -> Response:
    """End the session on this device."""
    sessions.end(visit.db, visit.secret, visit.now)
    response = render(visit, "signed_out.html")
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=visit.secure)
    return response


pages = (
    Page("/dang-nhap/{link}", show, right=Right.ANYONE),
    Page("/dang-nhap/{link}", enter, "POST", right=Right.ANYONE),
    Page("/dang-xuat", leave, "POST"),
)
