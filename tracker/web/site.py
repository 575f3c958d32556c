"""What one running service is: its data folder, its address, its clock and whom it answers."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from notifiers import ChannelSettings
from schedules.calendar import SchoolCalendar, load_calendar
from tracker.law_year.notice import Notices
from tracker.store.database import FILE_NAME, Database, connect, explained
from tracker.web.readings import Readings
from tracker.zone import current_instant

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@cache
def national_calendar() -> SchoolCalendar:
    """Return the calendar of a school without settings of its own."""
    return load_calendar()


@dataclass(frozen=True, slots=True)
class Site:
    """One service. `base_url` is how phones reach it; `open_to_network` when it listens beyond loopback."""

    folder: Path
    base_url: str = "http://127.0.0.1:8000"
    open_to_network: bool = False
    clock: Callable[[], datetime] = current_instant
    calendar_of: Callable[[], SchoolCalendar] = national_calendar
    channels: ChannelSettings = field(default_factory=ChannelSettings)
    readings: Readings = field(default_factory=Readings)
    notices: Notices = field(default_factory=Notices)
    sign_in_asked: Event = field(default_factory=Event)
    """Set when somebody asked for a sign-in link, so that its sender wakes."""

    @property
    def path(self) -> Path:
        """The database file."""
        return self.folder / FILE_NAME

    @contextmanager
    def open(self) -> Iterator[Database]:
        """Open a connection for the thread that asks; troubles come out as StoreTroubleError."""
        with explained(self.path):
            db = connect(self.path)
            try:
                yield db
            finally:
                db.close()

    @property
    def is_local(self) -> bool:
        """Whether the address it is reached by is this machine's own: letters then carry no link a phone could open."""
        return (urlsplit(self.base_url).hostname or "") in LOOPBACK

    def is_secure(self, scheme: str, host: str) -> bool:
        """Whether a request came over https: its proxy says so, or it names the https address people reach us by.

        A proxy that keeps the name and forgets to tell of https would else get a cookie that plain http may carry.
        """
        ours = urlsplit(self.base_url)
        return scheme == "https" or (ours.scheme == "https" and _without_port(host) == _without_port(ours.netloc))

    def answers_to(self, host: str) -> bool:
        """Whether a Host header is ours: a foreign name pointed at this machine (DNS rebinding) is not.

        A bare IP address cannot be rebound, so it is accepted once the service listens beyond loopback.
        """
        name = urlsplit(f"//{host}").hostname or ""
        if name in LOOPBACK or name == urlsplit(self.base_url).hostname:
            return True
        return self.open_to_network and _is_address(name)


def _without_port(host: str) -> str:
    """Return a host without the port that https has by itself."""
    return host.lower().removesuffix(":443")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
