"""Tying someone's Zalo to their name: a short code they send to the school's bot, shown once with the bot's QR code."""

from __future__ import annotations

import secrets
from datetime import datetime

from starlette.responses import Response

from notifiers.zalo.linking import new_code, spoken
from tracker.store import chats, people, stops
from tracker.store.database import transaction
from tracker.store.history import Change, append
from tracker.web.pages.calendars import code_of
from tracker.web.templating import render
from tracker.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show how someone is reached by Zalo, and the button that makes a code."""
    return _page(visit)


def make(visit: Visit) -> Response:
    """Make a code and show it; the database keeps only its hash, so it is seen this once."""
    person = people.by_id(visit.db, visit.number("person"))
    code = new_code(secrets.choice)
    with transaction(visit.db):
        until = chats.make_code(visit.db, person.id, code, visit.now)
        append(visit.db, visit.actor(), Change("person", str(person.id), "link code made"))
    return _page(visit, spoken(code), until)


def _page(visit: Visit, code: str = "", until: datetime | None = None) -> Response:
    person = people.by_id(visit.db, visit.number("person"))
    settings = visit.site.channels.zalo_bot
    return render(
        visit,
        "answer_link.html",
        person=person,
        linked=[url for url in person.addresses if url.startswith("zalobot:")],
        stopped=stops.of_person(visit.db, person.id),
        code=code,
        until=until,
        bot=settings.share_link,
        ready=bool(settings.token),
        qr=code_of(settings.share_link, "bot Zalo của trường") if settings.share_link else "",
    )


pages = (
    Page("/nguoi/{person}/zalo", show),
    Page("/nguoi/{person}/zalo", make, "POST"),
)
