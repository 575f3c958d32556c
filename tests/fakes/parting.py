"""Works that were falsely joined: plans that say them in several places, and what asking and pressing gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlite_utils import Database

from schedules.calendar import SchoolCalendar, load_calendar
from schedules.plan import Plan, Task
from schedules.planning import understand
from schedules.reading import read_text
from tests.conftest import make_task
from tracker.importing import Incoming, publish_plan, store_plan
from tracker.review import deciding, desk
from tracker.review.applying import reviewed
from tracker.review.desk import Review
from tracker.review.draft import Draft
from tracker.review.findings import Known, Question, questions
from tracker.review.operations import Operation
from tracker.review.parting import Parting, parting_of
from tracker.store import tasks
from tracker.store.history import Actor
from tracker.store.records import TaskState

CALENDAR = load_calendar()
TEXT = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 15 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
I. NỘI DUNG
1. Công khai thu chi đầu năm trước ngày 10/10/2023.
2. Thu quỹ lớp trước ngày 16/10/2023 (Kế toán).

| Thời gian | Nội dung | Phụ trách |
| Trước 10/11/2023 | Thu quỹ lớp đợt hai | GVCN |
| 12/12/2023 | Họp phụ huynh | GVCN |
"""
BODY = "2. Thu quỹ lớp trước ngày 16/10/2023 (Kế toán)."
FIRST = ("Thu quỹ lớp", ("Kế toán",), date(2023, 10, 16), 1)
SECOND = ("Thu quỹ lớp đợt hai", ("GVCN",), date(2023, 11, 10), 1)
APPENDIX = """
PHỤ LỤC

| Thời gian | Nội dung | Phụ trách |
| Trước 10/11/2023 | Thu quỹ lớp đợt hai | GVCN |
| 12/12/2023 | Họp phụ huynh | GVCN |
"""
EARLY = make_task("Nộp báo cáo tự đánh giá", date(2024, 4, 26), owners=("Tổ Toán",))
LATE = make_task("Báo cáo tự đánh giá gửi Phòng", date(2024, 5, 10), owners=("Tổ Văn",))
LAST = make_task("Gửi báo cáo", date(2024, 5, 24))


def read(text: str) -> Plan:
    return understand(read_text(text, "ke-hoach.txt"), CALENDAR)


def draft_of(plan: Plan, *operations: Operation) -> Draft:
    return reviewed(plan, [f"viec-{at}" for at in range(len(plan.tasks))], operations, lambda _: plan)


def every(draft: Draft) -> tuple[Question, ...]:
    return questions(draft, Known({}, calendar=CALENDAR))


def asked(draft: Draft) -> Question:
    return next(one for one in every(draft) if one.first.rule == "hai-han")


def parting(draft: Draft, question: Question | None = None) -> Parting | None:
    return parting_of(draft, question or asked(draft), every(draft), CALENDAR)


def parted(plan: Plan, *before: Operation) -> Draft:
    return draft_of(plan, *before, *deciding.part(parting(draft_of(plan, *before))))


def told(some: Sequence[Task]) -> list[tuple[str, tuple[str, ...], date | None, int]]:
    return [(one.title, one.owners, one.due.day, len(one.mentions)) for one in some]


def funds(draft: Draft) -> list[Task]:
    return [item.task for item in draft.live if item.task.title.startswith("Thu quỹ")]


class Office:
    """A school that imports one plan again and again and decides about the newest."""

    def __init__(self, db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
        self.db, self.actor, self.calendar = db, actor, calendar

    def brings(self, text: str) -> None:
        store_plan(self.db, Incoming(text.encode(), read(text)), self.actor, self.calendar, publish=False)

    def wishes(self, wish: Callable[[Review], Sequence[Operation]]) -> Review:
        return desk.decide(self.db, 1, wish, self.actor, self.calendar)

    def publishes(self) -> None:
        publish_plan(self.db, 1, self.actor, self.calendar)

    @property
    def review(self) -> Review:
        return desk.open_review(self.db, 1, self.calendar)

    def funds(self) -> dict[str, Task]:
        kept = (one for one in tasks.of_plan(self.db, 1) if one.state is not TaskState.CANCELLED)
        return {one.id: one.task for one in kept if "thu quỹ" in one.task.title.casefold()}


def pressed(review: Review) -> Sequence[Operation]:
    return deciding.part(next(found for one in review.questions if (found := review.parting(one))))
