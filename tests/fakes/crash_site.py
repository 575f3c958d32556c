"""A school whose reminders really leave, and the process that ticks for it and is killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tests.fakes.crashing import Driver, running_driver
from tests.fakes.reminding import School, running_school
from tests.fakes.smtp import FakeSmtp, running_smtp
from tests.fakes.zalo_bot import TOKEN, FakeZaloBot, running_zalo_bot

Made = TypeVar("Made", bound="CrashSite")


class CrashSite:
    """The school, the servers its messages go to, and the ticking process."""

    def __init__(self, school: School, smtp: FakeSmtp, zalo: FakeZaloBot, driver: Driver) -> None:
        """Keep them, and put there what there is before the first tick."""
        self.school, self.smtp, self.zalo, self.driver = school, smtp, zalo, driver
        self.prepare()

    def prepare(self) -> None:
        """Put there what there is before the first tick."""

    def unknown(self) -> int:
        """How many messages stand in the outbox as of unknown fate, for people to see."""
        return self.school.db.execute("SELECT count(*) FROM messages WHERE state = 'unknown'").fetchone()[0]


@contextmanager
def crash_site(folder: Path, kind: type[Made]) -> Iterator[Made]:
    """Start the servers, the school in a data folder, and the process."""
    with (
        running_smtp() as smtp,
        running_zalo_bot() as zalo,
        running_school(folder) as school,
        running_driver(folder, smtp.port, zalo.url, TOKEN) as driver,
    ):
        yield kind(school, smtp, zalo, driver)
