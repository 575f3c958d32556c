"""A school with a monitoring committee whose members hold the links of their letters."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.answering import LEAD, Answering
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Office
from tracker.web.site import national_calendar
from tracker.work import mark_done

MEMBER = "Thầy Minh"


class Committee(Answering):
    """A member of the committee with the link of their letter."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "Nộp báo cáo", "Khảo sát trẻ")
        self.appoint(MEMBER)

    def appoint(self, name: str, office: Office = Office.COMMITTEE) -> None:
        with open_database(self.folder) as db, transaction(db):
            school_id = people.find(db, LEAD)[0].school_id
            db.execute(
                "UPDATE people SET office = ? WHERE id = ?", [office.value, people.ensure(db, school_id, name).id]
            )

    def board(self, name: str = MEMBER, task_id: str = "") -> str:
        """The path of a member's board, or of one work on it."""
        url = self.links().watch(self.person(name).id, self.now.date(), task_id)
        return "/" + url.split("/", 3)[3]

    def work(self, name: str = MEMBER) -> str:
        return self.board(name, self.task().id)

    def finish(self, who: str = LEAD) -> None:
        with open_database(self.folder) as db:
            mark_done(db, self.task().id, Actor(who, self.now), national_calendar())

    def leave(self) -> None:
        with open_database(self.folder) as db, transaction(db):
            db.execute("UPDATE people SET active = 0 WHERE id = ?", [self.person(MEMBER).id])
