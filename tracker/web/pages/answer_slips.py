"""Linking codes for many people at once, as slips to print and hand out: each opens the bot and names its person."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from notifiers.zalo.linking import new_code, spoken
from tracker.store import chats, people
from tracker.store.database import transaction
from tracker.store.history import Change, append
from tracker.store.records import Person
from tracker.web.pages.calendars import code_of
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, Visit


@dataclass(frozen=True, slots=True)
class Slip:
    """One strip of paper: whose it is, the code, and until when it works."""

    person: Person
    code: str
    until: datetime


def show(visit: Visit) -> Response:
    """Show who may get a slip; those who are not linked yet are chosen."""
    return _page(visit, ())


def make(visit: Visit) -> Response:
    """Make a code for everyone chosen and show the slips, this once: the database keeps only hashes."""
    school = chosen_school(visit).school
    chosen = [one for one in _staff(visit, school.id) if visit.value(f"chon-{one.id}") == "1"] if school else []
    with transaction(visit.db):
        slips = tuple(_slip(visit, person) for person in chosen)
    return _page(visit, slips, problem="" if slips else "Chưa chọn ai. Hãy đánh dấu ít nhất một người.")


def _slip(visit: Visit, person: Person) -> Slip:
    code = new_code(secrets.choice)
    until = chats.make_code(visit.db, person.id, code, visit.now)
    append(visit.db, visit.actor(), Change("person", str(person.id), "link code made"))
    return Slip(person, spoken(code), until)


def _page(visit: Visit, slips: Iterable[Slip], problem: str = "") -> Response:
    school = chosen_school(visit).school
    if school is None:
        return render(visit, "welcome.html")
    bot = visit.site.channels.zalo_bot
    return render(
        visit,
        "answer_slips.html",
        422 if problem else 200,
        school=school,
        staff=[(one, is_linked(one)) for one in _staff(visit, school.id)],
        slips=tuple(slips),
        problem=problem,
        bot=bot.share_link,
        ready=bool(bot.token),
        qr=code_of(bot.share_link, "bot Zalo của trường") if bot.share_link else "",
    )


def _staff(visit: Visit, school_id: int) -> tuple[Person, ...]:
    return tuple(one for one in people.of_school(visit.db, school_id) if one.active)


def is_linked(person: Person) -> bool:
    """Whether someone is reached by the bot already."""
    return any(url.startswith("zalobot:") for url in person.addresses)


pages = (
    Page("/ma-zalo", show),
    Page("/ma-zalo", make, "POST"),
)
