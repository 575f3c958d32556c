"""A plan of a school, copies of it that bear another number and day, and the clerk who sends them."""

from __future__ import annotations

import re
from pathlib import Path

import icalendar

from tests.conftest import NOW
from tests.fakes.visitor import Visitor
from tracker.feeds.making import make
from tracker.review.withdrawing import recall
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask
from tracker.web.site import national_calendar
from tracker.work import mark_done, reassign

WORKS = (
    "Khảo sát chất lượng học sinh các khối lớp. (Hoàn thành trước ngày 29/9/2023). Phụ trách: Trần Thị Hoa.",
    "Tổ chức hội thi giáo viên dạy giỏi cấp trường. (Hoàn thành trước ngày 28/10/2023). Phụ trách: Nguyễn Văn Bình.",
    "Báo cáo công khai chất lượng gửi Phòng Giáo dục. (Hoàn thành trước ngày 15/11/2023). Phụ trách: Bùi Thị Vân.",
    "Tập huấn phòng cháy chữa cháy. (Hoàn thành trước ngày 8/12/2023). Phụ trách: Trần Thị Hoa.",
)
TITLE = "Kiểm tra nội bộ năm học 2023-2024"


def text(number: str = "45", signed: str = "18 tháng 9", title: str = TITLE, works: tuple[str, ...] = WORKS) -> str:
    """Return a plan as a clerk pastes it."""
    lines = (f"{at}. {work}" for at, work in enumerate(works, 1))
    head = f"TRƯỜNG THCS HÒA NAM\nSố: {number}/KH-THCSHN\nHòa Nam, ngày {signed} năm 2023\nKẾ HOẠCH\n{title}\n"
    return head + "\n".join(lines) + "\n"


def moved(works: tuple[str, ...] = WORKS) -> tuple[str, ...]:
    """Return works as the corrected copy has them: the contest later, one work renamed a little."""
    return (
        works[0].replace("Khảo sát chất lượng", "Khảo sát lại chất lượng"),
        works[1].replace("28/10/2023", "10/11/2023"),
        *works[2:],
    )


CONTEST, TRAINING = "Tổ chức hội thi giáo viên dạy giỏi cấp trường", "Tập huấn phòng cháy chữa cháy"
RULE = "ban-sua-mang-so-khac"
COPY = text("52", "25 tháng 9", works=moved())
CLERK = Actor("Văn thư", NOW)


class Clerk(Visitor):
    """A clerk with the plan 45 in force, and its works in several hands."""

    def sends(self, words: str = COPY, query: str = "") -> int:
        """Upload a plan as pasted text; return the id of the plan its page is of."""
        went = self.press(f"/ke-hoach/tai-len{query}", text=words).headers["location"]
        return int(re.search(r"/ke-hoach/(\d+)", went)[1])

    def asked(self, plan: int = 2) -> dict[str, object] | None:
        """Return the question which plan a draft corrects as the API tells it, None where it is not open."""
        questions = self.get(f"/api/plans/{plan}/review").json()["questions"]
        return next((one for one in questions if one["open"] and one["findings"][0]["rule"] == RULE), None)

    def publishes(self, plan: int, revision: int) -> str:
        page = f"/ke-hoach/{plan}"
        return self.press(f"{page}/phat-hanh", on=page, revision=str(revision)).headers["location"]

    def answers(self, act: str, plan: int = 2, revision: int = 1, **fields: str):
        page = f"/ke-hoach/{plan}/duyet"
        return self.press(f"{page}/{act}", on=page, revision=str(revision), **fields)

    def works(self) -> dict[str, StoredTask]:
        """Return the works that stand, by title; of two with one title there is none to choose."""
        live = [one for one in self.tasks() if one.asked_for]
        assert len({one.task.title for one in live}) == len(live)
        return {one.task.title: one for one in live}

    def feed(self) -> dict[str, tuple[str, str]]:
        """Return every event of the school's calendar: its UID → its status and day."""
        with open_database(self.folder) as db:
            body = make(db, FeedSubject(FeedKind.SCHOOL, 1, None), NOW.date()).body
        events = icalendar.Calendar.from_ical(body).walk("VEVENT")
        return {str(one["UID"]): (str(one["STATUS"]), f"{one['DTSTART'].dt:%d/%m}") for one in events}

    def wishes(self, of: int, **wish: object):
        """Send one wish about a draft to the API."""
        return self.client.post(f"/api/plans/{of}/review/operations", json=wish)

    def recalls(self) -> None:
        with open_database(self.folder) as db:
            recall(db, 1, Actor("Hiệu trưởng", NOW, "làm lại theo công văn mới"), national_calendar())


def clerk_of(folder: Path) -> Clerk:
    """Return the clerk of a school whose plan 45 is in force, one work done and one in other hands."""
    made = Clerk(folder)
    assert made.sends(text()) == 1
    made.publishes(1, 1)
    with open_database(made.folder) as db:
        works = {one.task.title: one for one in made.tasks()}
        mark_done(db, works["Khảo sát chất lượng học sinh các khối lớp"].id, CLERK, national_calendar())
        taking = people.ensure(db, 1, "Ngô Thị Lý")
        reassign(db, works[TRAINING].id, [(taking.id, Part.LEAD)], CLERK, national_calendar())
    return made
