"""The page a phone opens from a QR code: how to subscribe on the machine that holds it. Its address is its key."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from tracker.feeds.disclosed import disclosed, withheld
from tracker.feeds.secret import hash_of
from tracker.store import feeds, people, schools
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.web.pages.calendars import GONE, KINDS
from tracker.web.phones import phone_of
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Right, Visit

UNKNOWN = "Không có lịch nào ở địa chỉ này. Hãy xin lại liên kết từ người quản lý kế hoạch của trường."


def land(visit: Visit) -> Response:
    """Show whoever holds the secret how to subscribe on the machine they hold."""
    found = feeds.find(visit.db, hash_of(visit.path["secret"]))
    if found is None:
        raise RefusedError(404, UNKNOWN)
    if found.gone:
        raise RefusedError(410, GONE)
    return _landing(visit, found.subject, f"/feeds/{quote(visit.path['secret'])}.ics")


def land_public(visit: Visit) -> Response:
    """Show anyone what a school makes public and how to subscribe; its feed is made when it is first asked for."""
    slug = visit.path["slug"]
    school = next((one for one in schools.all_schools(visit.db) if one.slug == slug), None)
    if school is None:
        raise RefusedError(404, UNKNOWN)
    found = feeds.find_public(visit.db, slug)
    if found and found.gone:
        raise RefusedError(410, GONE)
    return _landing(visit, FeedSubject(FeedKind.PUBLIC, school.id), f"/public/{quote(slug)}.ics")


def _landing(visit: Visit, subject: FeedSubject, path: str) -> Response:
    public = subject.kind is FeedKind.PUBLIC
    url = f"{visit.site.base_url.rstrip('/')}{path}"
    webcal = f"webcal://{url.partition('://')[2]}"
    return render(
        visit,
        "landing.html",
        school=schools.by_id(visit.db, subject.school_id),
        name=_name(visit, subject),
        private=not public,
        disclosed=disclosed(visit.db, subject.school_id, visit.today) if public else (),
        withheld=public and withheld(visit.db, subject.school_id, visit.today),
        phone=phone_of(visit.agent),
        url=url,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}" if _is_https(url) else "",
    )


def _name(visit: Visit, subject: FeedSubject) -> str:
    return people.by_id(visit.db, subject.person_id).name if subject.person_id else KINDS[subject.kind]


def _is_https(url: str) -> bool:
    """Whether Google may fetch it: its add link takes https alone."""
    return url.startswith("https://")


pages = (
    Page("/lich/cong-khai/{slug}", land_public, right=Right.ANYONE),
    Page("/lich/{secret}", land, right=Right.ANYONE),
)
