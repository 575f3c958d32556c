"""The step between a page and whoever is not signed in: how to get a sign-in link on the phone they hold."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from tracker.signing_in.asking import HOME, own_path
from tracker.web.site import Site
from tracker.web.templating import plain_page

SIGN_IN_FIRST = "Trang này cần đăng nhập của người quản lý kế hoạch."
CHALLENGE = 'OneTimeLink realm="dung-han"'
"""RFC 9110 §11.6.1 wants a challenge; no browser pops up a password box for a scheme of our own."""

UNAUTHORIZED = 401


@dataclass(frozen=True, slots=True)
class Step:
    """What the step shows: the page to come back to, what was typed and is wrong, whom a letter's link names."""

    back: str = HOME
    sentence: str = SIGN_IN_FIRST
    heading: str = "Cần đăng nhập"
    status: int = UNAUTHORIZED
    typed: str = ""
    problem: str = ""
    name: str = ""
    action: str = "/dang-nhap"


def ways(site: Site) -> tuple[str, ...]:
    """Return by which ways a link can be sent: none where phones cannot open it, or no channel is set up."""
    channels = site.channels
    mail = () if channels.mail.trouble() else ("e-mail",)
    zalo = ("Zalo",) if channels.zalo_bot.token or channels.zalo_oa.oa_id else ()
    return () if site.is_local else (*mail, *zalo)


def shown(site: Site, step: Step) -> Response:
    """Return the step as a page."""
    headers = {"Cache-Control": "no-store"}
    if step.status == UNAUTHORIZED:
        headers["WWW-Authenticate"] = CHALLENGE
    page = plain_page("sign_in_first.html", step=step, ways=ways(site), local=site.is_local)
    return Response(page, step.status, headers, "text/html")


def asked_for(request: Request) -> str:
    """Return the page somebody wanted to look at; the first one where they sent a form, which is not sent again."""
    if request.method not in ("GET", "HEAD"):
        return HOME
    query = f"?{request.url.query}" if request.url.query else ""
    return own_path(request.url.path + query)
