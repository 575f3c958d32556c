"""A school whose managers sign in by letters: its pages, a real mail server, and the sender of links run by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from notifiers import build_channels
from tests.conftest import NOW, SCHOOL, make_plan, make_task
from tests.fakes.crashing import channel_settings
from tests.fakes.smtp import FakeSmtp, running_smtp
from tests.fakes.visitor import Visitor
from tracker.answers.links import AnswerLinks
from tracker.feeds.secret import master_key
from tracker.reminders.desk import Desk
from tracker.signing_in.sending import send_waiting
from tracker.store import personnel, schools
from tracker.store.database import Database, open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Office, Person

WEB = "https://lich.truong.edu.vn"
LINK = re.compile(rf"{WEB}(/dang-nhap/\w+)")


@dataclass
class LetterBox:
    """The pages as somebody not signed in sees them, the mail server behind them, and the hour."""

    folder: Path
    smtp: FakeSmtp
    visitor: Visitor = field(init=False)
    now: datetime = NOW

    def __post_init__(self) -> None:
        """Serve one published plan."""
        channels = channel_settings(self.smtp.port)
        self.visitor = Visitor(self.folder, signed_in=False, clock=lambda: self.now, base=WEB, channels=channels)
        self.visitor.keep(make_plan(make_task("Khảo sát trẻ", NOW.date())))
        links = AnswerLinks(WEB, master_key(self.folder))
        self.desk = Desk(build_channels(channels), wall=lambda: self.now, base_url=WEB, links=links)

    @contextmanager
    def db(self) -> Iterator[Database]:
        """Open the database."""
        with open_database(self.folder) as opened:
            yield opened

    def person(
        self, name: str, *addresses: str, office: Office = Office.MANAGER, school: str = SCHOOL, active: bool = True
    ) -> Person:
        """Keep someone of a school as they are from now on."""
        with self.db() as db, transaction(db):
            school_id = schools.ensure(db, school).id
            made = personnel.hire(db, Person(0, school_id, name, office, addresses or ("preview:",)), Actor("x", NOW))
            return personnel.change(
                db, Person(made.id, school_id, name, office, made.addresses, active), Actor("x", NOW)
            )

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def ask(self, address: str, back: str = "/", **more: object):
        """Send the form that asks for a link."""
        return self.visitor.client.post("/dang-nhap", data={"address": address, "back": back}, **more)

    def send(self) -> int:
        """Run the sender once."""
        with self.db() as db:
            return send_waiting(db, self.now, self.desk)

    def texts(self, to: str) -> list[str]:
        """Return the plain text of every letter to an address."""
        bodies = (letter.parsed.get_body(("plain",)) for letter in self.smtp.letters_to(to))
        return [body.get_content() for body in bodies if body]

    def link(self, to: str) -> str:
        """Return the path of the link in the newest letter to an address."""
        return LINK.findall(self.texts(to)[-1])[0]

    def asked_link(self, address: str, back: str = "/") -> str:
        """Ask for a link, let it be sent, return its path."""
        self.ask(address, back)
        self.send()
        return self.link(address)


@contextmanager
def letter_box(folder: Path) -> Iterator[LetterBox]:
    """Give a school with one manager, Cô Lan, known by lan@truong.vn."""
    with running_smtp() as smtp:
        box = LetterBox(folder, smtp)
        box.person("Cô Lan", "mailto:lan@truong.vn")
        yield box
