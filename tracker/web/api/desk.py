"""What an API call works with: the site, who is signed in, and the database for the thread that asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.security import APIKeyCookie
from pydantic import Field

from schedules.calendar import SchoolCalendar
from schedules.wording import nfc
from tracker.store import schools, sessions
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.sessions import Session
from tracker.web import own_school
from tracker.web.serving import absence_told
from tracker.web.site import Site
from tracker.web.visit import COOKIE, RefusedError

HOW = (
    "Lấy liên kết dùng một lần bằng “tracker signin” trên máy chủ, gửi POST tới liên kết đó, "
    f"rồi gửi kèm cookie “{COOKIE}” nhận được với mỗi lời gọi."
)
"""How a program signs in: as a person does, by pressing the button of a one-time link."""

SIGNED_IN = APIKeyCookie(name=COOKIE, scheme_name="Cookie", description=HOW, auto_error=False)
"""What the description of the API says of it; `desk_of` is what refuses."""


@dataclass(frozen=True, slots=True)
class ApiDesk:
    """One call by someone signed in."""

    site: Site
    session: Session
    now: datetime

    @property
    def today(self) -> date:
        """The calendar day in Viet Nam."""
        return self.now.date()

    @property
    def calendar(self) -> SchoolCalendar:
        """The school calendar of the site."""
        return self.site.calendar_of()

    @contextmanager
    def open(self) -> Iterator[Database]:
        """Open the database; what is not there comes out as 404."""
        with self.site.open() as db, absence_told():
            yield db

    def actor(self, why: str | None = None) -> Actor:
        """Return who acts, for the history."""
        return Actor(self.session.who, self.now, why or None)


def desk_of(request: Request) -> ApiDesk:
    """Return the desk of a signed-in caller; raise RefusedError 401 for anyone else."""
    site: Site = request.app.state.site
    secret, now = request.cookies.get(COOKIE, ""), site.clock()
    with site.open() as db:
        session = sessions.live(db, secret, now) if secret else None
        if session is None:
            raise RefusedError(401, f"Lời gọi này cần đăng nhập. {HOW}")
        own_school.check(db, session, request.path_params)
    return ApiDesk(site, session, now)


Desk = Annotated[ApiDesk, Depends(desk_of)]

LARGEST = 2**63 - 1
"""No number of ours is larger, and the store holds none that is."""

PlanNumber = Annotated[int, Path(ge=0, le=LARGEST, description="Số của kế hoạch")]
Number = Annotated[int, Field(ge=0, le=LARGEST)]
"""A number in a body; in a path one that cannot be is of nothing there is, see `tracker.web.failures`."""


def school_id_of(desk: ApiDesk, db: Database, name: str | None) -> int | None:
    """Return the school of a name or slug, None for all the caller sees, if that is more than their own.

    Raise LookupError when there is none of that name, or none they see.
    """
    own = desk.session.school_id
    if name is None:
        return own
    school = schools.by_name(db, nfc(name))
    if school is None or own not in (None, school.id):
        raise LookupError(f"không có trường “{name}”")
    return school.id
