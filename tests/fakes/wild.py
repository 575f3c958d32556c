"""A channel that ends every send as it was told, and remembers what arrived; a school whose people it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from notifiers import Message, Outcome, OutcomeKind
from notifiers.outcome import bad_recipient
from tests.fakes.reminding import School, preview_desk, running_school
from tracker.answers.links import AnswerLinks
from tracker.reminders.policy import Policy
from tracker.store import people
from tracker.store.database import transaction
from tracker.store.records import Office


@dataclass
class Wild:
    """A channel that ends every send as it was told, and remembers what arrived."""

    name: str = "wild"
    ends: OutcomeKind = OutcomeKind.SENT
    tried: list[tuple[datetime, Message]] = field(default_factory=list)
    dead: set[str] = field(default_factory=set)

    def accepts(self, address: str) -> bool:
        return address.startswith("wild:")

    def send(self, message: Message, now: datetime) -> Outcome:
        self.tried.append((now, message))
        if message.to in self.dead:
            return bad_recipient("không có địa chỉ này", dead=True)
        after = timedelta(minutes=5) if self.ends is OutcomeKind.RETRY_AFTER else None
        return Outcome(self.ends, "thử", retry_after=after)


@contextmanager
def wild_school(folder: Path, wild: Wild, **reached: str) -> Iterator[School]:
    """Run a school with signed links whose people are reached at the wild addresses: `wild_school(…, lan="Cô Lan")`."""
    desk, links = preview_desk(), AnswerLinks("https://lich.truong.vn", b"khoa")
    desk = replace(desk, channels=(wild, *desk.channels), base_url=links.base_url, links=links)
    with running_school(folder, desk) as made:
        for address, name in reached.items():
            made.reach(name, f"wild:{address}")
        yield made


@contextmanager
def watched_school(folder: Path, wild: Wild) -> Iterator[School]:
    """Run a school with the usual policy: Cô Hoa manages, Tổ giám sát watches, Cô Lan works; each is reached."""
    with wild_school(folder, wild) as made:
        with transaction(made.db):
            people.ensure(made.db, made.id, "Cô Hoa", Office.MANAGER)
            people.ensure(made.db, made.id, "Tổ giám sát", Office.COMMITTEE)
        made.desk = replace(made.desk, policy=Policy())
        for name, address in (("Cô Hoa", "wild:hoa"), ("Tổ giám sát", "wild:to"), ("Cô Lan", "wild:lan")):
            made.reach(name, address)
        yield made
