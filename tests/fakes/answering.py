"""A school whose people hold signed links and write to the bot."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from tests.conftest import NOW, make_plan, make_task
from tests.fakes.visitor import Visitor
from tracker.answers.links import AnswerLinks
from tracker.answers.token import Action, Token, signed
from tracker.feeds.secret import master_key
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.records import Person, StoredTask

LEAD = "Cô Lan"
DUE = date(2023, 9, 29)


class Answering(Visitor):
    """Someone who is not signed in and holds the links of their messages; `now` may be moved."""

    def __init__(self, folder: Path, *titles: str) -> None:
        self.now: datetime = NOW
        super().__init__(folder, signed_in=False, clock=lambda: self.now)
        tasks = [make_task(title, DUE, owners=(LEAD,)) for title in titles or ("Nộp báo cáo",)]
        self.keep(make_plan(*tasks))

    def person(self, name: str = LEAD) -> Person:
        with open_database(self.folder) as db:
            return people.find(db, name)[0]

    def task(self, number: int = 0) -> StoredTask:
        return sorted(self.tasks(), key=lambda task: task.position)[number]

    def path(self, action: Action, name: str = LEAD) -> str:
        """The path of a link in someone's message of today."""
        token = Token(action, self.person(name).id, self.task().id, self.now.date())
        return f"/tra-loi/{signed(token, master_key(self.folder))}"

    def links(self, base_url: str = "https://lich.truong.edu.vn") -> AnswerLinks:
        return AnswerLinks(base_url, master_key(self.folder))
