"""A visitor of the pages: a site on disk, a client signed in or not, buttons pressed with the form's own token."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from starlette.testclient import TestClient

from notifiers import ChannelSettings
from schedules.plan import Plan
from tests.conftest import NOW, make_plan
from tracker.importing import Incoming, store_plan
from tracker.store import sessions
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import StoredTask
from tracker.store.tasks import of_all
from tracker.web.app import build_app
from tracker.web.site import Site, national_calendar

BASE = "http://127.0.0.1:8000"


class Visitor:
    """Someone with a browser; `signed_in` opens a one-time link first."""

    def __init__(
        self,
        folder: Path,
        *,
        signed_in: bool = True,
        clock: Callable[[], datetime] = lambda: NOW,
        base: str = BASE,
        channels: ChannelSettings | None = None,
    ) -> None:
        self.folder = folder
        with open_database(folder) as db:
            self.link = f"/dang-nhap/{sessions.make_link(db, clock())}"
        self.site = Site(folder, base, clock=clock, channels=channels or ChannelSettings())
        guard = build_app(self.site)
        self.app = guard.app
        self.client = TestClient(guard, base, raise_server_exceptions=False, follow_redirects=False)
        if signed_in:
            self.client.post(self.link)

    def get(self, path: str, **more: object):
        return self.client.get(path, **more)

    def press(self, path: str, on: str | None = None, files: object = None, **fields: str):
        """Open the page `on` (or the path itself), take the token of its form and send the fields."""
        token = re.search(r'name="token" value="(\w+)"', self.get(on or path).text)
        return self.client.post(path, data={"token": token[1] if token else "", **fields}, files=files)

    def keep(self, plan: Plan, *, publish: bool = True) -> tuple[StoredTask, ...]:
        """Put a plan in the store and return every task there."""
        with open_database(self.folder) as db:
            store_plan(
                db, Incoming(repr(plan).encode(), plan), Actor("Cô Lan", NOW), national_calendar(), publish=publish
            )
            return of_all(db)

    def tasks(self) -> tuple[StoredTask, ...]:
        """Return every task in the store."""
        with open_database(self.folder) as db:
            return of_all(db)


def visitor_with(folder: Path, *tasks: object, publish: bool = True) -> Visitor:
    """Return a signed-in visitor of a school whose one plan holds these tasks."""
    visitor = Visitor(folder)
    visitor.keep(make_plan(*tasks), publish=publish)
    return visitor
