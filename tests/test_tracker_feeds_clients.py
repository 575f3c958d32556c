"""Real clients subscribe over HTTP: vdirsyncer fetches, khal lists what a person would see."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from schedules.plan import Bound
from tests.conftest import due_on, make_task
from tests.fakes.feed_school import NOW, TEACHER, FeedSchool, feed_app, served
from tracker.feeds.links import renew
from tracker.store.feeds import FeedKind
from tracker.store.history import Actor

VDIRSYNCER = """
[general]
status_path = "{home}/status/"
[pair plan]
a = "here"
b = "feed"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{home}/events/"
fileext = ".ics"
[storage feed]
type = "http"
url = "{url}"
"""

KHAL = """
[calendars]
[[plan]]
path = {home}/events/
[sqlite]
path = {home}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Ho_Chi_Minh
default_timezone = Asia/Ho_Chi_Minh
"""


@dataclass(frozen=True)
class Phone:
    """A home folder with one subscription."""

    home: Path
    url: str

    def subscribe(self) -> None:
        (self.home / "events").mkdir(parents=True)
        (self.home / "vdirsyncer").write_text(VDIRSYNCER.format(home=self.home, url=self.url))
        (self.home / "khal").write_text(KHAL.format(home=self.home))
        self._run("vdirsyncer", "-c", str(self.home / "vdirsyncer"), "discover")

    def fetch(self) -> subprocess.CompletedProcess[str]:
        return self._run("vdirsyncer", "-c", str(self.home / "vdirsyncer"), "sync", "--force-delete", check=False)

    def listed(self) -> list[str]:
        """Return the events from October to December: first day, last day, line."""
        form = ("--day-format", "", "--format", "{start-date} {end-date} {title}", "--once")
        shown = self._run("khal", "-c", str(self.home / "khal"), "list", *form, "2023-10-01", "2023-12-31")
        return shown.stdout.split("\n")[:-1]

    def _run(self, name: str, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self.home)}
        command = [str(Path(sys.executable).with_name(name)), *words]
        return subprocess.run(command, env=environ, check=check, capture_output=True, text=True, timeout=120)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def school(tmp_path: Path) -> FeedSchool:
    made = FeedSchool(tmp_path / "data")
    week = due_on(date(2023, 10, 22), start=date(2023, 10, 16))
    made.add(make_task("Khảo sát; lấy ý kiến, tổng hợp “đợt 1”", date(2023, 10, 6)), TEACHER)
    made.add(make_task("Hội thi", due=week))
    made.add(make_task("Công khai 🎉", due=due_on(date(2023, 11, 24), bound=Bound.BEFORE), public=True))
    made.publish()
    return made


@pytest.fixture
def address(school: FeedSchool, clock: Clock) -> Iterator[str]:
    with served(feed_app(school.folder, clock)) as url:
        yield url


def subscribed(tmp_path: Path, url: str) -> Phone:
    phone = Phone(tmp_path / "phone", url)
    phone.subscribe()
    assert phone.fetch().returncode == 0
    return phone


def test_a_subscription_lists_every_task_on_its_days(tmp_path: Path, school: FeedSchool, address: str) -> None:
    assert subscribed(tmp_path, address + school.path()).listed() == [
        "2023-10-06 2023-10-06 Khảo sát; lấy ý kiến, tổng hợp “đợt 1”",
        "2023-10-16 2023-10-22 Hội thi",
        "2023-11-24 2023-11-24 Trước 24/11: Công khai 🎉",
    ]


def test_a_person_and_the_public_see_their_part(tmp_path: Path, school: FeedSchool, address: str) -> None:
    person = subscribed(tmp_path / "a", address + school.path(FeedKind.PERSON, TEACHER)).listed()
    public = subscribed(tmp_path / "b", f"{address}/public/{school.school.slug}.ics").listed()
    assert [line[22:] for line in person] == ["Khảo sát; lấy ý kiến, tổng hợp “đợt 1”"]
    assert [line[22:] for line in public] == ["Trước 24/11: Công khai 🎉"]


def test_a_moved_task_moves_on_the_phone(tmp_path: Path, school: FeedSchool, address: str, clock: Clock) -> None:
    phone = subscribed(tmp_path, address + school.path())
    school.now = clock.now = NOW + timedelta(hours=1)
    school.move("viec-0", date(2023, 12, 1))
    assert phone.fetch().returncode == 0
    assert phone.listed()[-1] == "2023-12-01 2023-12-01 Khảo sát; lấy ý kiến, tổng hợp “đợt 1”"
    assert len(phone.listed()) == 3


def test_a_renewed_link_stops_and_keeps_what_the_phone_has(tmp_path: Path, school: FeedSchool, address: str) -> None:
    phone = subscribed(tmp_path, address + school.path())
    with school.change() as db:
        renew(db, school.folder, 1, Actor("Cô Lan", NOW))
    refused = phone.fetch()
    assert refused.returncode != 0
    assert "Gone" in refused.stderr
    assert len(phone.listed()) == 3
