"""Feed links with their QR codes, for the manager."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from tracker.feeds import links
from tracker.feeds.disclosed import disclosed
from tracker.feeds.links import FeedLink
from tracker.store import feeds, schools
from tracker.store.feeds import FeedKind
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

KINDS = {
    FeedKind.SCHOOL: "Cả trường",
    FeedKind.COMMITTEE: "Tổ giám sát",
    FeedKind.PUBLIC: "Công khai cho phụ huynh",
    FeedKind.PERSON: "Riêng một người",
}
GONE = "Liên kết lịch này đã bị thu hồi. Hãy xin liên kết mới từ người quản lý kế hoạch của trường."


@dataclass(frozen=True, slots=True)
class Card:
    """One link as the manager sees it: its name and the address of its landing page, which the code holds."""

    link: FeedLink
    name: str
    landing: str

    @property
    def code(self) -> Markup:
        """The address of the landing page as a QR code, for a phone that stands beside the screen."""
        return code_of(self.landing, self.name)


def show(visit: Visit) -> Response:
    """Show every link of the school, making those that are missing; codes of people are on pages of their own."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    links.ensure_feeds(visit.db, visit.site.folder, choice.school.id, visit.actor())
    cards = _cards(visit, choice.school.id)
    seen = disclosed(visit.db, choice.school.id, visit.today)
    return render(visit, "calendars.html", choice=choice, cards=cards, disclosed=seen, local=visit.site.is_local)


def show_one(visit: Visit) -> Response:
    """Show one link with a large code, fit to be printed."""
    feed = feeds.by_id(visit.db, visit.number("feed"))
    card = next((card for card in _cards(visit, feed.subject.school_id) if card.link.feed_id == feed.id), None)
    if card is None:
        raise RefusedError(410, GONE)
    school = schools.by_id(visit.db, feed.subject.school_id)
    return render(visit, "calendar.html", school=school, card=card, local=visit.site.is_local)


def _cards(visit: Visit, school_id: int) -> list[Card]:
    base = visit.site.base_url.rstrip("/")
    found = links.feed_links(visit.db, visit.site.folder, base, school_id)
    return [
        Card(link, link.person_name or KINDS[link.kind], base + _landing_path(link.url) if link.url else "")
        for link in found
    ]


def _landing_path(url: str) -> str:
    """Return the landing page of a feed: its secret (or the school's name, which is public) under /lich."""
    name = url.rpartition("/")[2].removesuffix(".ics")
    return f"/lich/cong-khai/{name}" if "/public/" in url else f"/lich/{name}"


def code_of(address: str, name: str) -> Markup:
    """Return the QR code of an address as inline SVG, dark on light in every theme."""
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, title=f"Mã QR: {name}")
    return Markup(svg)  # noqa: S704 - segno escapes the title, the rest is numbers


def renew(visit: Visit) -> Response:
    """Replace a link: the old one answers “gone” from now on."""
    feed = links.renew(visit.db, visit.site.folder, visit.number("feed"), visit.actor())
    school = schools.by_id(visit.db, feed.subject.school_id)
    return RedirectResponse(f"/lich?truong={school.slug}&xong=doi-lien-ket", 303)


pages = (
    Page("/lich", show),
    Page("/lich/{feed}/ma", show_one),
    Page("/lich/{feed}/doi", renew, "POST"),
)
